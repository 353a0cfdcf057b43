"""What a set of steps would do to the record, and everything that speaks against it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tracker.domain.changes import (
    Action,
    Add,
    Change,
    Retire,
    Step,
    addition,
    differences,
    program_of,
    retirement,
)
from tracker.domain.checks import check_fact
from tracker.domain.errors import RuleBroken
from tracker.domain.record import (
    KINDS,
    Fact,
    Kind,
    key_of,
    kind_of,
    number_of,
    numbered_key,
)
from tracker.domain.words import N_
from tracker.storage import queries
from tracker.storage.queries import Held

# A key typed by hand may not run so far ahead that none is left for later facts.
LARGEST_TYPED_NUMBER = 9_999_999

KEY_TAKEN = N_(
    "The record has “%(key)s” already. Leave the key empty or edit that one."
)
KEY_TWICE = N_("“%(key)s” stands here twice. Keep one of them.")
NO_KEY = N_("“%(key)s” is no key of this kind. Leave it empty: the record gives one.")
NOT_THERE = N_("The record has no “%(key)s”. Check the key.")


@dataclass(frozen=True, slots=True)
class Draft:
    """What one step comes to: the fact ``before`` gives way to the fact ``after``.

    Where nothing stood before, or nothing stands after, that side is None. A fact that
    ``revives`` comes back under the key of one that was retired.
    """

    step: Step
    before: Fact | None = None
    after: Fact | None = None
    revives: bool = False
    problems: tuple[RuleBroken, ...] = ()
    is_conflict: bool = False

    @property
    def kind(self) -> Kind:
        """The kind of fact it is about."""
        return target_of(self.step)[0]

    @property
    def is_correction(self) -> bool:
        """Whether a row of history gives way to a new one."""
        return bool(self.before and self.after) and KINDS[self.kind].is_history

    @property
    def inserts(self) -> bool:
        """Whether it needs a new row."""
        return self.after is not None and (
            self.is_correction or (self.before is None and not self.revives)
        )

    @property
    def retires(self) -> bool:
        """Whether a row that stands stands no more after it."""
        return self.before is not None and (self.after is None or self.is_correction)

    @property
    def change(self) -> Change:
        """The line it writes into the change log."""
        if self.before is None:
            assert self.after is not None, "a draft is about something"
            return addition(self.after)
        if self.after is None:
            return retirement(self.before)
        return Change(
            self.kind,
            key_of(self.after),
            Action.CHANGED,
            differences(self.before, self.after),
            key_of(self.before) if self.is_correction else "",
            program_of(self.after),
        )


def propose(steps: Sequence[Step], today: date) -> list[Draft]:
    """Work out what each of *steps* comes to; those that change nothing are left out.

    Reads the record in a fixed number of statements for each kind; writes nothing.
    """
    held = _held(steps)
    numbers = Numbers(steps)
    keys = Counter(map(target_of, steps))
    drafts = []
    for step in steps:
        draft = _draft(step, held[target_of(step)[0]], numbers)
        if keys[target_of(step)] > 1 and target_of(step)[1]:
            draft = _with_problem(draft, KEY_TWICE, step)
        if not _changes_nothing(draft):
            drafts.append(draft)
    known = _known_after(drafts)
    return [_checked(draft, known, today) for draft in drafts]


def target_of(step: Step) -> tuple[Kind, str]:
    """The kind and key of the fact that a *step* is about; the key may be empty."""
    if isinstance(step, Retire):
        return step.kind, step.key
    return kind_of(step.fact), key_of(step.fact)


class Numbers:
    """Gives out the next number of each kind, above all that are held or typed."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._last: dict[Kind, int] = {}
        self._typed: defaultdict[Kind, int] = defaultdict(int)
        for kind, key in map(target_of, steps):
            number = number_of(kind, key) or 0
            if number <= LARGEST_TYPED_NUMBER:
                self._typed[kind] = max(self._typed[kind], number)

    def next_key(self, kind: Kind) -> str:
        """A key that no fact of this *kind* has."""
        if kind not in self._last:
            self._last[kind] = max(queries.highest_number(kind), self._typed[kind])
        self._last[kind] += 1
        return numbered_key(kind, self._last[kind])


def _held(steps: Iterable[Step]) -> Mapping[Kind, Mapping[str, Held]]:
    keys: defaultdict[Kind, set[str]] = defaultdict(set)
    for kind, key in map(target_of, steps):
        keys[kind].add(key)
    return {kind: queries.facts_by_key(kind, wanted) for kind, wanted in keys.items()}


def _draft(step: Step, held: Mapping[str, Held], numbers: Numbers) -> Draft:
    _, key = target_of(step)
    found = held.get(key)
    if isinstance(step, Add):
        return _addition(step, found, numbers)
    if found is None:
        return _with_problem(Draft(step), NOT_THERE, step)
    wanted = step.version if isinstance(step, Retire) else step.fact.version
    if not found.stands or found.fact.version != wanted:
        return Draft(step, before=found.fact, is_conflict=True)
    if isinstance(step, Retire):
        return Draft(step, before=found.fact)
    return Draft(step, before=found.fact, after=_edited(step.fact, found, numbers))


def _addition(step: Add, found: Held | None, numbers: Numbers) -> Draft:
    fact, kind, key = _fresh(step.fact), kind_of(step.fact), key_of(step.fact)
    if not KINDS[kind].prefix:
        pass
    elif not key:
        fact = _with(fact, key=numbers.next_key(kind))
    elif not 0 < (number_of(kind, key) or 0) <= LARGEST_TYPED_NUMBER:
        return _with_problem(Draft(step, after=fact), NO_KEY, step)
    if found is None:
        return Draft(step, after=fact)
    if found.stands or KINDS[kind].is_history:
        return _with_problem(Draft(step, after=fact), KEY_TAKEN, step)
    revived = _with(fact, version=found.fact.version + 1)
    return Draft(step, after=revived, revives=True)


def _edited(fact: Fact, found: Held, numbers: Numbers) -> Fact:
    """The fact that stands after an edit: in its row, or corrected under a new key."""
    kind = kind_of(fact)
    if not KINDS[kind].is_history:
        return _with(fact, version=found.fact.version + 1)
    if not differences(found.fact, fact):
        return fact
    return _with(_fresh(fact), key=numbers.next_key(kind), corrects=key_of(fact))


def _fresh(fact: Fact) -> Fact:
    """*fact* as it enters: what the record itself keeps is as for a new one."""
    fresh = {"version": 1}
    if KINDS[kind_of(fact)].is_history:
        return _with(fact, **fresh, added_in=0, retired_in=None, corrects="")
    return _with(fact, **fresh)


def _with(fact: Fact, **values: Any) -> Fact:
    return replace(fact, **values)


def _with_problem(draft: Draft, sentence: str, step: Step) -> Draft:
    kind, key = target_of(step)
    problem = RuleBroken(sentence, field=KINDS[kind].key, key=key[:60])
    return replace(draft, problems=(*draft.problems, problem))


def _changes_nothing(draft: Draft) -> bool:
    if draft.problems or draft.before is None or draft.after is None:
        return False
    return not differences(draft.before, draft.after)


def _known_after(drafts: Iterable[Draft]) -> dict[Kind, set[str]]:
    """The keys that stand once every draft is carried out."""
    known = {kind: set(keys) for kind, keys in queries.known_keys().items()}
    for draft in drafts:
        if draft.after is not None and not draft.problems:
            known[draft.kind].add(key_of(draft.after))
        if draft.retires and draft.before is not None:
            known[draft.kind].discard(key_of(draft.before))
    return known


def _checked(draft: Draft, known: Mapping[Kind, set[str]], today: date) -> Draft:
    if draft.after is None:
        return draft
    found = check_fact(draft.after, known, today)
    return replace(draft, problems=(*draft.problems, *found))
