"""The kinds of field our forms are made of; each reads one kind of value."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext
from wtforms import Field, RadioField, SelectField
from wtforms.fields import enum_choices, enum_coerce
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation
from wtforms.widgets import DateInput, TextInput

from tracker.domain.changes import plain_number
from tracker.domain.dates import PartialDate, parse_day
from tracker.domain.errors import BadInput
from tracker.domain.words import N_, Word
from tracker.web.filters import sentence

NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:[.,][0-9]{1,6})?", re.ASCII)
COUNT = re.compile(r"[0-9]{1,9}", re.ASCII)
SPACES = re.compile(r"[\s\u00a0\u202f]+")
DATE_HINT = lazy_gettext("2023, 2023-04 or 2023-04-05")


def tidy(text: str | None) -> str:
    """Text without outer blanks, with plain line ends."""
    return (text or "").replace("\r\n", "\n").strip()


class Given:
    """Asks for a value, unless what was typed could not be read (said already)."""

    field_flags = {"required": True}  # noqa: RUF012 - what WTForms asks for

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, form: object, field: Field) -> None:
        if field.process_errors:
            raise StopValidation
        if field.data is None or field.data == "":
            raise StopValidation(self.message)


class TextInputFor(TextInput):
    """A text input for which a phone shows the keys that are needed."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.keys = keys

    def __call__(self, field: Field, **attributes: Any) -> Any:
        """Draw it."""
        return super().__call__(field, **{"inputmode": self.keys, **attributes})


class ReadField(Field, ABC):
    """A text input whose text is read by ``read``; what was typed stays in it."""

    widget = TextInput()
    data: Any

    @abstractmethod
    def read(self, text: str) -> object:
        """The value of *text*; raises BadInput for a text that is none."""

    def write(self, value: Any) -> str:
        """The *value* as a person would type it."""
        return str(value)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else self.write(self.data)

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read what was typed; nothing typed is no value."""
        self.data = None
        text = tidy(valuelist[0]) if valuelist else ""
        if not text:
            return
        try:
            self.data = self.read(text)
        except BadInput as problem:
            raise ValueError(sentence(problem)) from problem


class PartialDateField(ReadField):
    """A date as sources give it: 2023, 2023-04 or 2023-04-05."""

    def read(self, text: str) -> PartialDate:
        """Read a day, a month or a year."""
        return PartialDate.parse(text)


class DayField(ReadField):
    """A whole date, picked or typed."""

    widget = DateInput()

    def read(self, text: str) -> date:
        """Read a whole date."""
        return parse_day(text)


class KnownOnField(DayField):
    """The day from which the public could know a fact."""

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "description",
            lazy_gettext(
                "The day the public could know it. Left empty, it follows from the "
                "sources."
            ),
        )
        super().__init__(lazy_gettext("Known on"), **options)


class NumberField(ReadField):
    """A number with a decimal comma or point; spaces and a per cent sign may stand."""

    widget = TextInputFor("decimal")

    def read(self, text: str) -> Decimal:
        """Read a number such as 80.5, 80,5 % or 1 200 000."""
        bare = SPACES.sub("", text).removesuffix("%")
        if not NUMBER.fullmatch(bare):
            message = N_("“%(text)s” is not a number. Write it as 80 or 80.5.")
            raise BadInput(message, text=text[:40])
        return Decimal(bare.replace(",", "."))

    def write(self, value: Decimal) -> str:
        """A number without exponent or trailing zeros."""
        return plain_number(value)


class CountField(ReadField):
    """A whole number that is not negative."""

    widget = TextInputFor("numeric")

    def read(self, text: str) -> int:
        """Read a whole number such as 310 or 1 200."""
        bare = SPACES.sub("", text)
        if not COUNT.fullmatch(bare):
            message = N_("“%(text)s” is not a whole number. Write it as 28.")
            raise BadInput(message, text=text[:40])
        return int(bare)


class WordField(SelectField):
    """One word of a vocabulary from a list; ``blank`` labels the choice of none.

    Where people know the codes themselves, such as grades, they stand ``with_codes``.
    """

    def __init__(
        self,
        label: str,
        words: type[Word],
        validators: Sequence[object] = (),
        *,
        blank: str | None = None,
        with_codes: bool = False,
        **options: Any,
    ) -> None:
        choices = words_to_choose(words, blank, with_codes=with_codes)
        super().__init__(
            label,
            validators,
            coerce=coerce_to(words),
            choices=choices,
            validate_choice=False,  # the vocabulary itself refuses what it lacks
            invalid_value_message=lazy_gettext("Choose one of the list."),
            **options,
        )


class WordRadioField(RadioField):
    """One word of a short vocabulary, all of them in sight."""

    def __init__(
        self,
        label: str,
        words: type[Word],
        validators: Sequence[object] = (),
        **options: Any,
    ) -> None:
        usual = options.get("default")
        super().__init__(
            label,
            validators,
            filters=[lambda word: word or usual],
            coerce=coerce_to(words),
            choices=words_to_choose(words),
            validate_choice=False,
            invalid_value_message=lazy_gettext("Choose one of these."),
            **options,
        )


class CodeField(SelectField):
    """The code of something that the record holds; its page gives the choices.

    ``what`` names them in the catalogue, ``blank`` labels the choice of none.
    """

    def __init__(
        self,
        label: str,
        validators: Sequence[object] = (),
        *,
        what: str,
        blank: str | None = None,
        **options: Any,
    ) -> None:
        super().__init__(label, validators, filters=[tidy], **options)
        self.what = what
        self.blank = blank


def words_to_choose(
    words: type[Word], blank: str | None = None, *, with_codes: bool = False
) -> list[SelectChoice]:
    """The words of a vocabulary as choices, after a *blank* one where it is given."""

    def label(word: Word) -> str:
        said: str = lazy_gettext(word.label)
        if not with_codes:
            return said
        coded: str = lazy_gettext("%(code)s: %(words)s", code=word.value, words=said)
        return coded

    choices: list[SelectChoice] = enum_choices(words, label=label)
    return choices if blank is None else [SelectChoice("", blank), *choices]


def coerce_to(words: type[Word]) -> Any:
    """What turns a code that was sent into a word; nothing chosen is None."""
    to_word = enum_coerce(words)

    def coerce(value: object) -> Word | None:
        return None if value in (None, "") else to_word(value)

    return coerce
