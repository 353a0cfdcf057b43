"""Entering, correcting and retiring facts of any kind, as the forms do."""

from dataclasses import replace

import pytest

from tests.factories import (
    PROGRAM,
    SOURCE,
    a_claim,
    a_deadline,
    a_report,
    a_source,
    an_act,
    an_event,
)
from tests.services.entering import enter_steps
from tests.small_record import LAW_SOURCE, TODAY, enter_small_record
from tracker.domain.changes import Action, Add, Origin
from tracker.domain.errors import Conflict, NotFound, RuleBroken
from tracker.domain.record import KINDS, Kind, key_of
from tracker.services import entries
from tracker.services.door import Author, RecordRefused
from tracker.services.entries import Entry, Signature
from tracker.storage import queries

NEW = a_source("", url="https://example.org/new", dated="2023-05-01")
# A fact of each kind that has a form, and how a second editor would have it.
KEYS = {
    Kind.PROGRAM: PROGRAM,
    Kind.REPORT: "R0001",
    Kind.DEADLINE: "D001",
    Kind.CLAIM: "C001",
    Kind.ACT: "A001",
    Kind.EVENT: "E001",
    Kind.SOURCE: LAW_SOURCE,
}
CHANGED = {
    Kind.PROGRAM: {"summary": "Better"},
    Kind.EVENT: {"title": "Better"},
}
EVERY_KIND = pytest.mark.parametrize("kind", KEYS, ids=lambda kind: kind.value)
RETIRABLE = [kind for kind in KEYS if kind is not Kind.PROGRAM]


@pytest.fixture(autouse=True)
def _record(database):
    enter_small_record()
    enter_steps(Add(a_deadline()), Add(a_claim()), Add(an_act()), Add(an_event()))


def a_new_report(**more):
    return a_report("", program=PROGRAM, **{"dated": "2023-05", **more})


def signed(token="once", summary="Test"):
    author = Author("Test Editor", Origin.FORM)
    return Signature(author=author, today=TODAY, token=token, summary=summary)


def held(kind):
    return entries.fact_held(kind, KEYS[kind])


def better(kind):
    """A fact of this *kind* as somebody would put it right."""
    return replace(held(kind), **CHANGED.get(kind, {"note": "Better"}))


def test_every_broken_rule_is_told_at_once():
    entry = Entry(a_new_report(dated="2031", sources=(), note="x" * 3_000))

    with pytest.raises(RecordRefused) as refused:
        entries.preview(entry, TODAY)

    ((_, problems),) = refused.value.problems
    assert {problem.field for problem in problems} == {"dated", "sources", "note"}


def test_a_fact_with_a_new_source_is_one_revision():
    before = queries.revision_number()

    entry = Entry(a_new_report(sources=(LAW_SOURCE,)), (NEW,))
    revision = entries.enter(entry, signed())

    assert revision.number == before + 1
    assert revision.change_count == 2
    report = entries.fact_held(Kind.REPORT, "R0002")
    assert report.sources == (LAW_SOURCE, "example-2023-05-01")


@pytest.mark.parametrize("fact", [a_new_report(sources=()), NEW], ids=["cited", "own"])
def test_the_same_submission_is_written_once_though_its_source_is_there_by_now(fact):
    entry = Entry(fact) if fact is NEW else Entry(fact, (NEW,))

    first = entries.enter(entry, signed())
    second = entries.enter(entry, signed())

    assert first.number == second.number


def test_sources_typed_twice_are_cited_once():
    again = a_source("", url=f"https://example.org/{SOURCE}")
    entries.enter(Entry(a_new_report(), (again,)), signed())

    assert entries.fact_held(Kind.REPORT, "R0002").sources == (SOURCE,)


@EVERY_KIND
def test_a_correction_takes_the_place_of_the_fact(kind):
    wrong = held(kind)

    revision = entries.enter(Entry(better(kind)), signed())

    (change,) = revision.changes
    right = entries.heir_of(wrong)
    assert change.action is Action.CHANGED
    assert change.key == key_of(right)
    assert (key_of(right) == key_of(wrong)) is not KINDS[kind].is_history
    assert change.replaces == (key_of(wrong) if KINDS[kind].is_history else "")


@EVERY_KIND
def test_a_correction_that_changes_nothing_says_so(kind):
    with pytest.raises(RuleBroken, match="Nothing differs from the record"):
        entries.preview(Entry(held(kind)), TODAY)


@EVERY_KIND
def test_the_second_of_two_editors_is_told_and_writes_nothing(kind):
    mine = better(kind)
    entries.enter(Entry(better(kind)), signed("theirs"))
    before = queries.revision_number()

    with pytest.raises(Conflict):
        entries.preview(Entry(mine), TODAY)
    with pytest.raises(Conflict):
        entries.enter(Entry(mine), signed("mine"))

    assert queries.revision_number() == before


@pytest.mark.parametrize("kind", RETIRABLE, ids=lambda kind: kind.value)
def test_a_retired_fact_stands_no_more_and_stays_readable(kind):
    fact = held(kind)
    entries.preview_retirement(fact, TODAY)

    (change,) = entries.retire(fact, signed()).changes

    assert change.action is Action.RETIRED
    assert entries.heir_of(fact) is None
    assert key_of(held(kind)) == key_of(fact)


@pytest.mark.parametrize("kind", RETIRABLE, ids=lambda kind: kind.value)
def test_what_changed_meanwhile_is_not_retired(kind):
    seen = held(kind)
    entries.enter(Entry(better(kind)), signed("theirs"))

    with pytest.raises(Conflict):
        entries.preview_retirement(seen, TODAY)
    with pytest.raises(Conflict):
        entries.retire(seen, signed("mine"))


def test_a_source_that_facts_rest_on_is_not_retired():
    with pytest.raises(RecordRefused, match="still refer to “test-source”"):
        entries.retire(entries.fact_held(Kind.SOURCE, SOURCE), signed())


def test_a_source_is_not_given_the_address_of_another():
    law = held(Kind.SOURCE)

    with pytest.raises(RuleBroken, match="has this address already") as refused:
        entries.preview(Entry(replace(law, url=f"http://example.org/{SOURCE}/")), TODAY)

    assert refused.value.field == "url"


@pytest.mark.parametrize(
    ("kind", "key", "program"),
    [
        (Kind.REPORT, "R9999", PROGRAM),
        (Kind.REPORT, "R0001", "TEST2021-02"),
        (Kind.CLAIM, "nonsense", ""),
        (Kind.SOURCE, "nowhere", ""),
    ],
)
def test_a_fact_that_is_not_there_is_not_found(kind, key, program):
    with pytest.raises(NotFound):
        entries.fact_held(kind, key, program)
