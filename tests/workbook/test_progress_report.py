"""The Excel progress report: the numbers of the bars, in cells and native charts."""

import io
from dataclasses import replace

import openpyxl
import pytest

from tests.factories import (
    a_plan,
    a_program,
    a_sector,
    a_stated_deadline,
    a_view,
    a_weighed_report,
)
from tracker.domain.program import Title
from tracker.domain.segments import count_segments
from tracker.domain.state import position_of, state_of
from tracker.workbook.progress_report import (
    ProgressReport,
    ReportedPlan,
    ReportedProgram,
    progress_report_bytes,
)
from tracker.workbook.progress_summary import segment_label

VIEW = a_view("2023-12-31")
REPORTS = [
    a_weighed_report("R0001", dated="2021-11-04", stage="approved", grade="E3"),
    a_weighed_report("R0002", dated="2023-02-01", stage="completed"),
]


def a_row(code, reports, sector, statements=(), **more):
    program = a_program(code, sector=sector.code, title=Title("=Test program"))
    positions = {
        name: position_of(
            program,
            a_plan(),
            state_of(reports, VIEW.read_as(reading)),
            statements,
            VIEW,
        )
        for name, reading in (("said", VIEW.reading), ("shown", VIEW.shown_reading))
    }
    return ReportedProgram(program=program, sector=sector, **positions, **more)


def a_progress_report():
    energy, trade = a_sector("energy", "Test energy"), a_sector("trade", "Test trade")
    rows = (
        a_row(
            "TEST2021-01",
            REPORTS,
            energy,
            [a_stated_deadline(), a_stated_deadline("D002", due="2023-06-01")],
            last_word="=SUM(A1) was said",
            last_source="https://example.org/test",
        ),
        a_row("TEST2021-02", [], trade),
    )
    return ProgressReport(
        title="Test report",
        footer="As of a test & revision 1",
        view=VIEW,
        revision=1,
        plans=(ReportedPlan(a_plan(), rows),),
        findings=("A finding",),
    )


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(
        io.BytesIO(progress_report_bytes(a_progress_report()))
    )


def table(page, header_row):
    """The rows below a header, each by the words of the header."""
    header = [cell.value for cell in page[header_row]]
    rows = []
    for cells in page.iter_rows(min_row=header_row + 1, values_only=True):
        if cells[1] is None:
            break
        rows.append(dict(zip(header, cells, strict=True)))
    return rows


def test_the_same_report_gives_the_same_bytes():
    assert progress_report_bytes(a_progress_report()) == progress_report_bytes(
        a_progress_report()
    )


def test_the_summary_counts_what_the_bars_count(book):
    plan = a_progress_report().plans[0]

    rows = table(book["Summary"], 7)

    assert [row["Programs counted"] for row in rows] == [
        "All programs: said",
        "All programs: shown",
        "Test energy: said",
        "Test energy: shown",
        "Test trade: said",
        "Test trade: shown",
    ]
    for segment, count in count_segments([r.said.state for r in plan.programs]).items():
        assert rows[0][segment_label(segment)] == count
    assert rows[0]["strict.v1: at least"] == 0.5
    assert rows[0]["strict.v1: at most"] == 1.0
    assert rows[1]["strict.v1: at least"] == 0.0


def test_the_chart_refers_to_the_counts_of_the_table(book):
    (chart,) = book["Summary"]._charts

    titles = [series.tx.strRef.f for series in chart.series]
    values = [series.val.numRef.f for series in chart.series]
    assert titles == [f"'Summary'!{column}7" for column in "CDE"]
    assert values == [f"'Summary'!${column}$8:${column}$13" for column in "CDE"]
    assert [book["Summary"][f"{column}7"].value for column in "CDE"] == [
        "Completed",
        "Approved",
        "Not known",
    ]


def test_every_program_stands_in_the_list_said_beside_shown(book):
    first, second = table(book["Programs"], 1)

    assert (first["Program"], first["Said: stage"], first["Shown: stage"]) == (
        "TEST2021-01",
        "Completed",
        "Approved",
    )
    assert first["Read it at"] == "https://example.org/test"
    assert second["Said: stage"] == "Not known"


def test_every_statement_of_a_date_stands_in_the_list_with_what_came_of_it(book):
    earlier, later = table(book["Deadlines"], 1)

    assert earlier["What came of it"] == "Stated again later"
    assert later["What came of it"] == "Passed without word"
    assert (later["Moved later, times"], later["Days in all"]) == (1, 151)


def test_a_text_is_never_a_formula(book):
    for name in ("Programs", "Deadlines"):
        for cells in book[name].iter_rows():
            assert all(cell.data_type != "f" for cell in cells)
    assert book["Programs"]["B2"].value == "=Test program"


def test_every_sheet_prints_across_on_a4_with_view_and_page(book):
    for page in book.worksheets:
        assert page.page_setup.orientation == "landscape"
        assert int(page.page_setup.paperSize) == int(page.PAPERSIZE_A4)
        assert page.print_area
        assert page.oddFooter.left.text == "As of a test && revision 1"
    assert book["Programs"].print_title_rows == "$1:$1"


def test_each_plan_begins_a_page_and_none_is_blank():
    one = a_progress_report()
    other = ReportedPlan(a_plan("TEST2024"), one.plans[0].programs)
    both = replace(one, plans=(*one.plans, other))

    alone, first = (
        openpyxl.load_workbook(io.BytesIO(progress_report_bytes(report)))["Summary"]
        for report in (one, both)
    )

    headings = [c.row for c in first["A"] if str(c.value).startswith("TEST2024 ·")]
    assert [each.id + 1 for each in first.row_breaks.brk] == headings
    assert alone.row_breaks.brk == []


def test_a_chart_without_room_below_its_table_begins_a_page():
    programs = tuple(
        a_row(f"TEST2021-{n:02}", [], a_sector(f"sector-{n}", f"Sector {n}", n))
        for n in range(1, 13)
    )
    report = replace(a_progress_report(), plans=(ReportedPlan(a_plan(), programs),))

    book = openpyxl.load_workbook(io.BytesIO(progress_report_bytes(report)))

    (chart,) = book["Summary"]._charts
    breaks = [each.id for each in book["Summary"].row_breaks.brk]
    assert breaks == [chart.anchor._from.row]


def test_a_report_without_programs_is_decent():
    report = ProgressReport(
        title="Test report",
        footer="",
        view=VIEW,
        revision=0,
        plans=(ReportedPlan(a_plan(), ()),),
    )

    book = openpyxl.load_workbook(io.BytesIO(progress_report_bytes(report)))

    assert {"Summary", "Programs", "Deadlines"} < set(book.sheetnames)
