"""The JSON API on the real record: shapes as the design promises, figures by hand."""

from datetime import date

import pytest

TODAY = date(2026, 11, 21)
ROW_FIELDS = {
    "code",
    "plan",
    "title",
    "sector",
    "stage",
    "condition",
    "closure",
    "timeliness",
    "due",
    "grade",
    "last_report_on",
    "silent_days",
}


@pytest.fixture
def client(real_app, monkeypatch):
    monkeypatch.setattr("tracker.web.clock.today", lambda: TODAY)
    return real_app.test_client()


def test_plans_come_with_their_titles_in_three_languages(client):
    answer = client.get("/api/v1/plans").json

    assert [plan["code"] for plan in answer["plans"]] == ["RM2019", "UP2021", "MD2024"]
    assert set(answer["plans"][1]["title"]) == {"en", "ru", "be"}
    assert answer["plans"][0]["adopted_on"] is None
    assert answer["revision"] == 1


def test_programs_come_with_exactly_the_fields_of_the_design(client):
    answer = client.get(
        "/api/v1/programs?plan=UP2021&as_of=2023-04-30&reading=said"
    ).json

    assert answer.keys() == {"as_of", "known_on", "reading", "revision", "programs"}
    assert (answer["as_of"], answer["known_on"]) == ("2023-04-30", None)
    assert answer["reading"] == "said"
    assert len(answer["programs"]) == 28
    assert answer["programs"][0].keys() == ROW_FIELDS


def test_an_unknown_stage_is_null(client):
    answer = client.get(
        "/api/v1/programs?plan=RM2019&as_of=2019-02-01&reading=shown"
    ).json

    assert {row["stage"] for row in answer["programs"]} == {None}


@pytest.mark.parametrize(
    ("as_of", "completed_said", "approved_shown"),
    [
        ("2022-07-01", 0, 27),
        ("2023-04-30", 8, 25),
        # Nine were called completed, one of them already carried over.
        ("2023-12-31", 8, 18),
        ("2025-03-31", 8, 17),
    ],
)
def test_progress_of_the_union_programs(client, as_of, completed_said, approved_shown):
    answer = client.get(f"/api/v1/progress?plan=UP2021&as_of={as_of}").json

    strict = answer["scores"]["strict.v1"]["said"]
    assert answer["count"] == 28
    assert (strict["done"], strict["of"]) == (completed_said, 28)
    assert strict["value"] == round(completed_said / 28, 4)
    assert strict["low"] <= strict["high"]
    assert answer["by_stage"]["shown"]["approved"] == approved_shown
    assert sum(answer["by_stage"]["said"].values()) == 28


def test_a_program_comes_with_its_history_and_its_links(client):
    answer = client.get("/api/v1/programs/UP2021-15?as_of=2024-06-01").json

    linked = {"reports", "deadlines", "acts", "lineage", "waits_for", "awaited_by"}
    assert linked <= answer.keys()
    assert answer["said"]["closure"] == "carried_over"
    assert {row["origin"] for row in answer["lineage"]} == {"RM2019-03", "UP2021-15"}
    cited = {source["id"] for source in answer["cited"]}
    assert all(set(report["sources"]) <= cited for report in answer["reports"])


def test_changes_name_the_first_filling(client):
    answer = client.get("/api/v1/changes").json

    assert [row["revision"] for row in answer["changes"]] == [1]
    assert answer["changes"][0]["change_count"] == 1348
    assert len(client.get("/api/v1/changes/1").json["changes"]) == 1348


@pytest.mark.parametrize(
    "words", ["programs?stage={}approved", "sources?grade={}A", "events?kind={}visit"]
)
def test_blanks_around_a_word_count_for_nothing_as_on_the_page(client, words):
    blank = client.get(f"/api/v1/{words.format('%20')}%20")

    assert blank.status_code == 200
    assert blank.json == client.get(f"/api/v1/{words.format('')}").json


@pytest.mark.parametrize(
    ("path", "status", "field"),
    [
        ("/programs/UP2021-99", 404, "code"),
        ("/programs?plan=UP1999", 400, "plan"),
        ("/programs?stage=nearly", 400, "stage"),
        ("/programs?as_of=2023-02-30", 400, "as_of"),
        ("/programs?as_of=2999-01-01", 400, "as_of"),
        ("/programs?reading=heard", 400, "reading"),
        ("/programs?silent=maybe", 400, "silent"),
        ("/progress", 400, "plan"),
        ("/progress?plan=UP1999", 400, "plan"),
        ("/changes?before=x", 400, "before"),
        ("/completion", 400, "plan"),
        ("/claims/C9999", 404, "claim"),
        ("/bottlenecks?plan=X", 400, "plan"),
        ("/forecast?plan=X", 400, "plan"),
        ("/lineage?plan=X", 400, "plan"),
        ("/change", 400, "plan"),
        ("/change?plan=UP2021&since_reading=x", 400, "since_reading"),
        ("/change?plan=UP2021&since_revision=9", 404, "since_revision"),
        ("/deadlines?plan=X", 400, "plan"),
        ("/deadlines?sector=none", 400, "sector"),
        ("/sources?grade=Z", 400, "grade"),
        ("/events?kind=ball", 400, "kind"),
        ("/nothing-here", 404, None),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_shape(client, path, status, field):
    answer = client.get(f"/api/v1{path}")

    assert answer.status_code == status
    assert answer.json.keys() == {"error", "message", "field"}
    assert answer.json["field"] == field
    assert answer.json["message"].endswith(".")


@pytest.mark.parametrize(
    ("key", "verdict"),
    [
        # 8 of 28 are 28.6 %; with the silent ones done, 16 of 28 are 57.1 %.
        ("C136", "above"),
    ],
)
def test_a_claim_comes_with_its_verdict_and_its_working(client, key, verdict):
    answer = client.get(f"/api/v1/claims/{key}").json

    assert answer["verdict"] == verdict
    assert answer["record"]["of"] == 28
    assert answer["sources"]


def test_bottlenecks_come_with_every_part_of_every_score(client):
    answer = client.get("/api/v1/bottlenecks?plan=UP2021&as_of=2023-11-30").json

    assert answer["rule"] == "bottleneck.v1"
    assert all(len(row["parts"]) == 5 for row in answer["programs"])
    scores = [row["score"] for row in answer["sectors"]]
    assert scores == sorted(scores, reverse=True)


def test_completion_falls_as_more_evidence_is_asked_for(client):
    answer = client.get("/api/v1/completion?plan=UP2021&as_of=2023-12-31").json

    line = [answer["by_floor"][f"E{n}"]["strict.v1"]["done"] for n in range(4)]
    assert line == sorted(line, reverse=True)
    assert line[0] == 8


@pytest.mark.parametrize(
    ("path", "name", "count"),
    [("claims", "claims", 207), ("events", "events", 60), ("sources", "sources", 409)],
)
def test_the_other_facts_are_listed_whole(client, path, name, count):
    assert len(client.get(f"/api/v1/{path}").json[name]) == count


def test_an_empty_record_answers_with_empty_lists(app):
    client = app.test_client()

    assert client.get("/api/v1/plans").json == {"revision": 0, "plans": []}
    assert client.get("/api/v1/programs").json["programs"] == []
