"""The digest in words: headings, sentences and points."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from tracker.cli.claim_words import claim_text, record_text
from tracker.cli.figures import score_text, share_text
from tracker.cli.markup import Line, Shape
from tracker.cli.view_options import view_line
from tracker.domain.acts import Act
from tracker.domain.claim_checks import Reason
from tracker.domain.deadlines import WHOLE_PROGRAM, Milestone, Stated
from tracker.domain.program import Program
from tracker.domain.report import Weighed
from tracker.domain.score_words import COUNTING
from tracker.domain.scores import RULES, Score
from tracker.domain.source import Source
from tracker.domain.state import SILENCE_DAYS, State
from tracker.domain.vocabulary import Condition, Side
from tracker.services.claim_verdicts import CheckedClaim
from tracker.services.digest import (
    Digest,
    Moved,
    PlanDigest,
    Scores,
    States,
    standing_of,
)

Sources = Mapping[str, Source]
NO_NEWS = "Nothing changed."
ONLY_OLDER = "Nothing new was said; the ranges moved because the last word grew old."
NOW_SILENT = f"Programs without a word for over {SILENCE_DAYS} days now"
point = partial(Line, Shape.POINT)


def digest_lines(found: Digest) -> Iterator[Line]:
    """The whole digest."""
    until = found.view.as_of
    yield Line(Shape.TITLE, f"What changed from {found.since} to {until}")
    for plan in found.plans:
        yield from _plan(plan, found.sources)
    if found.acts:
        yield Line(Shape.HEADING, "Acts that belong to no plan")
        yield from (_act(act, found.sources) for act in found.acts)
    noun = "revision" if found.revision_count == 1 else "revisions"
    made = f"{found.revision_count} {noun} of the record made in that time."
    yield Line(Shape.SENTENCE, f"{view_line(found.view, found.revision)} {made}")


def _plan(found: PlanDigest, sources: Sources) -> Iterator[Line]:
    yield Line(Shape.HEADING, f"{found.plan.code}: {found.plan.title.en}")
    yield Line(Shape.SENTENCE, f"{RULES[found.rule].label}:")
    yield point(f"Said: {_scores(found.said, found.rule)}")
    yield point(f"Shown: {_scores(found.shown, found.rule)}")
    if found.is_empty:
        yield Line(Shape.SENTENCE, NO_NEWS if found.is_same else ONLY_OLDER)
        return
    for each in _parts(found, sources):
        yield from each
    if found.quiet_count:
        noun = "report" if found.quiet_count == 1 else "reports"
        text = f"{found.quiet_count} {noun} moved nothing."
        yield Line(Shape.SENTENCE, text)


def _parts(found: PlanDigest, sources: Sources) -> Iterator[Iterator[Line]]:
    moved = (line for each in found.moved for line in _moved(each, sources))
    yield _part("Programs that moved", moved)
    yield _part("Programs now past their due date", map(_named, found.overdue))
    yield _part(NOW_SILENT, map(_named, found.silent))
    passed = (_passed(milestone, sources) for milestone in found.passed)
    yield _part("Promises that passed without word", passed)
    yield _part("New deadlines", (_stated(s, sources) for s in found.stated))
    yield _part("New claims", _claims(found.claims))
    yield _part("New acts", (_act(act, sources) for act in found.acts))


def _part(heading: str, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines under their heading; nothing where there are none."""
    for index, line in enumerate(lines):
        if not index:
            yield Line(Shape.PART, heading)
        yield line


def _scores(scores: Scores, rule: str) -> str:
    before, after = (_score(score, rule) for score in scores)
    return f"{before}, as before" if before == after else f"{before} -> {after}"


def _score(score: Score, rule: str) -> str:
    """The figure; "13 of 33" of a rule that counts no programs would mislead."""
    return score_text(score, rule) if rule in COUNTING else share_text(score)


def _moved(found: Moved, sources: Sources) -> Iterator[Line]:
    said, shown = _states(found.said), _states(found.shown)
    title = f"{found.program.code} {found.program.title.en}"
    yield point(f"{title}. Said: {said}. Shown: {shown}.")
    for weighed in found.reports:
        cited = addresses(weighed.report.sources, sources)
        yield Line(Shape.UNDER_POINT, _report(weighed), cited)


def _states(states: States) -> str:
    before, after = states
    if standing_of(before) == standing_of(after):
        return f"{state_text(after)}, as before"
    return f"{state_text(before)} -> {state_text(after)}"


def state_text(state: State) -> str:
    """A state as people read it: "In progress, stalled"."""
    if state.stage is None:
        return "not known"
    words = [state.stage.label]
    if state.condition and state.condition is not Condition.NORMAL:
        words.append(state.condition.label)
    if state.closure:
        words.append(state.closure.label)
    return ", ".join(words).lower()


def _report(weighed: Weighed) -> str:
    report = weighed.report
    side = "" if report.side is Side.JOINT else f" ({report.side.label})"
    word = f"{report.dated}, {report.kind.label.lower()}{side}, {weighed.grade.value}"
    return f"{word}: {report.note}" if report.note else word


def _named(program: Program) -> Line:
    return point(f"{program.code} {program.title.en}")


def _passed(milestone: Milestone, sources: Sources) -> Line:
    promise = milestone.promises[-1]
    text = f"{promise.deadline.program} {milestone.name}, promised for {milestone.due}"
    cited = addresses(promise.deadline.sources, sources)
    return point(f"{text} on {promise.deadline.stated_on}", cited)


def _stated(stated: Stated, sources: Sources) -> Line:
    deadline = stated.deadline
    whole = deadline.milestone == WHOLE_PROGRAM
    name = "the whole program" if whole else deadline.milestone
    bound = deadline.bound.label.partition(" (")[0]
    text = (
        f"{deadline.program} {name}: {bound} {deadline.due}, said {deadline.stated_on}"
    )
    if deadline.met_on:
        text += f", met {deadline.met_on}"
    return point(text, addresses(deadline.sources, sources))


def _claims(rows: Sequence[CheckedClaim]) -> Iterator[Line]:
    """A point a claim; those without a figure are only counted, there are many."""
    told = [row for row in rows if row.check.reason is not Reason.NO_FIGURE]
    yield from map(_claim, told)
    if left_out := len(rows) - len(told):
        yield point(f"Claims without a figure: {left_out}.")


def _claim(row: CheckedClaim) -> Line:
    check = row.check
    text = f"{check.claim.dated}, {check.claim.claimant}: {claim_text(check.claim)}."
    verdict = f"{check.verdict.label} ({record_text(check).rstrip('.')})."
    return point(f"{text} {verdict}", tuple(address_of(s) for s in row.sources))


def _act(act: Act, sources: Sources) -> Line:
    carried = f" ({', '.join(act.programs)})" if act.programs else ""
    text = f"{act.signed_on}, {act.kind.label.lower()}: {act.title_en}{carried}"
    return point(text, addresses(act.sources, sources))


def addresses(keys: Iterable[str], sources: Sources) -> tuple[str, ...]:
    """Where the sources with these *keys* can be read."""
    return tuple(address_of(sources[key]) for key in keys if key in sources)


def address_of(source: Source) -> str:
    """The address of a source, or its publisher and title where it has none."""
    return source.url or f"({source.publisher}: {source.title})"
