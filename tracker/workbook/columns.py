"""What a column and a sheet of the workbook are, and short ways to say it."""

from dataclasses import dataclass
from functools import cached_property

from tracker.domain.record import KINDS, Kind
from tracker.workbook.cells import Codec
from tracker.workbook.codecs import (
    CodeCodec,
    CodesCodec,
    TextCodec,
    WordCodec,
    YesNoCodec,
)
from tracker.workbook.date_codecs import DayCodec, PartialDateCodec
from tracker.workbook.number_codecs import NumberCodec, WholeCodec

WRAPS_FROM = 20  # columns of this width and more wrap their text
VERSION = "version"
MARK = "mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: how it is headed, what it holds and how wide it stands.

    ``name`` is that of the data files and is taken as a header too; ``field`` is where
    the value stands in the fact ("title.en" reaches into the title). ``is_required``:
    no cell may be empty. ``may_be_missing``: a workbook without the column is whole.
    ``refers_to``: the kind whose codes drop down. ``is_own``: kept by the record.
    """

    name: str
    header: str
    field: str
    codec: Codec
    width: int = 14
    is_required: bool = False
    may_be_missing: bool = False
    refers_to: Kind | None = None
    is_own: bool = False

    @property
    def wraps(self) -> bool:
        """Whether long text goes on in the next line of its cell."""
        return self.width >= WRAPS_FROM and not isinstance(self.codec, WordCodec)


@dataclass(frozen=True)
class Sheet:
    """One sheet: the facts of one kind, a row each."""

    kind: Kind
    columns: tuple[Column, ...]

    @property
    def name(self) -> str:
        """What the sheet's tab says."""
        return self.kind.label

    @cached_property
    def key_column(self) -> Column:
        """The column that identifies a row."""
        return self.by_field[KINDS[self.kind].key]

    @cached_property
    def by_field(self) -> dict[str, Column]:
        """The columns by the field they hold."""
        return {column.field: column for column in self.columns}

    def column_about(self, field: str | None) -> Column:
        """The column to blame for a problem with *field* of a fact."""
        found = self.by_field.get(field or "") or self.by_field.get(f"{field}.en")
        return found or self.key_column


def text(
    name: str, header: str, width: int = 14, *, field: str = "", required: bool = False
) -> Column:
    """A column of free text."""
    return Column(
        name=name,
        header=header,
        field=field or name,
        codec=TextCodec(),
        width=width,
        is_required=required,
    )


def titles() -> tuple[Column, ...]:
    """The title in the three languages of the record."""
    return (
        text("title_en", "Title (English)", 40, field="title.en", required=True),
        text("title_ru", "Title (Russian)", 40, field="title.ru"),
        text("title_be", "Title (Belarusian)", 40, field="title.be"),
    )


def code(
    name: str,
    header: str,
    of: Kind | None = None,
    *,
    field: str = "",
    required: bool = True,
) -> Column:
    """A column of codes, one a cell; *of* is the kind they belong to."""
    return Column(
        name=name,
        header=header,
        field=field or name,
        codec=CodeCodec(),
        width=34 if name == "id" else 13,
        is_required=required,
        refers_to=of,
    )


def codes(name: str, header: str, of: Kind | None, width: int) -> Column:
    """A column of several codes a cell."""
    return Column(
        name=name,
        header=header,
        field=name,
        codec=CodesCodec(),
        width=width,
        refers_to=of,
    )


def word(
    name: str, header: str, codec: WordCodec, width: int = 14, *, optional: bool = False
) -> Column:
    """A column of words of a vocabulary; with a default, an empty cell means it."""
    return Column(
        name=name,
        header=header,
        field=name,
        codec=codec,
        width=width,
        is_required=not optional and codec.default is None,
    )


def day(
    name: str, header: str, *, required: bool = False, may_be_missing: bool = False
) -> Column:
    """A column of dates that may be a year or a month."""
    return Column(
        name=name,
        header=header,
        field=name,
        codec=PartialDateCodec(),
        width=12,
        is_required=required,
        may_be_missing=may_be_missing,
    )


def number(name: str, header: str, width: int = 9) -> Column:
    """A column of numbers."""
    return Column(
        name=name, header=header, field=name, codec=NumberCodec(), width=width
    )


def whole(name: str, header: str, *, required: bool = False) -> Column:
    """A column of whole numbers."""
    return Column(
        name=name,
        header=header,
        field=name,
        codec=WholeCodec(),
        width=10,
        is_required=required,
    )


NOTE = text("note_en", "Note", 60, field="note")
SUMMARY = text("summary_en", "Summary", 60, field="summary")
SOURCES = codes("sources", "Sources", Kind.SOURCE, 34)
PROGRAMS = codes("programs", "Programs", Kind.PROGRAM, 22)
KNOWN_ON = Column(
    name="known_on",
    header="Known on",
    field="known_on",
    codec=DayCodec(),
    width=12,
    may_be_missing=True,
)
REVERSES = Column(
    name="reverses",
    header="Reverses",
    field="reverses",
    codec=YesNoCodec(),
    width=10,
    may_be_missing=True,
)
KEY = Column(
    name="id", header="Key", field="key", codec=CodeCodec(), width=9, is_own=True
)
OWN = (
    Column(
        name=VERSION,
        header="Version",
        field=VERSION,
        codec=WholeCodec(0),
        width=9,
        may_be_missing=True,
        is_own=True,
    ),
    Column(
        name=MARK,
        header="Mark",
        field=MARK,
        codec=TextCodec(),
        width=11,
        may_be_missing=True,
        is_own=True,
    ),
)
KEYED = (KEY, *OWN)
