"""The one door into the record: form, workbook, command line and API all come here."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from tracker.domain.accounts import is_name
from tracker.domain.changes import Edit, Origin, Revision, Step
from tracker.domain.checks import CONTROL, LONG_TEXT
from tracker.domain.errors import Conflict, RuleBroken
from tracker.domain.record import KINDS, Fact, Kind, key_of, kind_of
from tracker.domain.words import N_, P_
from tracker.services.proposal import Draft, propose, target_of
from tracker.services.underway import announce
from tracker.storage import queries, writes
from tracker.storage.transactions import transaction

# What share of the time is over by then, as measured with 9,000 new facts.
PROPOSED, WRITTEN = 0.3, 0.75


@dataclass(frozen=True, slots=True)
class Author:
    """Who enters something, and through which door."""

    name: str
    origin: Origin


class RecordRefused(RuleBroken):
    """Steps that the record cannot take; ``problems`` names each with its reasons.

    A single reason stands for the whole, with its field.
    """

    def __init__(self, problems: tuple[tuple[Step, tuple[RuleBroken, ...]], ...]):
        self.problems = problems
        every = [problem for _, found in problems for problem in found]
        if len(every) == 1:
            super().__init__(every[0].message, field=every[0].field, **every[0].params)
        else:
            super().__init__(
                N_(
                    "%(count)s things speak against this. Nothing was written. "
                    "The first: %(first)s"
                ),
                count=len(every),
                first=str(every[0]),
            )


class Overtaken(Conflict):
    """Facts that changed since they were read.

    ``pairs`` holds each step with the fact that stands in its place now, or None where
    none does. ``mine`` and ``theirs`` are those of the first.
    """

    def __init__(self, pairs: tuple[tuple[Step, Fact | None], ...]):
        self.pairs = pairs
        first, self.theirs = pairs[0]
        self.mine = first.fact if isinstance(first, Edit) else None
        super().__init__(
            N_(
                "“%(key)s” changed since you read it. Nothing was written. "
                "Compare both versions and decide."
            ),
            key=target_of(first)[1],
        )


def enter(
    steps: Sequence[Step],
    author: Author,
    summary: str,
    today: date,
    token: str = "",
) -> Revision:
    """Enter *steps* into the record as one revision, all of them or none.

    A *token* used before gives the revision it made then, so that sending the same
    thing twice is harmless. Raises Overtaken where a fact changed meanwhile,
    RecordRefused with every broken rule, RuleBroken where there is nothing to change.
    """
    _check_summary(summary)
    _check_author(author)
    with transaction():
        made = queries.revision_of_token(token)
        if made is not None:
            return queries.revision(made.number)
        drafts = look(steps, today)
        if not drafts:
            raise RuleBroken(N_("There is nothing to change."))
        announce(PROPOSED)
        return _write(drafts, author, summary, token)


def look(steps: Sequence[Step], today: date) -> list[Draft]:
    """What *steps* come to as the record stands; those that change nothing left out.

    Writes nothing, and raises what ``enter`` would: Overtaken, RecordRefused.
    """
    drafts = propose(steps, today)
    _refuse_conflicts(drafts)
    _refuse_problems(drafts)
    return drafts


def _check_summary(summary: str) -> None:
    if len(summary) > LONG_TEXT or CONTROL.search(summary):
        raise RuleBroken(
            N_("Say in at most %(limit)s plain characters why."),
            field="summary",
            limit=LONG_TEXT,
        )


def _check_author(author: Author) -> None:
    if not is_name(author.name):
        raise RuleBroken(
            N_("“%(name)s” is no name for the list of changes. Give 1 to 60 letters."),
            field="by",
            name=author.name[:60],
        )


def _refuse_conflicts(drafts: Sequence[Draft]) -> None:
    pairs = tuple(
        (draft.step, standing_instead(draft.before))
        for draft in drafts
        if draft.is_conflict and draft.before is not None
    )
    if pairs:
        raise Overtaken(pairs)


def standing_instead(found: Fact) -> Fact | None:
    """What stands where *found* was: itself, or what corrects it, or nothing."""
    kind, key = kind_of(found), key_of(found)
    held = queries.facts_by_key(kind, [key])[key]
    if held.stands:
        return held.fact
    return queries.correction_of(kind, key) if KINDS[kind].is_history else None


def _refuse_problems(drafts: Sequence[Draft]) -> None:
    problems = tuple((draft.step, draft.problems) for draft in drafts if draft.problems)
    if problems:
        raise RecordRefused(problems)


def _write(
    drafts: Sequence[Draft], author: Author, summary: str, token: str
) -> Revision:
    changes = tuple(draft.change for draft in drafts)
    revision = Revision(
        number=queries.revision_number() + 1,
        made_at=datetime.now(UTC),
        who=author.name,
        origin=author.origin,
        summary=summary.strip(),
        change_count=len(changes),
        changes=changes,
    )
    writes.start_revision(revision, token)
    _write_facts(drafts, revision.number)
    announce(WRITTEN)
    writes.log(
        revision.number,
        [
            writes.Logged(change, _written_over(draft))
            for change, draft in zip(changes, drafts, strict=True)
        ],
    )
    return revision


def _write_facts(drafts: Sequence[Draft], revision: int) -> None:
    by_kind: defaultdict[Kind, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_kind[draft.kind].append(draft)
    # In the order of the kinds, so that what facts refer to is there before them.
    for kind in Kind:
        found = by_kind[kind]
        over = [d.after for d in found if d.after and not d.inserts]
        writes.update_facts(kind, over)
        writes.insert_facts(
            kind, [d.after for d in found if d.after and d.inserts], revision
        )
        retired = [key_of(d.before) for d in found if d.before and d.retires]
        writes.retire_facts(kind, retired, revision)
    for kind in Kind:
        _refuse_dangling(kind, [d for d in by_kind[kind] if d.retires])


def _written_over(draft: Draft) -> Fact | None:
    """The fact whose row no longer tells what it held; rows of history always do."""
    return None if KINDS[draft.kind].is_history else draft.before


def _refuse_dangling(kind: Kind, retired: Sequence[Draft]) -> None:
    """Refuse to retire what something that stands still refers to."""
    keys = [target_of(draft.step)[1] for draft in retired]
    if not keys or not queries.references_to(kind, keys):
        return
    problems = []
    for draft, key in zip(retired, keys, strict=True):
        referring = queries.references_to(kind, [key])
        if referring:
            problem = RuleBroken(
                P_(
                    "%(count)s fact still refers to “%(key)s”: %(example)s. "
                    "Retire or change that first.",
                    "%(count)s facts still refer to “%(key)s”, such as %(example)s. "
                    "Retire or change those first.",
                ),
                count=len(referring),
                key=key,
                example=referring[0][1],
            )
            problems.append((draft.step, (problem,)))
    raise RecordRefused(tuple(problems))
