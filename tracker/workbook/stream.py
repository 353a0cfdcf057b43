"""Facts of one kind on their way into a sheet: too many to hold all at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Self, TypeAlias

from tracker.domain.record import Fact

BLOCK = 1_000  # facts at a time

# The values of some facts by field, each in the order of the facts.
Block: TypeAlias = Mapping[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Stream:
    """So many facts in the order of their sheet, a block of their fields at a time."""

    count: int
    blocks: Iterable[Block]

    @classmethod
    def of(cls, facts: Sequence[Fact], fields: Sequence[str]) -> Self:
        """The *fields* of facts that are at hand."""
        return cls(len(facts), _blocks(facts, fields))


def _blocks(facts: Sequence[Fact], fields: Sequence[str]) -> Iterator[Block]:
    for start in range(0, len(facts), BLOCK):
        block = facts[start : start + BLOCK]
        yield {field: list(map(attrgetter(field), block)) for field in fields}
