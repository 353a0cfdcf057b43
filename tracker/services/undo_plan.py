"""What undoing a revision comes to: back what it changed, and nothing that came later.

Three states meet for every fact that the revision touched: as it was before, as it was
after, and as it is now. Only the fields that the revision changed go back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any

from tracker.domain.changes import Change, Retire, Revision, Step, differences
from tracker.domain.errors import RuleBroken
from tracker.domain.merging import Clash, Entry
from tracker.domain.record import KINDS, Fact, Kind
from tracker.domain.words import P_
from tracker.services.merge_steps import Choice, fingerprint_of, steps_of
from tracker.services.proposal import propose, target_of
from tracker.storage import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoPlan:
    """What undoing ``undone`` would do to the record as it stands in ``revision``.

    With ``problems`` it cannot be done as things stand. ``fingerprint`` is a digest of
    it and of the state of the record that it was made for.
    """

    undone: Revision
    entries: tuple[Entry, ...] = ()
    clashes: tuple[Clash, ...] = ()
    problems: tuple[RuleBroken, ...] = ()
    revision: int = 0
    fingerprint: str = ""

    @property
    def changes_nothing(self) -> bool:
        """Whether nothing of the revision is left to undo."""
        return not (self.entries or self.clashes)


@dataclass(frozen=True, slots=True)
class States:
    """One fact at three times; None where it did not stand."""

    was: Fact | None
    then: Fact | None
    now: Fact | None


def make_undo_plan(number: int, today: date) -> UndoPlan:
    """Work out what undoing the revision of this *number* comes to; writes nothing.

    Raises NotFound for an unknown number. A fixed number of statements for each kind
    that the revision touched, and a few more for each thousand of its facts.
    """
    undone = queries.revision(number)
    found = [
        verdict
        for change, states in _states_of(undone)
        if (verdict := _verdict(change, states)) is not None
    ]
    plan = UndoPlan(
        undone=undone,
        entries=tuple(each for each in found if isinstance(each, Entry)),
        clashes=tuple(each for each in found if isinstance(each, Clash)),
        revision=queries.revision_number(),
    )
    return replace(
        plan,
        problems=_problems(plan, today),
        fingerprint=fingerprint_of(plan, plan.revision),
    )


def _states_of(undone: Revision) -> Iterator[tuple[Change, States]]:
    for kind in Kind:
        changes = [change for change in undone.changes if change.kind is kind]
        if not changes:
            continue
        keys = {key for c in changes for key in (c.key, c.replaces) if key}
        was = queries.facts_then(kind, keys, undone.number - 1)
        then = queries.facts_then(kind, keys, undone.number)
        now = queries.facts_then(kind, keys, queries.revision_number())
        met = [
            States(
                was.get(change.replaces or change.key),
                then.get(change.key),
                now.get(change.key),
            )
            for change in changes
        ]
        yield from zip(changes, _with_heirs(changes, met), strict=True)


def _with_heirs(changes: list[Change], met: list[States]) -> list[States]:
    """The states of some changes of a kind, with what stands instead as what is now.

    In place of a row of history that stands no more that is what corrects it, or else a
    row that says the same as it or as the one before. Where the revision added it, only
    a correction of it is its own.
    """
    kind = changes[0].kind
    if not KINDS[kind].is_history:
        return met
    pairs = list(zip(changes, met, strict=True))
    gone = [change.key for change, states in pairs if states.now is None]
    heirs = queries.corrections_of(kind, gone)
    met = [
        replace(states, now=states.now or heirs.get(change.key))
        for change, states in pairs
    ]
    asked = [each for each in met if each.now is None and each.was is not None]
    facts = [fact for each in asked for fact in (each.then, each.was) if fact]
    twins = dict(zip(map(id, facts), queries.twins_of(kind, facts), strict=True))
    return [
        replace(each, now=twins.get(id(each.then)) or twins.get(id(each.was)))
        if each.now is None
        else each
        for each in met
    ]


def _verdict(change: Change, states: States) -> Entry | Clash | None:
    """What goes back, what clashes, or None where that was done already."""
    was, then, now = states.was, states.then, states.now
    if was is None:
        if now is None or then is None:
            return None
        is_untouched = not differences(then, now)
        return Entry(before=now) if is_untouched else _clash(change, now, None)
    if now is None:
        return _back_in(change, was) if then is None else _clash(change, None, was)
    if then is None:
        return _clash(change, now, was) if differences(was, now) else None
    return _put_back(change, was, then, now)


def _back_in(change: Change, was: Fact) -> Entry:
    spec = KINDS[change.kind]
    values: dict[str, Any] = {spec.key: ""} if spec.is_history else {}
    return Entry(after=replace(was, **values))


def _put_back(change: Change, was: Fact, then: Fact, now: Fact) -> Entry | Clash | None:
    """Give the fields that the revision changed the values they had before."""
    names = [field.field for field in differences(was, then)]
    later = {field.field for field in differences(then, now)}
    left = [name for name in names if getattr(now, name) != getattr(was, name)]
    if not left:
        return None
    values: dict[str, Any] = {name: getattr(was, name) for name in left}
    restored = replace(now, **values)
    if later.intersection(left):
        return _clash(change, now, restored)
    return Entry(before=now, after=restored)


def _clash(change: Change, ours: Fact | None, theirs: Fact | None) -> Clash:
    return Clash(kind=change.kind, key=change.key, ours=ours, theirs=theirs)


def _problems(plan: UndoPlan, today: date) -> tuple[RuleBroken, ...]:
    """What speaks against the plan, whichever side the conflicts are decided for."""
    found: tuple[RuleBroken, ...] = ()
    for choice in reversed(Choice) if plan.clashes else (Choice.OURS,):
        found = tuple(_against(steps_of(plan, {}, choice), today))
        if not found:
            break
    return found


def _against(steps: Sequence[Step], today: date) -> Iterator[RuleBroken]:
    for draft in propose(steps, today):
        yield from draft.problems
    leaving: dict[Kind, list[str]] = {}
    for step in steps:
        if isinstance(step, Retire):
            leaving.setdefault(step.kind, []).append(step.key)
    touched = {target_of(step) for step in steps}
    found = (queries.references_to(kind, keys) for kind, keys in leaving.items())
    referring = [r for r in dict.fromkeys(chain(*found)) if r not in touched]
    if referring:
        yield _still_needed(referring)


def _still_needed(referring: Sequence[tuple[Kind, str]]) -> RuleBroken:
    """One sentence, however many facts refer to what would leave."""
    return RuleBroken(
        P_(
            "%(count)s fact that came later refers to what would leave the record: "
            "%(example)s. Undo or change that first.",
            "%(count)s facts that came later refer to what would leave the record, "
            "such as %(example)s. Undo or change those first.",
        ),
        count=len(referring),
        example=referring[0][1],
    )
