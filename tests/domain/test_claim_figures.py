"""The figure of a claim in words."""

from decimal import Decimal

import pytest

from tests.factories import a_claim
from tracker.domain.claim_figures import figure_words
from tracker.domain.vocabulary import Unit


def write(figure):
    return f"{figure:,}"


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (2027, 2027, Unit.YEAR, "2027"),
        (2025, 2027, Unit.YEAR, "2025–2027"),
        (2, 3, Unit.YEARS, "2–3 years"),
        (1200, 1200, Unit.MEASURES, "1,200 measures"),
    ],
)
def test_a_year_of_the_calendar_is_no_number_of_years(low, high, unit, words):
    claim = a_claim(low=Decimal(low), high=Decimal(high), unit=unit)

    assert figure_words(claim, str, write) == words
