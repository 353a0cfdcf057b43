"""One program in full: its state, its history and everything linked to it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from tracker.domain.acts import Act
from tracker.domain.changes import Revision
from tracker.domain.deadlines import Deadline, Milestone, Stated
from tracker.domain.errors import NotFound
from tracker.domain.lineage import Dependency, Lineage
from tracker.domain.program import Plan, Program
from tracker.domain.report import Weighed
from tracker.domain.source import Source
from tracker.domain.state import Disagreement, disagreement_in, state_of
from tracker.domain.views import SAID, View
from tracker.domain.words import N_
from tracker.services.catalogue import Catalogue, catalogue
from tracker.services.positions import ProgramRow, program_row
from tracker.storage import queries

F = TypeVar("F", Act, Deadline, Dependency, Lineage)
CHANGES_COUNT = 10


@dataclass(frozen=True, slots=True)
class Cited(Generic[F]):
    """A fact with its sources, and the program or plan at its other end, if any."""

    fact: F
    sources: tuple[Source, ...]
    other: Program | Plan | None = None


CitedAct = Cited[Act]
CitedDeadline = Cited[Deadline]
CitedDependency = Cited[Dependency]
CitedLineage = Cited[Lineage]


@dataclass(frozen=True, slots=True)
class CitedReport:
    """A report with its sources, and whether it counts as said and as shown."""

    weighed: Weighed
    sources: tuple[Source, ...]
    counts_said: bool
    counts_shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramDetail:
    """Everything the record holds about one program in a view.

    ``reports`` come newest first, retired ones and those outside the view included;
    ``deadlines`` in the order they were stated.
    """

    row: ProgramRow
    view: View
    revision: int
    reports: tuple[CitedReport, ...]
    disagreement: Disagreement | None
    milestones: tuple[Milestone, ...]
    deadlines: tuple[CitedDeadline, ...]
    acts: tuple[CitedAct, ...]
    waits_for: tuple[CitedDependency, ...]
    awaited_by: tuple[CitedDependency, ...]
    origins: tuple[CitedLineage, ...]
    heirs: tuple[CitedLineage, ...]
    sources: tuple[Source, ...]
    changes: tuple[Revision, ...]


def program_in(held: Catalogue, code: str) -> Program:
    """The program of this *code*; raises NotFound with what to do."""
    if code in held.programs:
        return held.programs[code]
    raise NotFound(
        N_(
            "No program has the code “%(code)s”. Codes look like UP2021-15; "
            "find it in the list of programs."
        ),
        field="code",
        code=code[:40],
    )


@dataclass(frozen=True, slots=True)
class _Linked:
    """What the record links to one program, before its sources are looked up."""

    reports: Sequence[Weighed]
    stated: Sequence[Stated]
    acts: Sequence[Act]
    lineage: Sequence[Lineage]
    dependencies: Sequence[Dependency]

    def source_ids(self, program: Program) -> set[str]:
        cited: Iterable[Sequence[str]] = chain(
            (w.report.sources for w in self.reports),
            (s.deadline.sources for s in self.stated),
            (act.sources for act in self.acts),
            (link.sources for link in self.lineage),
            (wait.sources for wait in self.dependencies),
        )
        return set(program.sources).union(*cited)


def detail(code: str, view: View) -> ProgramDetail:
    """Everything about one program in *view*; a fixed number of statements.

    Raises NotFound for an unknown code.
    """
    held = catalogue()
    program = program_in(held, code)
    linked = _Linked(
        reports=queries.reports_of((code,), with_retired=True).get(code, []),
        stated=[s for s in held.deadlines.get(code, ()) if view.holds(s.deadline)],
        acts=queries.acts(program=code),
        lineage=queries.lineage(code),
        dependencies=queries.dependencies(code),
    )
    found = queries.sources(linked.source_ids(program))
    cited = _Citing(held, {source.id: source for source in found})
    row = program_row(
        held,
        program,
        view,
        state_of(linked.reports, view.read_as(SAID)),
        state_of(linked.reports, view.read_as(view.shown_reading)),
    )
    return _assemble(row, view, linked, cited)


@dataclass(frozen=True, slots=True)
class _Citing:
    """Sets facts beside their sources and what they lead to."""

    held: Catalogue
    sources: Mapping[str, Source]

    def of(self, keys: Iterable[str]) -> tuple[Source, ...]:
        return tuple(self.sources[key] for key in keys if key in self.sources)

    def cite(self, fact: F, other: str = "") -> Cited[F]:
        end = self.held.programs.get(other) or self.held.plans.get(other)
        return Cited(fact, self.of(fact.sources), end)


def _assemble(
    row: ProgramRow, view: View, linked: _Linked, cited: _Citing
) -> ProgramDetail:
    code, cite = row.program.code, cited.cite
    stated = sorted(linked.stated, key=lambda s: s.order)
    links, waits = linked.lineage, linked.dependencies
    return ProgramDetail(
        row=row,
        view=view,
        revision=cited.held.revision,
        reports=_cited_reports(linked.reports, view, cited),
        disagreement=disagreement_in(linked.reports, view.read_as(SAID)),
        milestones=row.said.milestones,
        deadlines=tuple(cite(s.deadline) for s in stated),
        acts=tuple(cite(act) for act in linked.acts),
        waits_for=tuple(cite(w, w.waits_for) for w in waits if w.program == code),
        awaited_by=tuple(cite(w, w.program) for w in waits if w.waits_for == code),
        origins=tuple(cite(k, k.origin) for k in links if k.heir == code),
        heirs=tuple(cite(k, k.heir) for k in links if k.origin == code),
        sources=cited.of(row.program.sources),
        changes=tuple(queries.changes_of(code, CHANGES_COUNT)),
    )


def _cited_reports(
    reports: Iterable[Weighed], view: View, cited: _Citing
) -> tuple[CitedReport, ...]:
    said, shown = view.read_as(SAID), view.read_as(view.shown_reading)
    newest_first = sorted(reports, key=lambda w: w.order, reverse=True)
    return tuple(
        CitedReport(
            weighed,
            cited.of(weighed.report.sources),
            said.counts(weighed),
            shown.counts(weighed),
        )
        for weighed in newest_first
    )
