"""Every problem of a workbook at once: where it is, what is wrong, what to do."""

import pytest

from tests.factories import a_report, day
from tests.workbook.books import (
    a_record,
    edited,
    read_after,
    the_problem,
    typed,
)
from tracker.domain.record import Kind
from tracker.workbook.reader import check_rows, read_workbook
from tracker.workbook.writer import workbook_bytes

TODAY = day("2026-01-01")


@pytest.mark.parametrize(
    ("edit", "place", "sentence"),
    [
        (typed("Reports", "D3", "done"), "Reports!D3", "Choose one of: not_started"),
        (typed("Reports", "B3", "03/04/2023"), "Reports!B3", "more than one way"),
        (typed("Reports", "B3", None), "Reports!B3", "This may not be empty"),
        (typed("Reports", "K3", "=A1"), "Reports!K3", "This cell holds a formula"),
        (typed("Reports", "I3", "lots"), "Reports!I3", "is not a number"),
        (
            typed("Reports", "A3", "TЕST2021-01"),
            "Reports!A3",
            "Cyrillic capital letter ie",
        ),
        (
            typed("Reports", "M3", "R0001"),
            "Reports!M3",
            "R0001 stands twice, also in row 2",
        ),
        (typed("Reports", "M3", "5"), "Reports!M3", "is no key of this sheet"),
        (typed("Programs", "A3", "TEST2021-01"), "Programs!A3", "stands twice"),
        (typed("Reports", "D1", "Stagе"), "Reports!D1", "“Stagе” is not “Stage”"),
        (typed("Reports", "D1", "Step"), "Reports", "The column “Stage” is missing"),
        (typed("Reports", "E1", "Stage"), "Reports!E1", "stands twice"),
        (typed("Events", "A2", 0.5, "hh:mm"), "Events!A2", "This cell holds a time"),
        (typed("Events", "A2", 2023, "yyyy-mm-dd"), "Events!A2", "of the year 2023"),
        (typed("Events", "A2", 45017, "mmm-yy"), "Events!A2", "type 2023-04,"),
        (typed("Events", "A2", 44927, "yyyy"), "Events!A2", "type 2023,"),
        (typed("Reports", "K3", 0.125, "0.0%"), "Reports!K3", "Excel made 12.5% of"),
    ],
    ids=lambda value: value if isinstance(value, str) and "!" in value else None,
)
def test_a_problem_names_its_cell_and_what_to_do(edit, place, sentence):
    if "stands twice" in sentence and place == "Reports!E1":
        problems = read_after(edit).problems
        assert (problems[-1].place, len(problems)) == (place, 2)
        assert sentence in str(problems[-1])
    else:
        problem = the_problem(edit)
        assert problem.place == place
        assert sentence in str(problem.error)


def test_every_problem_is_listed_at_once_in_the_order_of_the_workbook():
    problems = read_after(
        typed("Sources", "H2", "Z"),
        typed("Reports", "D4", "?"),
        typed("Reports", "B2", "soon"),
        typed("Plans", "E2", "2021-13"),
        typed("Claims", "E2", None),
    ).problems

    assert [p.place for p in problems] == [
        "Plans!E2",
        "Reports!B2",
        "Reports!D4",
        "Claims!E2",
        "Sources!H2",
    ]


def test_after_too_many_problems_the_rest_of_a_sheet_is_not_read():
    reports = [a_report(f"R{n:04d}", dated="2022") for n in range(1, 1_500)]

    def spoil(book):
        for cells in (book["Reports"]["D"], book["Reports"]["J"]):
            for cell in cells[1:]:
                cell.value = "nonsense"

    record = a_record(reports=tuple(reports))
    reading = read_after(spoil, record=record)
    of_reports = [p for p in reading.problems if p.sheet == "Reports"]

    assert len(of_reports) == 1_001
    assert of_reports[-1].place == "Reports!A502"
    assert "nothing was read, for there are 1,000 problems" in str(of_reports[-1])
    assert all(p.error.__traceback__ is None for p in of_reports)
    assert reading.unread == {Kind.REPORT}


def test_after_too_many_broken_rules_the_rest_of_a_sheet_is_not_checked():
    unknown = tuple(f"unknown-{number}" for number in range(600))
    reports = [a_report(f"R{n:04d}", sources=unknown) for n in range(1, 21)]
    reading = read_after(record=a_record(reports=tuple(reports)))

    problems = check_rows(reading, {}, TODAY)

    assert {problem.sheet for problem in problems} == {"Reports"}
    assert len(problems) == 1_001
    assert problems[-1].place == "Reports!A4"
    assert "no rule was checked, for there are 1,000" in str(problems[-1].error)


def test_an_error_of_excel_is_no_value():
    def fail(book):
        cell = book["Reports"]["K2"]
        cell.value, cell.data_type = "#DIV/0!", "e"

    assert "an error of Excel" in str(the_problem(fail).error)


def test_a_text_that_looks_like_an_error_is_a_text():
    def write(book):
        cell = book["Reports"]["K2"]
        cell.value = "#N/A"
        cell.data_type = "s"

    assert read_after(write).problems == ()


def test_merged_cells_are_refused_where_they_hide_values():
    def merge(book):
        book["Reports"].merge_cells("K2:K3")

    problem = the_problem(merge)

    assert problem.place == "Reports!K2"
    assert "The cells K2:K3 are merged" in str(problem.error)


def test_merged_cells_above_the_headers_are_refused():
    def title(book):
        page = book["Reports"]
        page.insert_rows(1)
        page["A1"] = "Our reports"
        page.merge_cells("A1:E1")

    problems = read_after(title).problems

    assert [p.place for p in problems] == ["Reports", "Reports!A1"] or {
        p.place for p in problems
    } == {"Reports", "Reports!A1"}
    assert any("headers stand in row 2" in str(p.error) for p in problems)


def test_a_missing_sheet_is_one_problem_and_no_cascade():
    reading = read_after(lambda book: book.remove(book["Sources"]))

    assert [str(p.error) for p in reading.problems] == [
        "The sheet “Sources” is missing. Add it, with its headers."
    ]
    assert check_rows(reading, {}, TODAY) == ()


def test_a_sheet_named_in_letters_that_look_alike_is_shown_both_ways():
    def rename(book):
        book["Reports"].title = "Rеports"

    problem = the_problem(rename)

    assert "“Rеports” is not “Reports”" in str(problem.error)


@pytest.mark.parametrize("name", ["Reports ", "reports\u00a0", "_Reports", "Ｒeports"])
def test_a_second_sheet_that_is_read_as_the_same_is_refused(name):
    def copy(book):
        book.copy_worksheet(book["Reports"]).title = name

    problem = the_problem(copy)

    assert problem.place == "Reports"
    assert f"There is another sheet “Reports”, named “{name}”" in str(problem.error)


def test_a_row_with_a_problem_still_names_what_others_refer_to():
    reading = read_after(typed("Sources", "H2", "Z"))

    assert check_rows(reading, {}, TODAY) == ()


@pytest.mark.parametrize(
    ("edit", "place", "sentence"),
    [
        (typed("Reports", "L2", "no-such"), "Reports!L2", "no source “no-such”"),
        (
            typed("Reports", "A2", "TEST2021-09"),
            "Reports!A2",
            "no program “TEST2021-09”",
        ),
        (typed("Reports", "I2", 120), "Reports!I2", "between 0 and 100"),
        (typed("Reports", "B2", "2030"), "Reports!B2", "out of range"),
        (typed("Reports", "L2", None), "Reports!L2", "needs a source|without a source"),
        (
            typed("Sources", "B2", "javascript:alert(1)"),
            "Sources!B2",
            "begins with https",
        ),
        (typed("Programs", "E2", "x" * 500), "Programs!E2", "Shorten it to 400"),
    ],
    ids=lambda value: value if isinstance(value, str) and "!" in value else None,
)
def test_a_broken_rule_is_told_at_its_cell(edit, place, sentence):
    import re

    problems = check_rows(read_after(edit), {}, TODAY)

    assert [p.place for p in problems] == [place]
    assert re.search(sentence, str(problems[0].error))


def test_what_the_record_knows_need_not_be_in_the_workbook():
    from tracker.domain.record import Kind

    reading = read_after(typed("Reports", "L2", "old-source"))

    assert check_rows(reading, {Kind.SOURCE: {"old-source"}}, TODAY) == ()


def test_whole_or_part_is_read_from_read_me():
    whole = read_workbook(workbook_bytes(a_record()))
    part = read_after(typed("Read me", "B4", "part of the record: plan TEST2021"))

    assert (whole.revision, whole.is_part) == (1, False)
    assert (part.revision, part.is_part) == (1, True)


def test_a_formula_without_a_stored_value_is_seen():
    data = edited(workbook_bytes(a_record()), typed("Reports", "D2", "=D3"))

    assert [p.place for p in read_workbook(data).problems] == ["Reports!D2"]
