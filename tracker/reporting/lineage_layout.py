"""Where the items of the lineage stand: near what they came from and became."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.domain.program import Plan, Program
from tracker.reporting.frame import Frame
from tracker.reporting.lettering import shorten, wrap
from tracker.reporting.lineage import LineageFlow

TITLE_LINE, ROW_GAP = 12.5, 7
TITLE_SIZE = 9.5
NUMBER_WIDTH = 20
MOST_LINES = 4


@dataclass(slots=True)
class Column:
    """One plan: where its words begin and end, and each program's lines and height.

    ``heights`` are those of the middles, from the top of the columns.
    """

    plan: Plan
    left: float
    right: float
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    heights: dict[str, float] = field(default_factory=dict)
    height: float = 0

    def size_of(self, code: str) -> float:
        """The height that the words of a program take."""
        return len(self.lines[code]) * TITLE_LINE

    def stand(self, code: str, middle: float) -> None:
        """Let a program stand with its middle at this height."""
        self.heights[code] = middle
        self.height = middle + self.size_of(code) / 2 + ROW_GAP


def columns_of(flow: LineageFlow, frame: Frame) -> list[Column]:
    """The columns of the plans, from the middle one outwards.

    The middle one is stacked; in the others an item stands at the height of those it is
    joined to as far as there is room, and what is joined to none fills the gaps.
    """
    columns = _empty_columns(flow, frame)
    middle = len(columns) // 2
    for program in flow.programs[columns[middle].plan.code] if columns else ():
        column = columns[middle]
        column.stand(program.code, column.height + column.size_of(program.code) / 2)
    for index in (*range(middle - 1, -1, -1), *range(middle + 1, len(columns))):
        beside = columns[index + (1 if index < middle else -1)]
        _place(flow, columns[index], beside.heights)
    return columns


def _empty_columns(flow: LineageFlow, frame: Frame) -> list[Column]:
    """The columns with their words; a narrow sheet has titles in the middle only."""
    count = len(flow.plans)
    between = 34 if frame.is_narrow else 74
    room = frame.inner_width - between * (count - 1)
    columns = []
    left = float(frame.margin)
    for index, plan in enumerate(flow.plans):
        wide = room / count
        if frame.is_narrow and count > 1:
            is_middle = index == count // 2
            wide = room - NUMBER_WIDTH * (count - 1) if is_middle else NUMBER_WIDTH
        column = Column(plan, left, left + wide)
        for program in flow.programs[plan.code]:
            column.lines[program.code] = _lines(program, wide, frame)
        columns.append(column)
        left += wide + between
    return columns


def _lines(program: Program, wide: float, frame: Frame) -> tuple[str, ...]:
    """Number and title, in as many lines as nearly every title has room in."""
    number = f"{program.number:02d}"
    if wide <= NUMBER_WIDTH:
        return (number,)
    text = f"{number} {frame.language.title(program.title)}"
    lines = wrap(text, wide - 12, TITLE_SIZE)
    if len(lines) <= MOST_LINES:
        return lines
    last = shorten(" ".join(lines[MOST_LINES - 1 :]), wide - 12, TITLE_SIZE)
    return (*lines[: MOST_LINES - 1], last)


def _place(flow: LineageFlow, column: Column, beside: Mapping[str, float]) -> None:
    wanted = {
        program.code: _wanted_height(flow, program.code, beside)
        for program in flow.programs[column.plan.code]
    }
    joined = [(h, code) for code, h in wanted.items() if h is not None]
    alone = [code for code, height in wanted.items() if height is None]
    for height, code in sorted(joined):
        top = height - column.size_of(code) / 2
        while alone and column.height + column.size_of(alone[0]) + ROW_GAP <= top:
            _stand_next(column, alone.pop(0))
        lowest = column.height + column.size_of(code) / 2
        column.stand(code, max(height, lowest))
    for code in alone:
        _stand_next(column, code)


def _stand_next(column: Column, code: str) -> None:
    column.stand(code, column.height + column.size_of(code) / 2)


def _wanted_height(
    flow: LineageFlow, code: str, beside: Mapping[str, float]
) -> float | None:
    """The mean height of those it is joined to in the column beside, if any."""
    joined = [
        beside[other]
        for row in flow.lineage
        for one, other in ((row.origin, row.heir), (row.heir, row.origin))
        if one == code and other in beside
    ]
    return sum(joined) / len(joined) if joined else None
