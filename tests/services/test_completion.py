"""The real plans by every rule, by grade of evidence, and by the count of measures."""

from fractions import Fraction

import pytest

from tests.factories import day
from tracker.domain.errors import NotFound
from tracker.domain.views import SHOWN, View
from tracker.domain.vocabulary import EvidenceGrade
from tracker.services.completion import completion
from tracker.services.completion_values import completion_values


@pytest.fixture(autouse=True)
def _record(real_app):
    with real_app.app_context():
        yield


def test_road_maps_are_judged_by_agreement_and_programs_by_completion():
    view = View(day("2023-04-30"))

    assert completion(view, "RM2019").main_rule == "agreement.v1"
    assert completion(view, "UP2021").main_rule == "strict.v1"


def test_union_programs_in_april_2023():
    found = completion(View(day("2023-04-30")), "UP2021")

    assert (found.said.scores["strict.v1"].done, found.said.scores["strict.v1"].of) == (
        8,
        28,
    )
    assert found.shown.scores["strict.v1"].done == 0
    # Golovchenko, 27 March 2023: practically 75 percent of all tasks.
    assert found.measures.value == Fraction(3, 4)
    assert found.said.due.score.of == 0


def test_at_the_end_of_the_plan_everything_was_due():
    due = completion(View(day("2023-12-31")), "UP2021").said.due

    assert (due.score.done, due.score.of) == (8, 28)


def test_the_more_evidence_is_asked_for_the_less_is_done():
    floors = completion(View(day("2023-12-31")), "UP2021").by_floor

    done = [floors[grade]["thirds.v1"].done for grade in EvidenceGrade]
    assert done == sorted(done, reverse=True)
    assert done[0] > done[-1]


def test_the_reading_of_the_view_changes_what_is_shown_and_never_what_is_said():
    said = completion(View(day("2023-12-31")), "UP2021")
    shown = completion(View(day("2023-12-31"), reading=SHOWN), "UP2021")

    assert shown.said == said.said
    assert shown.shown == said.shown


def test_an_unknown_plan_is_refused():
    with pytest.raises(NotFound):
        completion(View(day("2023-12-31")), "TEST1999")


def test_the_values_give_every_rule_said_and_shown():
    values = completion_values(completion(View(day("2023-04-30")), "UP2021"))

    assert set(values["scores"]) == {
        "strict.v1",
        "thirds.v1",
        "agreement.v1",
        "half.v1",
        "due.v1",
    }
    assert values["scores"]["strict.v1"]["said"]["value"] == 0.2857
    assert values["measures.v1"]["claimant"] == "R. Golovchenko"
    assert list(values["by_floor"]) == ["E0", "E1", "E2", "E3", "E4"]
