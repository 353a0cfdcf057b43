"""What takes long is made once however many ask."""

import threading

import pytest

from tracker.services.kept import Kept


def test_a_thing_is_made_once_and_then_kept():
    kept = Kept(2)
    made = []

    things = [kept.get("a", lambda: made.append(1) or "thing") for _ in range(3)]

    assert things == ["thing"] * 3
    assert len(made) == 1


def test_eight_who_ask_at_once_get_the_one_that_is_made():
    kept, made, answers = Kept(2), [], []
    everybody = threading.Barrier(8)
    may_end = threading.Event()

    def make():
        made.append(1)
        may_end.wait(5)
        return "thing"

    def ask():
        everybody.wait(5)
        answers.append(kept.get("a", make))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    may_end.set()
    for thread in threads:
        thread.join(5)

    assert answers == ["thing"] * 8
    assert len(made) == 1


def test_what_nobody_asked_for_longest_is_forgotten():
    kept = Kept(2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, lambda key=key: key)

    assert [kept.peek(key) for key in "abc"] == ["a", None, "c"]


def test_a_failure_is_told_and_not_kept():
    kept = Kept(2)

    def fail():
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        kept.get("a", fail)

    assert kept.peek("a") is None
    assert kept.get("a", lambda: "thing") == "thing"


def test_nothing_is_kept_after_clearing():
    kept = Kept(2)
    kept.get("a", lambda: "thing")

    kept.clear()

    assert kept.peek("a") is None
