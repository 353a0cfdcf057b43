"""Tables to be taken away as a workbook: what they hold, in no spreadsheet's terms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tracker.domain.dates import PartialDate
from tracker.domain.words import Word


class Share(float):
    """A part of one that people read as a percentage."""


Value: TypeAlias = str | int | float | PartialDate | Word | None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its header, what it is called in JSON and CSV, and what it tells."""

    header: str
    field: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind under the name they go by; each as long as ``columns``."""

    name: str
    columns: Sequence[TableColumn]
    rows: Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBook:
    """Tables to be read together, and what is to be said about all of them.

    ``about`` holds labels and values: subject, view, revision, address. ``say`` gives
    the words of vocabularies, and our own, in the language of the reader.
    """

    title: str
    tables: Sequence[Table]
    about: Sequence[tuple[str, str | int | PartialDate]]
    say: Callable[[str], str] = str
