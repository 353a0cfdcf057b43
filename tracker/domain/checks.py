"""Rules every fact must keep before the record takes it; problems name their field."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields
from datetime import date

from tracker.domain.errors import RuleBroken
from tracker.domain.kind_checks import CHECKS
from tracker.domain.program import Title
from tracker.domain.record import KINDS, Fact, Kind, key_of, kind_of
from tracker.domain.report import Report
from tracker.domain.vocabulary import Stage
from tracker.domain.words import N_

Known = Mapping[Kind, AbstractSet[str]]
Problems = Iterator[RuleBroken]

LONG_TEXT = 2_000
SHORT_TEXT = 400
LONG_FIELDS = frozenset({"note", "summary", "url"})
# Signs that cannot be seen, and halves of a pair that no file can hold.
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060"
    r"\u2066-\u2069\ufeff\ud800-\udfff]"
)
REFERENCES: Mapping[str, tuple[Kind, ...]] = {
    "program": (Kind.PROGRAM,),
    "waits_for": (Kind.PROGRAM,),
    "programs": (Kind.PROGRAM,),
    "plan": (Kind.PLAN,),
    "sector": (Kind.SECTOR,),
    "origin": (Kind.PROGRAM, Kind.PLAN),
    "heir": (Kind.PROGRAM, Kind.PLAN),
    "sources": (Kind.SOURCE,),
}
# By kind of fact: its fields, and those that name others with the kinds they may name.
FIELDS: Mapping[Kind, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(spec.value))
    for kind, spec in KINDS.items()
}
REFERRING: Mapping[Kind, tuple[tuple[str, tuple[Kind, ...]], ...]] = {
    kind: tuple((name, to) for name, to in REFERENCES.items() if name in names)
    for kind, names in FIELDS.items()
}
WITHOUT_SOURCES = frozenset({Kind.SOURCE, Kind.SECTOR})


def check_fact(fact: Fact, known: Known, today: date) -> list[RuleBroken]:
    """Every rule that *fact* breaks, given the keys that are *known* and the day it is.

    The order is that of the fields, then of the rules of its kind.
    """
    special = CHECKS[type(fact)]
    return [
        *_texts(fact),
        *_references(fact, known),
        *_sourced(fact),
        *special(fact, today),
    ]


def _texts(fact: Fact) -> Problems:
    for name in FIELDS[kind_of(fact)]:
        value = getattr(fact, name)
        texts = (value.en, value.ru, value.be) if isinstance(value, Title) else (value,)
        for text in texts:
            if type(text) is str:
                yield from _text(name, text)


def _text(name: str, text: str) -> Problems:
    limit = LONG_TEXT if name in LONG_FIELDS else SHORT_TEXT
    if len(text) > limit:
        yield RuleBroken(
            N_("This text has %(length)s characters. Shorten it to %(limit)s."),
            field=name,
            length=f"{len(text):,}",
            limit=f"{limit:,}",
        )
    if CONTROL.search(text):
        yield RuleBroken(
            N_("This text holds characters that cannot be seen. Type it again."),
            field=name,
        )


def _references(fact: Fact, known: Known) -> Problems:
    for name, kinds in REFERRING[kind_of(fact)]:
        value = getattr(fact, name)
        for code in (value,) if isinstance(value, str) else value:
            if code and not any(code in known.get(kind, ()) for kind in kinds):
                yield RuleBroken(
                    N_("The record has no %(what)s “%(code)s”. Check the code."),
                    field=name,
                    what=" or ".join(kinds),
                    code=code[:60],
                )


def _sourced(fact: Fact) -> Problems:
    if kind_of(fact) in WITHOUT_SOURCES or getattr(fact, "sources", None):
        return
    if isinstance(fact, Report) and fact.stage is Stage.COMPLETED:
        sentence = N_("A completed program needs a source. Add at least one.")
    else:
        sentence = N_("A fact without a source does not enter. Add at least one.")
    yield RuleBroken(sentence, field="sources")


def key_is_free(fact: Fact, known: Known) -> bool:
    """Whether no fact of the kind carries the key of *fact* yet."""
    return key_of(fact) not in known.get(kind_of(fact), ())
