"""Overviews as JSON on the real record: the same figures as on their pages."""

import pytest

from tests.web.reading import rows_of_page, words_of_page

VIEW = "as_of=2023-12-31"


def test_the_overview_counts_every_plan_said_beside_shown(researcher):
    found = researcher.get(f"/api/v1/overview?{VIEW}").json
    plans = {each["plan"]: each for each in found["plans"]}

    assert list(plans) == ["MD2024", "UP2021", "RM2019"]
    # Nine were called completed, one of them already carried over.
    assert plans["UP2021"]["by_stage"]["said"]["completed"] == 9
    assert plans["UP2021"]["scores"]["strict.v1"]["said"]["done"] == 8
    assert plans["UP2021"]["by_stage"]["shown"]["approved"] == 18
    assert sum(plans["RM2019"]["by_stage"]["said"].values()) == 33
    assert found["latest"][0]["revision"] == 1


def test_the_overview_has_the_progress_of_each_plan(researcher):
    whole = researcher.get(f"/api/v1/overview?{VIEW}").json["plans"][1]
    alone = researcher.get(f"/api/v1/progress?{VIEW}&plan=UP2021").json

    assert alone == alone | {
        name: part for name, part in whole.items() if name != "title"
    }


def test_the_sectors_add_up_to_the_plan(researcher):
    found = researcher.get(f"/api/v1/sectors?{VIEW}&plan=UP2021").json["sectors"]
    page = researcher.get(f"/sectors?{VIEW}&plan=UP2021")

    assert len(found) == len(rows_of_page(page)) == 10
    assert sum(row["count"] for row in found) == 28
    assert found[0]["sector"] == "energy"


def test_a_sector_has_its_programs_in_every_plan(researcher):
    found = researcher.get(f"/api/v1/sectors/energy?{VIEW}").json

    assert [(row["plan"], row["count"]) for row in found["plans"]] == [
        ("MD2024", 4),
        ("UP2021", 4),
        ("RM2019", 4),
    ]
    assert len(found["programs"]) == 12
    assert {row["sector"] for row in found["programs"]} == {"energy"}


def test_a_source_has_every_fact_that_cites_it(researcher):
    found = researcher.get("/api/v1/sources/tass-2021-09-10").json
    words = words_of_page(researcher.get("/sources/tass-2021-09-10"))

    assert f"{len(found['citations'])} facts cite this source." in words
    assert found["grade"] == "D"
    assert {"kind": "plan", "key": "UP2021", "program": None} in found["citations"]


def test_the_rules_stand_side_by_side(researcher):
    found = researcher.get(f"/api/v1/rules?{VIEW}&plan=UP2021").json
    figures = {row["rule"]: row for row in found["figures"]}

    assert figures["strict.v1"]["said"]["value"] == round(8 / 28, 4)
    assert figures["strict.v1"]["suits_the_plan"]
    assert [row["grade"] for row in found["floors"]] == ["E0", "E1", "E2", "E3", "E4"]
    assert sum(row["count"] for row in found["sectors"]) == 28


def test_the_analyses_have_one_finding_each(researcher):
    found = researcher.get(f"/api/v1/analysis?{VIEW}").json["findings"]
    words = words_of_page(researcher.get(f"/analysis?{VIEW}"))

    assert len(found) == 7
    assert all(row["title"].replace("\u00a0", " ") in words for row in found)
    assert found[0]["address"] == f"http://localhost/progress?{VIEW}"


def test_the_method_lists_every_word_with_its_label(researcher):
    found = researcher.get("/api/v1/method").json
    stages = [row["code"] for row in found["words"] if row["vocabulary"] == "stage"]

    assert stages[0] == "not_started"
    assert stages[-1] == "completed"
    assert found["rules"][0]["rule"] == "strict.v1"


@pytest.mark.parametrize(
    ("path", "status", "field"),
    [
        ("/overview?plan=X", 400, "plan"),
        ("/sectors?as_of=never", 400, "as_of"),
        ("/sectors/none", 404, "sector"),
        ("/sources/none", 404, "source"),
        ("/rules?rule=guess", 400, "rule"),
        ("/charts/none", 404, None),
        ("/charts/stages?plan=X", 400, "plan"),
    ],
)
def test_what_is_not_there_is_said_in_one_shape(researcher, path, status, field):
    answer = researcher.get(f"/api/v1{path}")

    assert answer.status_code == status
    assert answer.json.keys() == {"error", "message", "field"}
    assert answer.json["field"] == field
