"""The progress report tells what holds the plans up, and what was reported lately."""

import io
from dataclasses import replace
from fractions import Fraction

import openpyxl
import pytest

from tests.factories import a_sector, a_weighed_report, day
from tests.workbook.progress_pages import header_row, is_printable
from tests.workbook.test_progress_report import REPORTS, VIEW, a_progress_report, a_row
from tracker.domain.bottlenecks import (
    Part,
    Surroundings,
    rank_programs,
    rank_sectors,
)
from tracker.domain.state import UNKNOWN, state_of
from tracker.workbook.progress_report import News, progress_report_bytes

ENERGY = a_sector("energy", "=Test energy")
LATE = a_weighed_report("R0003", dated="2023-12-01", stage="partly_done", note="@Note")


def a_report_with_bottlenecks():
    rows = [
        a_row("TEST2021-01", REPORTS[:1], ENERGY),
        a_row("TEST2021-02", [LATE], ENERGY),
    ]
    around = Surroundings(
        as_of=VIEW.as_of, awaited_by={"TEST2021-01": {"TEST2021-02"}}, stays={}
    )
    positions = [row.said for row in rows]
    held = rank_programs(positions, around)
    news = News(
        program=rows[1].program,
        weighed=LATE,
        before=UNKNOWN,
        after=state_of([LATE], VIEW),
        source="https://example.org/late",
    )
    return replace(
        a_progress_report(),
        sectors=rank_sectors([ENERGY], positions, held),
        held=held,
        since=day("2023-10-02"),
        news=(news,),
    )


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(
        io.BytesIO(progress_report_bytes(a_report_with_bottlenecks()))
    )


def test_the_sheets_stand_in_the_order_people_read_them(book):
    assert book.sheetnames == [
        "Summary",
        "Rules",
        "By month",
        "What moved",
        "Changes",
        "Programs",
        "Bottlenecks",
        "Deadlines",
        "Claims",
        "Forecast",
        "Lineage",
    ]


def test_the_parts_of_a_sector_add_up_to_its_score(book):
    page = book["Bottlenecks"]

    name, score, *parts = [cell.value for cell in page[4]][:7]

    assert name == "=Test energy"
    assert page["A4"].data_type != "f"
    assert sum(parts) == pytest.approx(score)
    sector = a_report_with_bottlenecks().sectors[0]
    assert Fraction(score).limit_denominator(10_000) == sector.score.limit_denominator(
        10_000
    )
    assert page["J4"].value == "few programs"


def test_the_chart_shows_the_parts_of_the_table(book):
    (chart,) = book["Bottlenecks"]._charts

    assert [series.tx.strRef.f for series in chart.series] == [
        f"'Bottlenecks'!{letter}3" for letter in "CDEFG"
    ]
    headers = [book["Bottlenecks"][f"{letter}3"].value for letter in "CDEFG"]
    assert headers == [part.label for part in Part]


def test_every_open_program_is_listed_with_who_waits_for_it(book):
    rows = {str(row[0]): row for row in book["Bottlenecks"].iter_rows(values_only=True)}

    first = next(row for name, row in rows.items() if name.startswith("TEST2021-01"))
    assert first[-1] == "TEST2021-02"


def test_what_was_reported_since_stands_with_the_stage_before_and_after(book):
    page = book["Changes"]

    header = [cell.value for cell in page[2]]
    row = dict(zip(header, [cell.value for cell in page[3]], strict=True))

    assert page["A1"].value == "Reported after 2023-10-02, up to 2023-12-31"
    assert (row["Stage before"], row["Stage after"]) == ("Not known", "Partly done")
    assert (row["What was said"], row["Read it at"]) == (
        "@Note",
        "https://example.org/late",
    )
    assert page["J3"].data_type != "f"


def test_a_report_without_bottlenecks_or_news_has_empty_sheets():
    data = progress_report_bytes(a_progress_report())

    book = openpyxl.load_workbook(io.BytesIO(data))

    assert book["Bottlenecks"]._charts == []
    assert book["Changes"]["A3"].value == "Nothing was reported in that time."


def test_the_header_of_the_programs_stands_on_every_printed_page(book):
    page = book["Bottlenecks"]

    header = header_row(page, "Program")

    assert is_printable(page, page.oddFooter.left.text)
    assert page.print_title_rows == f"${header}:${header}"
