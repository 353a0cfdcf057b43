"""Values as people read them; blanks inside them never break a line."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.domain.dates import PartialDate
from tracker.domain.errors import BadInput
from tracker.domain.vocabulary import Stage
from tracker.web.filters import (
    day,
    day_words,
    days,
    label,
    moment,
    number,
    number_words,
    plain_day,
    sentence,
    share,
    share_words,
    years,
    years_words,
)


@pytest.fixture(autouse=True)
def _request(app):
    """An address of the English pages."""
    with app.test_request_context("/"):
        yield


@pytest.mark.parametrize(
    ("text", "form", "language", "words"),
    [
        ("2021-11-04", "long", "en", "4 November 2021"),
        ("2021-11-04", "long", "ru", "4 ноября 2021 г."),
        ("2021-11-04", "long", "be", "4 лістапада 2021 г."),
        ("2021-11-04", "short", "en", "4 Nov 2021"),
        ("2021-11", "long", "en", "November 2021"),
        ("2021-11", "short", "en", "Nov 2021"),
        ("2021", "long", "en", "2021"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(text, form, language, words):
    found = plain_day(text, form, language)

    assert " " not in found
    assert found.replace("\u00a0", " ").replace("\u202f", " ") == words


def test_a_date_keeps_its_iso_form_for_programs():
    found = day_words("2021-11-04", "long", "en")

    assert found == '<time datetime="2021-11-04">4\u00a0November\u00a02021</time>'


def test_whole_and_partial_dates_and_none_are_said():
    assert day(date(2021, 11, 4)) == day(PartialDate.parse("2021-11-04"))
    assert 'datetime="2021"' in day(PartialDate.parse("2021"))
    assert day(None) == "not known"


def test_a_moment_is_in_utc():
    found = moment(datetime(2021, 11, 4, 9, 5, tzinfo=UTC))

    assert "4\u00a0Nov\u00a02021,\u00a009:05 UTC" in found


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        (1234567, "en", "1,234,567"),
        (1234567, "ru", "1\u00a0234\u00a0567"),
        (Fraction(19, 3), "en", "6.3"),
        (Fraction(19, 3), "be", "6,3"),
        (Fraction(6), "en", "6"),
        (Decimal("4.25"), "en", "4.25"),
    ],
)
def test_numbers_are_written_as_the_language_has_them(value, language, words):
    assert number_words(value, language) == words


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        (Fraction(805, 1000), "en", "80.5\u00a0%"),
        (Fraction(805, 1000), "ru", "80,5\u00a0%"),
        (Fraction(8, 28), "en", "28.6\u00a0%"),
        (Fraction(3, 4), "en", "75\u00a0%"),
        (Fraction(0), "en", "0\u00a0%"),
        (Fraction(1), "en", "100\u00a0%"),
    ],
)
def test_shares_have_one_digit_where_they_need_one(value, language, words):
    assert share_words(value, language) == words


def test_a_share_of_nothing_is_not_known():
    assert share(None) == "not known"
    assert share(Fraction(1, 2)) == "50\u00a0%"


def test_days_are_counted_in_words():
    assert days(1) == "1\u00a0day"
    assert days(1028) == "1,028\u00a0days"
    assert number(28) == "28"


@pytest.mark.parametrize(
    ("count", "words"),
    [(182, "0.5 years"), (365, "1 year"), (548, "1.5 years"), (730, "2 years")],
)
def test_days_are_told_as_years(count, words):
    assert years(count) == words.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", ["0,5 года", "1 год", "5 лет"]), ("be", ["0,5 года", "1 год", "5 гадоў"])],
)
def test_years_follow_the_language(language, words):
    found = [years_words(count, language) for count in (0.5, 1.0, 5.0)]

    assert found == [each.replace(" ", "\u00a0") for each in words]


def test_labels_and_sentences_are_words():
    assert label(Stage.PARTLY_DONE) == "Partly done"
    assert label(None) == "not known"
    assert sentence(BadInput("No %(what)s.", what="tea")) == "No tea."
