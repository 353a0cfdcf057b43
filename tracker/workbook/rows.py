"""Facts as the XML of rows: streamed, because there may be a hundred thousand.

Every cell is written, also an empty one, so that a row is nothing but its pieces joined
by its number: ``<row r="``7``"><c r="A``7``" s="1"/><c r="B``7``" ...``.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count
from typing import Any

from openpyxl.utils import get_column_letter

from tracker.workbook.cell_xml import Render, cell_renderer
from tracker.workbook.cells import Form
from tracker.workbook.codecs import CodeCodec, TextCodec
from tracker.workbook.columns import MARK, Column
from tracker.workbook.heights import height_of, line_counts
from tracker.workbook.marks import mark_of_texts
from tracker.workbook.stream import Stream
from tracker.workbook.template import SheetTemplate

FIRST_ROW = 2
KEPT = 4_096  # cells of a column kept, because words and dates come again and again


def row_blocks(facts: Stream, template: SheetTemplate) -> Iterator[bytes]:
    """The rows of *facts*, a block of XML at a time."""
    columns = [c for c in template.sheet.columns if c.field != MARK]
    renders = _renders(template)
    numbers = count(FIRST_ROW)
    for block in facts.blocks:
        texts = [_texts(column, block[column.field]) for column in columns]
        # The version stands last before the mark and is no part of it.
        texts.append(list(map(mark_of_texts, zip(*texts[:-1], strict=True))))
        cells = [
            map(render, column) for render, column in zip(renders, texts, strict=True)
        ]
        rows = zip(_heights(columns, texts), *cells, strict=True)
        # Rows before numbers: the first to end is asked once more, and would lose one.
        yield "".join(map(_row, rows, numbers)).encode()


def _row(pieces: tuple[str, ...], number: int) -> str:
    return str(number).join(('<row r="', *pieces))


def _heights(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> list[str]:
    """What follows the number of each row: its height, and the start of a cell."""
    wrapped = [
        line_counts(column_texts, column.width)
        for column, column_texts in zip(columns, texts, strict=False)
        if column.wraps
    ]
    return [_height(max(lines)) for lines in zip(*wrapped, strict=True)]


@lru_cache
def _height(lines: int) -> str:
    return f'" ht="{height_of(lines)}"><c r="A'


def _texts(column: Column, values: Sequence[Any]) -> Sequence[str]:
    if isinstance(column.codec, TextCodec | CodeCodec):
        return values
    return list(map(column.codec.write, values))


def _renders(template: SheetTemplate) -> list[Render]:
    """For each column, what makes its cells and begins the cell after it."""
    columns = template.sheet.columns
    starts = [f'<c r="{get_column_letter(i)}' for i in range(2, len(columns) + 1)]
    renders = []
    for column, styles, after in zip(
        columns, template.styles, [*starts, "</row>"], strict=True
    ):
        render = cell_renderer(column.codec.form, styles)
        renders.append(_followed(render, after, is_kept=_comes_again(column)))
    return renders


def _comes_again(column: Column) -> bool:
    """Whether a column may hold the same few things over and over."""
    is_key_or_mark = column.is_own and column.codec.form is Form.TEXT
    is_prose = column.wraps and isinstance(column.codec, TextCodec)
    return not is_key_or_mark and not is_prose


def _followed(render: Render, after: str, *, is_kept: bool) -> Render:
    def render_and_go_on(text: str) -> str:
        return render(text) + after

    return lru_cache(KEPT)(render_and_go_on) if is_kept else render_and_go_on
