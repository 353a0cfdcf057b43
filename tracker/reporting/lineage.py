"""Lineage: what became of every item from one plan to the next."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tracker.domain.lineage import Lineage
from tracker.domain.program import Plan, Program
from tracker.domain.vocabulary import LineageBasis, Relation
from tracker.reporting.finding import Cell, Finding, Table
from tracker.reporting.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageFlow:
    """The programs of the plans in their order, and who became whom."""

    plans: tuple[Plan, ...]
    programs: Mapping[str, tuple[Program, ...]]
    lineage: tuple[Lineage, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known to have become anything."""
        return not self.lineage

    def program(self, code: str) -> Program | None:
        """The program of this code, or None for a plan as a whole."""
        return next(
            (p for own in self.programs.values() for p in own if p.code == code), None
        )

    def passes(self) -> list[tuple[Plan, Plan, list[Lineage]]]:
        """The rows from each plan to the next; what was dropped belongs to its plan."""
        found = []
        for before, after in zip(self.plans, self.plans[1:], strict=False):
            own = {p.code for p in self.programs[before.code]} | {before.code}
            rows = [row for row in self.lineage if row.origin in own]
            found.append((before, after, rows))
        return found


def describe_lineage(flow: LineageFlow, language: Language) -> Finding:
    """Say how many items went on, by relation, and how many rest on our match."""
    if flow.is_empty:
        none = language.say("Nothing is known yet to have become anything else.")
        return Finding(none, none)
    rows = flow.lineage
    earlier = {p.code for plan in flow.plans[:-1] for p in flow.programs[plan.code]}
    on, into = _gone_on(flow, earlier)
    title = language.plural(
        "%(on)s of %(count)s item of the earlier plans went on as an item of the next",
        "%(on)s of %(count)s items of the earlier plans went on as items of the next",
        len(earlier),
        on=on,
    )
    return Finding(title, _sentence(rows, into, language))


def _sentence(rows: Sequence[Lineage], into: int, language: Language) -> str:
    matched = sum(row.basis is LineageBasis.MATCHED for row in rows)
    counted = Counter(row.relation for row in rows)
    parts = "; ".join(
        f"{language.label(relation)} {counted[relation]}"
        for relation in Relation
        if counted[relation]
    )
    return language.plural(
        "Of %(count)s passage from one plan to the next: %(parts)s. %(matched)s of "
        "them are matched by us, the others are stated by a source. Of %(into)s more "
        "items no heir is known but the next package as a whole.",
        "Of %(count)s passages from one plan to the next: %(parts)s. %(matched)s of "
        "them are matched by us, the others are stated by a source. Of %(into)s more "
        "items no heir is known but the next package as a whole.",
        len(rows),
        parts=parts,
        matched=matched,
        into=into,
    )


def _gone_on(flow: LineageFlow, earlier: AbstractSet[str]) -> tuple[int, int]:
    """How many items have an heir, and how many went into a package as a whole."""
    items = {p.code for own in flow.programs.values() for p in own}
    rows = [row for row in flow.lineage if row.origin in earlier]
    heirs = {row.origin for row in rows if row.heir in items}
    packages = {row.origin for row in rows if row.heir and row.heir not in items}
    return len(heirs), len(packages - heirs)


def table_of_lineage(flow: LineageFlow, language: Language) -> Table:
    """One row a passage."""
    header = (
        language.say("From"),
        language.say("Title"),
        language.say("To"),
        language.say("Title"),
        language.say("Relation"),
        language.say("Basis"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            row.origin,
            title_of(flow, row.origin, language),
            row.heir or language.say("dropped"),
            title_of(flow, row.heir, language),
            language.label(row.relation),
            language.label(row.basis),
        )
        for row in flow.lineage
    ]
    return Table(language.say("What became of every item"), header, tuple(rows))


def title_of(flow: LineageFlow, code: str, language: Language) -> str:
    """The title of a program, or the words for a plan as a whole."""
    program = flow.program(code)
    if program:
        return language.title(program.title)
    return language.say("the package as a whole") if code else ""
