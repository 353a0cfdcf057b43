"""The figure of a score in words, from scores made by hand."""

from fractions import Fraction

import pytest

from tracker.domain.score_words import Tongue, beside, bounds, figure
from tracker.domain.scores import Score

PLAIN = Tongue(
    say=str,
    number=lambda value: f"{float(value):g}",
    share=lambda value: "not known" if value is None else f"{float(100 * value):g} %",
)
SETTLED = Score(Fraction(1), 4, Fraction(1))
OPEN = Score(Fraction(1), 4, Fraction(2))


@pytest.mark.parametrize(
    ("score", "rule", "words"),
    [
        (SETTLED, "strict.v1", ("1 of 4", "25 %")),
        (OPEN, "strict.v1", ("1 of 4", "25 %, at most 50 %")),
        (OPEN, "due.v1", ("1 of 4", "25 %, at most 50 %")),
        (SETTLED, "agreement.v1", ("25 %", "1 of 4")),
        (OPEN, "agreement.v1", ("25 %", "1 of 4, at most 50 %")),
        (Score(Fraction(), 0, Fraction()), "thirds.v1", ("not known", "0 of 0")),
    ],
)
def test_only_a_rule_that_counts_programs_leads_with_their_number(score, rule, words):
    assert (figure(score, rule, PLAIN), beside(score, rule, PLAIN)) == words


def test_the_bounds_are_told_as_shares():
    assert bounds(OPEN, PLAIN) == "25 %, at most 50 %"
