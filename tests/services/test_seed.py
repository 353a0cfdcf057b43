"""The first filling of an empty record."""

import pytest

from tests.factories import day
from tests.record.make_workbook import WORKBOOK
from tests.workbook.books import a_record, edited, typed
from tracker.services import exports, imports
from tracker.services.imports import WorkbookRefused
from tracker.storage import queries
from tracker.workbook.writer import workbook_bytes

TODAY = day("2026-11-22")

pytestmark = pytest.mark.usefixtures("bare_database")


def test_the_real_workbook_fills_an_empty_record_once():
    made = imports.seed(WORKBOOK, TODAY)
    again = imports.seed(WORKBOOK, TODAY)

    assert made.number == again.number == 1
    assert made.change_count == 1348


def test_what_it_filled_is_exported_as_the_same_workbook(tmp_path):
    imports.seed(WORKBOOK, TODAY)
    exports.export_to(tmp_path / "again.xlsx")

    assert parts_of(tmp_path / "again.xlsx") == parts_of(WORKBOOK)


def parts_of(path):
    from zipfile import ZipFile

    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_workbook_with_problems_fills_nothing(tmp_path):
    file = tmp_path / "bad.xlsx"
    file.write_bytes(edited(workbook_bytes(a_record()), typed("Reports", "D2", "?")))

    with pytest.raises(WorkbookRefused, match="1 problem\\."):
        imports.seed(file, TODAY)

    assert queries.revision_number() == 0
