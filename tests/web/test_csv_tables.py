"""Tables as CSV files that no spreadsheet runs."""

import pytest

from tracker.web.csv_tables import csv_answer, harmless


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_formula_stays_text(cell):
    assert harmless(cell) == f"'{cell}"


def test_a_table_opens_as_utf_8_under_its_name(app):
    with app.test_request_context():
        answer = csv_answer("Отчёт list.csv", ["Ячейка"], [["=x"], ["a, b"]])

    assert answer.data.decode("utf-8-sig").splitlines() == ["Ячейка", "'=x", '"a, b"']
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
