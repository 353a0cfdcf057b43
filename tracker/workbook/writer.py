"""Writes the record as a workbook: the same record gives the same bytes."""

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from types import MappingProxyType
from typing import IO

from tracker.domain.dates import PartialDate
from tracker.domain.errors import BadInput
from tracker.domain.program import Plan
from tracker.domain.record import Fact, Kind, Record
from tracker.domain.words import N_
from tracker.workbook.cell_xml import careful_text
from tracker.workbook.columns import MARK
from tracker.workbook.limits import EXCEL_ROWS
from tracker.workbook.package import Package
from tracker.workbook.readme import About, States, about_lines
from tracker.workbook.readme_sheet import PLACEHOLDER
from tracker.workbook.rows import row_blocks
from tracker.workbook.sheets import SHEET_OF, STATES
from tracker.workbook.states_sheet import PART as STATES_PART
from tracker.workbook.states_sheet import StatesTemplate
from tracker.workbook.stream import Stream
from tracker.workbook.template import SheetTemplate, Template, template

NO_STREAMS: Mapping[Kind, Stream] = MappingProxyType({})
README_PART = "xl/worksheets/sheet1.xml"
BOOK_PART = "xl/workbook.xml"
AREA = re.compile(rb'(<(?:dimension|autoFilter) ref="A1:[A-Z]+)[0-9]+')


def workbook_bytes(record: Record, about: About | None = None) -> bytes:
    """The workbook of *record*; without *about* it is the whole of its revision."""
    target = io.BytesIO()
    write_workbook(record, target, about)
    return target.getvalue()


def write_workbook(
    record: Record,
    target: IO[bytes],
    about: About | None = None,
    on_sheet: Callable[[], None] = lambda: None,
    streams: Mapping[Kind, Stream] = NO_STREAMS,
) -> None:
    """Write the workbook of *record* into *target*, a block of rows at a time.

    *on_sheet* is called after each sheet. Kinds that come in *streams* need not be held
    by the record.
    """
    about = about or About(revision=record.revision)
    blank = template(with_states=about.states is not None)
    facts = {kind: _stream_of(record, kind) for kind in Kind} | {**streams}
    with Package(target) as package:
        package.add_all(_fixed_parts(blank, facts, about))
        for sheet in blank.sheets:
            package.add(sheet.part, _sheet_xml(sheet, facts[sheet.sheet.kind]))
            on_sheet()
        if blank.states and about.states is not None:
            package.add(STATES_PART, _states_xml(blank.states, about.states))


def _stream_of(record: Record, kind: Kind) -> Stream:
    columns = SHEET_OF[kind].columns
    fields = [column.field for column in columns if column.field != MARK]
    return Stream.of(ordered(record, kind), fields)


def ordered(record: Record, kind: Kind) -> Sequence[Fact]:
    """The facts of a kind in the order of their sheet, whatever that of the record."""
    if kind is Kind.PLAN:
        return _plans(record)
    if kind is Kind.SECTOR:
        return sorted(record.sectors, key=lambda s: (s.sort, s.code))
    if kind is Kind.PROGRAM:
        plans = {p.code: place for place, p in enumerate(_plans(record))}
        return sorted(
            record.programs, key=lambda p: (plans.get(p.plan, len(plans)), p.code)
        )
    if kind is Kind.SOURCE:
        return sorted(record.sources, key=lambda s: s.id)
    key = attrgetter("key")
    by_text = sorted(record.of(kind), key=key)
    # Sorting is stable: keys of one length stay in the order of their numbers.
    return sorted(by_text, key=lambda fact: len(key(fact)))


def _sheet_xml(sheet: SheetTemplate, facts: Stream) -> Iterator[bytes]:
    return _filled(sheet, facts.count, row_blocks(facts, sheet))


def _states_xml(sheet: StatesTemplate, states: States) -> Iterator[bytes]:
    return _filled(sheet, len(states), sheet.rows(states))


def _filled(
    sheet: SheetTemplate | StatesTemplate, count: int, rows: Iterator[bytes]
) -> Iterator[bytes]:
    """The XML of a sheet, whose areas end at the last of its *rows*."""
    last_row = str(_last_row(count)).encode()
    yield AREA.sub(rb"\g<1>" + last_row, sheet.head)
    yield from rows
    yield AREA.sub(rb"\g<1>" + last_row, sheet.tail)


def _last_row(count: int) -> int:
    if count >= EXCEL_ROWS:
        raise BadInput(
            N_(
                "A sheet of a workbook holds at most %(most)s rows, and this would be "
                "%(count)s. Choose a part, a plan or a sector."
            ),
            most=f"{EXCEL_ROWS - 1:,}",
            count=f"{count:,}",
        )
    return max(count + 1, 2)


def _fixed_parts(
    blank: Template, facts: Mapping[Kind, Stream], about: About
) -> dict[str, bytes]:
    """The parts without facts, with "Read me" filled in and the filters as long."""
    readme = blank.parts[README_PART].decode()
    for name, text in about_lines(about).items():
        place = f"<t>{PLACEHOLDER.format(name)}</t>"
        readme = readme.replace(place, careful_text(text))
    book = blank.parts[BOOK_PART].decode()
    counts = {s.sheet.name: facts[s.sheet.kind].count for s in blank.sheets}
    for name, count in (counts | {STATES: len(about.states or ())}).items():
        area = rf"('{name}'!\$A\$1:\$[A-Z]+\$)[0-9]+"
        book = re.sub(area, rf"\g<1>{_last_row(count)}", book)
    return blank.parts | {README_PART: readme.encode(), BOOK_PART: book.encode()}


def _plans(record: Record) -> list[Plan]:
    return sorted(record.plans, key=lambda p: (_first_day(p.starts_on), p.code))


def _first_day(day: PartialDate | None) -> date:
    return day.first if day is not None else date.max
