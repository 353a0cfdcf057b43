"""Who waits for whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.estimation.graph import awaited_by, longest_chain

# B and C wait for A, D waits for C, E waits for nobody.
WAITS = [("B", "A"), ("C", "A"), ("D", "C")]
OPEN = ["A", "B", "C", "D", "E"]


def test_everybody_behind_a_program_waits_for_it_directly_or_not():
    found = awaited_by(WAITS, OPEN)

    assert {code: "".join(sorted(waiting)) for code, waiting in found.items()} == {
        "A": "BCD",
        "B": "",
        "C": "D",
        "D": "",
        "E": "",
    }


def test_a_program_that_is_done_neither_waits_nor_is_waited_for():
    found = awaited_by(WAITS, ["A", "B", "D"])

    assert found == {"A": frozenset("B"), "B": frozenset(), "D": frozenset()}


def test_in_a_circle_everybody_waits_for_everybody_but_itself():
    found = awaited_by([("A", "B"), ("B", "C"), ("C", "A"), ("A", "A")], "ABC")

    assert found == {
        "A": frozenset("BC"),
        "B": frozenset("AC"),
        "C": frozenset("AB"),
    }


@pytest.mark.parametrize(
    ("waits", "codes", "circles"),
    [
        (WAITS, "ACD", []),
        ([], "", []),
        ([("D", "E"), ("B", "A")], "AB", []),
        ([("A", "B"), ("B", "A"), ("C", "B")], "ABC", ["AB"]),
        ([("A", "A")], "", []),
        ([("X", "A"), ("B", "X")], "", []),
    ],
    ids=[
        "the longest of two",
        "nobody waits",
        "equally long: the first by code",
        "a circle at its head",
        "a program that waits for itself",
        "through a program that is not open",
    ],
)
def test_the_longest_chain_begins_with_who_is_awaited(waits, codes, circles):
    chain = longest_chain(waits, OPEN)

    assert "".join(chain.codes) == codes
    assert ["".join(circle) for circle in chain.circles] == circles


EDGES = st.lists(st.tuples(st.sampled_from(OPEN), st.sampled_from(OPEN)), max_size=12)


@given(waits=EDGES, shuffled=st.randoms(use_true_random=False))
def test_the_order_of_the_waits_never_matters(waits, shuffled):
    other = list(waits)
    shuffled.shuffle(other)

    assert longest_chain(other, OPEN) == longest_chain(waits, OPEN)
    assert awaited_by(other, OPEN[::-1]) == awaited_by(waits, OPEN)
