"""Reads one sheet into facts; every cell that cannot be read is a problem."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from types import NoneType
from typing import Any, TypeVar

from tracker.domain.changes import plain_number
from tracker.domain.errors import BadInput, TrackerError
from tracker.domain.program import Title
from tracker.domain.record import KINDS, Fact, Kind
from tracker.domain.words import N_
from tracker.workbook.addresses import area_of
from tracker.workbook.cells import Form, Raw, plain
from tracker.workbook.codecs import MADE_OF_TEXT, TextCodec
from tracker.workbook.columns import MARK, Column, Sheet
from tracker.workbook.headers import Headers, find_headers, is_filled
from tracker.workbook.limits import LIMITS
from tracker.workbook.problems import Problem, cell_name
from tracker.workbook.sheet_look import Behind
from tracker.workbook.values import Found, SheetValues, as_date

OnRow = Callable[[], None]  # called for each row that is done
T = TypeVar("T")
UNREADABLE = object()  # in place of a value whose problem was listed
NOT_READ_ON = N_(
    "From here on nothing was read, for there are %(count)s problems above. Mend those "
    "first."
)
# How much of a day is shown where its cell shows a month or a year.
SHOWN_OF_DAY: dict[Behind | None, int] = {Behind.MONTH: 7, Behind.YEAR: 4}
# Not bool, which is equal to a number and is read otherwise.
KEPT_TYPES = frozenset({str, int, float, date, NoneType})


@dataclass(frozen=True, slots=True)
class Row:
    """One row as a fact, and where it came from.

    ``mark`` is the digest it carried when it was written; ``places`` tells the column
    number of each field.
    """

    sheet: Sheet
    number: int
    fact: Fact
    mark: str
    places: Mapping[str, int]


@dataclass(slots=True)
class SheetReading:
    """The rows of one sheet, and everything that is wrong with it.

    ``keys`` are those of all rows, also of rows with problems; without headers and
    after too many problems it was not read to its end.
    """

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    is_whole: bool = True


def tell_nobody() -> None:
    """Nobody wants to know how far it is."""


def told(rows: Iterable[T], on_row: OnRow) -> Iterator[T]:
    """The rows, one after the other; *on_row* is called after each."""
    for row in rows:
        yield row
        on_row()


def read_sheet(
    sheet: Sheet, values: SheetValues, on_row: OnRow = tell_nobody
) -> SheetReading:
    """Read every row of a sheet; blank ones are passed over."""
    headers = find_headers(sheet, values.rows)
    found = SheetReading(problems=[*headers.problems], ignored=headers.ignored)
    found.problems += _merged(sheet, values, headers)
    if headers.problems:
        found.is_whole = False
        return found
    cells = _Cells(sheet, values, headers)
    for number, row in enumerate(told(values.rows, on_row), start=1):
        if len(cells.problems) >= LIMITS.problems:
            found.is_whole = False
            cells.problems.append(too_many(NOT_READ_ON, sheet, number))
            break
        if number > headers.row and not cells.are_blank(number, row):
            read = dict(cells.read(number, row))
            found.keys.add(str(read[sheet.key_column.field]))
            if UNREADABLE not in read.values():
                mark = str(read.pop(MARK, ""))
                fact = make_fact(sheet.kind, read)
                found.rows.append(Row(sheet, number, fact, mark, headers.places))
    found.problems += cells.problems
    return found


def too_many(sentence: str, sheet: Sheet, number: int) -> Problem:
    """What ends the problems of a sheet that has as many as are listed."""
    error = BadInput(sentence, count=f"{LIMITS.problems:,}")
    cell = cell_name(number, 1)
    return Problem(sheet=sheet.name, row=number, cell=cell, error=error)


def make_fact(kind: Kind, values: dict[str, Any]) -> Fact:
    """The fact of a kind from the values of its columns."""
    if "title.en" in values:
        languages = ("en", "ru", "be")
        values["title"] = Title(*(values.pop(f"title.{code}") for code in languages))
    return KINDS[kind].value(**values)


def _merged(sheet: Sheet, values: SheetValues, headers: Headers) -> Iterator[Problem]:
    last = max(headers.places.values(), default=len(sheet.columns))
    for text in values.look.merged:
        top, left, _bottom, _right = area_of(text)
        if left <= last:
            error = BadInput(
                N_(
                    "The cells %(area)s are merged, and only the first of them has a "
                    "value. Unmerge them and fill in each."
                ),
                area=text,
            )
            yield Problem(
                sheet=sheet.name, row=top, cell=cell_name(top, left), error=error
            )


class _Cells:
    """Reads the cells of a sheet, column by column of the table."""

    def __init__(self, sheet: Sheet, values: SheetValues, headers: Headers) -> None:
        self.problems: list[Problem] = []
        self._sheet = sheet
        self._look = values.look
        self._is_plain = not (values.look.behind or values.look.filled_areas)
        self._columns = [
            (column, headers.places.get(column.field, 0), _kept(column))
            for column in sheet.columns
        ]
        self._places = [place - 1 for place in headers.places.values() if place]

    def are_blank(self, number: int, row: Sequence[Found]) -> bool:
        """Whether no column of the record holds anything in this row.

        A formula or an error is something, also where no value came of it.
        """
        if any(is_filled(row[place]) for place in self._places if place < len(row)):
            return False
        look = self._look
        return self._is_plain or not any(
            look.behind_value((number, place + 1)) for place in self._places
        )

    def read(self, number: int, row: Sequence[Found]) -> Iterator[tuple[str, object]]:
        """The value of each column in a row, or UNREADABLE where it has a problem."""
        for column, place, kept in self._columns:
            found = row[place - 1] if 0 < place <= len(row) else None
            if kept is not None and self._is_plain and type(found) in KEPT_TYPES:
                value = kept.get(found, UNREADABLE)
                if value is UNREADABLE:
                    value = kept[found] = self._value(column, number, place, found)
            else:
                value = self._value(column, number, place, found)
            yield column.field, value

    def _value(self, column: Column, number: int, place: int, found: Found) -> object:
        try:
            raw = self._raw((number, place), found, column.codec.form)
            value = column.codec.read(raw)
            if column.is_required and value in (None, "", ()):
                raise BadInput(N_("This may not be empty. Fill it in."))
        except TrackerError as error:
            # Else each of many problems would keep all that was at hand just then.
            error.__traceback__ = error.__context__ = None
            self.problems.append(
                Problem(
                    sheet=self._sheet.name,
                    row=number,
                    column=column.header,
                    cell=cell_name(number, place),
                    error=error,
                )
            )
            return UNREADABLE
        return value

    def _raw(self, place: tuple[int, int], found: Found, form: Form) -> Raw:
        """The value as codecs take it; raises BadInput for what is none."""
        behind = None if self._is_plain else self._look.behind_value(place)
        if behind is Behind.FORMULA:
            raise BadInput(
                N_(
                    "This cell holds a formula. Copy it and paste it as a value in its "
                    "place."
                )
            )
        if behind is Behind.ERROR:
            raise BadInput(N_("This cell holds an error of Excel. Type the value."))
        if behind is Behind.PERCENT and isinstance(found, float):
            return _percentage(found, form)
        if isinstance(found, time | timedelta):
            raise BadInput(N_("This cell holds a time. Type the value as text."))
        if isinstance(found, datetime | date):
            return _day(found, SHOWN_OF_DAY.get(behind))
        return None if found == "" else found


def _percentage(found: float, form: Form) -> float:
    """The number that a cell shows before its percent sign."""
    shown = Decimal(plain(found)) * 100
    if form is Form.TEXT:
        raise BadInput(MADE_OF_TEXT, value=f"{plain_number(shown)}%")
    return float(shown)


def _day(found: date | datetime, shown_length: int | None) -> date:
    day = as_date(found)
    if shown_length and found.day == 1:
        raise BadInput(
            N_(
                "This cell shows no day, and Excel made %(day)s of it. Format it as "
                "text and type %(shown)s, or as a date that shows its day."
            ),
            day=found.isoformat()[:10],
            shown=found.isoformat()[:shown_length],
        )
    if day is None:
        raise BadInput(
            N_("This cell holds a time of day. Write the date alone: %(day)s."),
            day=found.isoformat()[:10],
        )
    return day


def _kept(column: Column) -> dict[Found, object] | None:
    """A place to keep what was read, for columns whose cells come again and again."""
    return None if isinstance(column.codec, TextCodec) else {}
