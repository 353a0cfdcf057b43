"""The sheet of the lineage: from, to, how, and on what that rests."""

import pytest

from tests.factories import a_lineage
from tests.workbook.progress_pages import FORMULA, book_of, is_printable, rows_below
from tracker.domain.program import Title
from tracker.domain.vocabulary import LineageBasis
from tracker.workbook.progress_analyses import ReportedPassage


def a_passage(lineage, **more):
    more.setdefault("heir_title", Title("Test heir"))
    return ReportedPassage(
        lineage=lineage, origin_plan="TEST2021", origin_title=FORMULA, **more
    )


PASSAGES = (
    a_passage(a_lineage(), heir_plan="TEST2024", source="https://example.org/l"),
    a_passage(
        a_lineage("L002", heir="TEST2024", basis=LineageBasis.MATCHED),
        heir_plan="TEST2024",
        is_into_package=True,
    ),
    a_passage(a_lineage("L003", heir=""), heir_title=None),
)


@pytest.fixture(scope="module")
def page():
    return book_of(passages=PASSAGES)["Lineage"]


def test_each_passage_stands_with_both_ends_and_its_basis(page):
    first, package, dropped = rows_below(page, "From")

    assert first[:8] == [
        "TEST2021-01",
        "TEST2021",
        "=Test program",
        "carried over",
        "TEST2021-02",
        "TEST2024",
        "Test heir",
        "stated by a source",
    ]
    assert first[9] == "https://example.org/l"
    assert package[6:8] == ["Test heir (the package as a whole)", "matched by us"]
    assert dropped[3:7] == ["dropped", None, None, None]


def test_it_prints_as_every_sheet_and_holds_no_formula(page):
    assert is_printable(page)
    for cells in page.iter_rows():
        assert all(cell.data_type != "f" for cell in cells)


def test_where_nothing_went_on_it_says_so():
    page = book_of()["Lineage"]

    words = [cells[0] for cells in page.iter_rows(values_only=True)]
    assert "Nothing is known yet to have become anything else." in words
