"""Pages are kept for as long as nothing they show has changed."""

from datetime import date

from tests.factories import a_report
from tests.web.public_record import GAS, TODAY
from tests.web.reading import words_of_page
from tests.web.signing_in import an_editor
from tracker.domain.changes import Add, Origin
from tracker.services import door
from tracker.services.door import Author


def report_something(app):
    """Enter one more report."""
    with app.app_context():
        author = Author("Test maker", Origin.COMMAND)
        report = a_report("", program=GAS, dated="2023-05-01", stage="partly_done")
        door.enter([Add(report)], author, "One more", TODAY)


def test_a_page_the_browser_has_is_not_sent_again(reader):
    tag = reader.get("/programs").headers["ETag"]

    again = reader.get("/programs", headers={"If-None-Match": tag})

    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Content-Security-Policy"]


def test_a_kept_page_is_the_page(reader):
    first = reader.get("/programs")
    second = reader.get("/programs")

    assert second.data == first.data
    assert second.headers["ETag"] == first.headers["ETag"]
    assert second.headers["Cache-Control"] == "no-cache"
    assert "Cookie" in second.headers["Vary"]


def test_a_new_revision_makes_a_new_page(public_app):
    client = public_app.test_client()
    before = client.get(f"/programs/{GAS}")
    report_something(public_app)

    after = client.get(
        f"/programs/{GAS}", headers={"If-None-Match": before.headers["ETag"]}
    )

    assert after.status_code == 200
    assert "Partly done" in words_of_page(after)


def test_a_new_day_makes_a_new_page(reader, monkeypatch):
    reader.get("/programs")
    monkeypatch.setattr("tracker.web.clock.today", lambda: date(2024, 6, 2))

    assert "as of 2 June 2024" in words_of_page(reader.get("/programs"))


def test_languages_and_views_are_kept_apart(reader):
    pages = {
        reader.get(address).headers["ETag"]
        for address in ("/programs", "/ru/programs", "/programs?reading=shown")
    }

    assert len(pages) == 3


def test_what_an_editor_sees_is_never_kept(public_app, cheap_passwords):
    editor = an_editor(public_app)

    page = editor.get(f"/programs/{GAS}")
    plain = public_app.test_client().get(f"/programs/{GAS}")

    assert page.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in page.headers
    assert "Report a status" in page.text
    assert "Report a status" not in plain.text


def test_a_refusal_is_not_kept(reader):
    page = reader.get("/programs?as_of=never")

    assert "ETag" not in page.headers
    assert page.headers["Cache-Control"] == "private, no-store"
