"""Charts from record to picture: what is read, what is kept, what is refused."""

import pytest

from tests.factories import a_report, a_view, day
from tests.reporting.a_record import filled
from tracker.domain.changes import Add, Origin
from tracker.domain.errors import BadInput, NotFound
from tracker.reporting.language import ENGLISH
from tracker.services import charts, door
from tracker.services.chart_list import CHARTS
from tracker.services.chart_values import history_in, stages_in
from tracker.services.charts import Audience, chart, facts, question
from tracker.services.door import Author
from tracker.services.wanted_chart import Wanted, file_name

__all__ = ["filled"]

VIEW = a_view("2023-12-31")


def wanted(name="stages", **more):
    return Wanted(
        name=name, view=more.pop("view", VIEW), **{"plan": "TEST2021", **more}
    )


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("format", ["svg", "png"])
def test_every_chart_comes_in_every_form(name, format):
    picture = chart(wanted(name, format=format), Audience())

    subject = "all-plans" if CHARTS[name].is_of_all else "TEST2021"
    assert picture.filename == f"{subject}-{name}-2023-12-31-r1.{format}"
    assert len(picture.content) > 1000


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("plan", ["TEST2019", "TEST2021"])
@pytest.mark.parametrize("as_of", ["2018-01-01", "2019-06-01", "2026-01-01"])
def test_every_chart_can_be_drawn_at_any_date(name, plan, as_of):
    picture = chart(wanted(name, plan=plan, view=a_view(as_of)), Audience())

    assert picture.content.startswith(b"<svg")


@pytest.mark.usefixtures("filled")
def test_what_is_drawn_is_what_the_record_says():
    stages = stages_in(question(wanted()))

    assert [each.sector.code for each in stages.sectors] == ["energy", "trade"]
    assert [str(state.stage) for state in stages.said] == ["completed", "None"]
    assert [str(state.stage) for state in stages.shown] == ["approved", "None"]


@pytest.mark.usefixtures("filled")
def test_the_history_begins_with_the_first_word_on_any_thread():
    history = history_in(question(wanted("history")))

    assert history.starts == day("2019-06-01")
    assert [
        [band.stretch.program.code for band in row.bands] for row in history.rows
    ] == [["TEST2019-01", "TEST2021-01"], ["TEST2021-02"]]


@pytest.mark.usefixtures("filled")
def test_a_picture_is_kept_until_the_record_changes(monkeypatch):
    first = chart(wanted(), Audience())

    monkeypatch.setattr(charts, "_draw", None)
    again = chart(wanted(), Audience())
    monkeypatch.undo()
    door.enter(
        [Add(a_report("", program="TEST2021-02", dated="2023-03-01"))],
        Author("Test", Origin.FORM),
        "One more",
        day("2026-01-01"),
    )
    changed = chart(wanted(), Audience())

    assert again is first
    assert changed.etag != first.etag
    assert changed.filename.endswith("-r2.svg")


@pytest.mark.usefixtures("filled")
def test_links_lead_where_the_asker_says():
    audience = Audience(address=lambda kind, key: f"/here/{kind}/{key}", where="here")

    picture = chart(wanted(), audience)

    assert b'href="/here/sector/energy"' in picture.content
    assert b"/here/" not in chart(wanted(), Audience()).content


@pytest.mark.usefixtures("filled")
def test_words_and_numbers_come_without_the_picture():
    found = facts(wanted(), ENGLISH)

    assert found.finding.title == (
        "1 of 2 programs is said to be completed; the evidence shows none"
    )
    assert found.table.rows[0][-1] == 2
    assert found.footer.endswith("revision 1")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("asked", "problem", "words"),
    [
        ({"name": "nothing"}, NotFound, "There is no chart “nothing”."),
        ({"format": "gif"}, NotFound, "not as “gif”"),
        ({"plan": "NOPE"}, NotFound, "No plan has the code “NOPE”."),
        ({"width": 12}, BadInput, "960 pixels wide"),
        ({"scale": 9}, BadInput, "1 or 2"),
        ({"rule": "best.v1"}, BadInput, "no completion rule “best.v1”"),
    ],
    ids=["name", "format", "plan", "width", "scale", "rule"],
)
def test_what_nobody_can_draw_is_refused_in_a_sentence(asked, problem, words):
    with pytest.raises(problem) as refused:
        chart(wanted(**asked), Audience())

    assert words in str(refused.value)


@pytest.mark.usefixtures("database")
def test_an_empty_record_says_what_to_do():
    with pytest.raises(NotFound, match="The record is empty"):
        chart(wanted(plan=""), Audience())


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("as_of", "plan"), [("2023-12-31", "TEST2021"), ("2020-06-01", "TEST2019")]
)
def test_without_a_plan_the_latest_begun_is_meant(as_of, plan):
    picture = chart(wanted(plan="", view=a_view(as_of)), Audience())

    assert picture.filename.startswith(f"{plan}-stages-")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("plan", "name", "subject"),
    [
        ("", "slips", "all-plans"),
        ("TEST2021", "slips", "TEST2021"),
        ("", "bottlenecks", "all-plans"),
        ("", "lineage", "all-plans"),
        ("TEST2021", "lineage", "all-plans"),
        ("", "progress", "TEST2021"),
    ],
)
def test_a_chart_names_the_plan_it_is_of(plan, name, subject):
    assert chart(wanted(name, plan=plan), Audience()).filename.startswith(
        f"{subject}-{name}-"
    )


@pytest.mark.usefixtures("filled")
def test_another_rule_gives_another_picture():
    strict, half = (
        facts(wanted("progress", rule=rule), ENGLISH)
        for rule in ("strict.v1", "agreement.v1")
    )

    assert "“Completed programs”" in strict.finding.sentence
    assert half.footer.split(" · ")[2] == "rule agreement.v1"
    assert strict.table.rows != half.table.rows


@pytest.mark.parametrize(
    ("view", "name"),
    [
        (a_view("2023-12-31"), "TEST2021-stages-2023-12-31-r3.png"),
        (
            a_view("2023-12-31", "2023-06-01"),
            "TEST2021-stages-2023-12-31-known-2023-06-01-r3.png",
        ),
    ],
)
def test_the_name_of_a_file_holds_subject_view_and_revision(view, name):
    asked = wanted(view=view, format="png")

    assert file_name(asked, "TEST2021", 3) == name
