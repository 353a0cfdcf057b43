"""The record as an editable workbook: whole, or a part of it in a view."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tracker.domain.errors import NotFound
from tracker.domain.record import KINDS, Kind, Record
from tracker.domain.views import View
from tracker.services.catalogue import catalogue
from tracker.services.files import written_whole
from tracker.services.kept import Kept
from tracker.services.positions import program_rows
from tracker.services.record_part import Part, part_of
from tracker.storage import queries
from tracker.storage.transactions import end_reading
from tracker.workbook.stream import Stream

if TYPE_CHECKING:
    from tracker.workbook.readme import About, States

WHOLE = Part()
NOT_KNOWN = "Not known"
HISTORY = frozenset(kind for kind in Kind if KINDS[kind].is_history)
KEPT_COUNT = 4
STEPS = 1 + len(Kind)  # the record is read, then each of its sheets is written
NAMED_PART = re.compile(r"\b(plan|sector) ([^\s,]+)")


@dataclass(frozen=True, slots=True)
class Export:
    """A workbook to hand out, under a name that says what it holds."""

    data: bytes
    name: str
    revision: int

    @property
    def etag(self) -> str:
        """A tag that changes with the content."""
        return sha256(self.data).hexdigest()[:32]


_exports: Kept[Export] = Kept(KEPT_COUNT)


def export_for_page(part: Part = WHOLE) -> Export:
    """The same workbook, made once for each state of the record and kept for the next.

    A kept one costs one statement. Raises NotFound like ``export_record``.
    """
    return _exports.get((queries.record_mark(), part), lambda: export_record(part))


def export_like(holds: str) -> tuple[Part, Export]:
    """A fresh workbook of what an earlier one says it *holds*, and which part that is.

    The view is left out, so that whatever has come in since is there. Where the record
    has no such part, it is the whole.
    """
    part = Part(**dict(NAMED_PART.findall(holds)))
    try:
        return part, export_for_page(part)
    except NotFound:
        return WHOLE, export_for_page()


def export_record(part: Part = WHOLE) -> Export:
    """The workbook of a part of the record; the same record gives the same bytes.

    Reads the record once. Raises NotFound for a plan or sector there is none of.
    """
    target = io.BytesIO()
    revision = _write(*_chosen(part), target, part)
    return Export(target.getvalue(), name_of(part, revision), revision)


def export_to(
    path: Path, part: Part = WHOLE, on_step: Callable[[int], None] = lambda _: None
) -> int:
    """Write the workbook to *path*, whole or not at all; gives its revision.

    *on_step* is told of each of the ``STEPS`` as it is done.
    """
    chosen = _chosen(part)
    on_step(1)
    with written_whole(path) as file:
        return _write(*chosen, file, part, lambda: on_step(1))


def _chosen(part: Part) -> tuple[Record, dict[Kind, Stream]]:
    """What is to be written; of the whole record the history comes as it is read."""
    if not part.is_whole:
        revision = part.view.revision if part.view else None
        return part_of(queries.record(revision), part), {}
    record = queries.record(leaving=HISTORY)
    streams = {
        kind: Stream(
            queries.standing_count(kind, record.revision),
            queries.standing_columns(kind, record.revision),
        )
        for kind in HISTORY
    }
    return record, streams


def _write(
    record: Record,
    streams: dict[Kind, Stream],
    target: IO[bytes],
    part: Part,
    on_sheet: Callable[[], None] = lambda: None,
) -> int:
    from tracker.workbook.writer import write_workbook

    about = _about(part, record)
    end_reading()  # a writer need not wait for the workbook
    write_workbook(record, target, about, on_sheet, streams)
    return record.revision


def _about(part: Part, record: Record) -> "About":
    from tracker.workbook.readme import About

    view = part.view
    return About(
        revision=record.revision,
        part=described(part),
        as_of=view.as_of.isoformat() if view else "",
        known_on=view.known_on.isoformat() if view and view.known_on else "",
        reading=view.reading.code if view else "",
        states=_states(record, view) if view else None,
    )


def _states(record: Record, view: View) -> "States":
    """Where the programs of *record* stand in a view, by code."""
    chosen = {program.code for program in record.programs}
    return [
        (
            row.program.code,
            row.program.title.en,
            row.said.state.stage or NOT_KNOWN,
            row.shown.state.stage or NOT_KNOWN,
            row.said.state.condition,
            row.said.state.closure,
            row.said.due,
            row.said.timeliness,
        )
        for row in program_rows(catalogue(), view)
        if row.program.code in chosen
    ]


def described(part: Part) -> str:
    """What was chosen, in words; empty for the whole record."""
    words = []
    if part.plan:
        words.append(f"plan {part.plan}")
    if part.sector:
        words.append(f"sector {part.sector}")
    return ", ".join(words + _view_words(part.view))


def _view_words(view: View | None) -> list[str]:
    if view is None:
        return []
    words = [f"as of {view.as_of.isoformat()}"]
    if view.known_on:
        words.append(f"known on {view.known_on.isoformat()}")
    return [*words, f"reading {view.reading.code}"]


def name_of(part: Part, revision: int) -> str:
    """A file name that says subject, view and revision."""
    words = described(part).replace("reading ", "") if not part.is_whole else ""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", words).strip("-")
    return f"integration-record-{plain + '-' if plain else ''}r{revision}.xlsx"
