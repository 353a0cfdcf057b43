"""The progress report: a workbook to read, with native charts of the same numbers.

It is made to be printed and passed on; the workbook to edit is ``writer``'s.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from openpyxl import Workbook

from tracker.domain.bottlenecks import HeldProgram, SectorBottleneck
from tracker.domain.program import Plan, Program, Sector
from tracker.domain.report import Weighed
from tracker.domain.state import Position, State
from tracker.domain.views import View
from tracker.workbook.package import Package
from tracker.workbook.progress_analyses import NOTHING, Analyses
from tracker.workbook.template import FIXED_TIME, saved_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedProgram:
    """One program with where it stands, the last word on it and where that is read."""

    program: Program
    sector: Sector
    said: Position
    shown: Position
    last_word: str = ""
    last_source: str = ""


@dataclass(frozen=True, slots=True)
class ReportedPlan:
    """A plan and its programs in the order of their sectors."""

    plan: Plan
    programs: tuple[ReportedProgram, ...]

    def by_sector(self) -> list[tuple[Sector, list[ReportedProgram]]]:
        """The programs of each sector that has any."""
        found: dict[str, tuple[Sector, list[ReportedProgram]]] = {}
        for row in self.programs:
            found.setdefault(row.sector.code, (row.sector, []))[1].append(row)
        return list(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A report since some date: how its program stood before and after it."""

    program: Program
    weighed: Weighed
    before: State
    after: State
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReport:
    """What a progress report tells: the plans in a view of one revision.

    ``title`` and ``footer`` come in the language of the reader, as ``titles`` is that
    of the titles of programs. ``sectors`` and ``held`` tell what holds the plans up,
    ``news`` what was reported after ``since``, ``analyses`` all else.
    """

    title: str
    footer: str
    view: View
    revision: int
    plans: tuple[ReportedPlan, ...]
    titles: str = "en"
    findings: tuple[str, ...] = field(default=())
    sectors: tuple[SectorBottleneck, ...] = ()
    held: tuple[HeldProgram, ...] = ()
    since: date | None = None
    news: tuple[News, ...] = ()
    analyses: Analyses = NOTHING

    @property
    def programs(self) -> Sequence[tuple[Plan, ReportedProgram]]:
        """Every program with its plan."""
        return [(each.plan, row) for each in self.plans for row in each.programs]


def progress_report_bytes(report: ProgressReport) -> bytes:
    """The workbook of *report*; the same report gives the same bytes."""
    from tracker.workbook.progress_book import SHEETS

    book = Workbook()
    book.properties.creator = "Integration tracker"
    book.properties.title = report.title
    book.properties.created = FIXED_TIME
    book.remove(book.active)
    for name, fill in SHEETS.items():
        fill(book.create_sheet(name), report)
    buffer = io.BytesIO()
    with Package(buffer) as package:
        package.add_all(saved_parts(book))
    return buffer.getvalue()
