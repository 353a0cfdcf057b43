"""A workbook also tells where each program stands: on its day, or on that of today."""

import io
from datetime import date, datetime

import openpyxl
import pytest

from tracker.domain.views import View
from tracker.services import exports, imports
from tracker.services.catalogue import catalogue
from tracker.services.positions import program_rows
from tracker.services.record_part import Part
from tracker.workbook.palette import FILLS
from tracker.workbook.reader import read_workbook

TODAY = date(2026, 11, 22)
END_OF_2023 = View(as_of=date(2023, 12, 31))
OF_A_DAY = Part(plan="UP2021", view=END_OF_2023)


@pytest.fixture
def record(real_app):
    """The real record, open."""
    with real_app.app_context():
        yield


def sheets_of(part, today=None):
    data = exports.export_record(part, today).data
    return openpyxl.load_workbook(io.BytesIO(data))


def test_each_program_stands_as_on_its_page_with_word_and_colour(record):
    page = sheets_of(OF_A_DAY)["States"]
    expected = program_rows(catalogue(), END_OF_2023, "UP2021")

    assert page.max_row == 1 + len(expected) == 29
    for row, cells in zip(expected, page.iter_rows(min_row=2), strict=True):
        code, _, said, _, _, _, _, timeliness, as_of = cells
        assert as_of.value == datetime(2023, 12, 31)  # noqa: DTZ001 - Excel has no zones
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


@pytest.mark.parametrize("part", [exports.WHOLE, Part(plan="UP2021")])
def test_without_a_view_programs_stand_as_today_and_nothing_is_left_out(record, part):
    book = sheets_of(part, TODAY)

    expected = program_rows(catalogue(), View(as_of=TODAY), part.plan or None)
    found = {row[0].value: row[7].value for row in book["States"].iter_rows(min_row=2)}
    assert found == {row.program.code: row.said.timeliness.label for row in expected}
    assert book["Reports"].max_row == sheets_of(part)["Reports"].max_row
    lines = {row[0].value: row[1].value for row in book["Read me"].iter_rows(max_row=9)}
    assert (lines["As of"], lines["States on"]) == ("every date", TODAY.isoformat())


def test_what_today_adds_is_nothing_to_bring_back(record):
    data = exports.export_record(exports.WHOLE, TODAY).data

    plan = imports.plan_import(read_workbook(data), TODAY)

    assert not plan.is_part
    assert not plan.entries
    assert not plan.problems


def test_without_any_day_programs_stand_nowhere(record):
    assert "States" not in sheets_of(exports.WHOLE).sheetnames


def test_read_me_has_the_colours_of_the_timeliness(record):
    words = [cell.value for cell in sheets_of(exports.WHOLE)["Read me"]["A"]]

    assert "States: Timeliness" in words
    assert "overdue" in words
