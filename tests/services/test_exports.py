"""The record handed out as a workbook: whole, or a part in a view."""

import pytest

from tests.factories import (
    a_claim,
    a_deadline,
    a_plan,
    a_program,
    a_report,
    a_sector,
    a_source,
    a_view,
    an_act,
    an_event,
    day,
)
from tests.workbook.books import a_record
from tracker.domain.changes import Add, Origin
from tracker.domain.errors import NotFound
from tracker.domain.record import Kind
from tracker.domain.views import SHOWN
from tracker.services import door, exports
from tracker.services.door import Author
from tracker.services.export_about import name_of
from tracker.services.record_part import Part, part_of
from tracker.storage import queries
from tracker.storage.queries import blocks
from tracker.workbook.writer import workbook_bytes

TODAY = day("2026-01-01")
MORE = a_record(
    plans=(a_plan(), a_plan("TEST2024")),
    sectors=(a_sector(), a_sector("second-sector", sort=20)),
    programs=(
        a_program(),
        a_program("TEST2021-02"),
        a_program("TEST2021-03", sector="second-sector"),
        a_program("TEST2024-01"),
    ),
    reports=(
        a_report(dated="2022-05-01"),
        a_report("R0002", dated="2023-05-01", program="TEST2021-03"),
        a_report("R0003", dated="2024-05-01", program="TEST2024-01"),
        a_report("R0004", dated="2022-06-01", known_on="2023-01-01"),
    ),
    deadlines=(
        a_deadline(),
        a_deadline("D002", program="TEST2024-01", stated_on="2024-05-01", due="2026"),
    ),
    claims=(a_claim(), a_claim("C002", plan="TEST2024", dated="2024-02-01")),
    acts=(
        an_act(signed_on="2022-01-01", programs=("TEST2021-01",)),
        an_act("A002", signed_on="2024-03-01", plan="TEST2024"),
    ),
    events=(
        an_event(),
        an_event("E002", dated="2024-01-01", programs=("TEST2024-01",)),
    ),
    sources=(a_source(), a_source("other-source"), a_source("never-cited")),
)


def keys(record, kind):
    return [
        getattr(fact, "code", "") or getattr(fact, "key", "")
        for fact in record.of(kind)
    ]


def test_a_plan_comes_with_all_that_belongs_to_it():
    found = part_of(MORE, Part(plan="TEST2024"))

    assert keys(found, Kind.PLAN) == ["TEST2024"]
    assert keys(found, Kind.PROGRAM) == ["TEST2024-01"]
    assert keys(found, Kind.REPORT) == ["R0003"]
    assert keys(found, Kind.DEADLINE) == ["D002"]
    assert keys(found, Kind.CLAIM) == ["C002"]
    assert keys(found, Kind.ACT) == ["A002"]
    assert keys(found, Kind.EVENT) == ["E002"]
    assert found.lineage == found.dependencies == ()


def test_a_sector_comes_without_what_is_said_of_whole_plans():
    found = part_of(MORE, Part(sector="second-sector"))

    assert keys(found, Kind.PROGRAM) == ["TEST2021-03"]
    assert keys(found, Kind.PLAN) == ["TEST2021"]
    assert keys(found, Kind.REPORT) == ["R0002"]
    assert found.claims == ()


def test_a_view_holds_what_had_happened_and_was_public():
    found = part_of(MORE, Part(view=a_view("2022-12-31")))

    assert keys(found, Kind.REPORT) == ["R0001", "R0004"]
    assert keys(found, Kind.DEADLINE) == ["D001"]
    assert keys(found, Kind.CLAIM) == ["C001"]
    assert keys(found, Kind.ACT) == ["A001"]
    known = part_of(MORE, Part(view=a_view("2022-12-31", known_on="2022-12-31")))
    assert keys(known, Kind.REPORT) == ["R0001"]


def test_acts_and_events_were_not_known_before_their_day():
    found = part_of(MORE, Part(view=a_view("2024-12-31", known_on="2022-04-30")))

    assert keys(found, Kind.ACT) == ["A001"]
    assert keys(found, Kind.EVENT) == []


def test_a_reading_holds_only_reports_that_count_in_it():
    found = part_of(MORE, Part(view=a_view("2026-01-01", reading=SHOWN)))

    assert found.reports == ()
    assert len(found.programs) == 4


def test_only_cited_sources_come_along():
    found = part_of(MORE, Part(plan="TEST2021"))

    assert [source.id for source in found.sources] == ["test-source"]
    assert len(part_of(MORE, Part()).sources) == 3


@pytest.mark.parametrize("part", [Part(plan="NONE"), Part(sector="none")])
def test_an_unknown_plan_or_sector_is_said(part):
    with pytest.raises(NotFound, match="There is no"):
        part_of(MORE, part)


def test_the_name_says_subject_view_and_revision():
    part = Part(plan="TEST2021", sector="energy", view=a_view("2023-12-31"))

    assert name_of(part, 57) == (
        "integration-record-plan-TEST2021-sector-energy-as-of-2023-12-31-said-r57.xlsx"
    )
    assert name_of(Part(), 1) == "integration-record-r1.xlsx"


@pytest.fixture
def filled(database):
    record = a_record()
    facts = [fact for kind in Kind for fact in record.of(kind)]
    return door.enter(
        [Add(fact) for fact in facts], Author("Test", Origin.FORM), "Filled", TODAY
    )


def test_the_whole_record_streamed_is_the_record_held(filled, monkeypatch):
    monkeypatch.setattr(blocks, "BLOCK", 2)
    record = queries.record()

    assert exports.export_record().data == workbook_bytes(record)


def test_an_export_into_a_file_is_the_export(filled, tmp_path):
    file = tmp_path / "out.xlsx"

    revision = exports.export_to(file)

    assert revision == 1
    assert file.read_bytes() == exports.export_record().data
    assert [path.name for path in tmp_path.glob("*.xlsx")] == ["out.xlsx"]
