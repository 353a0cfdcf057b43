"""Whatever the record holds: out and in changes nothing; edits are found exactly."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbook.records import RECORDS
from tracker.domain.changes import Action, differences
from tracker.domain.record import FIELD_OF, Fact, Kind, Record, key_of, kind_of
from tracker.workbook.compare import Ours, compare
from tracker.workbook.reader import facts_of, read_workbook
from tracker.workbook.writer import workbook_bytes

# A field of each kind that a colleague may type into.
TYPED = {
    Kind.SOURCE: "publisher",
    Kind.PLAN: "summary",
    Kind.PROGRAM: "summary",
    Kind.REPORT: "note",
    Kind.DEADLINE: "note",
    Kind.CLAIM: "note",
    Kind.ACT: "note",
    Kind.EVENT: "title",
}


def by_target(record: Record) -> dict[tuple[Kind, str], Fact]:
    return {(kind, key_of(f)): f for kind in Kind for f in record.of(kind)}


def retyped(fact: Fact, text: str, **more: int) -> Fact:
    return replace(fact, **{TYPED[kind_of(fact)]: text}, **more)


def with_facts(record: Record, changed: dict[tuple[Kind, str], Fact]) -> Record:
    fields = {}
    for kind in Kind:
        facts = (changed.get((kind, key_of(f)), f) for f in record.of(kind))
        fields[FIELD_OF[kind]] = tuple(facts)
    return replace(record, **fields, revision=record.revision + 1)


@settings(max_examples=60)
@given(RECORDS)
def test_out_and_in_again_every_fact_is_the_same(record):
    reading = read_workbook(workbook_bytes(record))

    assert [str(problem) for problem in reading.problems] == []
    wanted = by_target(record)
    found = {(kind_of(fact), key_of(fact)): fact for fact in facts_of(reading)}
    assert found.keys() == wanted.keys()
    for target, fact in found.items():
        assert differences(wanted[target], fact) == ()
        assert fact.version == wanted[target].version


@settings(max_examples=30)
@given(RECORDS)
def test_an_untouched_workbook_says_nothing(record):
    reading = read_workbook(workbook_bytes(record))

    found = compare(reading, Ours(now=record, then=record))

    assert (found.entries, found.clashes) == ([], [])
    assert found.unchanged_count == len(by_target(record))


def edited(rows, there, left_out):
    for row in rows:
        target = (row.sheet.kind, key_of(row.fact))
        if target in there:
            yield replace(row, fact=retyped(row.fact, "typed there"))
        elif target not in left_out:
            yield row


@settings(max_examples=60)
@given(RECORDS, st.data())
def test_edits_of_both_sides_are_found_exactly(record, data):
    """Some rows are retyped there, some here, some on both sides, some left out.

    Some of the record's were changed and put back again, which is no change.
    """
    facts = by_target(record)
    targets = sorted(t for t in facts if t[0] in TYPED)
    lists = st.lists(st.sampled_from(targets), unique=True)
    there, here, left_out, put_back = (set(data.draw(lists)) for _ in range(4))
    there -= left_out
    put_back -= here
    reading = read_workbook(workbook_bytes(record))

    came_back = replace(reading, rows=tuple(edited(reading.rows, there, left_out)))
    changed = {t: retyped(facts[t], "typed here", version=999) for t in here}
    changed |= {t: replace(facts[t], version=facts[t].version + 2) for t in put_back}
    now = with_facts(record, changed)
    found = compare(came_back, Ours(now=now, then=record))

    changed = {(e.kind, e.key) for e in found.entries if e.action is Action.CHANGED}
    retired = {(e.kind, e.key) for e in found.entries if e.action is Action.RETIRED}
    clashes = {(c.kind, c.key) for c in found.clashes}
    assert changed == there - here
    assert retired == left_out - here
    assert clashes == (there | left_out) & here
    assert found.newer_count == len(here - there - left_out)
    now_facts = by_target(now)
    assert all(e.before == now_facts[e.kind, e.key] for e in found.entries)
    assert all(e.after.version == e.before.version for e in found.entries if e.after)


@settings(max_examples=30)
@given(RECORDS, st.data())
def test_a_part_retires_nothing(record, data):
    reading = read_workbook(workbook_bytes(record))
    kept = data.draw(st.lists(st.sampled_from(reading.rows), unique_by=id))

    found = compare(replace(reading, rows=tuple(kept), is_part=True), Ours(now=record))

    assert (found.entries, found.clashes) == ([], [])


@settings(max_examples=30)
@given(RECORDS)
def test_the_same_record_gives_the_same_bytes(record):
    assert workbook_bytes(record) == workbook_bytes(record)
