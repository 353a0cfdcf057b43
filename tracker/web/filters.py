"""Values as people read them: dates in words, numbers and shares by language."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit
from flask import Flask
from markupsafe import Markup

from tracker.domain.dates import PartialDate
from tracker.domain.errors import TrackerError
from tracker.domain.words import Counted, Word
from tracker.web.language import page_language
from tracker.web.translate import gettext, ngettext

Number = int | float | Decimal | Fraction
SPACE, FIXED_SPACE = " ", "\u00a0"
DAYS_A_YEAR = 365.25
# By the precision of a date: how many of its parts are known, and the words for it.
PATTERNS = {
    "long": {10: "long", 7: "LLLL y", 4: "y"},
    "short": {10: "medium", 7: "LLL y", 4: "y"},
}


# Day before month, as the readers of this page write, whatever English they speak.
ENGLISH = {"long": {10: "d MMMM y"}, "short": {10: "d MMM y"}}


def init_app(app: Flask) -> None:
    """Let the templates say values in words."""
    app.jinja_env.filters.update(
        day=day,
        moment=moment,
        number=number,
        share=share,
        days=days,
        years=years,
        label=label,
        sentence=sentence,
    )


def day(value: PartialDate | date | None, form: str = "long") -> str:
    """A date in words, as exact as it is known; nothing known is said so."""
    if value is None:
        return gettext("not known")
    return day_words(str(value), form, page_language())


@lru_cache(maxsize=8192)
def day_words(text: str, form: str, language: str) -> Markup:
    """The ISO date *text* as a time element in *language*."""
    return Markup('<time datetime="{}">{}</time>').format(
        text, plain_day(text, form, language)
    )


def plain_day(text: str, form: str, language: str) -> str:
    """The ISO date *text* in words, as exact as it is, without any markup."""
    pattern = PATTERNS[form][len(text)]
    if language == "en":
        pattern = ENGLISH[form].get(len(text), pattern)
    first = date.fromisoformat((text + "-01-01")[:10])
    words: str = format_date(first, pattern, locale=language)
    return words.replace(SPACE, FIXED_SPACE)


def moment(value: datetime) -> str:
    """A time in words, in UTC."""
    pattern = "d MMM y, HH:mm" if page_language() == "en" else "medium"
    words = format_datetime(value, pattern, locale=page_language())
    return Markup('<time datetime="{}">{} UTC</time>').format(
        value.isoformat(timespec="seconds"), words.replace(SPACE, FIXED_SPACE)
    )


def number(value: Number) -> str:
    """A number with at most one digit behind the point, the way the language has it."""
    return number_words(value, page_language())


@lru_cache(maxsize=4096, typed=True)
def number_words(value: Number, language: str) -> str:
    """A number in *language*."""
    exact = value if isinstance(value, int | Decimal) else round(float(value), 1)
    pattern = "#,##0.##" if isinstance(value, Decimal) else "#,##0.#"
    words: str = format_decimal(exact, pattern, locale=language)
    return words.replace(SPACE, FIXED_SPACE)


def share(value: Fraction | None) -> str:
    """A share of one as a percentage; one that cannot be computed is said so."""
    if value is None:
        return gettext("not known")
    return share_words(value, page_language())


@lru_cache(maxsize=4096)
def share_words(value: Fraction, language: str) -> str:
    """The percentage of *value*, with one digit behind the point where it needs one."""
    rounded = Decimal(round(value * 1000)) / 1000
    return format_percent(
        rounded, f"#,##0.#{FIXED_SPACE}%", locale=language, decimal_quantization=False
    )


def days(count: int) -> str:
    """A number of days in words."""
    return days_words(count, page_language())


@lru_cache(maxsize=4096)
def days_words(count: int, _language: str) -> str:
    """A number of days in words, kept by language."""
    words = ngettext("%(count)s day", "%(count)s days", count, count=number(count))
    return words.replace(SPACE, FIXED_SPACE)


def years(day_count: int) -> str:
    """A number of days as years, with at most one digit behind the point."""
    return years_words(round(day_count / DAYS_A_YEAR, 1), page_language())


@lru_cache(maxsize=512)
def years_words(count: float, language: str) -> str:
    """A number of years in *language*: 1 year, 1.5 years."""
    words: str = format_unit(count, "duration-year", locale=language)
    return words.replace(SPACE, FIXED_SPACE)


def label(word: Word | None) -> str:
    """The label of a word of a vocabulary."""
    return gettext(word.label) if word else gettext("not known")


def sentence(problem: TrackerError) -> str:
    """What a refusal says, in the language of the page."""
    said = {name: _said(value) for name, value in problem.params.items()}
    if isinstance(problem.message, Counted):
        count = int(str(problem.params["count"]))
        return ngettext(problem.message.one, str(problem.message), count, **said)
    return str(gettext(problem.message, **said))


def _said(value: object) -> object:
    """A part of a sentence: days and words of a vocabulary as people read them."""
    if isinstance(value, Word):
        return gettext(value.label)
    if isinstance(value, date | PartialDate):
        return Markup(day(value)).striptags()
    return value
