"""The rules that facts of one kind keep, besides those that every fact keeps."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from tracker.domain.acts import Act
from tracker.domain.claims import Claim
from tracker.domain.dates import EARLIEST_REPORT, LATEST_DUE, PartialDate
from tracker.domain.deadlines import Deadline
from tracker.domain.errors import RuleBroken
from tracker.domain.events import Event
from tracker.domain.lineage import Dependency, Lineage
from tracker.domain.program import Plan, Program, Sector, Title
from tracker.domain.record import Fact
from tracker.domain.report import Report
from tracker.domain.source import Source, is_web_address
from tracker.domain.vocabulary import EventKind, Relation
from tracker.domain.words import N_

Problems = Iterator[RuleBroken]

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}", re.ASCII)
PROGRAM_CODE = re.compile(r"([A-Z]{2,4}[0-9]{4})-([0-9]{2,3})", re.ASCII)
LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)
CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
LARGEST_FIGURE = Decimal(10) ** 15


def _required(fact: Fact, *names: str) -> Problems:
    for name in names:
        value = getattr(fact, name)
        text = value.en if isinstance(value, Title) else value
        if not str(text).strip():
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


def _figure(name: str, value: Decimal | None) -> Problems:
    if value is not None and not (value.is_finite() and abs(value) <= LARGEST_FIGURE):
        yield RuleBroken(
            N_("This is no figure the record can keep. Write a plain number."),
            field=name,
        )


def _is_share(value: Decimal) -> bool:
    return value.is_finite() and 0 <= value <= 100


def _tomorrow(today: date) -> date:
    return today + timedelta(days=1)


def _report(fact: Report, today: date) -> Problems:
    yield from _required(fact, "program")
    yield from _within("dated", fact.dated, EARLIEST_REPORT, _tomorrow(today))
    yield from _within("known_on", fact.known_on, EARLIEST_REPORT, _tomorrow(today))
    if fact.percent is not None and not _is_share(fact.percent):
        yield RuleBroken(N_("A percentage lies between 0 and 100."), field="percent")


def _deadline(fact: Deadline, today: date) -> Problems:
    yield from _required(fact, "program", "milestone")
    yield from _within("stated_on", fact.stated_on, EARLIEST_REPORT, _tomorrow(today))
    yield from _within("due", fact.due, EARLIEST_REPORT, LATEST_DUE)
    yield from _within("met_on", fact.met_on, EARLIEST_REPORT, _tomorrow(today))
    yield from _within("known_on", fact.known_on, EARLIEST_REPORT, _tomorrow(today))


def _claim(fact: Claim, today: date) -> Problems:
    yield from _required(fact, "claimant", "plan")
    yield from _within("dated", fact.dated, EARLIEST_REPORT, _tomorrow(today))
    yield from _within("known_on", fact.known_on, EARLIEST_REPORT, _tomorrow(today))
    yield from _figure("low", fact.low)
    yield from _figure("high", fact.high)
    yield from _claimed(fact)


def _claimed(fact: Claim) -> Problems:
    given = (figure for figure in (fact.low, fact.high) if figure is not None)
    figures = [figure for figure in given if figure.is_finite()]
    if figures and fact.unit is None:
        yield RuleBroken(
            N_("A figure needs a unit. Choose what it counts."), field="unit"
        )
    if len(figures) == 2 and figures[0] > figures[1]:
        yield RuleBroken(N_("The lower figure is above the higher one."), field="low")
    if any(figure < 0 for figure in figures):
        yield RuleBroken(N_("A figure cannot be below zero."), field="low")
    is_share = fact.unit is not None and fact.unit.startswith("percent")
    if is_share and any(figure > 100 for figure in figures):
        yield RuleBroken(N_("A percentage lies between 0 and 100."), field="high")


def _act(fact: Act, today: date) -> Problems:
    yield from _required(fact, "title_en")
    yield from _within("signed_on", fact.signed_on, date(1990, 1, 1), _tomorrow(today))
    yield from _within("in_force_on", fact.in_force_on, date(1990, 1, 1), LATEST_DUE)


def _event(fact: Event, today: date) -> Problems:
    yield from _required(fact, "title")
    yield from _within("dated", fact.dated, date(1990, 1, 1), _tomorrow(today))
    yield from _figure("amount", fact.amount)
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
    yield from _required(fact, "program", "waits_for")
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
