"""Where the rows of the history chart lie, in pixels."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from tracker.domain.program import Sector
from tracker.domain.state import State
from tracker.reporting.frame import Frame
from tracker.reporting.history import History, HistoryRow, standing_label
from tracker.reporting.history_key import CLOSURE_SIGNS
from tracker.reporting.language import Language
from tracker.reporting.lettering import width_of, wrap
from tracker.reporting.style import SMALL_SIZE, TEXT_SIZE

HALF = 11
BAND = 2 * HALF + 1
TITLE_LINE = 13.5
GAP = 9
HEADING = 26
AXIS = 34
NUMBER_COLUMN = 26
# What the words behind the bars have at least and at most.
STAGE_COLUMN, WIDEST_STAGES = 118, 210
STAGE_SIZE = 10

Entry: TypeAlias = Sector | HistoryRow


class Placed(NamedTuple):
    """A heading or a row, and the height at which it begins."""

    entry: Entry
    top: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything lies, in pixels from the top left of the plot."""

    frame: Frame
    history: History
    stage_column: float

    @property
    def title_width(self) -> float:
        """The room for the title of a program."""
        inner = self.frame.inner_width
        return inner - NUMBER_COLUMN - (0 if self.frame.is_narrow else 628)

    @property
    def left(self) -> float:
        """Where time begins."""
        if self.frame.is_narrow:
            return self.frame.margin
        return self.frame.margin + NUMBER_COLUMN + self.title_width + 14

    @property
    def right(self) -> float:
        """Where time ends."""
        stages = 0 if self.frame.is_narrow else self.stage_column
        return self.frame.width - self.frame.margin - stages

    @property
    def days(self) -> tuple[float, float]:
        """The days from edge to edge, as matplotlib counts them."""
        end = self.frame.view.as_of + timedelta(days=1)
        return number_of(self.history.starts), number_of(end)

    def title_lines(self, row: HistoryRow) -> tuple[str, ...]:
        """The title of a program, wrapped."""
        title = self.frame.language.title(row.program.title)
        return wrap(title, self.title_width, SMALL_SIZE)

    def height_of(self, entry: Entry) -> float:
        """The height of a heading or a row, with the space under it."""
        if isinstance(entry, Sector):
            return HEADING
        lines = len(self.title_lines(entry)) * TITLE_LINE
        if self.frame.is_narrow:
            below = len(stage_lines(entry, self.frame)) * TITLE_LINE
            return lines + BAND + below + GAP + 13
        return max(lines, BAND) + GAP

    def band_top(self, placed: Placed) -> float:
        """Where the bars of a row begin."""
        assert isinstance(placed.entry, HistoryRow)
        lines = len(self.title_lines(placed.entry)) * TITLE_LINE
        if self.frame.is_narrow:
            return placed.top + lines + 10
        return placed.top + max(0.0, (lines - BAND) / 2)

    @property
    def entries(self) -> list[Entry]:
        """Headings and rows from the top."""
        entries: list[Entry] = []
        for sector, rows in self.history.groups():
            entries += [sector, *rows]
        return entries

    @property
    def first_top(self) -> float:
        """Where the first heading begins: below the years, clear of them if narrow."""
        return AXIS + (8 if self.frame.is_narrow else 0)

    def placed(self) -> Iterator[Placed]:
        """Headings and rows, each where it begins."""
        entries = self.entries
        tops = accumulate(map(self.height_of, entries), initial=self.first_top)
        for entry, top in zip(entries, tops, strict=False):
            yield Placed(entry, top)

    @property
    def height(self) -> float:
        """The height of all, with the axis above."""
        return self.first_top + sum(map(self.height_of, self.entries)) + TEXT_SIZE


def layout_of(history: History, frame: Frame) -> Layout:
    """The layout of *history*, its last column as wide as the words in it."""
    words = {text for row in history.rows for text in stage_words(row, frame.language)}
    widest = max((width_of(text, STAGE_SIZE) for text in words), default=0) + 10
    return Layout(frame, history, min(max(widest, STAGE_COLUMN), WIDEST_STAGES))


def stage_words(row: HistoryRow, language: Language) -> tuple[str, str]:
    """Where a program stands on the last day, said and shown."""
    return _short_label(row.said, language), _short_label(row.shown, language)


def stage_lines(row: HistoryRow, frame: Frame) -> tuple[str, ...]:
    """The same in the lines that stand under the bars of a narrow sheet."""
    said, shown = stage_words(row, frame.language)
    text = frame.language.say(
        "said: %(said)s · shown: %(shown)s", said=said, shown=shown
    )
    return wrap(text, frame.inner_width, STAGE_SIZE)


def _short_label(state: State, language: Language) -> str:
    """The stage in words; a sign of the key says that the program left its plan."""
    if state.closure is None:
        return standing_label(state, language)
    return f"{language.label(state.stage)} {CLOSURE_SIGNS[state.closure]}"


def number_of(day: date) -> float:
    """A day on the axis of time."""
    return float(day.toordinal())
