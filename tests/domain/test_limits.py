"""The last value that is taken and the first that is refused, rule by rule."""

from decimal import Decimal

import pytest

from tests.domain.test_checks import fields_of, problems_of
from tests.factories import (
    a_claim,
    a_deadline,
    a_program,
    a_report,
    a_source,
    an_act,
    an_event,
)


@pytest.mark.parametrize(
    ("fact", "fields"),
    [
        (a_report(note="x" * 2_000), []),
        (an_event(title="x" * 400), []),
        (a_report(dated="2018-01-01"), []),
        (a_report(dated="2017-12-31"), ["dated"]),
        (a_report(dated="2017-12"), ["dated"]),
        (a_report(known_on="2018-01-01"), []),
        (a_deadline(due="2040-12-31"), []),
        (a_deadline(due="2041-01-01"), ["due"]),
        (a_source(dated="1990-01-01"), []),
        (a_source(dated="1989-12-31"), ["dated"]),
        (an_event(dated="1990-01-01"), []),
        (an_event(dated="1989-12-31"), ["dated"]),
        (an_act(signed_on="1990-01-01"), []),
        (an_act(signed_on="1989-12-31"), ["signed_on"]),
    ],
    ids=lambda value: None,
)
def test_a_text_or_a_date_at_its_limit(fact, fields):
    assert fields_of(fact) == fields


@pytest.mark.parametrize(
    ("figure", "fields"),
    [("0", []), ("100", []), ("100.1", ["percent"]), ("-0.1", ["percent"])],
)
def test_a_percentage_lies_from_0_to_100(figure, fields):
    assert fields_of(a_report(percent=Decimal(figure))) == fields


@pytest.mark.parametrize(
    ("low", "high", "unit", "fields"),
    [
        ("0", "0", "programs", []),
        ("5", "5", "programs", []),
        ("100", "100", "percent_of_measures", []),
        ("100.1", "100.1", "percent_of_measures", ["high"]),
        ("101", "101", "measures", []),
        ("1E+15", None, "measures", []),
        ("1E+15", "1000000000000001", "measures", ["high"]),
    ],
)
def test_a_claimed_figure_at_its_limit(low, high, unit, fields):
    figures = {"low": Decimal(low), "high": None if high is None else Decimal(high)}

    assert fields_of(a_claim(unit=unit, **figures)) == fields


def test_no_measures_at_all_are_a_number_too():
    assert fields_of(a_program(measures_total=0)) == []


@pytest.mark.parametrize(
    "known",
    [{"url": "https://example.org"}, {"publisher": "Test"}, {"title": "Test"}],
    ids=["an address", "a publisher", "a title"],
)
def test_one_thing_is_enough_to_find_a_source(known):
    unknown = {"url": "", "publisher": "", "title": ""}

    assert fields_of(a_source(**(unknown | known))) == []


def test_a_completed_report_is_told_that_it_above_all_needs_a_source():
    ((_, completed),) = problems_of(a_report(stage="completed", sources=()))
    ((_, other),) = problems_of(a_report(sources=()))

    assert completed.startswith("A completed program")
    assert other.startswith("A fact without a source")
