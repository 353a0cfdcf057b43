"""Claims as people read them: figures in their own units, spans, and a line to see."""

from dataclasses import dataclass
from fractions import Fraction

from flask import Flask

from tracker.domain.claim_checks import PERCENT, ClaimCheck, RecordSpan, Verdict
from tracker.domain.claim_context import Arithmetic
from tracker.domain.claim_figures import figure_words as words_of_figure
from tracker.domain.claims import Claim
from tracker.domain.hedges import WIDENING, Hedge, Span, stated_span
from tracker.domain.words import N_
from tracker.web.filters import FIXED_SPACE, label, number
from tracker.web.translate import gettext

# Shares of programs; claims about measures are never set beside the record.
SHARES = PERCENT
ONE_SIDED = (Hedge.AT_LEAST, Hedge.AT_MOST)
HUNDRED = Fraction(100)


def init_app(app: Flask) -> None:
    """Let the templates say claims."""
    app.jinja_env.globals.update(
        figure_words=figure_words,
        hedge_words=hedge_words,
        record_words=record_words,
        span_words=span_words,
        sum_words=sum_words,
        verdict_words=verdict_words,
        counted_words=counted_words,
        counts_of=counts_of,
        line_of=line_of,
    )


def figure_words(claim: Claim) -> str:
    """The figure of a claim as it was said, with the speaker's own hedge and unit."""
    return words_of_figure(claim, gettext, number)


def span_words(span: Span, check: ClaimCheck) -> str:
    """A span in the unit of the claim: 0–57.1 %, or 22–28."""
    low, high = number(span.low), number(span.high)
    figures = low if low == high else f"{low}–{high}"
    return f"{figures}{FIXED_SPACE}%" if check.claim.unit in SHARES else figures


def record_words(check: ClaimCheck) -> str:
    """What the record allows, or nothing where it cannot tell."""
    return span_words(check.record.span, check) if check.record else ""


def hedge_words(check: ClaimCheck) -> str:
    """What the speaker's hedge does to the figure."""
    if check.hedge is Hedge.EXACT:
        return gettext("as it stands")
    if check.hedge in ONE_SIDED:
        return gettext("“%(hedge)s” leaves one side open", hedge=label(check.hedge))
    below, above = WIDENING[check.hedge]
    if below and above:
        words = gettext("“%(hedge)s” may be %(points)s points more or less")
    elif below:
        words = gettext("“%(hedge)s” may be up to %(points)s points less")
    else:
        words = gettext("“%(hedge)s” may be up to %(points)s points more")
    return words % {"hedge": label(check.hedge), "points": max(below, above)}


def counted_words(count: int, check: ClaimCheck) -> str:
    """A number of programs, and as a percentage where the claim is one."""
    record = check.record
    assert record is not None
    words = gettext("%(count)s of %(of)s", count=number(count), of=number(record.of))
    if check.claim.unit not in SHARES:
        return words
    return f"{words} ({number(HUNDRED * count / record.of)}{FIXED_SPACE}%)"


def sum_words(found: Arithmetic) -> str:
    """The speaker's own sum: 115 of 310 measures are 37.1 %, not 40 %."""
    share = gettext(
        "%(done)s of %(of)s %(unit)s are %(share)s %%",
        done=number(found.done),
        of=number(found.of),
        unit=label(found.unit),
        share=number(found.share),
    )
    if found.stated is None:
        return f"{share}."
    if found.agrees:
        return gettext("%(sum)s, as stated.", sum=share)
    low, high = number(found.stated.low), number(found.stated.high)
    stated = low if low == high else f"{low}–{high}"
    return gettext("%(sum)s, not %(stated)s %%.", sum=share, stated=stated)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the line, in percent of its width; ``code`` says what it is."""

    code: str
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A claim above the record on one scale, in percent of its width.

    ``stated`` are the figures named, ``claimed`` what they cover with their hedge;
    ``shown`` and ``said`` the figures of the record, ``record`` what lies beside them.
    """

    claimed: Stretch
    stated: tuple[float, ...]
    shown: float
    said: float
    record: tuple[Stretch, ...]
    end: str


def line_of(check: ClaimCheck) -> Line | None:
    """The claim above the record, or None where they cannot be set side by side."""
    if check.claimed is None or check.record is None:
        return None
    is_share = check.claim.unit in SHARES
    of = Fraction(check.record.of)
    whole = HUNDRED if is_share else max(of, check.claimed.high)
    stated = stated_span(check.claim)
    edges = {stated.low, stated.high} if stated else set()
    shown, said, may = (
        float(100 * count * (HUNDRED / of if is_share else 1) / whole)
        for count in counts_of(check.record)
    )
    return Line(
        claimed=Stretch(
            "claimed",
            float(100 * check.claimed.low / whole),
            float(100 * min(check.claimed.high, whole) / whole),
        ),
        stated=tuple(sorted(float(100 * edge / whole) for edge in edges)),
        shown=shown,
        said=said,
        record=(_stretch("said", shown, said), _stretch("may", said, may)),
        end=f"100{FIXED_SPACE}%" if is_share else number(whole),
    )


def counts_of(record: RecordSpan) -> tuple[int, int, int]:
    """How many programs count as shown, as said, and if silence hid success.

    Where a claim counts what is open these are the rest of all.
    """
    said = {*record.shown, *record.said}
    counts = (len(record.shown), len(said), len({*said, *record.may}))
    shown, by_word, most = counts
    if record.is_rest:
        return record.of - shown, record.of - by_word, record.of - most
    return counts


def _stretch(code: str, one: float, other: float) -> Stretch:
    return Stretch(code, min(one, other), max(one, other))


HEADINGS = {
    Verdict.WITHIN: N_("“%(figure)s” lies within the record"),
    Verdict.ABOVE: N_("“%(figure)s” lies above the record"),
    Verdict.BELOW: N_("“%(figure)s” lies below the record"),
    Verdict.UNCHECKED: N_("“%(figure)s” cannot be checked"),
}


def verdict_words(check: ClaimCheck) -> str:
    """The verdict as a heading."""
    figure = figure_words(check.claim) or label(check.claim.metric)
    return gettext(HEADINGS[check.verdict], figure=f"{figure[:1].upper()}{figure[1:]}")
