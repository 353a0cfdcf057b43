"""What the fields of the forms read, and what they refuse."""

from datetime import date
from decimal import Decimal

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import Form

from tracker.domain.dates import PartialDate
from tracker.domain.errors import BadInput
from tracker.domain.vocabulary import Stage
from tracker.web import language
from tracker.web.forms.fields import (
    CountField,
    DayField,
    Given,
    NumberField,
    PartialDateField,
    WordField,
)
from tracker.web.forms.rows import ROWS_MOST, PickList


class AnyForm(Form):
    """A form with a field of each kind."""

    dated = PartialDateField("Date", [Given("Give the date.")])
    day = DayField("Day")
    number = NumberField("Number")
    count = CountField("Count")
    stage = WordField("Stage", Stage, blank="Choose one")
    sources = PickList("Sources", what="sources")


@pytest.fixture(autouse=True)
def page():
    """A request, so that sentences can be translated."""
    app = Flask(__name__)
    language.init_app(app)
    with app.test_request_context():
        yield


def filled(**typed: str) -> AnyForm:
    form = AnyForm(MultiDict({"dated": "2023", **typed}))
    form.validate()
    return form


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("80", "80"),
        ("80.5", "80.5"),
        ("80,5", "80.5"),
        ("80,5 %", "80.5"),
        ("1\u00a0234,5", "1234.5"),
        ("13 000 000", "13000000"),
        ("-1", "-1"),
    ],
)
def test_numbers_are_read_with_comma_and_point(typed, read):
    assert filled(number=typed).number.data == Decimal(read)


@pytest.mark.parametrize("typed", ["eighty", "1.234,5", "1e5", "٣", "80 percent", "+"])
def test_what_is_no_number_is_refused_and_stays_in_its_field(typed):
    form = filled(number=typed)

    assert form.number.data is None
    assert form.number.errors == [f"“{typed}” is not a number. Write it as 80 or 80.5."]
    assert form.number._value() == typed


@pytest.mark.parametrize("typed", ["2023", "2023-04", "2023-04-05", " 2023-04 "])
def test_dates_may_be_partial(typed):
    assert filled(dated=typed).dated.data == PartialDate.parse(typed)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2023-02-30", "There is no such date as 2023-02-30"),
        ("31.12.2023", "“31.12.2023” is not a date"),
        ("", "Give the date."),
    ],
)
def test_an_impossible_date_is_explained_once(typed, sentence):
    form = filled(dated=typed)

    assert len(form.dated.errors) == 1
    assert sentence in form.dated.errors[0]


def test_a_day_must_be_whole():
    assert filled(day="2023-04-05").day.data == date(2023, 4, 5)
    assert "names no day" in filled(day="2023-04").day.errors[0]


def test_counts_are_whole_numbers():
    assert filled(count="1 200").count.data == 1200
    assert "not a whole number" in filled(count="28.5").count.errors[0]


def test_a_word_is_read_and_an_unknown_one_refused():
    assert filled(stage="completed").stage.data is Stage.COMPLETED
    assert filled(stage="").stage.data is None
    assert filled(stage="almost").stage.errors == ["Choose one of the list."]


def test_picked_codes_lose_blanks_and_repetitions():
    form = filled(**{"sources-0": " one ", "sources-1": "", "sources-5": "one"})

    assert form.sources.data == ("one",)


@pytest.mark.parametrize(
    "name", ["sources-²", "sources-99999", "sources-", "sourcesx0"]
)
def test_names_that_are_no_rows_are_left_alone(name):
    assert filled(**{name: "one"}).sources.data == ()


def test_a_form_offers_no_more_than_a_hundred_rows():
    form = filled(**{f"sources-{index}": "x" for index in range(ROWS_MOST)})

    with pytest.raises(BadInput, match="at most 100 of these"):
        form.sources.add_row()

    assert len(form.sources.entries) == ROWS_MOST


def test_a_fact_with_more_sources_than_a_form_takes_can_be_opened():
    form = AnyForm(formdata=None, data={"sources": [f"s{n}" for n in range(120)]})

    assert len(form.sources.data) == 120
