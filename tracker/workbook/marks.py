"""Marks: a short digest of a row as it was written, to see who changed it since."""

from collections.abc import Callable, Sequence
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from tracker.domain.record import KINDS, Fact, Kind, kind_of
from tracker.workbook.cells import clean_text
from tracker.workbook.columns import MARK, VERSION
from tracker.workbook.sheets import SHEET_OF

MARK_BYTES = 5
BETWEEN = "\x1f"


def mark_of_texts(texts: Sequence[str]) -> str:
    """The mark of a row from the texts of its columns, version and mark left out."""
    # A half of a pair that no file can hold must not stop the writer.
    text = BETWEEN.join(texts).encode(errors="surrogatepass")
    return blake2b(text, digest_size=MARK_BYTES).hexdigest()


def mark_of(fact: Fact) -> str:
    """The mark that the row of *fact* carries when it is written."""
    return mark_of_texts(texts_of(fact))


def texts_of(fact: Fact) -> tuple[str, ...]:
    """What the row of *fact* holds, cell by cell, version and mark left out."""
    return tuple([write(fact) for write in _writers(kind_of(fact))])


def content_of(fact: Fact) -> tuple[str, ...]:
    """The texts of a fact as a reader gives them back, without a key of the record."""
    texts = tuple(map(clean_text, texts_of(fact)))
    # In the sheets of keys the key comes last.
    return texts[:-1] if KINDS[kind_of(fact)].prefix else texts


@cache
def _writers(kind: Kind) -> tuple[Callable[[Fact], str], ...]:
    return tuple(
        _writer(attrgetter(column.field), column.codec.write)
        for column in SHEET_OF[kind].columns
        if column.field not in (VERSION, MARK)
    )


def _writer(
    get: Callable[[Fact], Any], write: Callable[[Any], str]
) -> Callable[[Fact], str]:
    return lambda fact: write(get(fact))
