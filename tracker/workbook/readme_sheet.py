"""Lays out the sheet "Read me" with openpyxl."""

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment

from tracker.workbook.heights import height_of, lines_of
from tracker.workbook.palette import FILLS, HEADER, Fill
from tracker.workbook.readme import (
    FIRST_FACT_ROW,
    HELP,
    LABELS,
    TITLE,
    help_rows,
    vocabularies,
)
from tracker.workbook.styles import font, style_word

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

PLACEHOLDER = "%%{}%%"
TEXT_WIDTH = 96


def fill_readme(page: "Worksheet") -> None:
    """Write everything that is the same in every workbook, and places for the rest."""
    page.column_dimensions["A"].width = 26
    page.column_dimensions["B"].width = TEXT_WIDTH
    page.sheet_view.showGridLines = False
    page.cell(1, 1, TITLE).font = font(HEADER, size=16, bold=True)
    for row, (name, label) in enumerate(LABELS.items(), start=FIRST_FACT_ROW):
        _line(page, row, label, PLACEHOLDER.format(name))
    for row, (label, sentence) in zip(help_rows(), HELP, strict=True):
        _line(page, row, label, sentence)
    heading = page.cell(help_rows()[-1] + 2, 1, "Words and their colours")
    heading.font = font(HEADER, size=13, bold=True)
    _fill_vocabularies(page)
    _set_up_print(page)


def _line(page: "Worksheet", row: int, label: str, sentence: str) -> None:
    page.cell(row, 1, label).font = font(bold=True)
    page.cell(row, 1).alignment = Alignment(vertical="top")
    cell = page.cell(row, 2, sentence)
    cell.font = font()
    cell.number_format = "@"
    cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
    page.row_dimensions[row].height = height_of(lines_of(sentence, TEXT_WIDTH))


def _fill_vocabularies(page: "Worksheet") -> None:
    for vocabulary in vocabularies():
        heading = page.cell(vocabulary.heading_row, 1, vocabulary.used_in)
        heading.font = font(bold=True)
        for row, word in zip(vocabulary.rows, vocabulary.words, strict=True):
            cell = page.cell(row, 1, word.value)
            cell.number_format = "@"
            style_word(cell, FILLS.get(word, Fill("FFFFFF", "111111")))
            page.cell(row, 2, word.label).font = font()


def _set_up_print(page: "Worksheet") -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
