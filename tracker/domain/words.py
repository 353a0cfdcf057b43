"""Words that people read: marked here for translation, looked up at the edges."""

from enum import StrEnum
from typing import Self


def N_(message: str) -> str:  # noqa: N802 - the customary name of a gettext marker
    """Mark *message* for the translators and give it back unchanged."""
    return message


class Counted(str):
    """A sentence that counts: itself where there are many, ``one`` where there is one.

    What it counts fills its place ``%(count)s``.
    """

    __slots__ = ("one",)
    one: str

    def __new__(cls, one: str, many: str) -> Self:
        sentence = super().__new__(cls, many)
        sentence.one = one
        return sentence

    def of(self, count: object) -> str:
        """The English form for a *count*."""
        return self.one if count == 1 else str(self)


def P_(one: str, many: str) -> Counted:  # noqa: N802 - a marker, like N_
    """Mark both forms of a sentence that counts for the translators."""
    return Counted(one, many)


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
