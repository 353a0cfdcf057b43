"""The language a picture speaks: its words, dates and numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from tracker.domain.dates import PartialDate
from tracker.domain.program import Title
from tracker.domain.words import Word

LOCALES = {"en": "en_GB", "ru": "ru", "be": "be"}
NO_BREAK = "\N{NO-BREAK SPACE}"


def _as_written(message: str) -> str:
    return message


def _english_plural(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its code, with the gettext functions that look words up in it.

    ``titles`` is the language of titles, where it is another: the record may have them
    in a language that nobody has translated the sentences into.
    """

    code: str = "en"
    titles: str = ""
    gettext: Callable[[str], str] = _as_written
    ngettext: Callable[[str, str, int], str] = _english_plural

    @property
    def locale(self) -> str:
        """The locale whose dates and numbers are written."""
        return LOCALES.get(self.code, "en_GB")

    def say(self, message: str, **params: object) -> str:
        """*message* in this language, its ``%(name)s`` places filled."""
        text = self.gettext(message)
        return text % params if params else text

    def plural(self, one: str, many: str, count: int, **params: object) -> str:
        """The form that goes with *count*, which fills ``%(count)s``."""
        text = self.ngettext(one, many, count)
        return text % {"count": self.number(count), **params}

    def title(self, title: Title) -> str:
        """A title of the record, in this language where the record has it."""
        return title.in_language(self.titles or self.code)

    def label(self, word: Word | None) -> str:
        """The label of a word of a vocabulary; None is what is not known."""
        return self.gettext(word.label) if word else self.say("Not known")

    def day(self, day: date) -> str:
        """A day in words: 4 November 2021."""
        return _long_date(day, self.locale)

    def partial(self, dated: PartialDate) -> str:
        """A date as precise as its source gave it: 2021, November 2021, or the day."""
        if dated.is_whole:
            return self.day(dated.first)
        if len(dated.text) > 4:
            return self.month(dated.first)
        return dated.text

    def month(self, day: date) -> str:
        """The month of *day* in words: November 2021."""
        return format_date(day, "LLLL y", locale=self.locale).replace(" ", NO_BREAK)

    def number(self, value: int | float | Decimal) -> str:
        """A number as the locale writes it, with at most one decimal."""
        return format_decimal(value, "#,##0.#", locale=self.locale)

    def percent(self, share: Fraction | float) -> str:
        """A share as a percentage with at most one decimal: 80.5 %."""
        exact = Fraction(share) * 1000
        tenths = Decimal(exact.numerator) / Decimal(exact.denominator)
        rounded = tenths.quantize(Decimal(1), rounding=ROUND_HALF_UP) / 10
        return f"{self.number(rounded)}{NO_BREAK}%"


@lru_cache(maxsize=4_096)
def _long_date(day: date, locale: str) -> str:
    return format_date(day, "long", locale=locale).replace(" ", NO_BREAK)


ENGLISH = Language()
