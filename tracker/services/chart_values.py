"""What each chart draws, read from the record in a fixed number of statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.domain.deadlines import milestones_of
from tracker.domain.history import Spell, Turn, clipped, course_of, spells_of, state_on
from tracker.domain.program import Plan, Program
from tracker.domain.scores import Rule
from tracker.domain.threads import Stretch, Threads, stretches_of
from tracker.domain.views import SAID, Reading, View
from tracker.reporting.history import Band, History, HistoryRow
from tracker.reporting.stages import SectorStates, Stages
from tracker.services.catalogue import Catalogue
from tracker.services.positions import ProgramRow, program_rows
from tracker.storage import queries

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a chart is asked: about which plan and view of the record, by which rule.

    ``is_chosen`` tells a plan that was asked for from one that we fell back on, and
    ``rule`` is the main rule of the plan where none was asked for.
    ``earlier`` and ``old_rule`` are the other side of a chart that compares two.
    """

    held: Catalogue
    plan: Plan
    is_chosen: bool
    view: View
    rule: Rule
    earlier: View
    old_rule: Rule

    @property
    def chosen_code(self) -> str | None:
        """The code of the plan that was asked for, or None for all of them."""
        return self.plan.code if self.is_chosen else None


def stages_in(asked: Question) -> Stages:
    """The states of the programs of the plan, by sector; one statement."""
    held, plan = asked.held, asked.plan
    return stages_of(held, plan, program_rows(held, asked.view, plan.code))


def stages_of(held: Catalogue, plan: Plan, rows: Sequence[ProgramRow]) -> Stages:
    """The states of *rows*, the programs of *plan*, by sector."""
    found = []
    for sector in held.sectors.values():
        own = [row for row in rows if row.sector.code == sector.code]
        if own:
            said = tuple(row.said.state for row in own)
            shown = tuple(row.shown.state for row in own)
            found.append(SectorStates(sector, said, shown))
    return Stages(plan, tuple(found))


@dataclass(frozen=True, slots=True)
class Courses:
    """The course of every program in a view, as said and as shown."""

    view: View
    said: Mapping[str, Sequence[Turn]]
    shown: Mapping[str, Sequence[Turn]]

    def spells(
        self, stretch: Stretch, courses: Mapping[str, Sequence[Turn]]
    ) -> tuple[Spell, ...]:
        """The spells that fall into *stretch*."""
        course = courses.get(stretch.program.code, ())
        spells = spells_of(course, self.view.as_of)
        return clipped(spells, stretch.starts, stretch.ends)

    def band(self, stretch: Stretch) -> Band:
        """The *stretch* with its spells in both readings."""
        return Band(
            stretch, self.spells(stretch, self.said), self.spells(stretch, self.shown)
        )


def courses_in(view: View) -> Courses:
    """The course of every program; two statements."""
    weighed = queries.reports_of(with_retired=view.revision is not None)

    def read_as(reading: Reading) -> dict[str, Sequence[Turn]]:
        asked = view.read_as(reading)
        return {code: course_of(reports, asked) for code, reports in weighed.items()}

    return Courses(view, read_as(SAID), read_as(view.shown_reading))


def history_in(asked: Question) -> History:
    """The history of the programs of the plan and of those before and after them."""
    held, plan, view = asked.held, asked.plan, asked.view
    courses = courses_in(view)
    threads = Threads(held.programs, tuple(queries.lineage()), courses.said)
    own = [p for p in held.programs.values() if p.plan == plan.code]
    own.sort(key=lambda p: (held.sectors[p.sector].order, p.code))
    starts = first_day(plan, own, threads, view)
    window = (starts, view.as_of + ONE_DAY)
    rows = tuple(_row(held, program, courses, (threads, window)) for program in own)
    return History(
        plan=plan, rows=rows, starts=starts, plans=tuple(held.plans.values())
    )


def first_day(
    plan: Plan, programs: Sequence[Program], threads: Threads, view: View
) -> date:
    """The first day of the picture: of the plan, or the first word on its threads."""
    days = [plan.starts_on.first] if plan.starts_on else []
    codes = {p.code for p in programs}
    codes |= {origin for code in tuple(codes) for origin in threads.origins(code)}
    codes |= {origin for code in tuple(codes) for origin in threads.origins(code)}
    days += [day for code in codes if (day := threads.first_word(code))]
    first = min(days, default=view.as_of.replace(month=1, day=1))
    return min(first.replace(day=1), view.as_of)


def _row(
    held: Catalogue,
    program: Program,
    courses: Courses,
    frame: tuple[Threads, tuple[date, date]],
) -> HistoryRow:
    threads, window = frame
    stretches = stretches_of(program.code, threads, window)
    view = courses.view
    milestones = tuple(
        milestone
        for code in dict.fromkeys(stretch.program.code for stretch in stretches)
        for milestone in milestones_of(held.deadlines.get(code, ()), view)
    )
    return HistoryRow(
        program=program,
        sector=held.sectors[program.sector],
        bands=tuple(courses.band(stretch) for stretch in stretches),
        said=state_on(courses.said.get(program.code, ()), view.as_of),
        shown=state_on(courses.shown.get(program.code, ()), view.as_of),
        milestones=milestones,
    )
