"""Claim checks: a claim set beside the record as of its date, with the working.

Rule ``claim.v1`` (design, section 4). The verdict is about the record, not about the
truth: the record may miss what happened.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.domain.claim_context import PlacedClaim
from tracker.domain.claims import Claim
from tracker.domain.hedges import Hedge, Span, claimed_span, hedge_of
from tracker.domain.program import Plan, Program
from tracker.domain.scores import RULES, scores_by_rule
from tracker.domain.state import State
from tracker.domain.vocabulary import Metric, Stage, TitleBasis, Unit
from tracker.domain.words import N_, Word

RULE = "claim.v1"
PERCENT = frozenset(
    {Unit.PERCENT_OF_PROGRAMS, Unit.PERCENT_OF_ROAD_MAPS, Unit.PERCENT_UNSPECIFIED}
)
ITEMS = frozenset({Unit.PROGRAMS, Unit.ROAD_MAPS})
MEASURES = frozenset({Unit.MEASURES, Unit.PERCENT_OF_MEASURES})


class Verdict(Word):
    """How a claim stands to the record."""

    WITHIN = "within", N_("Within the record")
    ABOVE = "above", N_("Above the record")
    BELOW = "below", N_("Below the record")
    UNCHECKED = "cannot_be_checked", N_("Cannot be checked")


class Reason(Word):
    """Why a claim cannot be checked."""

    NO_FIGURE = "no_figure", N_("It gives no figure.")
    COUNTS_MEASURES = (
        "counts_measures",
        N_("It counts measures; the record follows programs."),
    )
    OTHER_MATTER = (
        "other_matter",
        N_("It tells of something that the record does not count."),
    )
    LIST_UNKNOWN = (
        "list_unknown",
        N_("The list of all items of this plan is not known."),
    )


class Caveat(Word):
    """What to keep in mind about a verdict."""

    UNIT_UNSAID = (
        "unit_unsaid",
        N_(
            "Percent of what is not said. It is set beside programs; if it counts "
            "measures, the record cannot tell."
        ),
    )
    ITEMS_KNOWN = (
        "items_known",
        N_("From the items whose topic is known to all that were counted."),
    )


@dataclass(frozen=True, slots=True)
class Item:
    """One program of the plan as said and as shown on the day of the claim."""

    program: Program
    said: State
    shown: State


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSpan:
    """What the record allows, in the claim's own unit, and the programs behind it.

    ``shown`` are the programs that count by well attested reports, ``said`` by any,
    ``may`` those that would count if silence hid success. Where a claim counts what is
    *open*, the span is the rest of ``of``, and so ``is_rest``.
    """

    span: Span
    of: int
    shown: tuple[str, ...]
    said: tuple[str, ...]
    may: tuple[str, ...]
    is_rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCheck:
    """A claim beside the record: both spans, the verdict, and why.

    ``by_rule`` tells for a percentage what each completion rule would allow.
    """

    claim: Claim
    day: date
    verdict: Verdict
    hedge: Hedge
    reason: Reason | None = None
    caveats: tuple[Caveat, ...] = ()
    claimed: Span | None = None
    record: RecordSpan | None = None
    by_rule: Mapping[str, Span]


def is_countable(claim: Claim) -> bool:
    """Whether the record counts what the claim does: else its items say nothing."""
    return _reason_in(claim) is None


def check_claim(placed: PlacedClaim, plan: Plan, items: Sequence[Item]) -> ClaimCheck:
    """Set a claim beside the *items* of its *plan*, as they stood on its day.

    They may be left out for a claim that is not countable.
    """
    claim = placed.claim
    reason = _reason(claim, plan, items)
    record = None if reason else _record_span(placed, plan, items)
    is_share = claim.unit in PERCENT
    claimed = claimed_span(claim, 100 if is_share else len(items)) if record else None
    return ClaimCheck(
        claim=claim,
        day=placed.day,
        verdict=_verdict(claimed, record.span if record else None),
        hedge=hedge_of(claim),
        reason=reason,
        caveats=_caveats(claim) if record else (),
        claimed=claimed,
        record=record,
        by_rule=_by_rule(items) if is_share and record else {},
    )


def _reason(claim: Claim, plan: Plan, items: Sequence[Item]) -> Reason | None:
    is_whole_list = plan.item_count == len(items) and bool(items)
    return _reason_in(claim) or (None if is_whole_list else Reason.LIST_UNKNOWN)


def _reason_in(claim: Claim) -> Reason | None:
    """What in the claim itself keeps it from being checked."""
    if claim.low is None and claim.high is None:
        return Reason.NO_FIGURE
    if claim.unit in MEASURES:
        return Reason.COUNTS_MEASURES
    counted = claim.metric in COUNTED and claim.unit in UNITS[claim.metric]
    return None if counted else Reason.OTHER_MATTER


def _verdict(claimed: Span | None, record: Span | None) -> Verdict:
    if claimed is None or record is None:
        return Verdict.UNCHECKED
    if claimed.meets(record):
        return Verdict.WITHIN
    return Verdict.ABOVE if claimed.low > record.high else Verdict.BELOW


def _caveats(claim: Claim) -> tuple[Caveat, ...]:
    if claim.metric is Metric.COUNT_TOTAL:
        return (Caveat.ITEMS_KNOWN,)
    is_unsaid = claim.unit is Unit.PERCENT_UNSPECIFIED
    return (Caveat.UNIT_UNSAID,) if is_unsaid else ()


# --- what a claim counts ----------------------------------------------------------

Counts = Callable[[State], bool]


def _is_agreed(state: State) -> bool:
    return state.stage is not None and state.stage.rank >= Stage.AGREED.rank


def _is_completed(state: State) -> bool:
    return state.is_completed


COUNTED = frozenset(
    {
        Metric.SHARE_COMPLETED,
        Metric.COUNT_COMPLETED,
        Metric.COUNT_AGREED,
        Metric.COUNT_OPEN,
        Metric.COUNT_TOTAL,
    }
)
UNITS = {
    metric: PERCENT if metric is Metric.SHARE_COMPLETED else ITEMS for metric in COUNTED
}


def _what_counts(placed: PlacedClaim, plan: Plan) -> Counts:
    """Which state a claim counts.

    "Open" means not agreed as long as the plan is not adopted, and not completed after.
    """
    metric = placed.claim.metric
    is_adopted = plan.adopted_on is not None and plan.adopted_on.last <= placed.day
    if metric is Metric.COUNT_AGREED:
        return _is_agreed
    if metric is Metric.COUNT_OPEN and not is_adopted:
        return _is_agreed
    return _is_completed


def _record_span(placed: PlacedClaim, plan: Plan, items: Sequence[Item]) -> RecordSpan:
    if placed.claim.metric is Metric.COUNT_TOTAL:
        return _list_span(items)
    counts = _what_counts(placed, plan)
    shown = _codes(i for i in items if counts(i.shown))
    said = _codes(i for i in items if counts(i.said))
    may = _codes(i for i in items if not counts(i.said) and _is_silent(i.said))
    low, high = Fraction(len(shown)), Fraction(len({*shown, *said, *may}))
    of = len(items)
    if placed.claim.unit in PERCENT:
        low, high = 100 * low / of, 100 * high / of
    is_rest = placed.claim.metric is Metric.COUNT_OPEN
    return RecordSpan(
        span=Span(of - high, of - low) if is_rest else Span(low, high),
        of=of,
        shown=shown,
        said=said,
        may=may,
        is_rest=is_rest,
    )


def _list_span(items: Sequence[Item]) -> RecordSpan:
    """How many items there are: those whose topic is known, and all that are listed."""
    unknown = TitleBasis.UNPUBLISHED
    known = _codes(i for i in items if i.program.title_basis is not unknown)
    listed = _codes(items)
    span = Span(Fraction(len(known)), Fraction(len(listed)))
    return RecordSpan(span=span, of=len(listed), shown=known, said=listed, may=())


def _is_silent(state: State) -> bool:
    """Whether success may hide in silence: open, and long without word or unknown."""
    return state.is_open and (state.stage is None or state.is_silent)


def _codes(items: Iterable[Item]) -> tuple[str, ...]:
    return tuple(sorted(item.program.code for item in items))


def _by_rule(items: Sequence[Item]) -> dict[str, Span]:
    """For each completion rule: from the share shown to the highest that is said."""
    shown = scores_by_rule(item.shown for item in items)
    said = scores_by_rule(item.said for item in items)
    spans = {}
    for rule in RULES:
        low, high = shown[rule].low, said[rule].high
        if low is not None and high is not None:
            spans[rule] = Span(100 * min(low, high), 100 * max(low, high))
    return spans
