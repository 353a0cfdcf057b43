"""The table of claims in a report: who said what, and what the record allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.claim_checks import PERCENT, ClaimCheck
from tracker.domain.claim_context import Arithmetic
from tracker.domain.claim_figures import figure_words
from tracker.domain.hedges import Span
from tracker.domain.words import Word
from tracker.reporting.frame import Frame
from tracker.reporting.language import NO_BREAK, Language
from tracker.reporting.lettering import Label, lettering, wrap
from tracker.reporting.report import ReportClaim
from tracker.reporting.report_rows import (
    LINE,
    PADDING,
    Columns,
    lines_at,
    placed_rows,
    rule_below,
)
from tracker.reporting.style import INK, SMALL_SIZE, SOFT_INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Where each column begins, and how wide its words may be.
DAY, WHO, CLAIM = (0, 112), (122, 190), (326, 230)
RECORD, VERDICT = (570, 110), (692, 268)


@dataclass(frozen=True, slots=True)
class Cells:
    """One claim laid out: the lines of each column; under the verdict, why."""

    day: tuple[str, ...]
    who: tuple[str, ...]
    claim: tuple[str, ...]
    record: tuple[str, ...]
    verdict: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height of the tallest column."""
        columns = (self.day, self.who, self.claim, self.record)
        lines = max(*map(len, columns), len(self.verdict) + len(self.remarks))
        return lines * LINE + PADDING


def draw_claims(heading: str, claims: Sequence[ReportClaim], frame: Frame) -> None:
    """Draw *claims* on the paper of *frame*, the head of the table on every page."""
    say = frame.language.say
    columns = Columns(
        heading,
        (
            (DAY, say("Day")),
            (WHO, say("Who")),
            (CLAIM, say("Claim")),
            (RECORD, say("The record allows")),
            (VERDICT, say("Verdict, and why")),
        ),
    )
    rows = [_cells(each, frame.language) for each in claims]
    for page, place, row in placed_rows(columns, rows, frame):
        _write_row(page, row, place)


def _cells(told: ReportClaim, language: Language) -> Cells:
    check, claim = told.check, told.check.claim
    figure = figure_words(claim, language.gettext, language.number)
    verdict = f"{language.label(check.verdict)} · {claim.key}"
    return Cells(
        day=wrap(language.partial(claim.dated), DAY[1], SMALL_SIZE),
        who=wrap(claim.claimant, WHO[1], SMALL_SIZE),
        claim=wrap(figure, CLAIM[1], SMALL_SIZE),
        record=wrap(_record_words(check, language), RECORD[1], SMALL_SIZE),
        verdict=wrap(verdict, VERDICT[1], SMALL_SIZE, bold=True),
        remarks=tuple(
            line
            for remark in _remarks(told, language)
            for line in wrap(remark, VERDICT[1], SMALL_SIZE)
        ),
    )


def _record_words(check: ClaimCheck, language: Language) -> str:
    if check.record is None:
        return "–"
    return _span_words(check.record.span, language, check.claim.unit in PERCENT)


def _span_words(span: Span, language: Language, is_share: bool) -> str:
    """A span: 0–57.1 %, or 22–28."""
    low, high = (language.number(float(each)) for each in (span.low, span.high))
    figures = low if low == high else f"{low}–{high}"
    return f"{figures}{NO_BREAK}%" if is_share else figures


def _remarks(told: ReportClaim, language: Language) -> list[str]:
    """Why it cannot be checked, and what the speaker's own counts give."""
    reason: Word | None = told.check.reason
    found = [language.label(reason)] if reason else []
    return found + [_sum_words(each, language) for each in told.arithmetic]


def _sum_words(found: Arithmetic, language: Language) -> str:
    share = language.say(
        "%(done)s of %(of)s %(unit)s are %(share)s",
        done=language.number(float(found.done)),
        of=language.number(float(found.of)),
        unit=language.label(found.unit),
        share=language.percent(found.share / 100),
    )
    if found.stated is None:
        return f"{share}."
    if found.agrees:
        return language.say("%(sum)s, as stated.", sum=share)
    stated = _span_words(found.stated, language, is_share=True)
    return language.say("%(sum)s, not %(stated)s.", sum=share, stated=stated)


def _write_row(page: Axes, row: Cells, place: tuple[float, float]) -> None:
    left, top = place
    labels = [
        label
        for (start, _), lines in (
            (DAY, row.day),
            (WHO, row.who),
            (CLAIM, row.claim),
            (RECORD, row.record),
        )
        for label in lines_at(lines, left + start, top)
    ]
    y = top + 10.5
    for index, line in enumerate((*row.verdict, *row.remarks)):
        is_verdict = index < len(row.verdict)
        labels.append(
            Label(
                x=left + VERDICT[0],
                y=y + index * LINE,
                text=line,
                bold=is_verdict,
                color=INK if is_verdict else SOFT_INK,
            )
        )
    lettering(page, labels)
    rule_below(page, place, row, VERDICT[0] + VERDICT[1])
