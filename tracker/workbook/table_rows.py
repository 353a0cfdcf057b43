"""The rows of a table as XML, each cell as what it is: word, number, date or text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from tracker.domain.dates import PartialDate
from tracker.domain.words import N_, Word
from tracker.workbook import columns
from tracker.workbook.cell_xml import Render, cell_renderer
from tracker.workbook.cells import Form
from tracker.workbook.heights import height_of, lines_of
from tracker.workbook.palette import FILLS
from tracker.workbook.styles import style_body, style_word
from tracker.workbook.tables import Share, Table, Value

NARROWEST, WIDEST = 9, 60
FILTER_BUTTON = 4  # what the arrow of the filter takes of a header
BLOCK = 500  # rows turned into XML at a time
FIRST_ROW = 2
PERCENT = "0.0%"
YES, NO = N_("Yes"), N_("No")

# A column for each look that a cell may have, as the workbook of the record has them.
LONG, SHORT = columns.text("long", "", WIDEST), columns.text("short", "", NARROWEST)
NUMBER, DAY = columns.number("number", ""), columns.day("day", "")


@dataclass(frozen=True, slots=True)
class Looks:
    """The numbers of the styles of a workbook, by the look they give."""

    long: int
    short: int
    number: int
    share: int
    day: int
    words: Mapping[Word, int]

    def renders(self, is_long: bool) -> dict[str, Render]:
        """What turns texts of each kind into cells of a column."""
        text = self.long if is_long else self.short
        return {
            "text": cell_renderer(Form.TEXT, {None: text, Form.TEXT: text}),
            "number": _renderer(Form.NUMBER, self.number),
            "share": _renderer(Form.NUMBER, self.share),
            "day": cell_renderer(  # a month or a year stays the text it is
                Form.DATE,
                {None: self.short, Form.TEXT: self.short, Form.DATE: self.day},
            ),
        }


def _renderer(form: Form, style: int) -> Render:
    return cell_renderer(form, {None: style, Form.TEXT: style, form: style})


def looks_of(book: Workbook) -> Looks:
    """Give *book* every look that a cell may have."""
    page = book.create_sheet()
    rows = count(1)

    def look(column: columns.Column, form: Form, **more: Any) -> int:
        cell = page.cell(next(rows), 1)  # a style is written as its cell has it last
        style_body(cell, column, form)
        if "fill" in more:
            style_word(cell, more["fill"])
        cell.number_format = more.get("number_format", cell.number_format)
        return int(cell.style_id)

    looks = Looks(
        long=look(LONG, Form.TEXT),
        short=look(SHORT, Form.TEXT),
        number=look(NUMBER, Form.NUMBER),
        share=look(NUMBER, Form.NUMBER, number_format=PERCENT),
        day=look(DAY, Form.DATE),
        words={w: look(SHORT, Form.TEXT, fill=fill) for w, fill in FILLS.items()},
    )
    book.remove(page)
    return looks


def text_of(value: Value, say: Callable[[str], str]) -> str:
    """What a cell reads."""
    match value:
        case None:
            return ""
        case bool():
            return say(YES if value else NO)
        case Word():
            return say(value.label)
        case Share():
            return f"{value:.1%}"
        case PartialDate():
            return value.text
        case _:
            return str(value)


def width_of(header: str, texts: Sequence[str]) -> int:
    """The width in which every text has room, or the widest, in which it goes on."""
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    word = max(map(len, header.split()), default=0) + FILTER_BUTTON
    return max(NARROWEST, min(max(longest + 2, word), WIDEST))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with the texts of its cells, column by column, and their widths."""

    table: Table
    texts: Sequence[Sequence[str]]
    widths: Sequence[int]

    @classmethod
    def of(cls, table: Table, say: Callable[[str], str]) -> "Sheet":
        """Lay out *table* with the words that *say* gives."""
        texts = [
            [text_of(row[index], say) for row in table.rows]
            for index in range(len(table.columns))
        ]
        widths = [
            width_of(column.header, own)
            for column, own in zip(table.columns, texts, strict=True)
        ]
        return cls(table, texts, widths)


class Cell(NamedTuple):
    """The XML of a cell around the number of its row, and how many lines it takes."""

    start: str
    rest: str
    lines: int


def row_blocks(sheet: Sheet, looks: Looks) -> Iterator[bytes]:
    """The rows of *sheet*, a block of XML at a time."""
    cells = [
        _cells(sheet, index, looks, width == WIDEST)
        for index, width in enumerate(sheet.widths)
    ]
    block = []
    for number, row in enumerate(zip(*cells, strict=True), start=FIRST_ROW):
        height = height_of(max(cell.lines for cell in row))
        written = "".join([f"{cell.start}{number}{cell.rest}" for cell in row])
        block.append(f'<row r="{number}" ht="{height}">{written}</row>')
        if len(block) == BLOCK:
            yield "".join(block).encode()
            block.clear()
    yield "".join(block).encode()


def _cells(sheet: Sheet, index: int, looks: Looks, is_long: bool) -> Iterator[Cell]:
    """The cells of a column."""
    renders = looks.renders(is_long)
    words = {word: _renderer(Form.TEXT, style) for word, style in looks.words.items()}
    start = f'<c r="{get_column_letter(index + 1)}'
    for row, text in zip(sheet.table.rows, sheet.texts[index], strict=True):
        value = row[index]
        if isinstance(value, Word) and value in words:
            written = words[value](text)
        else:
            written = renders[_look_of(value)](_plain(value, text))
        yield Cell(start, written, lines_of(text, WIDEST) if is_long else 1)


def _look_of(value: Value) -> str:
    match value:
        case Share():
            return "share"
        case bool() | Word() | None:
            return "text"
        case int() | float():
            return "number"
        case PartialDate():
            return "day"
        case _:
            return "text"


def _plain(value: Value, text: str) -> str:
    """The text of a cell as the file holds it: a percentage as the part it is."""
    return repr(float(value)) if isinstance(value, Share) else text
