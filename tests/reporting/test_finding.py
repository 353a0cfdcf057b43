"""The table beside a picture: figures stand at the right."""

from tracker.reporting.finding import Table


def test_columns_of_numbers_and_percentages_are_known():
    rows = (
        ("2021", 3, "80.5\N{NO-BREAK SPACE}%", "1 of 2", "1,827", None),
        ("2022", 4, "7\N{NO-BREAK SPACE}%", "2", "12", 5),
    )

    table = Table("Test", ("Day", "Count", "Share", "Words", "Days", "More"), rows)

    assert table.numeric == {1, 2, 4, 5}


def test_a_table_without_rows_has_no_figures():
    assert Table("Test", ("Day", "Count"), ()).numeric == frozenset()
