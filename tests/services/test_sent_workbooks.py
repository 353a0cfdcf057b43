"""A large import beside the requests: left, come back to, killed in the middle."""

import os
from datetime import UTC, datetime
from threading import Thread

import pytest

from tests.services.merging import COLLEAGUE, TODAY, apply, enter, exported, fill
from tests.services.test_import_conflicts import retitled
from tests.workbook.books import edited, typed
from tracker.domain.errors import BadInput, Conflict
from tracker.services import import_stages, imports, sent_workbooks, workplace
from tracker.services.import_desk import Desk
from tracker.services.import_plan import ImportPlan
from tracker.services.imports import Confirmed, Decision
from tracker.services.record_part import Part
from tracker.services.sent_workbooks import Sent
from tracker.services.underway import Unfinished
from tracker.services.uploads import Uploads
from tracker.services.workplace import SILENT
from tracker.storage import queries

NOTE = typed("Reports", "K2", "Typed by a test")
TYPED = {"summary": "Typed by a test", "others": "ours"}


@pytest.fixture(autouse=True)
def _record(database, monkeypatch):
    fill()
    monkeypatch.setattr(workplace, "PATIENCE", 0.01)
    monkeypatch.setattr(import_stages, "EVERY", 0)


@pytest.fixture
def uploads(tmp_path):
    return Uploads(tmp_path / "imports")


@pytest.fixture
def desk(uploads):
    """Where work is done at once."""
    return Desk(uploads, lambda work: work())


@pytest.fixture
def slow(uploads):
    """Where work is begun and not done until a test does it."""
    begun = []
    return Desk(uploads, begun.append), begun


def take_in(desk, data=None):
    data = edited(exported(), NOTE) if data is None else data
    sent = Sent(owner="editor", name="record.xlsx", data=data, now=datetime.now(UTC))
    return sent_workbooks.take_in(desk, sent, TODAY)


def decision(plan, **more):
    confirmed = Confirmed(fingerprint=plan.fingerprint, **more)
    return Decision(author=COLLEAGUE, summary="Why", today=TODAY, confirmed=confirmed)


def confirm(desk, upload):
    plan = sent_workbooks.plan_now(desk, upload, TODAY)
    return sent_workbooks.confirm(desk, upload, decision(plan), TYPED)


def die(uploads, upload):
    """Make the news of an upload those of somebody who died a while ago."""
    news = uploads.news_of(upload)
    before = news.stat().st_mtime - SILENT - 1
    os.utime(news, (before, before))


def test_what_takes_longer_is_told_and_then_there(slow):
    desk, begun = slow
    upload = take_in(desk)

    meanwhile = sent_workbooks.look_at(desk, upload, TODAY)
    begun.pop()()
    found = sent_workbooks.look_at(desk, upload, TODAY)

    assert isinstance(meanwhile, Unfinished)
    assert isinstance(found, ImportPlan)
    assert found.counts["changed"] == 1


def test_while_it_is_worked_on_nobody_begins_it_again(slow):
    desk, begun = slow
    upload = take_in(desk)

    for _ in range(3):
        sent_workbooks.look_at(desk, upload, TODAY)

    assert len(begun) == 1


def test_the_news_tell_real_progress(uploads, desk, monkeypatch):
    told = []
    monkeypatch.setattr(
        workplace, "tell", lambda _news, far: told.append((far.what, far.done))
    )

    confirm(desk, take_in(desk))

    shares = [done for _, done in told]
    end = next(n for n, (what, _) in enumerate(told) if what == "entering")
    begin = max(n for n in range(end) if told[n][0] == "checking")
    assert {"rows", "checking", "entering"} <= {what for what, _ in told}
    assert shares[: begin + 1] == sorted(shares[: begin + 1])
    assert max(shares) <= 100


def test_what_was_read_is_read_by_no_other_process(desk, monkeypatch):
    upload = take_in(desk)
    sent_workbooks._plans.clear()
    monkeypatch.setattr(imports, "pack_values_apart", lambda *_: pytest.fail("again"))

    found = sent_workbooks.look_at(desk, upload, TODAY)

    assert found.counts["changed"] == 1


@pytest.mark.parametrize("torn", [b"", b"x", b"x\x9c\xab\xae\x05\x00\x01u\x00\xf9"])
def test_what_was_kept_half_is_read_anew(uploads, desk, torn):
    upload = take_in(desk)
    sent_workbooks._plans.clear()
    (read,) = uploads.folder.glob("*.read")
    read.write_bytes(torn)

    found = sent_workbooks.look_at(desk, upload, TODAY)

    assert found.counts["changed"] == 1


def test_what_turns_out_to_be_no_workbook_is_told_whoever_comes_back(slow):
    desk, begun = slow
    upload = take_in(desk, b"no workbook")
    begun.pop()()

    found = desk.again(upload)
    with pytest.raises(BadInput, match="Excel workbook"):
        sent_workbooks.look_at(desk, found, TODAY)
    with desk.uploads.one_at_a_time("editor", datetime.now(UTC)):
        pass
    assert desk.uploads.latest_of("editor", datetime.now(UTC)) is None


def test_whoever_died_before_writing_left_nothing_and_it_can_go_on(uploads, desk, slow):
    upload = take_in(desk)
    plan = sent_workbooks.plan_now(desk, upload, TODAY)
    slow_desk, begun = slow
    sent_workbooks.confirm(slow_desk, upload, decision(plan), TYPED)
    uploads.note_decision(upload, TYPED, decision(plan).confirmed.token)
    die(uploads, upload)

    found = sent_workbooks.settled(desk, upload)
    after = confirm(desk, found)

    assert len(begun) == 1
    assert (found.is_decided, found.typed) == (True, TYPED)
    assert (after.entered_as, queries.revision_number()) == (2, 2)


def test_whoever_died_while_reading_is_followed_by_one_who_notes_all(desk, slow):
    slow_desk, _ = slow
    upload = take_in(slow_desk, exported(Part(plan="TEST2021")))
    die(desk.uploads, upload)

    sent_workbooks.look_at(desk, upload, TODAY)

    assert "TEST2021" in desk.again(upload).holds


def test_whoever_died_after_writing_has_entered_it(uploads, desk):
    upload = take_in(desk)
    data = uploads.data_of(upload)
    plan = sent_workbooks.plan_now(desk, upload, TODAY)
    uploads.note_decision(upload, TYPED, decision(plan).confirmed.token)
    apply(data)

    found = sent_workbooks.settled(desk, upload)

    assert (found.entered_as, found.entered_by) == (2, COLLEAGUE.name)
    assert queries.revision_number() == 2


def test_another_one_sent_meanwhile_takes_nothing_from_what_is_entered(desk, slow):
    upload = take_in(desk)
    plan = sent_workbooks.plan_now(desk, upload, TODAY)
    slow_desk, begun = slow
    sent_workbooks.confirm(slow_desk, upload, decision(plan), TYPED)

    take_in(desk, exported())
    begun.pop()()

    assert desk.again(upload).entered_as == 2


def test_a_mistake_of_ours_leaves_it_to_go_on_with(desk, monkeypatch):
    upload = take_in(desk)
    monkeypatch.setattr(imports, "enter", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        confirm(desk, upload)

    found = sent_workbooks.settled(desk, upload)
    assert found.is_decided
    assert desk.progress(found) is None


def test_a_record_that_moved_meanwhile_is_told_with_what_was_typed(desk):
    upload = take_in(desk)
    plan = sent_workbooks.plan_now(desk, upload, TODAY)
    enter(retitled("Title from here"))

    after = sent_workbooks.confirm(desk, upload, decision(plan), TYPED)

    assert isinstance(after.refusal.error, Conflict)
    assert "The record changed since you looked" in str(after.refusal.error)
    assert (after.typed, after.entered_as) == (TYPED, 0)


def test_confirmed_twice_at_once_it_is_entered_once(app, uploads):
    """The second finds somebody at work and leaves it to them."""
    with app.app_context():
        upload = take_in(Desk(uploads, lambda work: work()))
        plan = sent_workbooks.plan_now(
            Desk(uploads, lambda work: work()), upload, TODAY
        )
    threads = []

    def begin(work):
        def run():
            with app.app_context():
                work()

        threads.append(Thread(target=run))
        threads[-1].start()

    for _ in range(2):
        with app.app_context():
            sent_workbooks.confirm(Desk(uploads, begin), upload, decision(plan), TYPED)
    for thread in threads:
        thread.join()

    with app.app_context():
        assert queries.revision_number() == 2
        assert Desk(uploads, begin).again(upload).entered_as == 2
