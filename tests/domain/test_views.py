"""Views: which reports count when, for whom, and in which revision."""

import pytest

from tests.factories import a_view, a_weighed_report
from tracker.domain.errors import BadInput
from tracker.domain.views import SAID, SHOWN, Reading
from tracker.domain.vocabulary import EvidenceGrade


@pytest.mark.parametrize(
    ("as_of", "known_on", "counts"),
    [
        ("2022-05-01", None, True),
        ("2022-04-30", None, False),
        ("2023-01-01", "2022-07-01", True),
        ("2023-01-01", "2022-06-30", False),
        ("2022-05-01", "2022-06-30", False),
    ],
    ids=[
        "its own day",
        "the day before",
        "known by the day it was told",
        "not known yet",
        "happened but not told",
    ],
)
def test_a_report_of_1_may_told_on_1_july_counts(as_of, known_on, counts):
    report = a_weighed_report(dated="2022-05-01", known_on="2022-07-01")

    assert a_view(as_of, known_on).counts(report) is counts


@pytest.mark.parametrize(
    ("reading", "grades"),
    [
        (SAID, ["E0", "E1", "E2", "E3", "E4"]),
        (Reading(EvidenceGrade.E2), ["E2", "E3", "E4"]),
        (SHOWN, ["E3", "E4"]),
        (Reading(EvidenceGrade.E4), ["E4"]),
    ],
    ids=["said", "E2 and better", "shown", "E4 alone"],
)
def test_a_reading_counts_grades_from_its_floor_up(reading, grades):
    counting = [grade.value for grade in EvidenceGrade if reading.passes(grade)]

    assert counting == grades


@pytest.mark.parametrize(
    ("revision", "stands"),
    [(None, False), (2, False), (3, True), (4, True), (5, False), (6, False)],
)
def test_a_row_added_in_3_and_retired_in_5_stands_in_3_and_4(revision, stands):
    report = a_weighed_report(added_in=3, retired_in=5)

    assert a_view(revision=revision).counts(report) is stands


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("said", "said"),
        (" Shown ", "shown"),
        ("E0", "said"),
        ("e3", "shown"),
        ("E1",) * 2,
    ],
)
def test_a_reading_is_read_from_its_code(text, code):
    assert Reading.parse(text).code == code


@pytest.mark.parametrize(
    ("reading", "shown"),
    [("said", "shown"), ("E1", "E1"), ("shown", "shown"), ("E4", "E4")],
)
def test_what_is_shown_beside_said_is_the_reading_asked_for_or_e3(reading, shown):
    assert a_view(reading=Reading.parse(reading)).shown_reading.code == shown


@pytest.mark.parametrize("text", ["", "E5", "proven", "<script>"])
def test_an_unknown_reading_is_refused_with_the_choices(text):
    with pytest.raises(BadInput, match="E0 to E4"):
        Reading.parse(text)
