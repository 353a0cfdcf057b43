"""Rules every fact must keep before the record takes it; problems name their field."""

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import urlsplit

from tracker.domain.acts import Act
from tracker.domain.claims import Claim
from tracker.domain.dates import EARLIEST_REPORT, LATEST_DUE, PartialDate
from tracker.domain.deadlines import Deadline
from tracker.domain.errors import RuleBroken
from tracker.domain.events import Event
from tracker.domain.lineage import Dependency, Lineage
from tracker.domain.program import Plan, Program, Sector, Title
from tracker.domain.record import Fact, Kind, key_of, kind_of
from tracker.domain.report import Report
from tracker.domain.source import Source
from tracker.domain.vocabulary import EventKind, Relation, Stage
from tracker.domain.words import N_

Known = Mapping[Kind, AbstractSet[str]]
Problems = Iterator[RuleBroken]

LONG_TEXT = 2_000
SHORT_TEXT = 400
LONG_FIELDS = frozenset({"note", "summary", "url"})
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}", re.ASCII)
PROGRAM_CODE = re.compile(r"([A-Z]{2,4}[0-9]{4})-([0-9]{2,3})", re.ASCII)
LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)
CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\ufeff]"
)
REFERENCES: Mapping[str, tuple[Kind, ...]] = {
    "program": (Kind.PROGRAM,),
    "waits_for": (Kind.PROGRAM,),
    "programs": (Kind.PROGRAM,),
    "plan": (Kind.PLAN,),
    "sector": (Kind.SECTOR,),
    "origin": (Kind.PROGRAM, Kind.PLAN),
    "heir": (Kind.PROGRAM, Kind.PLAN),
    "sources": (Kind.SOURCE,),
}
WITHOUT_SOURCES = frozenset({Kind.SOURCE, Kind.SECTOR})


def check_fact(fact: Fact, known: Known, today: date) -> list[RuleBroken]:
    """Every rule that *fact* breaks, given the keys that are *known* and the day it is.

    The order is that of the fields, then of the rules of its kind.
    """
    special = CHECKS[type(fact)]
    return [
        *_texts(fact),
        *_references(fact, known),
        *_sourced(fact),
        *special(fact, today),
    ]


def _texts(fact: Fact) -> Problems:
    for field in fields(fact):
        value = getattr(fact, field.name)
        texts = (value.en, value.ru, value.be) if isinstance(value, Title) else (value,)
        for text in texts:
            if type(text) is str:
                yield from _text(field.name, text)


def _text(name: str, text: str) -> Problems:
    limit = LONG_TEXT if name in LONG_FIELDS else SHORT_TEXT
    if len(text) > limit:
        yield RuleBroken(
            N_("This text has %(length)s characters. Shorten it to %(limit)s."),
            field=name,
            length=f"{len(text):,}",
            limit=f"{limit:,}",
        )
    if CONTROL.search(text):
        yield RuleBroken(
            N_("This text holds characters that cannot be seen. Type it again."),
            field=name,
        )


def _references(fact: Fact, known: Known) -> Problems:
    for name, kinds in REFERENCES.items():
        value = getattr(fact, name, "")
        for code in (value,) if isinstance(value, str) else value:
            if code and not any(code in known.get(kind, ()) for kind in kinds):
                yield RuleBroken(
                    N_("The record has no %(what)s “%(code)s”. Check the code."),
                    field=name,
                    what=" or ".join(kinds),
                    code=code[:60],
                )


def _sourced(fact: Fact) -> Problems:
    if kind_of(fact) in WITHOUT_SOURCES or getattr(fact, "sources", None):
        return
    if isinstance(fact, Report) and fact.stage is Stage.COMPLETED:
        sentence = N_("A completed program needs a source. Add at least one.")
    else:
        sentence = N_("A fact without a source does not enter. Add at least one.")
    yield RuleBroken(sentence, field="sources")


def _required(fact: Fact, *names: str) -> Problems:
    for name in names:
        value = getattr(fact, name)
        if not (value.en if isinstance(value, Title) else value):
            yield RuleBroken(N_("This may not be empty. Fill it in."), field=name)


def _within(
    name: str, value: PartialDate | date | None, earliest: date, latest: date
) -> Problems:
    if value is None:
        return
    first = value.first if isinstance(value, PartialDate) else value
    last = value.last if isinstance(value, PartialDate) else value
    if first > latest or last < earliest:
        yield RuleBroken(
            N_(
                "%(value)s is out of range. Give a date from %(earliest)s "
                "to %(latest)s."
            ),
            field=name,
            value=str(value),
            earliest=earliest.isoformat(),
            latest=latest.isoformat(),
        )


def _tomorrow(today: date) -> date:
    return today + timedelta(days=1)


def _report(fact: Report, today: date) -> Problems:
    yield from _within("dated", fact.dated, EARLIEST_REPORT, _tomorrow(today))
    yield from _within("known_on", fact.known_on, EARLIEST_REPORT, _tomorrow(today))
    if fact.percent is not None and not 0 <= fact.percent <= 100:
        yield RuleBroken(N_("A percentage lies between 0 and 100."), field="percent")


def _deadline(fact: Deadline, today: date) -> Problems:
    yield from _required(fact, "milestone")
    yield from _within("stated_on", fact.stated_on, EARLIEST_REPORT, _tomorrow(today))
    yield from _within("due", fact.due, EARLIEST_REPORT, LATEST_DUE)
    yield from _within("met_on", fact.met_on, EARLIEST_REPORT, _tomorrow(today))
    yield from _within("known_on", fact.known_on, EARLIEST_REPORT, _tomorrow(today))


def _claim(fact: Claim, today: date) -> Problems:
    yield from _required(fact, "claimant")
    yield from _within("dated", fact.dated, EARLIEST_REPORT, _tomorrow(today))
    yield from _within("known_on", fact.known_on, EARLIEST_REPORT, _tomorrow(today))
    figures = [figure for figure in (fact.low, fact.high) if figure is not None]
    if figures and fact.unit is None:
        yield RuleBroken(
            N_("A figure needs a unit. Choose what it counts."), field="unit"
        )
    if len(figures) == 2 and figures[0] > figures[1]:
        yield RuleBroken(N_("The lower figure is above the higher one."), field="low")
    if any(figure < 0 for figure in figures):
        yield RuleBroken(N_("A figure cannot be below zero."), field="low")
    is_share = fact.unit is not None and fact.unit.startswith("percent")
    if is_share and any(figure > Decimal(100) for figure in figures):
        yield RuleBroken(N_("A percentage lies between 0 and 100."), field="high")


def _act(fact: Act, today: date) -> Problems:
    yield from _required(fact, "title_en")
    yield from _within("signed_on", fact.signed_on, date(1990, 1, 1), _tomorrow(today))
    yield from _within("in_force_on", fact.in_force_on, date(1990, 1, 1), LATEST_DUE)


def _event(fact: Event, today: date) -> Problems:
    yield from _required(fact, "title")
    yield from _within("dated", fact.dated, date(1990, 1, 1), _tomorrow(today))
    if fact.amount is not None and not CURRENCY.fullmatch(fact.currency):
        yield RuleBroken(
            N_("An amount needs a currency code of three letters, such as USD."),
            field="currency",
        )
    if (fact.trend is not None) != (fact.kind is EventKind.TREND):
        yield RuleBroken(
            N_("A weekly trend, and nothing else, says how the week was."),
            field="trend",
        )


def _lineage(fact: Lineage, _today: date) -> Problems:
    yield from _required(fact, "origin")
    if (fact.relation is Relation.DROPPED) == bool(fact.heir):
        yield RuleBroken(
            N_("A dropped item has no heir; every other item has one."), field="heir"
        )
    if fact.origin == fact.heir:
        yield RuleBroken(N_("An item cannot become itself."), field="heir")


def _dependency(fact: Dependency, _today: date) -> Problems:
    if fact.program == fact.waits_for:
        yield RuleBroken(N_("A program cannot wait for itself."), field="waits_for")


def _source(fact: Source, today: date) -> Problems:
    yield from _code("id", fact.id)
    yield from _within("dated", fact.dated, date(1990, 1, 1), _tomorrow(today))
    if not (fact.url or fact.publisher or fact.title):
        yield RuleBroken(
            N_("A source needs an address, a publisher or a title."), field="url"
        )
    if fact.url and not is_web_address(fact.url):
        yield RuleBroken(
            N_("An address begins with https:// or http:// and names a site."),
            field="url",
        )
    if fact.language and not LANGUAGE.fullmatch(fact.language):
        yield RuleBroken(
            N_("Give the language as two letters, such as ru."), field="language"
        )


def is_web_address(url: str) -> bool:
    """Whether *url* is an http or https address that names a site."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    has_site = bool(parts.hostname) and not re.search(r"\s", url)
    return parts.scheme in {"http", "https"} and has_site


def _code(name: str, code: str) -> Problems:
    if not CODE.fullmatch(code):
        yield RuleBroken(
            N_("“%(code)s” is no code. Use Latin letters, digits, dots and hyphens."),
            field=name,
            code=code[:60],
        )


def _program(fact: Program, _today: date) -> Problems:
    match = PROGRAM_CODE.fullmatch(fact.code)
    if match is None or match[1] != fact.plan:
        yield RuleBroken(
            N_("“%(code)s” is no program code. Write the plan and number: UP2021-15."),
            field="code",
            code=fact.code[:60],
        )
    elif int(match[2]) != fact.number:
        yield RuleBroken(
            N_("The number %(number)s is not that of the code %(code)s."),
            field="number",
            number=fact.number,
            code=fact.code,
        )
    yield from _required(fact, "title", "plan", "sector")
    if fact.measures_total is not None and fact.measures_total < 0:
        yield RuleBroken(N_("A figure cannot be below zero."), field="measures_total")


def _plan(fact: Plan, _today: date) -> Problems:
    yield from _code("code", fact.code)
    yield from _required(fact, "title")


def _sector(fact: Sector, _today: date) -> Problems:
    yield from _code("code", fact.code)
    yield from _required(fact, "title")


# Each check takes facts of the one type it is listed under.
CHECKS: Mapping[type[Fact], Callable[..., Problems]] = {
    Source: _source,
    Plan: _plan,
    Sector: _sector,
    Program: _program,
    Report: _report,
    Deadline: _deadline,
    Claim: _claim,
    Act: _act,
    Lineage: _lineage,
    Dependency: _dependency,
    Event: _event,
}


def key_is_free(fact: Fact, known: Known) -> bool:
    """Whether no fact of the kind carries the key of *fact* yet."""
    return key_of(fact) not in known.get(kind_of(fact), ())
