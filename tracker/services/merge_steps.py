"""From what a merge comes to, and what was decided about it, to steps for the door."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, Protocol

from tracker.domain.changes import (
    Add,
    Edit,
    Retire,
    Step,
    as_text,
    content_fields,
    fingerprint,
)
from tracker.domain.errors import BadInput, RuleBroken
from tracker.domain.merging import Clash, Entry
from tracker.domain.record import KINDS, Fact, key_of
from tracker.domain.words import N_


class Choice(StrEnum):
    """Which version shall stand where both sides changed."""

    OURS = "ours"
    THEIRS = "theirs"


class Merge(Protocol):
    """What a merge comes to: what it would do, and what must be decided first."""

    @property
    def entries(self) -> Sequence[Entry]: ...

    @property
    def clashes(self) -> Sequence[Clash]: ...


def fingerprint_of(merge: Merge, revision: int) -> str:
    """A digest of a merge with the record as it stands in a *revision*."""
    entries = [
        (e.kind, e.key, _texts(e.before), _texts(e.after)) for e in merge.entries
    ]
    clashes = [(c.name, _texts(c.ours), _texts(c.theirs)) for c in merge.clashes]
    return fingerprint((), entries=entries, clashes=clashes, revision=revision)


def _texts(fact: Fact | None) -> list[str]:
    if fact is None:
        return []
    names = content_fields(fact)
    return [as_text(getattr(fact, name)) for name in names]


def choices_by_key(
    merge: Merge, keys: Mapping[Choice, Sequence[str]]
) -> dict[str, Choice]:
    """Choices as ``steps_of`` takes them, of the *keys* that each side was chosen for.

    A key goes alone, or with its kind ("report:R0005") where two kinds share it. Raises
    BadInput for one that is not in conflict, stands for several, or is chosen twice.
    """
    choices: dict[str, Choice] = {}
    for choice, asked in keys.items():
        for key in asked:
            name = _name_of_clash(merge, key)
            if choices.setdefault(name, choice) is not choice:
                raise BadInput(
                    N_("“%(key)s” is chosen for both sides. Choose one of them."),
                    field=name,
                    key=key,
                )
    return choices


def _name_of_clash(merge: Merge, key: str) -> str:
    found = [clash.name for clash in merge.clashes if key in (clash.key, clash.name)]
    if not found:
        raise BadInput(
            N_("“%(key)s” is not in conflict. Give a key that the conflicts name."),
            key=key,
        )
    if len(found) > 1:
        raise BadInput(
            N_("“%(key)s” is in conflict more than once. Say which: %(names)s."),
            key=key,
            names=", ".join(found),
        )
    return found[0]


def undecided(
    merge: Merge, choices: Mapping[str, Choice], others: Choice | None = None
) -> tuple[Clash, ...]:
    """The clashes of a merge that nobody made a choice for."""
    if others is not None:
        return ()
    return tuple(clash for clash in merge.clashes if clash.name not in choices)


def steps_of(
    merge: Merge, choices: Mapping[str, Choice], others: Choice | None = None
) -> list[Step]:
    """The steps that carry out a merge.

    Raises RuleBroken for a clash that nobody made a choice for.
    """
    steps = [_step(entry) for entry in merge.entries]
    for clash in merge.clashes:
        choice = choices.get(clash.name, others)
        if choice is None:
            raise RuleBroken(
                N_(
                    "%(key)s changed on both sides. Choose which version shall stand "
                    "before you confirm."
                ),
                field=clash.name,
                key=clash.key,
            )
        if choice is Choice.THEIRS:
            steps.append(_take_theirs(clash))
    return steps


def _step(entry: Entry) -> Step:
    if entry.after is None:
        assert entry.before is not None, "an entry is about something"
        return Retire(entry.kind, entry.key, entry.before.version)
    return Add(entry.after) if entry.before is None else Edit(entry.after)


def _take_theirs(clash: Clash) -> Step:
    if clash.theirs is None:
        assert clash.ours is not None, "a clash has two sides"
        return Retire(clash.kind, key_of(clash.ours), clash.ours.version)
    spec = KINDS[clash.kind]
    values: dict[str, Any] = {}
    if clash.ours is None:
        # A retired row of history comes back as a new one.
        if spec.is_history:
            values[spec.key] = ""
        return Add(replace(clash.theirs, **values))
    values = {spec.key: key_of(clash.ours), "version": clash.ours.version}
    return Edit(replace(clash.theirs, **values))
