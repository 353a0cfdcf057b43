"""The table of columns covers every field of every kind."""

from dataclasses import fields

import pytest

from tracker.domain.changes import content_fields
from tracker.domain.record import KINDS, Kind
from tracker.workbook.headers import folded
from tracker.workbook.sheets import SHEET_OF, SHEETS
from tracker.workbook.template import template


def test_the_tabs_stand_in_the_order_people_were_told():
    assert [sheet.name for sheet in SHEETS] == [
        "Plans",
        "Sectors",
        "Programs",
        "Reports",
        "Deadlines",
        "Claims",
        "Acts",
        "Lineage",
        "Dependencies",
        "Events",
        "Sources",
    ]


@pytest.mark.parametrize("kind", Kind)
def test_every_field_that_people_fill_in_has_a_column(kind):
    columns = {column.field.partition(".")[0] for column in SHEET_OF[kind].columns}
    value = KINDS[kind].value

    wanted = {f.name for f in fields(value)} & set(content_fields(value))  # type: ignore[arg-type]
    assert columns == wanted | {"version", "mark"}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_two_columns_of_a_sheet_can_be_taken_for_each_other(sheet):
    names = [{folded(c.header), folded(c.name)} for c in sheet.columns]

    assert sum(map(len, names)) == len(set().union(*names))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_records_own_columns_come_last(sheet):
    own = [column.is_own for column in sheet.columns]

    assert own == sorted(own)
    assert [column.header for column in sheet.columns][-2:] == ["Version", "Mark"]


def test_the_empty_workbook_is_made_once():
    assert template() is template()
