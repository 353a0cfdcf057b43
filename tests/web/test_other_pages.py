"""Sectors, sources, events, claims, changes and the method, as readers see them."""

import pytest

from tests.web.public_record import GAS, VIEW
from tests.web.reading import links_of, part_of, rows_of_page, words_of_page
from tracker.domain.scores import RULES
from tracker.domain.vocabulary import EvidenceGrade, SourceGrade, Stage


def test_sectors_are_set_against_plans_and_never_added_up(reader):
    page = reader.get(f"/sectors?{VIEW}")

    assert rows_of_page(page) == [
        "Test energy Said not known Shown not known Said 1 of 2 Shown 0 of 2",
        "Test trade no program Said 1 of 3 Shown 1 of 3",
    ]


def test_a_sector_shows_its_programs_in_every_plan(reader):
    page = reader.get(f"/sectors/energy?{VIEW}")

    assert "1 program of this sector in NEXT2024" in words_of_page(page)
    assert "2 programs of this sector in TEST2021" in words_of_page(page)
    assert f"/programs/{GAS}?{VIEW}" in links_of(page)


def test_a_sector_without_a_program_in_the_plan_offers_all_plans(reader):
    page = reader.get(f"/sectors/trade?{VIEW}&plan=NEXT2024")

    assert "No program of this sector is in the plan. Show all plans" in words_of_page(
        page
    )


def test_sources_tell_grade_and_how_many_facts_rest_on_them(reader):
    page = reader.get("/sources")

    assert rows_of_page(page) == [
        "1 Jun 2022 Test page Test Gazette read it at Test Gazette Independent media "
        "A 1",
        "1 May 2022 Test page Test Daily read it at Test Daily Independent media C 23",
    ]
    for grade in SourceGrade:
        assert grade.label in words_of_page(page)


@pytest.mark.parametrize(
    ("words", "count"), [("grade=A", 1), ("text=gazette", 1), ("type=academic", 0)]
)
def test_sources_can_be_filtered(reader, words, count):
    page = reader.get(f"/sources?{words}")

    assert len(rows_of_page(page)) == count
    assert "Clear filters" in words_of_page(page)


def test_a_source_lists_what_rests_on_it(reader):
    page = reader.get("/sources/test-source")

    assert f"/programs/{GAS}#R0001" in links_of(page)
    assert "/claims/C001" in links_of(page)
    assert "/events#E001" in links_of(page)


def test_events_stand_newest_first_up_to_the_day(reader):
    assert rows_of_page(reader.get(f"/events?{VIEW}")) == [
        "3 May 2022 Meeting Test meeting TEST2021-01 Test region "
        "Test Daily, 1 May 2022 C read it at Test Daily"
    ]
    early = reader.get("/events?as_of=2022-05-02")
    assert "No event matches in this view. Clear filters" in words_of_page(early)


def test_an_event_was_not_known_before_its_day(reader):
    page = reader.get(f"/events?{VIEW}&known_on=2022-05-02")

    assert "No event matches in this view." in words_of_page(page)
    assert rows_of_page(reader.get(f"/events?{VIEW}&known_on=2022-05-03"))


def test_changes_tell_who_when_and_why(reader):
    page = reader.get("/changes")
    rows = rows_of_page(page)

    assert "2 revisions newest first" in words_of_page(page)
    assert rows[0].startswith("Revision 2 ")
    assert rows[0].endswith("Test maker First filling A wrong report 1")


def test_a_revision_is_told_field_by_field(reader):
    retired = rows_of_page(reader.get("/changes/2"))
    first = words_of_page(reader.get("/changes/1"))

    assert retired == [f"Reports {GAS} R0003 Retired"]
    assert "title Test gas | Тестовый газ | Тэставы газ" in first
    assert "Programs Added: 6" in first


def test_the_changes_can_be_paged(reader):
    page = reader.get("/changes?before=2")

    assert [row.split()[1] for row in rows_of_page(page)] == ["1"]
    assert "There is no earlier change." in words_of_page(
        reader.get("/changes?before=1")
    )


def test_the_method_explains_every_word_and_rule(reader):
    page = words_of_page(reader.get("/method"))

    for word in (*Stage, *EvidenceGrade, *SourceGrade):
        assert word.label in page
    for rule in RULES.values():
        assert rule.id in page
        assert rule.label in page


def test_the_method_gives_what_each_stage_counts_for(reader):
    rows = rows_of_page(reader.get("/method"))

    thirds = next(row for row in rows if "thirds.v1" in row)
    assert "In progress 1/3 Partly done 2/3 Completed 1" in thirds


def test_the_method_gives_the_formulas_of_the_analyses(reader):
    page = reader.get("/method")

    for rule in ("bottleneck.v1", "claim.v1", "due.v1", "measures.v1"):
        assert f'id="{rule}"' in page.text
    rows = rows_of_page(page)
    assert any(row.startswith("Past its date days past") for row in rows)
    assert "almost 5 0" in rows
    assert "more than 0 10" in rows


@pytest.mark.parametrize(
    "address",
    ["/bottlenecks", "/progress", "/claims/C002", "/deadlines", "/change"],
)
def test_links_to_a_rule_lead_to_where_it_is_explained(reader, address):
    method = reader.get("/method").text

    links = [link for link in links_of(reader.get(address)) if "/method#" in link]
    assert links
    assert all(f'id="{link.partition("#")[2]}"' in method for link in links)


def test_an_overview_links_the_rules_it_counts_by(reader):
    assert "/method#strict.v1" in links_of(reader.get("/"))
    assert part_of(reader.get("/"), "glance")
