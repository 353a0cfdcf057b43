"""The sheet "Read me": what the workbook is, how to work in it, every word it knows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tracker.domain.vocabulary import Timeliness
from tracker.domain.words import N_, Word
from tracker.workbook.codecs import WordCodec
from tracker.workbook.sheets import SHEETS, STATES
from tracker.workbook.tables import Value

TITLE = N_("Integration tracker: the record as a workbook")
WHOLE = "whole record"
PART = "part of the record"
EVERY_DATE = "every date"


# A row a program, as the columns of the sheet "States" have it.
States: TypeAlias = Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a workbook holds: the revision it shows, the part and the view, if any.

    ``part`` says in words what was chosen; empty: the whole record. Only a whole one
    can say, by leaving a row out, that the row is to be retired. ``states``: where the
    programs stand on the day ``states_on``; None for a workbook that does not tell.
    """

    revision: int = 0
    part: str = ""
    as_of: str = EVERY_DATE
    known_on: str = EVERY_DATE
    reading: str = "every report"
    states: States | None = None
    states_on: str = "not in this workbook"

    @property
    def holds(self) -> str:
        """The line that tells a whole workbook from a part."""
        return f"{PART}: {self.part}" if self.part else WHOLE


# Where each line of About stands: its label, in the order of the sheet.
LABELS: dict[str, str] = {
    "revision": N_("Revision"),
    "holds": N_("Holds"),
    "as_of": N_("As of"),
    "known_on": N_("Known on"),
    "reading": N_("Reading"),
    "states_on": N_("States on"),
}
FIRST_FACT_ROW = 3

HELP: tuple[tuple[str, str], ...] = (
    (
        N_("What it is"),
        N_(
            "Every fact of the record, a sheet for each kind and a row for each fact. "
            "Change cells, add rows, sort and filter as you like; then import the file."
            " The import first shows what would change and every problem at once."
        ),
    ),
    (
        N_("New rows"),
        N_(
            "Write them below the others. Leave Key, Version and Mark empty: the record"
            " fills them in. New plans, sectors, programs and sources need a code."
        ),
    ),
    (
        N_("Removed rows"),
        N_(
            "A row removed from a workbook of the whole record is retired by the import"
            ". From a part of the record nothing is retired."
        ),
    ),
    (
        N_("Grey columns"),
        N_(
            "Key, Version and Mark tell which fact a row is and what it was when this "
            "file was written, so that nobody's change is lost. Leave them as they are."
        ),
    ),
    (
        N_("Dates"),
        N_(
            "2023, 2023-04 or 2023-04-05: write no more of a date than the source says."
        ),
    ),
    (
        N_("Several codes"),
        N_("Programs and Sources take several codes, with a semicolon between them."),
    ),
    (
        N_("States"),
        N_(
            "Where each program stood on the day named above, computed from its "
            "reports. That sheet is to read: the import passes it over."
        ),
    ),
    (
        N_("Not allowed"),
        N_(
            "Formulas in place of values, merged cells, a file with a password or with "
            "macros."
        ),
    ),
    (
        N_("A changed report"),
        N_(
            "Reports, deadlines and claims are history. A changed row retires the old "
            "one and adds the new one under a new key; both stay readable."
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One vocabulary as "Read me" lists it: where it is used and on which rows."""

    words: type[Word]
    used_in: str
    heading_row: int

    @property
    def rows(self) -> range:
        """The rows of its words."""
        first = self.heading_row + 1
        return range(first, first + len(self.words))


def help_rows() -> range:
    """The rows of the sentences on how to work in the workbook."""
    first = FIRST_FACT_ROW + len(LABELS) + 1
    return range(first, first + len(HELP))


def vocabularies() -> Iterator[Vocabulary]:
    """Every vocabulary of the workbook, in the order of sheets and columns."""
    places: dict[type[Word], list[str]] = {}
    for sheet in SHEETS:
        for column in sheet.columns:
            if isinstance(column.codec, WordCodec):
                used_in = places.setdefault(column.codec.vocabulary, [])
                used_in.append(f"{sheet.name}: {column.header}")
    places[Timeliness] = [f"{STATES}: {N_('Timeliness')}"]
    row = help_rows()[-1] + 3
    for words, used_in in places.items():
        found = Vocabulary(words, ", ".join(used_in), row)
        yield found
        row = found.rows[-1] + 2


def about_lines(about: About) -> dict[str, str]:
    """The lines of *about* by name, as they stand on the sheet."""
    values = {name: str(getattr(about, name)) for name in LABELS}
    return values | {"revision": str(about.revision or "")}
