"""Where the bars of the stages chart lie, in pixels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tracker.domain.state import State
from tracker.domain.vocabulary import Stage
from tracker.reporting.frame import Frame
from tracker.reporting.language import Language
from tracker.reporting.lettering import wrap
from tracker.reporting.stages import Row, reached_count
from tracker.reporting.style import TEXT_SIZE

BAR, BETWEEN_BARS, BETWEEN_ROWS = 18, 3, 14
PAIR = 2 * BAR + BETWEEN_BARS
READING_COLUMN, OUTCOME = 54, 56
TITLE_LINE = 16


class Bar(NamedTuple):
    """One bar: its row and column, where its top lies, its reading and its states."""

    row: Row
    column: int
    top: float
    reading: str
    states: Sequence[State]

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.top + BAR / 2


class Place(NamedTuple):
    """Where a row lies: its column, and its top."""

    column: int
    top: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything lies, in pixels from the top left of the plot.

    The plan stands on top; on a wide sheet its sectors stand in two columns if the
    longest bar of a sector leaves room for a second one.
    """

    frame: Frame
    rows: Sequence[Row]
    goal: Stage

    @property
    def title_width(self) -> float:
        """The room for the titles of the sectors."""
        return self.frame.inner_width if self.frame.is_narrow else 158

    @property
    def bar_start(self) -> float:
        """How far from the left of its column a bar begins."""
        return READING_COLUMN if self.frame.is_narrow else 158 + READING_COLUMN

    @property
    def square(self) -> float:
        """The width of one program."""
        outcome = OUTCOME if self.frame.is_narrow else 134
        room = self.frame.inner_width - self.bar_start - outcome
        return room / max(len(self.rows[0].said), 12)

    @property
    def column_width(self) -> float:
        """From one column to the next; nothing is parted on a narrow sheet."""
        return (self.frame.inner_width + 16) / 2

    @property
    def column_count(self) -> int:
        """How many columns the sectors stand in."""
        longest = max((len(row.said) for row in self.rows[1:]), default=0)
        needed = self.bar_start + longest * self.square + OUTCOME
        is_tight = self.frame.is_narrow or needed > self.column_width
        return 1 if is_tight or len(self.rows) < 4 else 2

    def left(self, column: int) -> float:
        """Where the bars of a column begin on the sheet."""
        return self.frame.margin + self.bar_start + column * self.column_width

    def title_lines(self, row: Row) -> tuple[str, ...]:
        """The title of a row, wrapped."""
        return wrap(row.title, self.title_width, TEXT_SIZE, bold=True)

    def title_height(self, row: Row) -> float:
        """What the title takes above the bars: nothing where it stands beside them."""
        if not self.frame.is_narrow:
            return 0
        return len(self.title_lines(row)) * TITLE_LINE + 3

    def row_height(self, row: Row) -> float:
        """The height of a row with the space under it."""
        beside = 0 if self.frame.is_narrow else len(self.title_lines(row)) * TITLE_LINE
        return max(self.title_height(row) + PAIR, beside) + BETWEEN_ROWS

    @property
    def places(self) -> list[Place]:
        """The place of every row: down the first column, then down the next."""
        plan, *sectors = self.rows
        under = self.row_height(plan) + 4
        in_column = -(-len(sectors) // self.column_count)
        places = [Place(0, 0)]
        for index in range(len(sectors)):
            is_first = index % in_column == 0
            top = (
                under
                if is_first
                else places[-1].top + self.row_height(sectors[index - 1])
            )
            places.append(Place(index // in_column, top))
        return places

    @property
    def height(self) -> float:
        """The height of all."""
        placed = zip(self.rows, self.places, strict=True)
        return max(place.top + self.row_height(row) for row, place in placed)

    def outcome_of(self, bar: Bar, language: Language) -> str:
        """The figure at the end of a bar, in words where it is about the whole plan.

        On a narrow sheet the words stand above all bars only.
        """
        done, of = reached_count(bar.states, self.goal), len(bar.states)
        if bar.row.code or self.frame.is_narrow:
            return language.say("%(done)s of %(of)s", done=done, of=of)
        if self.goal is Stage.COMPLETED:
            return language.say("%(done)s of %(of)s completed", done=done, of=of)
        return language.say("%(done)s of %(of)s agreed", done=done, of=of)

    def bars(self, language: Language) -> Iterator[Bar]:
        """Every bar, said above shown."""
        for row, place in zip(self.rows, self.places, strict=True):
            for index, (reading, states) in enumerate(row.readings(language)):
                down = self.title_height(row) + index * (BAR + BETWEEN_BARS)
                yield Bar(row, place.column, place.top + down, reading, states)
