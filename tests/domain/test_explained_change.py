"""Why a figure differs between two views: four parts that add up to it exactly."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.explained_change import (
    Cause,
    Situation,
    explain_change,
)
from tracker.domain.scores import RULES
from tracker.domain.state import UNKNOWN, State
from tracker.domain.vocabulary import Closure, Stage

STRICT, THIRDS = RULES["strict.v1"], RULES["thirds.v1"]
BEGUN, DONE = State(stage=Stage.IN_PROGRESS), State(stage=Stage.COMPLETED)


def situation(before, corrected=None, after=None, reread=None):
    corrected = before if corrected is None else corrected
    after = corrected if after is None else after
    return Situation(
        before=before,
        corrected=corrected,
        after=after,
        reread=after if reread is None else reread,
    )


def moves_of(found):
    return [(move.program, move.cause) for move in found.moves]


def test_a_program_completed_between_the_dates_is_real_change():
    found = explain_change(
        situation({"A": BEGUN, "B": BEGUN}, after={"A": DONE, "B": BEGUN}),
        STRICT,
        STRICT,
    )

    assert (found.before, found.after) == (0, Fraction(1, 2))
    assert found.parts == {
        Cause.CORRECTION: 0,
        Cause.ITEMS: 0,
        Cause.REAL: Fraction(1, 2),
        Cause.RULE: 0,
    }
    assert moves_of(found) == [("A", Cause.REAL)]


def test_what_the_record_now_says_of_the_earlier_date_is_a_correction():
    found = explain_change(situation({"A": DONE}, {"A": BEGUN}), STRICT, STRICT)

    assert found.parts[Cause.CORRECTION] == found.difference == -1
    assert moves_of(found) == [("A", Cause.CORRECTION)]


def test_an_item_that_enters_makes_the_share_of_the_others_smaller():
    found = explain_change(
        situation({"A": DONE}, {"A": DONE, "B": BEGUN}), STRICT, STRICT
    )

    # One of one, then one of two.
    assert found.parts[Cause.ITEMS] == Fraction(-1, 2)
    assert moves_of(found) == [("B", Cause.ITEMS)]


def test_an_item_that_left_is_no_correction():
    found = explain_change(
        situation({"A": DONE, "B": BEGUN}, {"A": DONE}), STRICT, STRICT
    )

    assert found.parts[Cause.CORRECTION] == 0
    assert found.parts[Cause.ITEMS] == Fraction(1, 2)


def test_another_rule_is_told_apart_from_what_moved():
    found = explain_change(situation({"A": BEGUN}), STRICT, THIRDS)

    assert found.parts[Cause.RULE] == Fraction(1, 3)
    assert found.moves == ()


def test_another_reading_counts_as_another_rule():
    found = explain_change(
        situation({"A": DONE}, reread={"A": UNKNOWN}), STRICT, STRICT
    )

    assert found.parts[Cause.RULE] == -1
    assert moves_of(found) == [("A", Cause.RULE)]


def test_a_stall_is_told_though_no_figure_moves_and_more_silence_is_not():
    quieter = State(stage=Stage.IN_PROGRESS, silent_days=300, report_count=2)
    left = State(stage=Stage.IN_PROGRESS, closure=Closure.WITHDRAWN)

    found = explain_change(
        situation({"A": BEGUN, "B": BEGUN}, after={"A": quieter, "B": left}),
        STRICT,
        STRICT,
    )

    assert (found.difference, moves_of(found)) == (0, [("B", Cause.REAL)])


def test_a_list_that_was_empty_counts_as_nothing_done():
    found = explain_change(situation({}, {"A": DONE}), STRICT, STRICT)

    assert (found.before, found.after) == (0, 1)
    assert found.parts[Cause.ITEMS] == 1


STATES = st.builds(
    State,
    stage=st.none() | st.sampled_from(Stage),
    closure=st.none() | st.sampled_from(Closure),
)
LISTS = st.dictionaries(st.sampled_from("ABCDEFG"), STATES)


@given(
    before=LISTS,
    codes=st.sets(st.sampled_from("ABCDEFG")),
    states=st.lists(STATES, min_size=21, max_size=21),
    rules=st.tuples(st.sampled_from(list(RULES)), st.sampled_from(list(RULES))),
)
def test_the_parts_always_add_up_exactly(before, codes, states, rules):
    rest = iter(states)
    later = [{code: next(rest) for code in sorted(codes)} for _ in range(3)]
    old, new = (RULES[name] for name in rules)

    found = explain_change(situation(before, *later), old, new)

    assert sum(found.parts.values()) == found.difference
    assert found.after == (new.score(later[2].values()).value or 0)
    if before.keys() == codes:
        assert found.parts[Cause.ITEMS] == 0
    if old is new and later[1] == later[2]:
        assert found.parts[Cause.RULE] == 0
