"""What an address asks for, read without any page."""

from datetime import date

import pytest

from tracker.domain.errors import BadInput
from tracker.domain.views import SAID, SHOWN, View
from tracker.web.address import read_address

TODAY = date(2024, 6, 1)


def test_an_address_without_words_asks_for_today():
    found = read_address({}, TODAY)

    assert found.view == View(TODAY, None, SAID)
    assert (found.plan, found.query) == ("", "")


def test_words_are_read_and_repeated_as_they_were_given():
    words = {
        "reading": "shown",
        "known_on": "2023-12-31",
        "as_of": "2023-04",
        "plan": "TEST2021",
        "text": "gas",
    }

    found = read_address(words, TODAY)

    # A month means its last day; links repeat the month.
    assert found.view == View(date(2023, 4, 30), date(2023, 12, 31), SHOWN)
    assert found.query == (
        "?plan=TEST2021&as_of=2023-04&known_on=2023-12-31&reading=shown"
    )


def test_blanks_around_a_word_are_left_out():
    assert read_address({"as_of": " 2023-04-30 ", "plan": " "}, TODAY).query == (
        "?as_of=2023-04-30"
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("as_of", "30.04.2023"),
        ("as_of", "2023-13"),
        ("as_of", "２０２３"),
        ("known_on", "9999-12-31"),
        ("reading", "E9"),
    ],
)
def test_what_cannot_be_read_names_its_word(name, text):
    with pytest.raises(BadInput) as refused:
        read_address({name: text}, TODAY)

    assert refused.value.field == name
