"""The record as an editable workbook: whole, or a part of it in a view."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tracker.domain.errors import NotFound
from tracker.domain.record import KINDS, Kind, Record
from tracker.services.export_about import about_export, name_of
from tracker.services.files import written_whole
from tracker.services.kept import Kept
from tracker.services.record_part import Part, part_of
from tracker.storage import queries
from tracker.storage.transactions import end_reading
from tracker.workbook.stream import Stream

if TYPE_CHECKING:
    from tracker.workbook.readme import About

WHOLE = Part()
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


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What is to be written; of the whole record the history comes as it is read."""

    record: Record
    streams: dict[Kind, Stream]
    about: "About"


_exports: Kept[Export] = Kept(KEPT_COUNT)


def export_for_page(part: Part, today: date) -> Export:
    """The same workbook, made once for each state of the record and kept for the next.

    A kept one costs one statement. Raises NotFound like ``export_record``.
    """
    asked = (queries.record_mark(), part, today)
    return _exports.get(asked, lambda: export_record(part, today))


def export_like(holds: str, today: date) -> tuple[Part, Export]:
    """A fresh workbook of what an earlier one says it *holds*, and which part that is.

    The view is left out, so that whatever has come in since is there. Where the record
    has no such part, it is the whole.
    """
    part = Part(**dict(NAMED_PART.findall(holds)))
    try:
        return part, export_for_page(part, today)
    except NotFound:
        return WHOLE, export_for_page(WHOLE, today)


def export_record(part: Part = WHOLE, today: date | None = None) -> Export:
    """The workbook of a part of the record; the same record gives the same bytes.

    It also tells where the programs stand on the day of the part's view, or where it
    has none on *today*; without either it does not. Reads the record once. Raises
    NotFound for a plan or sector there is none of.
    """
    target = io.BytesIO()
    revision = _write(_chosen(part, today), target)
    return Export(target.getvalue(), name_of(part, revision), revision)


def export_to(
    path: Path,
    part: Part = WHOLE,
    today: date | None = None,
    on_step: Callable[[int], None] = lambda _: None,
) -> int:
    """Write the same workbook to *path*, whole or not at all; gives its revision.

    *on_step* is told of each of the ``STEPS`` as it is done.
    """
    chosen = _chosen(part, today)
    on_step(1)
    with written_whole(path) as file:
        return _write(chosen, file, lambda: on_step(1))


def _chosen(part: Part, today: date | None) -> _Chosen:
    if not part.is_whole:
        revision = part.view.revision if part.view else None
        record = part_of(queries.record(revision), part)
        return _Chosen(record, {}, about_export(part, record, today))
    record = queries.record(leaving=HISTORY)
    streams = {
        kind: Stream(
            queries.standing_count(kind, record.revision),
            queries.standing_columns(kind, record.revision),
        )
        for kind in HISTORY
    }
    return _Chosen(record, streams, about_export(part, record, today))


def _write(
    chosen: _Chosen, target: IO[bytes], on_sheet: Callable[[], None] = lambda: None
) -> int:
    from tracker.workbook.writer import write_workbook

    end_reading()  # a writer need not wait for the workbook
    write_workbook(chosen.record, target, chosen.about, on_sheet, chosen.streams)
    return chosen.record.revision
