"""A workbook of one day also tells where each program stood on it."""

import io
from datetime import date

import openpyxl
import pytest

from tracker.domain.views import View
from tracker.services import exports, imports
from tracker.services.catalogue import catalogue
from tracker.services.positions import program_rows
from tracker.services.record_part import Part
from tracker.workbook.palette import FILLS
from tracker.workbook.reader import read_workbook

END_OF_2023 = View(as_of=date(2023, 12, 31))
OF_A_DAY = Part(plan="UP2021", view=END_OF_2023)


@pytest.fixture
def record(real_app):
    """The real record, open."""
    with real_app.app_context():
        yield


def sheets_of(part):
    return openpyxl.load_workbook(io.BytesIO(exports.export_record(part).data))


def test_each_program_stands_as_on_its_page_with_word_and_colour(record):
    page = sheets_of(OF_A_DAY)["States"]
    expected = program_rows(catalogue(), END_OF_2023, "UP2021")

    assert page.max_row == 1 + len(expected) == 29
    for row, cells in zip(expected, page.iter_rows(min_row=2), strict=True):
        code, _, said, _, _, _, _, timeliness = cells
        assert code.value == row.program.code
        assert said.value == row.said.state.stage.label
        assert timeliness.value == row.said.timeliness.label
        if row.said.timeliness in FILLS:
            face = timeliness.fill.fgColor.rgb
            assert face.endswith(FILLS[row.said.timeliness].face)


def test_what_nobody_reported_on_is_not_known(record):
    early = Part(plan="UP2021", view=View(as_of=date(2020, 1, 1)))

    stages = [cell.value for cell in sheets_of(early)["States"]["C"][1:]]

    assert set(stages) == {"Not known"}


def test_the_states_are_to_read_only(record):
    data = exports.export_record(OF_A_DAY).data
    book = openpyxl.load_workbook(io.BytesIO(data))
    book["States"]["H2"] = "Typed by a test"
    changed = io.BytesIO()
    book.save(changed)

    assert read_workbook(changed.getvalue()).ignored == ()
    plan = imports.plan_import(read_workbook(changed.getvalue()), date(2026, 11, 21))
    assert not plan.entries
    assert not plan.problems


def test_the_same_day_gives_the_same_bytes(record):
    first = exports.export_record(OF_A_DAY).data

    assert exports.export_record(OF_A_DAY).data == first


def test_without_a_day_programs_stand_nowhere(record):
    assert "States" not in sheets_of(Part(plan="UP2021")).sheetnames
    assert "States" not in sheets_of(exports.WHOLE).sheetnames


def test_read_me_has_the_colours_of_the_timeliness(record):
    words = [cell.value for cell in sheets_of(exports.WHOLE)["Read me"]["A"]]

    assert "States: Timeliness" in words
    assert "overdue" in words
