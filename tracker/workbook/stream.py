"""Facts of one kind on their way into a sheet: too many to hold all at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from tracker.domain.record import Fact


@dataclass(frozen=True, slots=True)
class Stream:
    """So many facts, in the order of their sheet, in blocks of whatever length."""

    count: int
    blocks: Iterable[Sequence[Fact]]

    def in_blocks_of(self, size: int) -> Iterator[list[Fact]]:
        """The same in blocks of one *size*, so that their cut shows nowhere."""
        facts = chain.from_iterable(self.blocks)
        while block := list(islice(facts, size)):
            yield block
