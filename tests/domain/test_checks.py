"""The rules every fact keeps before the record takes it."""

from decimal import Decimal

import pytest

from tests.factories import (
    PLAN,
    PROGRAM,
    SECTOR,
    SOURCE,
    a_claim,
    a_deadline,
    a_dependency,
    a_lineage,
    a_plan,
    a_program,
    a_report,
    a_sector,
    a_source,
    an_act,
    an_event,
    day,
    partial,
)
from tracker.domain.checks import check_fact, key_is_free
from tracker.domain.program import Title
from tracker.domain.record import Kind
from tracker.domain.vocabulary import EventKind, Relation, Trend

TODAY = day("2026-11-22")
KNOWN = {
    Kind.SOURCE: {SOURCE},
    Kind.PLAN: {PLAN},
    Kind.SECTOR: {SECTOR},
    Kind.PROGRAM: {PROGRAM, "TEST2021-02"},
}
# Put together from its code points, so that no sign here is invisible.
UNSEEN = {
    "a null": chr(0),
    "a bell": chr(7),
    "a zero-width space": chr(0x200B),
    "a right-to-left override": chr(0x202E),
    "a byte order mark": chr(0xFEFF),
    "half of a surrogate pair": chr(0xD83D),
}


def problems_of(fact):
    """The fields and sentences of what is wrong with *fact*."""
    return [(p.field, str(p)) for p in check_fact(fact, KNOWN, TODAY)]


def fields_of(fact):
    return [field for field, _ in problems_of(fact)]


GOOD = [
    a_source(),
    a_plan(),
    a_sector(),
    a_program(),
    a_report(percent=Decimal("67.8")),
    a_deadline(),
    a_claim(),
    an_act(plan=PLAN, programs=(PROGRAM,)),
    a_lineage(),
    a_lineage(heir=""),
    a_lineage(heir=PLAN),
    a_dependency(),
    an_event(programs=(PROGRAM,)),
    an_event(kind=EventKind.TREND, trend=Trend.UNCHANGED),
    an_event(amount=Decimal(13_000_000), currency="USD"),
]


@pytest.mark.parametrize("fact", GOOD, ids=lambda fact: type(fact).__name__)
def test_a_good_fact_breaks_no_rule(fact):
    assert problems_of(fact) == []


BAD = {
    # every fact
    "a note of 10,000 characters": (a_report(note="x" * 10_000), ["note"]),
    "a note of 2,001 characters": (a_report(note="x" * 2_001), ["note"]),
    "a title of 401 characters": (an_event(title="x" * 401), ["title"]),
    "a long Russian title": (
        a_program(title=Title("Test program", "ы" * 401)),
        ["title"],
    ),
    "an unknown program": (a_report(program="TEST2021-99"), ["program"]),
    "an unknown source": (a_report(sources=(SOURCE, "nowhere")), ["sources"]),
    "an unknown plan": (a_claim(plan="TEST1999"), ["plan"]),
    "an unknown sector": (a_program(sector="nowhere"), ["sector"]),
    "an unknown heir": (a_lineage(heir="nowhere"), ["heir"]),
    "an unknown program of an act": (an_act(programs=("nowhere",)), ["programs"]),
    "no source": (a_deadline(sources=()), ["sources"]),
    # reports
    "a completed report without a source": (
        a_report(stage="completed", sources=()),
        ["sources"],
    ),
    "a report on no program": (a_report(program=""), ["program"]),
    "a report of 2017": (a_report(dated="2017"), ["dated"]),
    "a report of the day after tomorrow": (a_report(dated="2026-11-24"), ["dated"]),
    "a report of next year": (a_report(dated="2027"), ["dated"]),
    "known the day after tomorrow": (a_report(known_on="2026-11-24"), ["known_on"]),
    "101 percent": (a_report(percent=Decimal(101)), ["percent"]),
    "less than nothing": (a_report(percent=Decimal(-1)), ["percent"]),
    "a percentage that is no number": (a_report(percent=Decimal("NaN")), ["percent"]),
    # deadlines
    "a deadline of no program": (a_deadline(program=""), ["program"]),
    "a deadline for nothing": (a_deadline(milestone=" "), ["milestone"]),
    "due in 2041": (a_deadline(due="2041"), ["due"]),
    "stated in the future": (a_deadline(stated_on="2027"), ["stated_on"]),
    "met in the future": (a_deadline(met_on="2027"), ["met_on"]),
    # claims
    "a claim of nobody": (a_claim(claimant=""), ["claimant"]),
    "a claim on no plan": (a_claim(plan=""), ["plan"]),
    "a figure without a unit": (a_claim(low=Decimal(5)), ["unit"]),
    "low above high": (
        a_claim(low=Decimal(9), high=Decimal(5), unit="programs"),
        ["low"],
    ),
    "a figure below zero": (a_claim(low=Decimal(-5), unit="programs"), ["low"]),
    "a claim of 110 percent": (
        a_claim(high=Decimal(110), unit="percent_of_measures"),
        ["high"],
    ),
    "a claim of infinity": (a_claim(high=Decimal("Infinity"), unit="years"), ["high"]),
    "a claim that is no number": (
        a_claim(low=Decimal("sNaN"), high=Decimal("NaN"), unit="programs"),
        ["low", "high"],
    ),
    "a figure of 400 digits": (
        a_claim(low=Decimal("1e400"), unit="measures"),
        ["low"],
    ),
    # acts and events
    "an act without a title": (an_act(title_en=""), ["title_en"]),
    "an act of 1989": (an_act(signed_on="1989"), ["signed_on"]),
    "an event without a title": (an_event(title=""), ["title"]),
    "an amount without a currency": (an_event(amount=Decimal(5)), ["currency"]),
    "an amount that is no number": (
        an_event(amount=Decimal("NaN"), currency="USD"),
        ["amount"],
    ),
    "a trend line without a trend": (an_event(kind=EventKind.TREND), ["trend"]),
    "a meeting with a trend": (an_event(trend=Trend.IMPROVED), ["trend"]),
    # lineage and dependencies
    "a dropped item with an heir": (a_lineage(relation=Relation.DROPPED), ["heir"]),
    "a merged item without one": (
        a_lineage(heir="", relation=Relation.MERGED),
        ["heir"],
    ),
    "an item that becomes itself": (a_lineage(heir=PROGRAM), ["heir"]),
    "a program that waits for itself": (
        a_dependency(waits_for=PROGRAM),
        ["waits_for"],
    ),
    "a wait for nothing": (a_dependency(waits_for=""), ["waits_for"]),
    # sources
    "a javascript address": (a_source(url="javascript:alert(1)"), ["url"]),
    "an address without a site": (a_source(url="https://"), ["url"]),
    "an address with a blank": (a_source(url="https://example.org/a b"), ["url"]),
    "a broken address": (a_source(url="https://[::1"), ["url"]),
    "a source that is nowhere": (a_source(url="", publisher="", title=""), ["url"]),
    "a source id in Cyrillic": (a_source("источник"), ["id"]),
    "a source of tomorrow week": (a_source(dated="2026-11-29"), ["dated"]),
    "a language in words": (a_source(language="Russian"), ["language"]),
    # programs, plans, sectors
    "a code that is none": (a_program("TEST2021-1", number=1), ["code"]),
    "a code of another plan": (a_program("TEST2022-01", plan=PLAN), ["code"]),
    "another number than its code": (a_program(number=2), ["number"]),
    "a program without a title": (a_program(title=Title(" ")), ["title"]),
    "fewer than no measures": (a_program(measures_total=-1), ["measures_total"]),
    "a plan without a code": (a_plan(""), ["code"]),
    "a sector without a title": (a_sector(title=""), ["title"]),
}


@pytest.mark.parametrize(("fact", "fields"), BAD.values(), ids=BAD)
def test_a_bad_fact_is_refused_at_its_field(fact, fields):
    assert fields_of(fact) == fields


@pytest.mark.parametrize("sign", UNSEEN.values(), ids=UNSEEN)
def test_signs_that_cannot_be_seen_are_refused(sign):
    assert fields_of(a_report(note=f"Test{sign} note")) == ["note"]


def test_line_breaks_and_letters_of_three_languages_may_stand_in_a_note():
    assert problems_of(a_report(note="Union\n\tСоюз, Саюз ў – “ok”")) == []


@pytest.mark.parametrize(
    "dated",
    ["2018", "2026", "2026-11-22", "2026-11-23"],
    ids=["first year", "this year", "today", "tomorrow, for who lives further east"],
)
def test_a_report_may_be_dated(dated):
    assert problems_of(a_report(dated=dated)) == []


def test_every_problem_of_a_fact_is_told_at_once_and_in_whole_sentences():
    bad = a_report(
        program="nowhere",
        dated="1999",
        percent=Decimal(200),
        note="x" * 10_000,
        sources=(),
    )

    problems = problems_of(bad)

    assert [field for field, _ in problems] == [
        "note",
        "program",
        "sources",
        "dated",
        "percent",
    ]
    assert problems[0][1] == ("This text has 10,000 characters. Shorten it to 2,000.")
    assert all(sentence.endswith(".") for _, sentence in problems)


def test_a_long_unknown_code_is_shortened_in_the_sentence():
    ((_, sentence),) = problems_of(a_report(sources=("x" * 300,)))

    assert len(sentence) < 120


def test_a_key_is_free_until_a_fact_of_its_kind_carries_it():
    assert not key_is_free(a_source(SOURCE), KNOWN)
    assert key_is_free(a_source("another"), KNOWN)
    assert key_is_free(a_plan(SOURCE), KNOWN)


def test_a_partial_date_that_reaches_into_the_range_is_taken():
    assert partial("2040").last == day("2040-12-31")
    assert problems_of(a_deadline(due="2040")) == []
