"""A page as data in rows: one table for CSV, all of them for a workbook."""

from collections.abc import Sequence

from tracker.domain.dates import PartialDate
from tracker.services.plain_values import Values
from tracker.web.address import asked
from tracker.web.field_words import meaning_of, name_of_table, words_of
from tracker.web.frame import reading_words
from tracker.web.tables import (
    SEPARATOR,
    VIEW,
    Grid,
    cell,
    date_columns,
    grids_of,
    main_grid,
)
from tracker.web.translate import gettext
from tracker.web.twin_list import Twin
from tracker.workbook.tables import Share, Table, TableBook, TableColumn, Value


def plain_table(twin: Twin, found: Values) -> tuple[list[str], list[list[str | float]]]:
    """The header and the rows of the main table, as CSV has them."""
    if "header" in found:
        table = _drawn_table(found)
    else:
        table = _worded(main_grid(as_rows(twin, found), twin.rows), twin)
    heads = [column.field for column in table.columns]
    return heads, [[plain(value) for value in row] for row in table.rows]


def plain(value: Value) -> str | float:
    """A value as data: codes for words, ISO dates, nothing for what is not known."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return value
        case PartialDate():
            return value.text
        case None:
            return ""
        case _:
            return str(value)


def book_of(twin: Twin, found: Values, address: str) -> TableBook:
    """Every table of the page, and what it is of."""
    return TableBook(
        title=subject_of(twin, found),
        tables=tables_of(twin, found),
        about=about_of(twin, found, address),
        say=gettext,
    )


def tables_of(twin: Twin, found: Values) -> list[Table]:
    """The tables of a page, the one that CSV has first."""
    if "header" in found:
        return [_drawn_table(found)]
    grids = grids_of(as_rows(twin, found), twin.rows)
    return [_worded(grid, twin) for grid in grids]


def as_rows(twin: Twin, found: Values) -> Values:
    """The values of a page; a single thing without rows of its own is its only row."""
    if not twin.is_of_one or twin.rows in found:
        return found
    view = {name: found[name] for name in VIEW if name in found}
    return {**view, twin.rows: [{n: v for n, v in found.items() if n not in view}]}


def _worded(grid: Grid, twin: Twin) -> Table:
    once = gettext(twin.subject) if twin.is_of_one else gettext("Summary")
    name = name_of_table(grid.path) if grid.path else once
    columns = [
        TableColumn(words_of(path), SEPARATOR.join(path), meaning_of(path))
        for path in grid.columns
    ]
    return Table(name, columns, grid.rows)


def _drawn_table(found: Values) -> Table:
    """The numbers of a chart, under the words that stand beside the picture."""
    heads: Sequence[str] = found["header"]
    days = date_columns(found["rows"])
    rows = [
        [
            Share(value)
            if i in found["shares"] and isinstance(value, float)
            else cell(value, "day" if i in days else "")
            for i, value in enumerate(row)
        ]
        for row in found["rows"]
    ]
    return Table(found["label"], [TableColumn(head, head) for head in heads], rows)


def subject_of(twin: Twin, found: Values) -> str:
    """What the file is of, in words."""
    named = (
        str(found[name]) for name in ("code", "key", "id", "label") if name in found
    )
    number = str(found["revision"]) if twin.page == "changes.detail" else ""
    sector = str(found["sector"]) if twin.page == "sectors.detail" else ""
    one = (number or sector or next(named, "")) if twin.is_of_one else ""
    return f"{gettext(twin.subject)} {one}".strip()


def about_of(
    twin: Twin, found: Values, address: str
) -> list[tuple[str, str | int | PartialDate]]:
    """The lines of the last sheet: subject, view, revision, address."""
    view = asked().view
    lines: list[tuple[str, str | int | PartialDate]] = [
        (gettext("Subject"), subject_of(twin, found))
    ]
    if twin.is_of_plan:
        lines += [(gettext("Plan"), asked().plan or gettext("All plans"))]
    if not twin.is_timeless:
        lines += [
            (gettext("As of"), PartialDate.of(view.as_of)),
            (gettext("Known on"), _known_on()),
            (gettext("Reading"), reading_words(view.reading)),
        ]
    lines += [(gettext("Revision"), found["revision"]), (gettext("Address"), address)]
    return lines


def _known_on() -> str | PartialDate:
    known_on = asked().view.known_on
    return PartialDate.of(known_on) if known_on else gettext("whatever is public today")
