"""Undoing a large revision beside the requests: told, refused, kept for its owner."""

import os
import time

import pytest

from tests.factories import a_report
from tests.services.undoing import (
    TODAY,
    UNDOER,
    content,
    enter,
    fill,
    plan,
    retitled,
    the_program,
)
from tracker.domain.changes import Add, Retire
from tracker.domain.errors import NotFound
from tracker.domain.record import Kind
from tracker.services import import_stages, large_undo, undo, workplace
from tracker.services.imports import Confirmed, Decision
from tracker.services.large_undo import Decided, Undoing
from tracker.services.underway import Unfinished
from tracker.services.uploads import KEPT_FOR
from tracker.storage import queries


@pytest.fixture(autouse=True)
def _record(database, monkeypatch):
    fill()
    monkeypatch.setattr(import_stages, "EVERY", 0)
    monkeypatch.setattr(large_undo, "LARGE", 1)
    undo._plans.clear()


@pytest.fixture
def undoing(tmp_path):
    """The undo of revision 2, where work is done at once."""
    return Undoing(2, "editor", tmp_path / "undos", lambda work: work())


def decision(**more):
    confirmed = Confirmed(fingerprint=plan(2).fingerprint, **more)
    return Decision(author=UNDOER, summary="Undone", today=TODAY, confirmed=confirmed)


@pytest.mark.parametrize(("least", "is_large"), [(7, True), (8, False)])
def test_from_so_many_changes_on_it_is_large(monkeypatch, least, is_large):
    monkeypatch.setattr(large_undo, "LARGE", least)

    assert queries.revision(1).change_count == 7
    assert large_undo.is_large(1) is is_large


def test_a_revision_there_is_none_of_is_not_found(undoing):
    with pytest.raises(NotFound):
        large_undo.look_at(undoing, TODAY)


def test_done_it_leads_to_the_revision_that_did_it(undoing):
    before = content()
    enter(retitled("Changed"))

    large_undo.confirm(undoing, decision(), {"summary": "Undone"})
    made = large_undo.look_at(undoing, TODAY)

    assert (made.number, made.who) == (3, "Test Undoer")
    assert content() == before
    undoing.forget()
    assert large_undo.look_at(undoing, TODAY).changes_nothing


def test_a_small_one_is_looked_at_at_once(monkeypatch, tmp_path):
    monkeypatch.setattr(large_undo, "LARGE", 2)
    enter(retitled("Changed"))
    begun = []

    found = large_undo.look_at(Undoing(2, "editor", tmp_path, begun.append), TODAY)

    assert len(found.entries) == 1
    assert not begun


def test_how_far_it_is_is_told(undoing, monkeypatch):
    told = []
    monkeypatch.setattr(
        workplace, "tell", lambda _news, far: told.append((far.what, far.done))
    )
    enter(Add(a_report("", dated="2023", note="Second.")))
    agreed = decision()
    undo._plans.clear()  # another process looked at it

    large_undo.confirm(undoing, agreed, {})

    stages = [stage for stage, _ in told]
    shares = [share for _, share in told]
    assert list(dict.fromkeys(stages)) == ["planning", "entering"]
    assert shares == sorted(shares)
    assert 0 == shares[0] < shares[-1] < 100


def test_what_is_refused_is_kept_for_its_owner_alone(undoing, tmp_path):
    enter(retitled("Changed"))
    agreed = decision()
    enter(retitled("Changed again"))

    large_undo.confirm(undoing, agreed, {"summary": "Mine"})

    found = undoing.decided()
    assert found.typed == {"summary": "Mine"}
    assert "The record changed since you looked" in str(found.refusal.error)
    assert Undoing(2, "other", undoing.folder, undoing.begin).decided() is None
    assert the_program().title.en == "Changed again"


def test_while_one_is_at_it_nobody_else_begins(undoing, monkeypatch):
    monkeypatch.setattr(workplace, "PATIENCE", 0.01)
    enter(retitled("Changed"))
    begun = []
    slow = Undoing(2, "editor", undoing.folder, begun.append)

    looks = [large_undo.look_at(slow, TODAY) for _ in range(2)]

    assert looks == [Unfinished(0, 1)] * 2
    assert len(begun) == 1


def test_what_somebody_else_has_entered_meanwhile_is_not_entered_twice(undoing):
    enter(Retire(Kind.REPORT, "R0001", 1))
    agreed = decision()
    undo.apply_undo(2, UNDOER, "Undone", TODAY, agreed.confirmed)

    large_undo.confirm(undoing, agreed, {})

    assert large_undo.look_at(undoing, TODAY).number == 3
    assert queries.revision_number() == 3


def test_what_lies_there_too_long_goes(undoing):
    undoing.folder.mkdir()
    old = Undoing(1, "editor", undoing.folder, undoing.begin)
    old.note(Decided(token="old"))
    long_ago = time.time() - KEPT_FOR.total_seconds() - 1
    for path in undoing.folder.iterdir():
        os.utime(path, (long_ago, long_ago))

    undoing.note(Decided(token="new"))

    assert old.decided() is None
    assert undoing.decided() == Decided(token="new")
