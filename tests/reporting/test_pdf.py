"""The PDF report: A4 pages with everything on them, and the same bytes each time."""

import pytest

from tests.factories import a_plan, a_program, a_view, a_weighed_report
from tests.reporting.scenes import (
    LONG_TITLE,
    a_frame,
    letterings,
    some_history,
    some_stages,
)
from tracker.domain.program import Title
from tracker.domain.state import position_of, state_of
from tracker.reporting.history_drawing import draw_history
from tracker.reporting.lettering import width_of
from tracker.reporting.paper import size_of_figure
from tracker.reporting.pdf import draw_pages, report_pdf
from tracker.reporting.report import Front, PlanPart, Report, ReportRow
from tracker.reporting.stages_drawing import draw_stages
from tracker.reporting.style import ZOOM

VIEW = a_view("2023-12-31")


def a_row(number):
    reports = [a_weighed_report(dated="2022-05-01")]
    program = a_program(f"TEST2021-{number:02d}", title=Title(LONG_TITLE))
    said, shown = (
        position_of(program, a_plan(), state_of(reports, view), (), view)
        for view in (VIEW, VIEW.read_as(VIEW.shown_reading))
    )
    return ReportRow(
        program=program,
        said=said,
        shown=shown,
        last_word=f"{LONG_TITLE}. " * 3,
        last_source="https://example.org/" + "long" * 40,
    )


def a_report(rows=40, changes=20):
    front = Front(
        heading=LONG_TITLE,
        figures=[("8 of 28", "completed, as said")] * 8,
        period="What changed since a test",
        changes=[LONG_TITLE] * changes,
    )
    drawings = [
        lambda frame: draw_stages(some_stages(), frame),
        lambda frame: draw_history(some_history(), frame),
    ]
    part = PlanPart(
        front=front, drawings=drawings, rows=[a_row(n) for n in range(1, rows + 1)]
    )
    return Report(title="Test report", sentence="A test", frame=a_frame(), parts=[part])


@pytest.fixture
def pages():
    """The pages of a report, with the zoom of the last one set."""
    zoom = ZOOM.get()
    yield draw_pages(a_report())
    ZOOM.set(zoom)


def labels_of(page):
    return [label.text for artist in letterings(page) for label in artist.labels]


def test_the_same_report_gives_the_same_bytes():
    assert report_pdf(a_report(rows=3)) == report_pdf(a_report(rows=3))


def test_drawing_a_report_leaves_the_size_of_pictures_alone():
    before = ZOOM.get()

    report_pdf(a_report(rows=1))

    assert ZOOM.get() == before


def test_every_page_is_a4_and_has_its_number(pages):
    for number, page in enumerate(pages, start=1):
        assert page.get_size_inches() == pytest.approx((8.27, 11.69), abs=0.01)
        assert f"Page {number} of {len(pages)}" in labels_of(page)


def test_every_program_stands_in_the_table_once(pages):
    words = [text for page in pages for text in labels_of(page)]

    for number in range(1, 41):
        code = f"TEST2021-{number:02d}"
        assert len([text for text in words if text.startswith(f"{code} ")]) == 1


def test_the_head_of_the_table_stands_on_every_page_of_it(pages):
    with_rows = [
        page for page in pages if any("TEST2021-" in text for text in labels_of(page))
    ]

    assert len(with_rows) > 1
    assert all("Last word, and where it is read" in labels_of(p) for p in with_rows)
    assert all(LONG_TITLE in " ".join(labels_of(page)) for page in with_rows)


def test_more_changes_than_there_is_room_for_are_counted(pages):
    assert "and 6 more changes" in labels_of(pages[0])


def ends_of(page):
    """Each label that runs to the right: words, start, end and height in pixels."""
    wide, high = size_of_figure(page)
    to_share = page.transFigure.inverted()
    for artist in letterings(page):
        for label in (each for each in artist.labels if each.align == "left"):
            place = artist.axes.transData.transform((label.x, label.y))
            x, y = to_share.transform(place)
            start = x * wide + label.dx
            end = start + width_of(label.text, label.size, label.bold)
            yield label.text, start, end, y * high


def test_nothing_lies_off_the_page(pages):
    for page in pages:
        wide, high = size_of_figure(page)
        outside = [
            text
            for text, start, end, height in ends_of(page)
            if start < -1 or end > wide + 1 or not 0 <= height <= high
        ]
        assert outside == []


def test_a_picture_too_high_for_a_page_gets_a_smaller_one():
    from tracker.reporting.history import History

    history = some_history()
    tall = History(plan=a_plan(), rows=history.rows * 40, starts=history.starts)
    report = a_report(rows=0)
    part = PlanPart(
        front=report.parts[0].front,
        drawings=[lambda frame: draw_history(tall, frame)],
        rows=[],
    )
    zoom = ZOOM.get()

    pages = draw_pages(
        Report(title="Test", sentence="", frame=report.frame, parts=[part])
    )
    ZOOM.set(zoom)

    assert [page.get_size_inches()[0] for page in pages] == pytest.approx(
        [8.27, 8.27], abs=0.01
    )


def test_words_can_be_selected_and_title_and_day_are_fixed():
    content = report_pdf(a_report(rows=1))

    assert b"/ToUnicode" in content
    assert b"/FontFile2" in content
    assert b"/Title (Test report)" in content
    assert b"/CreationDate (D:20231231000000" in content
