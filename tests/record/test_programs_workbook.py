"""data/programs.xlsx holds the CSV files of the record: nothing lost, nothing added."""

import random
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from tests.record.facts import facts_from_csv, rows_of
from tests.record.make_workbook import WORKBOOK, make_workbook
from tracker.domain.record import Kind, Record, key_of, kind_of
from tracker.domain.vocabulary import TitleBasis
from tracker.workbook.reader import check_rows, facts_of, read_workbook

SEED = 20_231_231
TODAY = date(2026, 11, 22)
COUNTS = {
    "Plans": 3,
    "Sectors": 13,
    "Programs": 83,
    "Reports": 369,
    "Deadlines": 87,
    "Claims": 207,
    "Acts": 58,
    "Lineage": 52,
    "Dependencies": 7,
    "Events": 60,
    "Sources": 409,
}
# The headers of the sheets, by the names of the columns in the CSV files.
HEADERS = {
    "id": "Key",
    "code": "Code",
    "title_en": "Title (English)",
    "title_ru": "Title (Russian)",
    "title_be": "Title (Belarusian)",
    "item_noun_en": "Item noun",
    "summary_en": "Summary",
    "note_en": "Note",
    "title_translated": "Title translated by us",
    "responsible_by": "Responsible (Belarus)",
    "responsible_ru": "Responsible (Russia)",
    "measures_total": "Measures in all",
    "kind": "Whose word",
}
OWN_HEADERS = {
    ("Acts", "kind"): "Kind of act",
    ("Events", "kind"): "Kind of event",
    ("Sources", "id"): "Id",
    ("Sources", "url"): "Address",
}


@pytest.fixture(scope="module")
def book():
    """The workbook as openpyxl reads it, without any code of ours."""
    return openpyxl.load_workbook(WORKBOOK)


@pytest.fixture(scope="module")
def record() -> Record:
    """The record of the workbook as our reader gives it."""
    reading = read_workbook(WORKBOOK.read_bytes())
    assert reading.problems == ()
    facts = facts_of(reading)
    return Record(
        **{
            field: tuple(fact for fact in facts if kind_of(fact) is kind)
            for kind, field in (
                (Kind.CLAIM, "claims"),
                (Kind.DEADLINE, "deadlines"),
                (Kind.PROGRAM, "programs"),
                (Kind.REPORT, "reports"),
            )
        }
    )


def header(sheet: str, column: str) -> str:
    plain = column.replace("_", " ").capitalize()
    return OWN_HEADERS.get((sheet, column)) or HEADERS.get(column) or plain


def as_csv(value: object) -> str:
    """A cell as a CSV file has it."""
    if value is None:
        return ""
    if hasattr(value, "date"):
        return value.date().isoformat()
    return str(value)


@pytest.mark.parametrize(("sheet", "count"), COUNTS.items(), ids=list(COUNTS))
def test_every_row_is_there_and_none_besides(book, sheet, count):
    rows = [
        row for row in book[sheet].iter_rows(min_row=2, values_only=True) if any(row)
    ]

    assert len(rows) == len(rows_of(sheet.lower())) == count


@pytest.mark.parametrize("sheet", COUNTS)
def test_every_cell_of_thirty_random_rows_is_that_of_the_csv_file(book, sheet):
    rows = rows_of(sheet.lower())
    headers = [cell.value for cell in book[sheet][1]]
    cells = list(book[sheet].iter_rows(min_row=2, values_only=True))
    numbers = random.Random(SEED).sample(range(len(rows)), k=min(30, len(rows)))

    for number in numbers:
        named = dict(zip(headers, cells[number], strict=True))
        for column, text in rows[number].items():
            assert as_csv(named[header(sheet, column)]) == text, (number, column)


def test_the_reader_gives_back_the_facts_of_the_csv_files():
    reading = read_workbook(WORKBOOK.read_bytes())

    found = {(kind_of(fact), key_of(fact)): fact for fact in facts_of(reading)}
    record = facts_from_csv()
    assert found == {(k, key_of(fact)): fact for k in Kind for fact in record.of(k)}
    assert (reading.revision, reading.is_part, reading.ignored) == (1, False, ())
    assert check_rows(reading, {}, TODAY) == ()


def test_the_maker_gives_the_same_bytes_again(tmp_path: Path):
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"

    make_workbook(first)
    make_workbook(second)

    assert first.read_bytes() == second.read_bytes()


def test_the_workbook_in_the_repository_is_what_the_maker_makes(tmp_path: Path):
    made = tmp_path / "made.xlsx"

    make_workbook(made)

    # Another version of zlib packs the same parts into other bytes.
    assert parts_of(made) == parts_of(WORKBOOK)


def parts_of(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_titles_that_are_our_translation_are_marked(record):
    by_us = {"ru": 0, "be": 0}
    for program in record.programs:
        for language in program.title_translated:
            by_us[language] += 1

    assert by_us == {"ru": 23 + 21 + 22, "be": 33 + 28 + 22}


def test_road_maps_whose_topic_nobody_published_are_there_as_that(record):
    unpublished = [
        program.code
        for program in record.programs
        if program.title_basis is TitleBasis.UNPUBLISHED
    ]

    assert unpublished == [f"RM2019-{n}" for n in (27, 28, 29, 30, 32)]


def test_almost_80_of_april_2023_is_there(record):
    claim = next(claim for claim in record.claims if claim.key == "C136")

    assert claim.dated.text == "2023-04-05"
    assert (claim.qualifier, claim.low) == ("almost", 80)


def test_6_or_7_of_33_road_maps_open_in_february_2021_is_there(record):
    claim = next(claim for claim in record.claims if claim.key == "C053")

    assert claim.dated.text.startswith("2021-02")
    assert (claim.low, claim.high, claim.metric) == (6, 7, "count_open")


@pytest.mark.parametrize(
    ("programs", "milestone", "dues"),
    [
        (["RM2019-03"], "Market launch", ["2021", "2022-01-01"]),
        (
            ["RM2019-04", "UP2021-16", "MD2024-08"],
            "Market launch",
            ["2021", "2022-01-01", "2023", "2027-01-01", "2027-01-01"],
        ),
        (
            ["UP2021-17", "MD2024-09"],
            "Market launch, stage 1",
            ["2024-01-01", "2024-01-01", "2025-01-01", "2025"],
        ),
    ],
    ids=["gas", "oil", "electricity"],
)
def test_promises_that_moved_are_there(record, programs, milestone, dues):
    found = [
        deadline.due.text
        for deadline in record.deadlines
        if deadline.program in programs and deadline.milestone == milestone
    ]

    assert found == dues
