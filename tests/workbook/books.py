"""Small records as workbooks, and what people do to them in Excel."""

import io
from collections.abc import Callable
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.factories import (
    a_claim,
    a_deadline,
    a_plan,
    a_program,
    a_report,
    a_sector,
    a_source,
    an_act,
    an_event,
    partial,
)
from tracker.domain.lineage import Dependency, Lineage
from tracker.domain.record import Record
from tracker.domain.vocabulary import DependencyBasis, LineageBasis, Relation
from tracker.workbook.problems import Problem
from tracker.workbook.reader import Reading, read_workbook
from tracker.workbook.writer import workbook_bytes

Edit = Callable[[openpyxl.Workbook], Any]


def a_record(**more: Any) -> Record:
    """A record with something of every kind; *more* replaces whole kinds."""
    facts: dict[str, Any] = {
        "sources": (a_source(dated="2022-05"), a_source("other-source", grade="B")),
        "plans": (a_plan(),),
        "sectors": (a_sector(),),
        "programs": (a_program(), a_program("TEST2021-02")),
        "reports": (
            a_report(note="First."),
            a_report("R0002", dated="2022-06", stage="approved", note="Second."),
            a_report("R0003", dated="2023", stage="completed", note="Third."),
        ),
        "deadlines": (a_deadline(),),
        "claims": (a_claim(metric="share_completed", unit="percent_unspecified"),),
        "acts": (an_act(signed_on="2022-01-01", programs=("TEST2021-01",)),),
        "lineage": (a_lineage(),),
        "dependencies": (a_dependency(),),
        "events": (an_event(),),
        "revision": 1,
    }
    return Record(**facts | more)


def a_lineage(key: str = "L001", **more: Any) -> Lineage:
    """The first program became the second."""
    more.setdefault("origin", "TEST2021-01")
    more.setdefault("heir", "TEST2021-02")
    more.setdefault("relation", Relation.RENAMED)
    more.setdefault("basis", LineageBasis.STATED)
    return Lineage(key=key, sources=("test-source",), **more)


def a_dependency(key: str = "W001", **more: Any) -> Dependency:
    """The second program waits for the first."""
    more.setdefault("program", "TEST2021-02")
    more.setdefault("waits_for", "TEST2021-01")
    more.setdefault("basis", DependencyBasis.STATED)
    return Dependency(key=key, sources=("test-source",), **more)


def edited(data: bytes, *edits: Edit) -> bytes:
    """The workbook after somebody opened it, changed it and saved it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for edit in edits:
        edit(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def typed(sheet: str, cell: str, value: Any, number_format: str = "") -> Edit:
    """Type *value* into a cell."""

    def edit(book: openpyxl.Workbook) -> None:
        found = book[sheet][cell]
        found.value = value
        if number_format:
            found.number_format = number_format

    return edit


def column_of(page: Worksheet, header: str) -> int:
    """The number of a column by its header."""
    return [cell.value for cell in page[1]].index(header) + 1


def read_after(*edits: Edit, record: Record | None = None) -> Reading:
    """What the reader makes of a small record after some edits."""
    return read_workbook(edited(workbook_bytes(record or a_record()), *edits))


def the_problem(*edits: Edit) -> Problem:
    """The one problem that some edits make."""
    problems = read_after(*edits).problems
    assert len(problems) == 1, [str(problem) for problem in problems]
    return problems[0]


def a_date(text: str) -> Any:
    """A partial date."""
    return partial(text)
