"""The report that is made beside the requests: begun once, and again after a death."""

import os
from dataclasses import replace

import pytest

from tests.factories import a_view, day
from tests.reporting.a_record import filled
from tracker.domain.errors import BadInput
from tracker.services import report_page
from tracker.services.report_files import Order
from tracker.services.report_page import (
    Document,
    progress_report,
    report_pdf,
)
from tracker.services.underway import Unfinished

__all__ = ["filled"]

ORDER = Order(view=a_view("2023-12-31"), plan="TEST2021")


@pytest.fixture
def folder(tmp_path, filled):
    return tmp_path / "made"


def test_whoever_asks_while_it_is_made_begins_nothing(folder):
    begun = []

    answers = [report_pdf(ORDER, folder, begun.append) for _ in range(3)]

    assert len(begun) == 1
    assert all(isinstance(answer, Unfinished) for answer in answers)


def test_what_is_made_is_given_to_every_process(folder):
    report_pdf(ORDER, folder, lambda make: make())

    made = report_pdf(ORDER, folder, lambda _make: pytest.fail("made again"))

    assert isinstance(made, Document)
    assert made.content.startswith(b"%PDF")
    assert made.filename == "TEST2021-report-2023-12-31-r1.pdf"


def test_the_news_tell_how_far_it_is(folder, monkeypatch):
    told = []
    monkeypatch.setattr(
        report_page, "tell", lambda _path, news: told.append((news.done, news.of))
    )

    report_pdf(ORDER, folder, lambda make: make())

    assert told
    assert all(done <= of for done, of in told)
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_making_that_died_is_begun_again(folder):
    begun = []
    report_pdf(ORDER, folder, begun.append)
    (news,) = folder.glob("*.json")
    long_ago = news.stat().st_mtime - 3600
    os.utime(news, (long_ago, long_ago))

    report_pdf(ORDER, folder, begun.append)

    assert len(begun) == 2


def test_a_making_that_failed_leaves_nothing_behind(folder, monkeypatch):
    def fail(*_args, **_more):
        raise RuntimeError("no")

    monkeypatch.setattr(report_page, "pdf_report", fail)

    with pytest.raises(RuntimeError):
        report_pdf(ORDER, folder, lambda make: make())

    assert list(folder.iterdir()) == []


def test_only_the_reports_made_last_are_kept(folder, monkeypatch):
    monkeypatch.setattr(report_page, "KEPT_FILES", 1)
    for on in ("2023-12-30", "2023-12-31"):
        order = Order(view=a_view(on), plan="TEST2021")
        report_pdf(order, folder, lambda make: make())

    assert len(list(folder.iterdir())) == 1


def test_another_period_is_another_report(folder):
    usual = report_pdf(ORDER, folder, lambda make: make())
    other = replace(ORDER, since=day("2023-01-31"))

    first = report_pdf(other, folder, lambda make: make())
    made = report_pdf(other, folder, lambda _make: pytest.fail("made again"))

    assert isinstance(first, Unfinished)
    assert isinstance(made, Document)
    assert made.filename == "TEST2021-report-2023-12-31-r1-since-2023-01-31.pdf"
    assert isinstance(usual, Unfinished)
    assert len(list(folder.glob("*.pdf"))) == 2


def test_the_usual_period_is_the_same_report_whether_chosen_or_not(folder):
    report_pdf(ORDER, folder, lambda make: make())

    made = report_pdf(
        replace(ORDER, since=day("2023-10-02")),
        folder,
        lambda _make: pytest.fail("made again"),
    )

    assert isinstance(made, Document)


def test_a_period_that_holds_no_day_is_never_begun(folder):
    late = replace(ORDER, since=day("2024-01-01"))

    for ask in (
        lambda: report_pdf(late, folder, lambda _make: pytest.fail("begun")),
        lambda: progress_report(late),
    ):
        with pytest.raises(BadInput):
            ask()
