"""Cells that readers disagree about, that run, or that never end."""

from tests.hostile.forge import (
    REPORTS,
    Forged,
    changed,
    noise,
    text_cell,
    with_cell,
    with_cell_value,
    with_rows,
)

DIGITS = str.maketrans("abcdef", "123456")
ROW = '<row r="{0}">{1}</row>'
DATE_STYLE = 's="3"'


def many_cells(rows: int, columns: int) -> Forged:
    digits = noise(rows * columns * 2).translate(DIGITS)
    cells = [f"<c><v>{digit}</v></c>" for digit in digits]
    starts = range(0, rows * columns, columns)
    return with_rows(
        "".join(f"<row>{''.join(cells[n : n + columns])}</row>" for n in starts)
    )


def empty_cells(count: int) -> Forged:
    styles = noise(count).translate(DIGITS)
    cells = "".join(f'<c s="{style}"/>' for style in styles)
    return with_rows(f"<row>{cells}</row>")


def far_away(address: str, row: int) -> Forged:
    return with_rows(ROW.format(row, f'<c r="{address}"><v>1</v></c>'))


def after_cells(xml: str) -> Forged:
    return changed(REPORTS, "</sheetData>", f"</sheetData>{xml}")


def merges(count: int) -> str:
    found = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, count + 1))
    return f"<mergeCells>{found}</mergeCells>"


CELLS: dict[str, Forged] = {
    "a shared text of index -1": with_cell_value('t="s"', "-1"),
    "a shared text that is missing": with_cell_value('t="s"', "99"),
    "a shared text of no index": with_cell_value('t="s"', ""),
    "a shared text of a word": with_cell_value('t="s"', "first"),
    "a shared text of a huge index": with_cell_value('t="s"', "9" * 30),
    "infinite": with_cell_value("", "1e400"),
    "not a number": with_cell_value("", "NaN"),
    "infinity in words": with_cell_value("", "Infinity"),
    "full-width digits": with_cell_value("", "１２"),
    "hexadecimal": with_cell_value("", "0x1F"),
    "a number with a comma": with_cell_value("", "1,5"),
    "a number of a million digits": with_cell_value(
        "", noise(1_000_000).translate(DIGITS)
    ),
    "a word as number": with_cell_value("", "twelve"),
    "neither true nor false": with_cell_value('t="b"', "7"),
    "an error nobody knows": with_cell_value('t="e"', "#BOO!"),
    "an error": with_cell_value('t="e"', "#REF!"),
    "a type nobody knows": with_cell_value('t="zz"', "1"),
    "a date that is none": with_cell_value('t="d"', "2023-99-99"),
    "a style that is no number": with_cell_value('s="x"', "1"),
    "a style below zero": with_cell_value('s="-1"', "1"),
    "two values": with_cell('<c r="I9"><v>1</v><v>2</v></c>'),
    "the day 0": with_cell(f'<c r="B9" {DATE_STYLE}><v>0</v></c>'),
    "the day 60, which never was": with_cell(f'<c r="B9" {DATE_STYLE}><v>60</v></c>'),
    "the day -1": with_cell(f'<c r="B9" {DATE_STYLE}><v>-1</v></c>'),
    "a day far away": with_cell(f'<c r="B9" {DATE_STYLE}><v>99999999</v></c>'),
    "a time of day": with_cell(f'<c r="B9" {DATE_STYLE}><v>45000.5</v></c>'),
    "a formula": with_cell('<c r="K9"><f>1+1</f><v>2</v></c>'),
    "a formula without a value": with_cell(
        f'<c r="D9"><f>NOW()</f></c>{text_cell("K9", "x")}'
    ),
    "a formula that calls": with_cell(
        '<c r="K9" t="str"><f>cmd|\'/c calc\'!A1</f><v>x</v></c>'
    ),
    "an array formula over everything": with_cell(
        '<c r="K9"><f t="array" ref="A1:XFD1048576">1</f><v>2</v></c>'
    ),
    "an array formula over nowhere": with_cell(
        '<c r="K9"><f t="array" ref="A1:">1</f><v>2</v></c>'
    ),
    "ten thousand array formulas": with_rows(
        "".join(
            ROW.format(n, f'<c r="A{n}"><f t="array" ref="A{n}:C{n}">1</f></c>')
            for n in range(9, 3_009)
        )
    ),
    "rows out of order": with_rows(ROW.format(9, "") + ROW.format(8, "")),
    "a row twice": with_rows(ROW.format(9, "") + ROW.format(9, "")),
    "a row again": with_rows(ROW.format(2, "")),
    "row 0": with_rows(ROW.format(0, "")),
    "row -1": with_rows(ROW.format(-1, "")),
    "row x": with_rows(ROW.format("x", "")),
    "row 1.5": with_rows(ROW.format("1.5", "")),
    "a row of too many digits": with_rows(ROW.format("9" * 50, "")),
    "a cell too far down": far_away("A20002", 20_002),
    "a cell at the end of the sheet": far_away("A1048576", 1_048_576),
    "a cell beyond the end of the sheet": far_away("A1048577", 1_048_577),
    "a cell too far right": far_away("BM9", 9),
    "a cell in the last column": far_away("XFD9", 9),
    "a cell beyond the last column": far_away("ZZZZ9", 9),
    "a cell of another row": far_away("A7", 9),
    "a cell without a row": far_away("A", 9),
    "a cell without a column": far_away("9", 9),
    "a cell in lower case": far_away("a9", 9),
    "a cell in Cyrillic": far_away("А9", 9),
    "cells out of order": with_cell('<c r="C9"><v>1</v></c><c r="B9"><v>2</v></c>'),
    "a cell twice": with_cell('<c r="C9"><v>1</v></c><c r="C9"><v>2</v></c>'),
    "too many cells": many_cells(12_000, 40),
    "too many empty cells": empty_cells(1_200_000),
    "too wide an area": with_rows(
        ROW.format(9, '<c r="BL9"><v>1</v></c>')
        + ROW.format(20_000, '<c r="A20000"><v>1</v></c>')
    ),
    "a text that is too long": with_cell(text_cell("K9", "x" * 40_000)),
    "a text of 3 MB": with_cell(text_cell("K9", noise(3_000_000))),
    "a text with a character nobody sees": changed(REPORTS, "First.", "Fi\u200brst."),
    "a text written right to left": changed(REPORTS, "First.", "\u202eFirst."),
    "merged cells": after_cells(merges(3)),
    "merged cells of no address": after_cells(
        '<mergeCells><mergeCell ref="A1:"/></mergeCells>'
    ),
    "too many merged cells": after_cells(merges(501)),
    "too many drop-down lists": after_cells(
        "<dataValidations>" + "<dataValidation/>" * 501 + "</dataValidations>"
    ),
    "too many coloured ranges": after_cells("<conditionalFormatting/>" * 501),
    "a key twice": changed(REPORTS, "R0003", "R0002"),
    "a code in look-alike letters": changed(REPORTS, "TEST2021-01", "TЕST2021-01"),
    "a header in look-alike letters": changed(REPORTS, "<t>Stage<", "<t>Stаge<"),
    "a header with an unseen character": changed(
        REPORTS, "<t>Stage<", "<t>St\u200bage<"
    ),
    "an ambiguous date": changed(REPORTS, "2022-06", "06/07/2022"),
}
