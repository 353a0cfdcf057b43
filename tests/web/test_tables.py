"""Values of the API as tables."""

from tracker.domain.dates import PartialDate
from tracker.domain.vocabulary import EvidenceGrade, Stage
from tracker.web.tables import Unknown, grids_of, main_grid


def test_values_inside_values_become_columns_and_lists_become_text():
    values = {"rows": [{"a": {"en": "x", "ru": None}, "b": ["y", "z"]}, {"c": 1}]}

    found = main_grid(values, "rows")

    assert found.columns == [("a", "en"), ("a", "ru"), ("b",), ("c",)]
    assert found.rows == [["x", None, "y; z", None], [None, None, None, 1]]


def test_rows_inside_rows_become_a_table_that_says_whose_they_are():
    values = {"claims": [{"key": "C1", "arithmetic": [{"done": 1}, {"done": 2}]}]}

    claims, sums = grids_of(values, "claims")

    assert claims.columns == [("key",)]
    assert (sums.path, sums.columns) == (
        ("claims", "arithmetic"),
        [("key",), ("done",)],
    )
    assert sums.rows == [["C1", 1], ["C1", 2]]


def test_values_under_codes_become_rows():
    values = {"claims": [{"key": "C1", "behind": {"P-1": ["R1", "R2"]}}]}

    _, behind = grids_of(values, "claims")

    assert behind.rows == [["C1", "P-1", "R1; R2"]]


def test_what_is_said_once_stands_line_by_line_without_the_view():
    values = {"as_of": "2023-12-31", "rule": "x.v1", "record": {"count": 3}, "rows": []}

    rows, once = grids_of(values, "rows")

    assert not rows.rows
    assert once.rows == [("Rule", "rule", "x.v1"), ("Record, count", "record_count", 3)]


def test_a_value_that_is_nothing_here_and_a_mapping_there_is_no_column():
    values = {"rows": [{"claimed": None}, {"claimed": {"low": 1}}]}

    assert main_grid(values, "rows").columns == [("claimed", "low")]


def test_dates_are_known_by_the_name_of_their_column():
    values = {"rows": [{"due": "2023-04", "note": "2023-04"}]}

    assert main_grid(values, "rows").rows == [[PartialDate.parse("2023-04"), "2023-04"]]


def test_a_grade_is_its_code():
    values = {"rows": [{"grade": EvidenceGrade.E2, "stage": Stage.AGREED}]}

    assert main_grid(values, "rows").rows == [["E2", Stage.AGREED]]


def test_an_unknown_stage_is_said_so_to_people_and_nothing_in_data():
    values = {"programs": [{"code": "P", "stage": None}], "reports": [{"stage": None}]}

    programs, reports = grids_of(values, "programs")

    assert programs.rows == [["P", Unknown.NOT_KNOWN]]
    assert (str(Unknown.NOT_KNOWN), Unknown.NOT_KNOWN.label) == ("", "Not known")
    assert reports.rows == [[None]]
