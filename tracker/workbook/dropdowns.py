"""Drop-down lists and colours that follow the word in a cell."""

from typing import TYPE_CHECKING

from openpyxl.formatting.rule import CellIsRule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from tracker.domain.record import Kind
from tracker.domain.words import N_
from tracker.workbook.codecs import CodeCodec, WordCodec, YesNoCodec
from tracker.workbook.columns import Column, Sheet
from tracker.workbook.limits import EXCEL_ROWS
from tracker.workbook.palette import FILLS
from tracker.workbook.readme import vocabularies
from tracker.workbook.sheets import README, SHEET_OF
from tracker.workbook.styles import font, solid

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def add_dropdowns(page: "Worksheet", sheet: Sheet) -> None:
    """Give every column of words, codes or shares its list or its limits."""
    for index, column in enumerate(sheet.columns, start=1):
        rule = _rule(sheet, column)
        if rule is not None:
            page.add_data_validation(rule)
            rule.add(_cells(index))


def add_colours(page: "Worksheet", sheet: Sheet) -> None:
    """Colour the words of the palette, whatever is typed later."""
    for index, column in enumerate(sheet.columns, start=1):
        if not isinstance(column.codec, WordCodec):
            continue
        for word in column.codec.vocabulary:
            fill = FILLS.get(word)
            if fill is not None:
                rule = CellIsRule(
                    operator="equal",
                    formula=[f'"{word.value}"'],
                    fill=solid(fill.face),
                    font=font(fill.ink),
                )
                page.conditional_formatting.add(_cells(index), rule)


def _cells(index: int) -> str:
    letter = get_column_letter(index)
    return f"{letter}2:{letter}{EXCEL_ROWS}"


def _rule(sheet: Sheet, column: Column) -> DataValidation | None:
    if column.refers_to is not None:
        # Several codes, or a plan in place of a program, are typed: no list has them.
        # One code may be of the record and not of this part: Excel asks, and lets it.
        is_one = isinstance(column.codec, CodeCodec) and sheet.kind != Kind.LINEAGE
        style = "warning" if is_one else None
        return _list_rule(_code_range(column.refers_to), style)
    if isinstance(column.codec, WordCodec):
        return _list_rule(_word_range(column.codec), "stop")
    if isinstance(column.codec, YesNoCodec):
        return _list_rule('"yes"', "stop")
    if column.name == "percent":
        return DataValidation(
            type="decimal",
            operator="between",
            formula1="0",
            formula2="100",
            allow_blank=True,
            showErrorMessage=True,
            errorTitle=N_("Percent"),
            error=N_("A percentage lies between 0 and 100."),
        )
    return None


def _list_rule(formula: str, style: str | None) -> DataValidation:
    """A list that is offered, and held to as *style* says: stop, warning or not."""
    return DataValidation(
        type="list",
        formula1=formula,
        allow_blank=True,
        showErrorMessage=style is not None,
        errorStyle=style,
        errorTitle=N_("Not in the list"),
        error=N_("Choose one from the list of this cell."),
    )


def _word_range(codec: WordCodec) -> str:
    for vocabulary in vocabularies():
        if vocabulary.words is codec.vocabulary:
            rows = vocabulary.rows
            return f"'{README}'!$A${rows[0]}:$A${rows[-1]}"
    raise KeyError(codec.vocabulary)


def _code_range(kind: Kind) -> str:
    """The filled part of a sheet's column of codes, as long as it grows."""
    name = SHEET_OF[kind].name
    cells = f"{name}!$A$2:$A${EXCEL_ROWS}"
    return f"OFFSET({name}!$A$2,0,0,MAX(1,COUNTA({cells})),1)"
