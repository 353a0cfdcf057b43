"""The smaller questions to the record: by code, by program, by source, by revision."""

from dataclasses import replace

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
)
from tests.services.entering import enter_catalogue, enter_steps
from tracker.domain.changes import Add, Edit, Retire
from tracker.domain.errors import NotFound
from tracker.domain.record import Kind
from tracker.storage import queries
from tracker.storage.transactions import end_reading

SECOND = "TEST2021-02"

pytestmark = pytest.mark.usefixtures("_catalogue")


@pytest.fixture
def _catalogue(bare_database):
    enter_catalogue()
    end_reading()


def add(*facts):
    enter_steps(*map(Add, facts))
    end_reading()


def keys(facts):
    return [fact.key for fact in facts]


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (queries.plan, PLAN),
        (queries.sector, SECTOR),
        (queries.program, PROGRAM),
        (queries.source, SOURCE),
    ],
    ids=["plan", "sector", "program", "source"],
)
def test_one_is_found_by_its_code_and_an_unknown_one_is_said_so(ask, code):
    found = ask(code)

    assert code in (getattr(found, "code", ""), getattr(found, "id", ""))
    with pytest.raises(NotFound, match="no-such"):
        ask("no-such")


def test_plans_come_by_their_beginning_and_sectors_in_their_order():
    add(
        a_plan("EARLY2019", starts_on="2019"),
        a_plan("NEVER2020", starts_on=None),
        a_sector("first", sort=1),
    )

    assert [p.code for p in queries.plans()] == ["EARLY2019", PLAN, "NEVER2020"]
    assert [s.code for s in queries.sectors()] == ["first", SECTOR]


def test_the_programs_of_one_plan_come_by_code():
    add(a_plan("AAAA2020"), a_program("AAAA2020-01"))

    assert [p.code for p in queries.programs(PLAN)] == [PROGRAM, SECOND]
    assert [p.code for p in queries.programs()] == ["AAAA2020-01", PROGRAM, SECOND]


def test_sources_can_be_asked_for_by_id():
    add(a_source("other"))

    assert [s.id for s in queries.sources()] == ["other", SOURCE]
    assert [s.id for s in queries.sources(["other", "none"])] == ["other"]
    assert queries.sources([]) == []


def test_reports_come_by_program_in_the_order_of_a_state():
    add(
        a_report("", dated="2023"),
        a_report("", dated="2022-05-01"),
        a_report("", program=SECOND),
    )

    found = queries.reports_of([PROGRAM])

    assert {code: keys(w.report for w in rows) for code, rows in found.items()} == {
        PROGRAM: ["R0002", "R0001"]
    }
    assert set(queries.reports_of()) == {PROGRAM, SECOND}
    assert queries.reports_of([]) == {}


def test_retired_reports_come_only_when_asked_for():
    add(a_report(""))
    enter_steps(Retire(Kind.REPORT, "R0001", 1))
    end_reading()

    assert queries.reports_of() == {}
    (weighed,) = queries.reports_of(with_retired=True)[PROGRAM]
    assert weighed.report.retired_in == 3


def test_deadlines_come_by_program_in_the_order_of_their_days():
    add(
        a_deadline("", stated_on="2022-06-01"),
        a_deadline("", stated_on="2022-01-01"),
    )

    found = queries.deadlines_by_program(PLAN)

    assert keys(stated.deadline for stated in found[PROGRAM]) == ["D002", "D001"]
    assert queries.deadlines_by_program("NONE") == {}


def test_acts_of_a_program_of_a_plan_and_all():
    add(
        an_act("", programs=(PROGRAM, SECOND)),
        an_act("", programs=(SECOND,), plan=PLAN),
        an_act(""),
    )

    assert keys(queries.acts(program=PROGRAM)) == ["A001"]
    assert keys(queries.acts(plan=PLAN)) == ["A002"]
    assert keys(queries.acts()) == ["A001", "A002", "A003"]
    assert queries.acts(program=PROGRAM)[0].programs == (PROGRAM, SECOND)


def test_lineage_and_dependencies_are_found_from_both_ends():
    add(
        a_lineage("", origin=PLAN, heir=PROGRAM),
        a_lineage("", origin=PROGRAM, heir=SECOND),
        a_dependency("", program=SECOND, waits_for=PROGRAM),
    )

    assert keys(queries.lineage(PLAN)) == ["L001"]
    assert keys(queries.lineage(PROGRAM)) == ["L001", "L002"]
    assert keys(queries.dependencies(PROGRAM)) == ["W001"]
    assert keys(queries.dependencies(SECOND)) == ["W001"]
    assert queries.dependencies(PLAN) == []


def test_claims_and_events_come_by_key():
    add(a_claim(""), a_claim(""), an_event(""))

    assert keys(queries.claims(PLAN)) == ["C001", "C002"]
    assert queries.claims("NONE") == []
    assert keys(queries.events()) == ["E001"]


def test_who_cites_a_source_is_found_with_its_program():
    add(a_source("cited"))
    add(
        a_report("", sources=("cited",)),
        a_report("", sources=(SOURCE,)),
        a_claim("", sources=("cited", SOURCE)),
        a_program("TEST2021-03", sources=("cited",)),
        a_dependency("", sources=("cited",)),
    )

    assert queries.citations_of("cited") == [
        (Kind.PROGRAM, "TEST2021-03", "TEST2021-03"),
        (Kind.REPORT, "R0001", PROGRAM),
        (Kind.CLAIM, "C001", ""),
        (Kind.DEPENDENCY, "W001", PROGRAM),
    ]
    # The plan and two programs of the catalogue, a report and a claim.
    assert queries.citation_counts() == {"cited": 4, SOURCE: 5}


def test_what_is_retired_no_longer_cites():
    add(a_report(""))
    enter_steps(Retire(Kind.REPORT, "R0001", 1))
    end_reading()

    assert (Kind.REPORT, "R0001", PROGRAM) not in queries.citations_of(SOURCE)
    assert queries.citation_counts() == {SOURCE: 3}


def test_known_keys_are_those_of_what_stands():
    add(a_report(""), a_report(""))
    enter_steps(Retire(Kind.REPORT, "R0001", 1))
    end_reading()

    known = queries.known_keys()

    assert known[Kind.REPORT] == {"R0002"}
    assert known[Kind.PROGRAM] == {PROGRAM, SECOND}
    assert known[Kind.EVENT] == frozenset()


def test_revisions_come_newest_first_and_in_pages():
    add(a_report(""))
    add(a_report(""))

    assert [r.number for r in queries.revisions(2)] == [3, 2]
    assert [r.number for r in queries.revisions(2, before=3)] == [2, 1]
    assert queries.revision_number() == 3
    with pytest.raises(NotFound, match="no revision 99"):
        queries.revision(99)


def test_the_changes_of_a_program_leave_those_of_others_out():
    add(a_report(""), a_report("", program=SECOND))
    enter_steps(Edit(replace(a_program(), summary="Edited")))
    end_reading()

    found = queries.changes_of(PROGRAM, 2)

    assert [r.number for r in found] == [3, 2]
    assert [[change.key for change in r.changes] for r in found] == [
        [PROGRAM],
        ["R0001"],
    ]


@pytest.mark.parametrize("number", [99, 2**31, 10**20])
def test_a_revision_that_there_is_not_is_said_so_however_large(number):
    with pytest.raises(NotFound, match="There is no revision"):
        queries.revision(number)
