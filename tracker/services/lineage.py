"""Lineage: every matter through the plans, and on what each passage rests."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.domain.lineage import Lineage
from tracker.domain.program import Plan, Program, Sector
from tracker.domain.source import Source
from tracker.domain.threads import Threads, matters_of
from tracker.domain.views import View
from tracker.domain.vocabulary import LineageBasis, Relation
from tracker.services.catalogue import Catalogue, catalogue
from tracker.services.positions import ProgramRow, program_rows
from tracker.services.progress import plan_in
from tracker.storage import queries


@dataclass(frozen=True, slots=True)
class Passage:
    """What became of one item: its heir, if it has one, and the sources that say so."""

    lineage: Lineage
    origin: Program | Plan
    heir: Program | Plan | None
    sources: tuple[Source, ...]

    @property
    def is_stated(self) -> bool:
        """Whether a source says so; otherwise it is our match."""
        return self.lineage.basis is LineageBasis.STATED

    @property
    def is_into_package(self) -> bool:
        """Whether no heir is known but the next plan as a whole."""
        return isinstance(self.heir, Plan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One matter: its programs by plan, and the passages between them."""

    sector: Sector
    programs: Mapping[str, tuple[ProgramRow, ...]]
    passages: Mapping[str, tuple[Passage, ...]]

    @property
    def is_joined(self) -> bool:
        """Whether it is known by more than one name."""
        return sum(len(rows) for rows in self.programs.values()) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageRecord:
    """The matters through the plans begun by the day of *view*, by sector and code.

    ``counts`` tells for each plan how its items went on, by relation and basis.
    """

    view: View
    plan: Plan | None
    revision: int
    plans: tuple[Plan, ...]
    threads: tuple[Thread, ...]
    passages: tuple[Passage, ...]
    counts: Mapping[str, Mapping[tuple[Relation, LineageBasis], int]]


def lineage_record(
    view: View, plan_code: str | None = None, sector_code: str | None = None
) -> LineageRecord:
    """Every matter, or those that touch one plan or sector.

    Lineage tells of no date, so all of it counts that concerns plans begun by the day
    of *view*. Raises NotFound for an unknown plan.
    """
    held = catalogue()
    plan = plan_in(held, plan_code) if plan_code else None
    plans = tuple(p for p in held.plans.values() if _has_begun(p, view))
    passages = _passages(held, {p.code for p in plans})
    threads = [
        thread
        for thread in _threads(held, view, plans, passages)
        if (plan is None or plan.code in thread.programs)
        and sector_code in (None, thread.sector.code)
    ]
    shown = {
        id(p) for thread in threads for own in thread.passages.values() for p in own
    }
    is_whole = plan is None and sector_code is None
    return LineageRecord(
        view=view,
        plan=plan,
        revision=held.revision,
        plans=plans,
        threads=tuple(threads),
        passages=tuple(p for p in passages if is_whole or id(p) in shown),
        counts=_counts(plans, passages),
    )


def _has_begun(plan: Plan, view: View) -> bool:
    return plan.starts_on is None or plan.starts_on.first <= view.as_of


def _passages(held: Catalogue, begun: set[str]) -> list[Passage]:
    """The passages between items and packages of the plans begun."""
    ends: dict[str, Program | Plan] = {
        **{code: plan for code, plan in held.plans.items() if code in begun},
        **{code: p for code, p in held.programs.items() if p.plan in begun},
    }
    rows = queries.lineage()
    cited = {source.id: source for source in queries.sources(_source_ids(rows))}
    return [
        Passage(
            row,
            ends[row.origin],
            ends.get(row.heir),
            tuple(cited[key] for key in row.sources if key in cited),
        )
        for row in rows
        if row.origin in ends and (not row.heir or row.heir in ends)
    ]


def _source_ids(rows: Iterable[Lineage]) -> set[str]:
    return {key for row in rows for key in row.sources}


def _threads(
    held: Catalogue, view: View, plans: tuple[Plan, ...], passages: Iterable[Passage]
) -> list[Thread]:
    begun = {plan.code for plan in plans}
    rows = {row.program.code: row for row in program_rows(held, view)}
    programs = {code: p for code, p in held.programs.items() if p.plan in begun}
    by_origin: dict[str, list[Passage]] = {}
    for passage in passages:
        by_origin.setdefault(passage.lineage.origin, []).append(passage)
    lineage = tuple(p.lineage for own in by_origin.values() for p in own)
    found = [
        _thread(held, [rows[code] for code in codes], by_origin)
        for codes in matters_of(Threads(programs, lineage, {}))
    ]
    order = [plan.code for plan in plans]
    return sorted(found, key=lambda thread: _place(thread, order))


def _place(thread: Thread, order: list[str]) -> tuple[int, str, int, str]:
    first = min(thread.programs, key=order.index)
    code = thread.programs[first][0].program.code
    return (thread.sector.sort, thread.sector.code, order.index(first), code)


def _thread(
    held: Catalogue, rows: list[ProgramRow], by_origin: Mapping[str, list[Passage]]
) -> Thread:
    """The sector is that of the latest name."""
    programs: dict[str, tuple[ProgramRow, ...]] = {}
    for code in held.plans:
        own = tuple(row for row in rows if row.plan.code == code)
        if own:
            programs[code] = own
    latest = list(programs.values())[-1][0]
    return Thread(
        sector=latest.sector,
        programs=programs,
        passages={
            row.program.code: tuple(by_origin.get(row.program.code, ())) for row in rows
        },
    )


def _counts(
    plans: Iterable[Plan], passages: Iterable[Passage]
) -> dict[str, dict[tuple[Relation, LineageBasis], int]]:
    """How the items of each plan went on; a package as a whole is no item."""
    by_plan: dict[str, Counter[tuple[Relation, LineageBasis]]] = {}
    for passage in passages:
        if isinstance(passage.origin, Program):
            counted = by_plan.setdefault(passage.origin.plan, Counter())
            counted[passage.lineage.relation, passage.lineage.basis] += 1
    return {p.code: dict(by_plan[p.code]) for p in plans if p.code in by_plan}
