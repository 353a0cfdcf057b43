"""Sentences that count: one form for one, another for many."""

import pytest

from tracker.domain.errors import RuleBroken
from tracker.domain.words import P_

FACTS = P_("%(count)s fact refers to it", "%(count)s facts refer to it")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 facts refer to it"),
        (1, "1 fact refers to it"),
        (21, "21 facts refer to it"),
    ],
)
def test_a_refusal_counts_in_english(count, said):
    assert str(RuleBroken(FACTS, count=count)) == said


def test_the_translators_find_both_forms():
    assert (FACTS.one, FACTS) == (
        "%(count)s fact refers to it",
        "%(count)s facts refer to it",
    )
