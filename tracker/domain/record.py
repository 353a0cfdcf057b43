"""The whole record as values: what a workbook holds and what an export writes."""

from dataclasses import dataclass
from typing import TypeAlias

from tracker.domain.acts import Act
from tracker.domain.claims import Claim
from tracker.domain.deadlines import Deadline
from tracker.domain.events import Event
from tracker.domain.lineage import Dependency, Lineage
from tracker.domain.program import Plan, Program, Sector
from tracker.domain.report import Report
from tracker.domain.source import Source
from tracker.domain.words import N_, Word

Fact: TypeAlias = (
    Plan
    | Sector
    | Program
    | Report
    | Deadline
    | Claim
    | Act
    | Lineage
    | Dependency
    | Event
    | Source
)


class Kind(Word):
    """A kind of fact, in the order in which facts can refer to those before them."""

    SOURCE = "source", N_("Sources")
    PLAN = "plan", N_("Plans")
    SECTOR = "sector", N_("Sectors")
    PROGRAM = "program", N_("Programs")
    REPORT = "report", N_("Reports")
    DEADLINE = "deadline", N_("Deadlines")
    CLAIM = "claim", N_("Claims")
    ACT = "act", N_("Acts")
    LINEAGE = "lineage", N_("Lineage")
    DEPENDENCY = "dependency", N_("Dependencies")
    EVENT = "event", N_("Events")


@dataclass(frozen=True, slots=True)
class KindOfFact:
    """How facts of a kind are kept.

    ``key`` names the field that identifies a fact; ``prefix`` is that of keys the
    record gives out itself (empty: people choose the code); rows of ``is_history`` are
    only added and retired, the others may be edited.
    """

    value: type[Fact]
    key: str
    prefix: str = ""
    is_history: bool = False
    digits: int = 3


KINDS: dict[Kind, KindOfFact] = {
    Kind.SOURCE: KindOfFact(Source, "id"),
    Kind.PLAN: KindOfFact(Plan, "code"),
    Kind.SECTOR: KindOfFact(Sector, "code"),
    Kind.PROGRAM: KindOfFact(Program, "code"),
    Kind.REPORT: KindOfFact(Report, "key", "R", is_history=True, digits=4),
    Kind.DEADLINE: KindOfFact(Deadline, "key", "D", is_history=True),
    Kind.CLAIM: KindOfFact(Claim, "key", "C", is_history=True),
    Kind.ACT: KindOfFact(Act, "key", "A"),
    Kind.LINEAGE: KindOfFact(Lineage, "key", "L"),
    Kind.DEPENDENCY: KindOfFact(Dependency, "key", "W"),
    Kind.EVENT: KindOfFact(Event, "key", "E"),
}
KIND_OF: dict[type[Fact], Kind] = {spec.value: kind for kind, spec in KINDS.items()}

# Kept by the record itself: never typed, never a difference between two facts.
BOOKKEEPING = frozenset({"version", "added_in", "retired_in", "corrects"})


def kind_of(fact: Fact) -> Kind:
    """The kind that *fact* is of."""
    return KIND_OF[type(fact)]


def key_of(fact: Fact) -> str:
    """What identifies *fact* among its kind; empty until the record names it."""
    return str(getattr(fact, KINDS[kind_of(fact)].key))


def number_of(kind: Kind, key: str) -> int | None:
    """The number in a *key* that the record gave ("R0007" is 7), or None for others."""
    digits = key.removeprefix(KINDS[kind].prefix)
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= 9
    number = int(digits) if is_number else 0
    return number if number and numbered_key(kind, number) == key else None


def numbered_key(kind: Kind, number: int) -> str:
    """The key that the record gives to the fact of this *number* ("R0007", "D007")."""
    spec = KINDS[kind]
    return f"{spec.prefix}{number:0{spec.digits}d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Every fact that stands in one revision, each kind in the order of its keys."""

    sources: tuple[Source, ...] = ()
    plans: tuple[Plan, ...] = ()
    sectors: tuple[Sector, ...] = ()
    programs: tuple[Program, ...] = ()
    reports: tuple[Report, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    claims: tuple[Claim, ...] = ()
    acts: tuple[Act, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    events: tuple[Event, ...] = ()
    revision: int = 0

    def of(self, kind: Kind) -> tuple[Fact, ...]:
        """The facts of one *kind*."""
        facts: tuple[Fact, ...] = getattr(self, FIELD_OF[kind])
        return facts

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been entered yet."""
        return not any(self.of(kind) for kind in Kind)


FIELD_OF: dict[Kind, str] = {
    Kind.SOURCE: "sources",
    Kind.PLAN: "plans",
    Kind.SECTOR: "sectors",
    Kind.PROGRAM: "programs",
    Kind.REPORT: "reports",
    Kind.DEADLINE: "deadlines",
    Kind.CLAIM: "claims",
    Kind.ACT: "acts",
    Kind.LINEAGE: "lineage",
    Kind.DEPENDENCY: "dependencies",
    Kind.EVENT: "events",
}
