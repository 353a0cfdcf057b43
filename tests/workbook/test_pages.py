"""Rows of sheets to read: each value looks like what it is, in every workbook."""

from fractions import Fraction

import pytest
from openpyxl import Workbook

from tests.factories import day, partial
from tracker.domain.vocabulary import Stage
from tracker.workbook.pages import PageColumn, write_row
from tracker.workbook.palette import FILLS

COLUMNS = (
    PageColumn("Words", 20),
    PageColumn("Stage", 12),
    PageColumn("Share", 9, is_share=True),
    PageColumn("Points", 9, number_format="+0.0;-0.0"),
    PageColumn("Day", 12),
    PageColumn("Address", 20, wraps=False),
)
VALUES = ("=1+1", Stage.COMPLETED, Fraction(1, 3), 4, day("2023-12-31"), "@test")


def written(values=VALUES):
    """The cells of a row in a workbook of its own, below a row of the same."""
    page = Workbook().active
    write_row(page, 1, VALUES, COLUMNS)
    write_row(page, 2, values, COLUMNS)
    return page[2]


def test_text_that_looks_like_an_escape_is_kept_from_being_one():
    # Spreadsheets take the outer escape away; openpyxl shows what stands in the file.
    words, *_ = written(("_x000D_=1", *VALUES[1:]))

    assert words.value == "_x005F_x000D_=1"


def test_each_kind_of_value_has_its_format():
    words, _, share, points, dated, _ = written()

    assert words.data_type == "s"
    assert share.number_format == "0.0%"
    assert points.number_format == "+0.0;-0.0"
    assert dated.number_format == "yyyy-mm-dd"


def test_numbers_stand_to_the_right_and_addresses_in_one_line():
    words, _, share, _, dated, address = written()

    assert [c.alignment.horizontal for c in (words, share, dated)] == [
        "left",
        "right",
        "left",
    ]
    assert words.alignment.wrap_text
    assert not address.alignment.wrap_text


def test_a_word_of_the_palette_has_its_colour_and_no_other_has():
    for stage in (Stage.COMPLETED, Stage.APPROVED):
        cell = written(("", stage, *VALUES[2:]))[1]

        assert cell.value == stage.label
        assert cell.fill.start_color.rgb[-6:] == FILLS[stage].face
        assert cell.font.color.rgb[-6:] == FILLS[stage].ink
    plain = written(("", "Not known", *VALUES[2:]))[1]
    assert plain.fill.fill_type is None


def test_a_partial_date_stays_text():
    cell = written((*VALUES[:4], partial("2023-04"), "@test"))[4]

    assert (cell.value, cell.data_type) == ("2023-04", "s")
    assert cell.number_format == "General"


def test_a_cell_styled_afterwards_takes_no_other_along():
    page = Workbook().active
    write_row(page, 1, VALUES, COLUMNS)
    write_row(page, 2, VALUES, COLUMNS)

    page["A1"].number_format = "@"

    assert page["A2"].number_format == "General"


@pytest.mark.parametrize("value", [None, ""])
def test_an_empty_cell_is_left_empty(value):
    assert not written((value, *VALUES[1:]))[0].value
