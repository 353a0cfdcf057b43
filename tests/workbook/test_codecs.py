"""What may be typed into a cell, and what is refused with a sentence."""

from datetime import date
from decimal import Decimal

import pytest

from tracker.domain.errors import BadInput
from tracker.domain.vocabulary import Condition, Stage
from tracker.workbook.codecs import (
    CodeCodec,
    CodesCodec,
    TextCodec,
    WordCodec,
    YesNoCodec,
)
from tracker.workbook.date_codecs import DayCodec, PartialDateCodec
from tracker.workbook.number_codecs import NumberCodec, WholeCodec

STAGE = WordCodec(Stage)


def refusal(codec, raw) -> str:
    with pytest.raises(BadInput) as refused:
        codec.read(raw)
    return str(refused.value)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("2023", "2023"),
        ("2023-04", "2023-04"),
        (" 2023-04-05 ", "2023-04-05"),
        (date(2023, 4, 5), "2023-04-05"),
        (2023, "2023"),
        (2023.0, "2023"),
        ("31.12.2023", "2023-12-31"),
        ("12/31/2023", "2023-12-31"),
        ("5.5.2023", "2023-05-05"),
        ("2023-04-05 00:00:00", "2023-04-05"),
        ("2023-04-05T00:00:00.000", "2023-04-05"),
    ],
)
def test_a_date_is_taken_in_its_forms(raw, text):
    assert PartialDateCodec().read(raw).text == text


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("03/04/2023", "more than one way. Write 2023-04-03 / 2023-03-04"),
        ("03.04.2023", "more than one way"),
        ("32.13.2023", "is not a date"),
        ("2023-02-30", "There is no such date as 2023-02-30"),
        ("April 2023", "is not a date"),
        ("2023-4-5", "is not a date"),
        (date(1905, 7, 15), "Excel made the date 1905-07-15 of the year 2023"),
        (True, "Excel made TRUE of this text"),
        (45000.0, "is not a date"),
        ("2023-04-05 10:30:00", "is not a date"),
    ],
)
def test_a_date_is_never_guessed(raw, sentence):
    assert sentence in refusal(PartialDateCodec(), raw)


def test_a_day_is_whole():
    assert DayCodec().read("2023-04-05") == date(2023, 4, 5)
    assert DayCodec().read(None) is None
    assert "names no day" in refusal(DayCodec(), "2023-04")


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        (90.2, "90.2"),
        (80.0, "80"),
        ("90,2", "90.2"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234,5", "1234.5"),
        ("1\u202f234\u202f567", "1234567"),
        ("1'234.5", "1234.5"),
        ("12 %", "12"),
        ("12%", "12"),
        ("−5", "-5"),
        ("0.125", "0.125"),
        (3_000_000_000.0, "3000000000"),
        ("12.345678901234567", "12.345678901234567"),
    ],
)
def test_a_number_is_taken_as_people_type_it(raw, number):
    assert NumberCodec().read(raw) == Decimal(number)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("1,234", "more than one way. Write 1234"),
        ("1.234", "more than one way"),
        ("about 5", "is not a number"),
        ("１２", "is not a number"),
        ("1e5", "is not a number"),
        ("5 5", "is not a number"),
        ("12 34", "is not a number"),
        ("--5", "is not a number"),
        ("%", "is not a number"),
        ("33,333333333333333333333", "more digits than the record keeps"),
        ("9" * 400, "more digits than the record keeps"),
        (True, "TRUE is not a number"),
        (date(2023, 4, 5), "2023-04-05 is not a number"),
    ],
)
def test_a_number_is_never_guessed(raw, sentence):
    assert sentence in refusal(NumberCodec(), raw)


def test_nothing_has_no_sign():
    assert str(NumberCodec().read("-0")) == str(NumberCodec().read(-0.0)) == "0"


def test_a_whole_number_has_no_decimals():
    assert WholeCodec().read(33.0) == 33
    assert WholeCodec().read(None) is None
    assert "not a whole number" in refusal(WholeCodec(), 28.5)


@pytest.mark.parametrize(
    "raw", ["partly_done", "Partly done", " PARTLY DONE ", "partly\u00a0done"]
)
def test_a_word_is_taken_by_code_or_label(raw):
    assert STAGE.read(raw) is Stage.PARTLY_DONE


def test_an_empty_cell_means_the_usual_word_where_there_is_one():
    assert WordCodec(Condition, Condition.NORMAL).read(None) is Condition.NORMAL
    assert STAGE.read(None) is None


def test_a_word_that_is_none_is_answered_with_the_list():
    sentence = refusal(STAGE, "finished")

    assert "“finished” cannot stand here" in sentence
    assert "not_started, negotiating" in sentence


def test_codes_are_split_and_cleaned():
    assert CodesCodec().read(" a-1 ; b-2;\nc-3 ; ") == ("a-1", "b-2", "c-3")
    assert CodesCodec().read(None) == ()


def test_a_code_with_letters_that_only_look_latin_is_shown_both_ways():
    sentence = refusal(CodeCodec(), "UР2021-15")

    assert "“UР2021-15” is not the code “UP2021-15”" in sentence
    assert "Cyrillic capital letter er" in sentence


def test_a_code_with_a_character_nobody_sees_is_refused():
    assert "Zero width space" in refusal(CodeCodec(), "UP2021\u200b-15")


def test_a_code_in_other_letters_is_refused():
    assert "is no code" in refusal(CodeCodec(), "Газ")


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("yes", True),
        ("Да", True),
        (True, True),
        (1.0, True),
        ("", False),
        ("no", False),
    ],
)
def test_yes_and_no(raw, value):
    assert YesNoCodec().read(raw) is value


def test_yes_or_no_is_never_guessed():
    assert "Write yes or no" in refusal(YesNoCodec(), "maybe")


def test_text_loses_only_the_blanks_at_its_ends():
    assert TextCodec().read(" a\u00a0b \r\nc\u00a0") == "a\u00a0b \nc"
    assert TextCodec().read(2023.0) == "2023"
    assert "apostrophe" in refusal(TextCodec(), date(2023, 4, 5))
