"""Lineage and dependencies: what became of an item, and what waits for what."""

from dataclasses import dataclass

from tracker.domain.vocabulary import DependencyBasis, LineageBasis, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """What became of an item in the next plan.

    ``origin`` and ``heir`` are codes of programs, or of a plan where the package as a
    whole is meant; a dropped item has no heir.
    """

    key: str = ""
    origin: str
    heir: str = ""
    relation: Relation
    basis: LineageBasis
    note: str = ""
    sources: tuple[str, ...] = ()
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """A program that waits for another."""

    key: str = ""
    program: str
    waits_for: str
    basis: DependencyBasis
    note: str = ""
    sources: tuple[str, ...] = ()
    version: int = 1
