"""The sheet of the claims: figure, verdict, the record's span, and the own sum."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.factories import a_claim, a_plan, a_program
from tests.states import a_state
from tests.workbook.progress_pages import book_of, is_printable, rows_below
from tracker.domain.claim_checks import Item, check_claim
from tracker.domain.claim_context import Arithmetic, PlacedClaim
from tracker.domain.vocabulary import Unit
from tracker.workbook.palette import DONE, HELD_UP
from tracker.workbook.progress_analyses import ReportedClaim

DONE_STATE, OPEN_STATE = a_state("completed"), a_state("in_progress")
ITEMS = [
    Item(a_program("TEST2021-01"), DONE_STATE, OPEN_STATE),
    Item(a_program("TEST2021-02"), OPEN_STATE, OPEN_STATE),
    Item(a_program("TEST2021-03"), OPEN_STATE, OPEN_STATE),
]
PLAN = a_plan(item_count=3)


def told(arithmetic=(), **more):
    claim = a_claim(**more)
    placed = PlacedClaim(claim, claim.dated.last, claim.dated.last)
    return ReportedClaim(
        check_claim(placed, PLAN, ITEMS), arithmetic, "https://example.org/claim"
    )


def a_share(key, figure, **more):
    more.setdefault("unit", "percent_of_programs")
    return told(
        key=key,
        metric="share_completed",
        low=Decimal(figure),
        high=Decimal(figure),
        **more,
    )


SUM = Arithmetic(
    done=Fraction(1),
    of=Fraction(3),
    unit=Unit.PROGRAMS,
    done_claim=a_claim(),
    of_claim=None,
    stated=None,
)


@pytest.fixture(scope="module")
def page():
    claims = (
        a_share("C001", 80, qualifier="almost", claimant="=Test Minister"),
        a_share("C002", 20, dated="2022"),
        a_share("C003", 20, unit="percent_unspecified", arithmetic=(SUM,)),
        told(key="C004"),
    )
    return book_of(claims=claims, sentences={"Claims": ("Of 4 claims",)})["Claims"]


def rows(page):
    return {row[15]: row for row in rows_below(page, "Day")}


def test_a_claim_stands_with_figure_verdict_and_the_span_of_the_record(page):
    row = rows(page)["C001"]

    assert row[1:9] == [
        "TEST2021",
        "=Test Minister",
        "almost",
        80,
        None,
        "% of programs",
        "Share completed",
        "Above the record",
    ]
    assert row[9:12] == [0, 33.3, 3]
    assert row[16] == "https://example.org/claim"


def test_a_day_is_a_day_and_a_year_stays_a_year(page):
    assert rows(page)["C001"][0].isoformat() == "2022-05-01T00:00:00"
    assert rows(page)["C002"][0] == "2022"


def test_what_cannot_be_checked_says_why(page):
    row = rows(page)["C004"]

    assert row[8] == "Cannot be checked"
    assert row[12] == "It gives no figure."
    assert row[9:12] == [None, None, None]


def test_the_caveat_and_the_speakers_own_sum_stand_beside(page):
    row = rows(page)["C003"]

    assert row[12].startswith("Percent of what is not said.")
    assert row[13:15] == ["1 of 3 programs", pytest.approx(1 / 3)]


def test_the_verdict_has_its_colour_and_its_word(page):
    faces = {
        cells[8].value: cells[8].fill.start_color.rgb[-6:] for cells in page.iter_rows()
    }

    assert faces["Above the record"] == HELD_UP.face
    assert faces["Within the record"] == DONE.face


def test_no_name_is_a_formula_and_it_prints_as_every_sheet(page):
    for cells in page.iter_rows():
        assert all(cell.data_type != "f" for cell in cells)
    assert is_printable(page)
    assert page["A1"].value == "Of 4 claims"
    assert page.auto_filter.ref == "A3:Q7"


def test_without_claims_it_says_so():
    page = book_of()["Claims"]

    words = [cells[0] for cells in page.iter_rows(values_only=True)]
    assert "Nobody claimed anything of a whole plan by then." in words
