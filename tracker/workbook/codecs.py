"""How texts, codes and words stand in a cell.

A codec's ``write`` gives the text for the cell; ``read`` takes what the
reader found there and raises BadInput with a sentence that says what to type.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import ClassVar

from tracker.domain.errors import BadInput
from tracker.domain.words import N_, Word
from tracker.workbook.cells import SPACES, Form, Raw, clean_text, plain, show
from tracker.workbook.lookalikes import as_latin, is_plain, strange_characters

MADE_OF_TEXT = N_(
    "Excel made %(value)s of this text. Type an apostrophe (') before it, so that it "
    "stays text."
)


@dataclass(frozen=True)
class TextCodec:
    """Free text."""

    form = Form.TEXT

    def write(self, value: str) -> str:
        return value

    def read(self, raw: Raw) -> str:
        if raw is None:
            return ""
        if isinstance(raw, str):
            return clean_text(raw)
        if isinstance(raw, bool | date):
            raise BadInput(MADE_OF_TEXT, value=show(raw))
        return plain(raw)


@dataclass(frozen=True)
class CodeCodec:
    """A code or key: Latin letters, digits and a few signs."""

    form = Form.TEXT

    def write(self, value: str) -> str:
        return value

    def read(self, raw: Raw) -> str:
        text = SPACES.sub(" ", TextCodec().read(raw)).strip()
        return checked_code(text)


def checked_code(text: str) -> str:
    """*text* if it is plain; raises BadInput where a letter only looks Latin."""
    if is_plain(text):
        return text
    latin = as_latin(text)
    if is_plain(latin):
        raise BadInput(
            N_(
                "“%(text)s” is not the code “%(latin)s”: it holds %(strange)s. "
                "Type the code again in Latin letters."
            ),
            text=show(text),
            latin=show(latin),
            strange=strange_characters(text),
        )
    raise BadInput(
        N_(
            "“%(text)s” is no code. Use Latin letters, digits, dots and hyphens, "
            "and “;” between several."
        ),
        text=show(text),
    )


@dataclass(frozen=True)
class CodesCodec:
    """Several codes, separated by ``;``."""

    form = Form.TEXT

    def write(self, value: tuple[str, ...]) -> str:
        return ";".join(value)

    def read(self, raw: Raw) -> tuple[str, ...]:
        text = TextCodec().read(raw)
        items = (SPACES.sub(" ", item).strip() for item in re.split(r"[;\n]", text))
        return tuple(checked_code(item) for item in items if item)


@dataclass(frozen=True)
class WordCodec:
    """A word of a vocabulary; its code is written, its label is taken as well."""

    vocabulary: type[Word]
    default: Word | None = None
    form: ClassVar[Form] = Form.TEXT

    @cached_property
    def words(self) -> dict[str, Word]:
        """Every way to write a word of the vocabulary."""
        labels = {_folded(word.label): word for word in self.vocabulary}
        return labels | {_folded(word.value): word for word in self.vocabulary}

    def write(self, value: Word | None) -> str:
        return str(value._value_) if value is not None else ""

    def read(self, raw: Raw) -> Word | None:
        text = TextCodec().read(raw)
        if not text:
            return self.default
        word = self.words.get(_folded(text))
        if word is None:
            raise BadInput(
                N_("“%(text)s” cannot stand here. Choose one of: %(words)s."),
                text=show(text),
                words=", ".join(word.value for word in self.vocabulary),
            )
        return word


def _folded(text: str) -> str:
    return SPACES.sub("_", text.strip()).casefold()


YES = frozenset({"yes", "y", "true", "1", "x", "да", "так"})
NO = frozenset({"no", "n", "false", "0", "нет", "не"})


@dataclass(frozen=True)
class YesNoCodec:
    """Yes, or an empty cell for no."""

    form = Form.TEXT

    def write(self, value: bool) -> str:
        return "yes" if value else ""

    def read(self, raw: Raw) -> bool:
        text = "" if raw is None else show(raw).strip().casefold()
        if text in YES:
            return True
        if text in NO or not text:
            return False
        raise BadInput(N_("“%(text)s” cannot stand here. Write yes or no."), text=text)
