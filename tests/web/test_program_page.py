"""The page of a program: said beside shown, history, deadlines, ties."""

from tests.web.public_record import FINISHED, GAS, MOVED, OIL, SECRET, VIEW
from tests.web.reading import links_of, part_of, rows_of_page, words_of_page
from tests.web.signing_in import an_editor


def test_the_state_stands_said_beside_shown(reader):
    page = reader.get(f"/programs/{OIL}?{VIEW}")

    said = part_of(page, "side-said")
    assert said.startswith("Said every report counts Completed Since 1 November 2023")
    assert "Due 31 December 2025 Done on time" in said
    shown = part_of(page, "side-shown")
    assert shown.startswith("Shown evidence E3 or better Partly done Stalled")
    assert "E4 an independent assessment" in shown


def test_what_is_not_known_is_said_to_be_so(reader):
    page = reader.get(f"/programs/{SECRET}?{VIEW}")

    assert "Not known" in part_of(page, "side-said")
    assert "not the same as “not started”" in part_of(page, "side-said")
    assert "0 %" not in words_of_page(page)


def test_official_and_independent_words_that_differ_are_pointed_out(reader):
    assert "Official and independent words differ." in words_of_page(
        reader.get(f"/programs/{OIL}?{VIEW}")
    )
    assert "words differ" not in words_of_page(reader.get(f"/programs/{GAS}?{VIEW}"))


def test_the_history_says_whose_word_it_is_with_grade_and_source(reader):
    page = reader.get(f"/programs/{FINISHED}?{VIEW}")

    history = part_of(page, "history")
    assert "2 reports count in this view, newest first" in history
    assert "Legal act Both sides E3 counts as shown" in history
    assert "Test Gazette, 1 Jun 2022 A read it" in history
    assert f"/sources/law-source?{VIEW}" in links_of(page)
    assert "https://example.org/law-source" in links_of(page)


def test_a_month_stays_a_month(reader):
    page = reader.get(f"/programs/{GAS}?{VIEW}")

    assert '<time datetime="2022-05">May 2022</time>' in page.text.replace(
        "\u00a0", " "
    )


def test_a_retired_report_stays_readable_and_counts_nowhere(reader):
    page = reader.get(f"/programs/{GAS}?{VIEW}")

    history = part_of(page, "history")
    assert "1 report counts in this view" in history
    assert "1 report was retired" in history
    assert "Wrong. Retired in revision 2" in history
    assert "/changes/2?as_of=2023-12-31" in links_of(page)
    assert "In progress" in part_of(page, "side-said")


def test_what_was_said_later_stands_apart(reader):
    page = reader.get(f"/programs/{GAS}?{VIEW}")

    history = part_of(page, "history")
    assert "1 report is later than this view" in history
    assert history.index("Word of a minister.") < history.index("A later word.")


def test_a_deadline_tells_how_it_moved(reader):
    page = reader.get(f"/programs/{GAS}?{VIEW}")

    deadlines = part_of(page, "milestones")
    # From the end of July 2022 to 1 December 2023.
    assert "Promised by 1 December 2023 moved once, by 488 days" in deadlines
    assert "passed 30 days ago without word" in deadlines
    assert "said 10 Sep 2021 by July 2022" in deadlines


def test_a_promise_for_the_whole_program_moves_its_due_date(reader):
    page = reader.get(f"/programs/{OIL}?{VIEW}")

    deadlines = part_of(page, "milestones")
    assert "Whole program said 1 Jan 2022 by 31 December 2025" in deadlines
    assert "after this view" not in deadlines


def test_a_promise_made_after_the_view_is_told_to_be_so(reader):
    page = reader.get(f"/programs/{OIL}?as_of=2021-12-31")

    assert "by 31 December 2025 (after this view)" in part_of(page, "milestones")


def test_acts_and_ties_are_told_and_linked(reader):
    page = reader.get(f"/programs/{GAS}?{VIEW}")

    assert "Test agreement Тестовый договор" in part_of(page, "acts")
    ties = part_of(page, "ties")
    assert "Became Test gas, again NEXT2024-01 carried over, stated by a source" in ties
    assert "Waits for Test oil TEST2021-02 stated by a source" in ties
    assert f"/programs/{OIL}?{VIEW}" in links_of(page)


def test_an_act_signed_after_the_view_is_told_to_be_so(reader):
    before, on_the_day = (
        part_of(reader.get(f"/programs/{GAS}?as_of={day}"), "acts")
        for day in ("2022-05-31", "2022-06-01")
    )

    assert "signed 1 June 2022 (after this view)" in before
    assert "after this view" not in on_the_day


def test_the_other_end_of_a_tie_tells_it_too(reader):
    assert "Awaited by Test gas" in part_of(reader.get(f"/programs/{OIL}"), "ties")
    assert "Came from Test gas" in part_of(reader.get("/programs/NEXT2024-01"), "ties")


def test_a_title_says_on_what_it_rests_and_who_translated_it(reader):
    page = words_of_page(reader.get(f"/programs/{GAS}"))

    assert "Title: named by the press, not an official title." in page
    assert "Русский Тестовый газ Беларуская Тэставы газ (our translation)" in page
    assert "1 (our order, not an official number)" in page


def test_a_topic_that_nobody_published_is_shown_as_exactly_that(reader):
    page = words_of_page(reader.get(f"/programs/{SECRET}"))

    assert "Nobody has published what it is about." in page


def test_a_program_that_left_its_plan_has_no_deadline_running(reader):
    page = reader.get(f"/programs/{MOVED}?{VIEW}")

    said = part_of(page, "side-said")
    assert "Completed Carried over" in said
    assert "No deadline runs since it left its plan" in said
    listed = rows_of_page(reader.get(f"/programs?{VIEW}&text=moved"))
    assert "No deadline runs" in listed[0]


def test_the_course_is_drawn_and_told(reader):
    page = reader.get(f"/programs/{OIL}?{VIEW}")

    course = page.text.partition('id="course"')[2].replace("\u00a0", " ")
    assert (
        'aria-label="Said: Partly done, Stalled from 1 Oct 2023; '
        'Completed from 1 Nov 2023."'
    ) in course
    assert 'aria-label="Shown: Partly done, Stalled from 1 Oct 2023."' in course


def test_a_program_nobody_spoke_of_has_no_course(reader):
    assert 'id="course"' not in reader.get(f"/programs/{SECRET}").text


def test_only_editors_see_what_can_be_done(public_app, cheap_passwords):
    editor = an_editor(public_app)

    assert f"/programs/{GAS}/report" in links_of(editor.get(f"/programs/{GAS}"))
    plain = public_app.test_client().get(f"/programs/{GAS}")
    assert f"/programs/{GAS}/report" not in links_of(plain)


def test_the_latest_changes_to_it_are_listed(reader):
    page = reader.get(f"/programs/{GAS}")

    assert "Revision 2" in part_of(page, "changes")
    assert len(rows_of_page(page)) >= 3
