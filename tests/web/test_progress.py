"""Progress: every rule side by side, by evidence, sector and month."""

import pytest

from tests.web.public_record import VIEW
from tests.web.reading import links_of, part_of, problem_of, rows_of_page, words_of_page


def test_every_rule_stands_said_beside_shown_with_x_of_n_and_bounds(reader):
    page = reader.get(f"/progress?{VIEW}&plan=TEST2021")

    # Gas is in progress (1/3), oil and finished completed (1 each), the one that was
    # carried over counts as partly done (2/3), of the unnamed one nothing is known. As
    # shown nothing is known of gas, the unnamed one and the one carried over either.
    assert rows_of_page(page)[:4] == [
        "Completed programs the plan's own 2 of 5 · 40 %, at most 80 % "
        "1 of 5 · 20 %, at most 80 %",
        "Mean progress in thirds 60 % · 3 of 5, at most 93.3 % "
        "33.3 % · 1.7 of 5, at most 93.3 %",
        "Mean progress towards agreement made for the other kind of plan 80 % · 4 of "
        "5, at most 100 % 40 % · 2 of 5, at most 100 %",
        "Completed, and half of the partly done 50 % · 2.5 of 5, at most 90 % "
        "30 % · 1.5 of 5, at most 90 %",
    ]


def test_those_due_stand_with_how_late_they_are_and_who_left(reader):
    page = reader.get(f"/progress?{VIEW}&plan=TEST2021")

    # Of the five one has a later date of its own; one of the four due left the plan.
    due = next(
        row for row in rows_of_page(page) if row.startswith("Completed of those")
    )
    assert "1 of 4 · 25 %, at most 75 %" in due
    assert "on the average 0 days late, over 3; 1 left the plan" in due


def test_the_rule_can_be_changed_and_stays_chosen(reader):
    page = reader.get(f"/progress?{VIEW}&plan=TEST2021&rule=thirds.v1")

    assert '<option value="thirds.v1" selected>' in page.text
    assert "done, in thirds 3 of 5" in " ".join(part_of(page, "plan-TEST2021").split())
    assert "By the rule “Mean progress in thirds”: 60 % as said" in words_of_page(page)
    assert "The plan's own rule is another" in words_of_page(page)
    kept = [link for link in links_of(page) if "reading=E2" in link]
    assert kept == [
        "/progress?plan=TEST2021&as_of=2023-12-31&rule=thirds.v1&reading=E2"
    ]


def test_an_unknown_rule_is_refused_with_those_there_are(reader):
    page = reader.get("/progress?rule=guess.v1")

    assert page.status_code == 400
    assert "“guess.v1” is no rule. Choose one of strict.v1" in problem_of(page)


def test_the_figure_falls_as_more_evidence_is_asked_for(reader):
    page = reader.get(f"/progress?{VIEW}&plan=TEST2021")

    floors = [row for row in rows_of_page(page) if row[:2] in {"E0", "E1", "E3", "E4"}]
    assert floors == [
        "E0 every report 2 of 5 · 40 %, at most 80 %",
        "E1 an official claim from one ordinary publisher or better 2 of 5 · 40 %, at "
        "most 80 %",
        "E3 a legal act well attested or better 1 of 5 · 20 %, at most 80 %",
        "E4 an independent assessment 0 of 5 · 0 %, at most 80 %",
    ]


def test_the_months_stand_as_a_picture_that_keeps_view_and_rule(reader):
    page = reader.get(f"/progress?{VIEW}&plan=TEST2021&rule=half.v1")

    assert (
        'src="/charts/progress.svg?plan=TEST2021&amp;as_of=2023-12-31&amp;rule=half.v1"'
    ) in page.text


def test_all_plans_stand_one_by_one_and_are_never_averaged(reader):
    page = reader.get(f"/progress?{VIEW}")

    assert "How far each plan has come, by every rule" in words_of_page(page)
    assert "The two are never averaged." in words_of_page(page)
    assert page.text.index("plan-NEXT2024") < page.text.index("plan-TEST2021")


@pytest.mark.parametrize(
    ("plan", "own"),
    [
        ("RM2019", "Mean progress towards agreement the plan's own"),
        ("UP2021", "Completed programs the plan's own"),
    ],
)
def test_a_plan_is_told_by_the_ladder_that_suits_it(researcher, plan, own):
    page = researcher.get(f"/progress?plan={plan}&as_of=2023-12-31")

    assert rows_of_page(page)[0].startswith(own)


def test_measures_name_who_counted_them_and_when(researcher):
    page = researcher.get("/progress?plan=UP2021&as_of=2023-12-31")

    row = next(row for row in rows_of_page(page) if row.startswith("Measures done"))
    assert "880 of 993 · 88.6 % A. Abramenko, Nov 2023 C152" in row
    assert "not known: the record follows programs" in row


def test_where_nothing_was_reported_no_rule_gives_a_figure(reader):
    page = reader.get(f"/progress?{VIEW}&plan=NEXT2024")

    rules = [row for row in rows_of_page(page) if row.startswith("Completed programs")]
    assert rules == ["Completed programs the plan's own not known not known"]
