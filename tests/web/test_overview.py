"""The overview: said beside shown for every plan."""

import re

from tests.factories import a_report
from tests.web.public_record import GAS, TODAY, VIEW
from tests.web.reading import links_of, part_of, rows_of_page
from tracker.domain.changes import Add, Origin
from tracker.services import door
from tracker.services.door import Author
from tracker.services.progress import progress
from tracker.web.address import asked
from tracker.web.overview import looks


def test_every_plan_is_told_said_beside_shown(reader):
    page = reader.get(f"/?{VIEW}")

    glance = part_of(page, "glance")
    # Five programs: two completed in words (oil, finished), one by a law (finished);
    # the one that was carried over is not counted, though somebody called it completed.
    assert "By what is said, 2 of 5 are completed. By what is shown, 1 of 5." in glance
    assert "Said 2 of 5 completed 40 %, at most 80 %" in glance
    assert "Shown 1 of 5 completed 20 %, at most 80 %" in glance
    assert "Called completed, but carried over" in glance


def test_a_plan_nothing_was_reported_of_is_not_known_instead_of_nought(reader):
    page = reader.get("/?as_of=2021-12-31&plan=NEXT2024")

    glance = part_of(page, "glance")
    assert "Nothing was reported of its programs by this day." in glance
    assert "Said not known nothing reported" in " ".join(glance.split())
    assert "0 %" not in glance


def test_the_bars_say_their_numbers_to_those_who_cannot_see_them(reader):
    page = reader.get(f"/?{VIEW}")

    assert (
        'aria-label="Said: Completed: 2, Called completed, but carried over: 1, '
        'In progress: 1, Not known: 1"'
    ) in page.text


def test_one_picture_tells_the_plan_with_most_to_tell(reader):
    page = reader.get(f"/?{VIEW}")

    assert "/charts/history.svg?as_of=2023-12-31&amp;plan=TEST2021" in page.text
    assert 'alt="History of Test plan, one row a program: ' in page.text


def test_what_is_overdue_stalled_and_silent_is_listed_with_a_way_to_all(reader):
    page = reader.get("/?as_of=2024-05-01&plan=TEST2021")

    plan = part_of(page, "plan-TEST2021")
    # Gas and the item without a topic; the oil program has a later date of its own.
    assert "Overdue: 2" in plan
    assert "Test gas TEST2021-01 due 2023" in plan
    assert "No open program is reported as stalled." in plan


def test_a_stalled_program_shows_in_the_reading_that_has_it(reader):
    page = reader.get(f"/?{VIEW}&reading=shown")

    assert "Stalled: 1 Test oil TEST2021-02" in part_of(page, "plan-TEST2021")


def test_a_blocked_program_is_counted_and_listed_alike(public_app, reader):
    blocked = a_report("", program=GAS, dated="2023-12-01", condition="blocked")
    with public_app.app_context():
        door.enter([Add(blocked)], Author("Test Editor", Origin.FORM), "", TODAY)

    words = part_of(reader.get(f"/?{VIEW}"), "plan-TEST2021")
    assert "Stalled: 1 Test gas TEST2021-01" in words
    [address] = [
        address for name, _, _, address in _looks(public_app) if name == "held_up"
    ]
    assert [row.split()[0] for row in rows_of_page(reader.get(address))] == [GAS]


def _looks(app):
    """The lists that want a look, as the overview offers them."""
    with app.test_request_context(f"/?{VIEW}"):
        return looks(progress("TEST2021", asked().view))


def test_sectors_stand_in_their_order_with_their_own_figures(reader):
    page = reader.get(f"/?{VIEW}&plan=TEST2021")

    plan = part_of(page, "plan-TEST2021")
    assert "Test energy 2 1 of 2 0 of 2" in plan
    assert "Test trade 3 1 of 3 1 of 3" in plan
    assert plan.index("Test energy") < plan.index("Test trade")


def test_a_sector_that_nothing_was_reported_of_is_not_known(reader):
    plan = part_of(reader.get(f"/?{VIEW}&plan=NEXT2024"), "plan-NEXT2024")

    assert "Test energy 1 not known not known" in plan


def test_a_plan_can_be_looked_at_alone(reader):
    page = reader.get(f"/?{VIEW}&plan=TEST2021")

    assert "plan-TEST2021" in page.text
    assert "plan-NEXT2024" not in page.text


def test_the_latest_changes_are_linked(reader):
    page = reader.get("/")

    assert "Revision 2" in part_of(page, "latest")
    assert "/changes/2" in links_of(page)


def test_every_figure_is_there_as_a_table_too(reader):
    page = reader.get(f"/?{VIEW}&plan=TEST2021")

    plan = part_of(page, "plan-TEST2021")
    assert "Completed 2 1" in plan
    assert "Called completed, but carried over 1 0" in plan
    assert "Completed programs strict.v1 2 of 5" in plan


def test_on_a_phone_each_figure_of_a_sector_says_what_it_is(reader):
    [table, *_] = re.findall(
        r'<table class="sector-table cards".*?</table>', reader.get("/").text, re.S
    )

    assert set(re.findall(r'<td [^>]*data-name="([^"]+)"', table)) == {
        "Programs",
        "Said",
        "Shown",
        "completed",
    }
    assert table.count("<td ") == table.count("data-name=")
