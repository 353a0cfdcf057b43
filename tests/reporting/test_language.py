"""Dates, numbers and plurals in the language of a picture."""

from fractions import Fraction

import pytest

from tests.factories import day, partial
from tracker.domain.program import Title
from tracker.reporting.language import Language

RUSSIAN_WORDS = {"Completed": "Выполнена"}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "4 November 2021"),
        ("ru", "4 ноября 2021 г."),
        ("be", "4 лістапада 2021 г."),
    ],
)
def test_a_day_is_written_in_words(code, words):
    written = Language(code).day(day("2021-11-04"))

    # Spaces inside a date never break; which of them is a matter of the locale.
    assert written.replace("\N{NO-BREAK SPACE}", " ").replace("\u202f", " ") == words
    assert " " not in written


@pytest.mark.parametrize(
    ("text", "words"),
    [("2021", "2021"), ("2021-11", "November 2021"), ("2021-11-04", "4 November 2021")],
)
def test_a_partial_date_stays_as_precise_as_its_source(text, words):
    written = Language().partial(partial(text))

    assert written.replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(
    ("share", "code", "words"),
    [
        (Fraction(805, 1000), "en", "80.5 %"),
        (Fraction(805, 1000), "ru", "80,5 %"),
        (Fraction(8, 28), "en", "28.6 %"),
        (Fraction(1), "en", "100 %"),
        (Fraction(1, 2000), "en", "0.1 %"),  # halves are rounded up
    ],
)
def test_a_share_is_written_with_at_most_one_decimal(share, code, words):
    assert Language(code).percent(share).replace("\N{NO-BREAK SPACE}", " ") == words


def test_words_are_looked_up_and_titles_may_speak_another_language():
    language = Language("en", "ru", gettext=lambda text: RUSSIAN_WORDS.get(text, text))

    assert language.say("Completed") == "Выполнена"
    assert language.title(Title("Test", "Проверка")) == "Проверка"
    assert language.title(Title("Test")) == "Test"


def test_the_plural_goes_with_the_count():
    language = Language()

    assert language.plural("%(count)s bar", "%(count)s bars", 1) == "1 bar"
    assert language.plural("%(count)s bar", "%(count)s bars", 1200) == "1,200 bars"
