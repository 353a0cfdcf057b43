"""Words that people read: marked here for translation, looked up at the edges."""

from enum import StrEnum
from typing import Self


def N_(message: str) -> str:  # noqa: N802 - the customary name of a gettext marker
    """Mark *message* for the translators and give it back unchanged."""
    return message


class Word(StrEnum):
    """A word of a vocabulary: the code the record keeps and the label people read.

    The order of definition is the order of the vocabulary; ``rank`` gives it, from 0.
    """

    label: str
    rank: int

    # The default is for type checkers only, so that they read Stage("agreed").
    def __new__(cls, code: str, label: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.rank = len(cls.__members__)
        return member
