"""What was claimed of whole plans, each claim set beside the record."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from tracker.domain.claim_checks import ClaimCheck, Verdict
from tracker.domain.errors import BadInput, NotFound
from tracker.domain.hedges import Span
from tracker.domain.program import Program
from tracker.domain.report import Weighed
from tracker.domain.scores import RULES, Rule
from tracker.domain.vocabulary import Metric
from tracker.domain.words import N_
from tracker.reporting.finding import Finding
from tracker.services.claim_verdicts import (
    CheckedClaim,
    ClaimVerdicts,
    check_heard,
    claim_in_place_of,
    claim_verdict,
    claim_verdicts,
)
from tracker.web.address import asked, chosen_plan, held, to, word
from tracker.web.claim_words import SHARES
from tracker.web.filters import label, number
from tracker.web.forms.claim_check import ClaimCheckForm
from tracker.web.paging import asked_page
from tracker.web.pictures import Embedded, embedded
from tracker.web.translate import gettext

bp = Blueprint("claims", __name__, url_prefix="/claims")

PAGE_LENGTH = 50


@bp.get("")
def index() -> ResponseReturnValue:
    """List the claims made and known in the view with their verdicts, page by page."""
    found = claim_verdicts(asked().view, chosen_plan())
    verdict = chosen_verdict()
    return render_template(
        "claims/index.html",
        revision=found.revision,
        page=asked_page(with_verdict(found).rows, PAGE_LENGTH),
        finding=finding_of(row.check for row in found.rows),
        verdict=verdict.value if verdict else "",
        verdicts=tuple((each.value, label(each)) for each in Verdict),
        picture=picture_of(found.rows),
    )


def with_verdict(found: ClaimVerdicts) -> ClaimVerdicts:
    """Those of the claims that have the verdict the address asks for, if it does."""
    verdict = chosen_verdict()
    rows = tuple(r for r in found.rows if verdict in (None, r.check.verdict))
    return replace(found, rows=rows)


def chosen_verdict() -> Verdict | None:
    """The verdict the address asks for; raises BadInput for an unknown one."""
    text = word("verdict")
    if text and text not in list(Verdict):
        raise BadInput(
            N_("“%(text)s” is no verdict. Choose one of: %(all)s."),
            field="verdict",
            text=text[:40],
            all=", ".join(Verdict),
        )
    return Verdict(text) if text else None


def finding_of(checks: Iterable[ClaimCheck]) -> Finding:
    """How many claims lie above the record, within it, and below."""
    counts = Counter(check.verdict for check in checks)
    unchecked = counts[Verdict.UNCHECKED]
    checked = counts.total() - unchecked
    if not checked:
        return Finding(gettext("No claim can be checked"), "")
    return Finding(
        gettext(
            "%(above)s of %(count)s claims that can be checked lie above the record",
            above=number(counts[Verdict.ABOVE]),
            count=number(checked),
        ),
        gettext(
            "Within the record: %(within)s. Below it: %(below)s. Cannot be checked, "
            "most because they give no figure or count measures: %(unchecked)s.",
            within=number(counts[Verdict.WITHIN]),
            below=number(counts[Verdict.BELOW]),
            unchecked=number(unchecked),
        ),
    )


def picture_of(rows: Sequence[CheckedClaim]) -> Embedded | None:
    """The percentage claims over time, of the plan that most of them are about."""
    shares = [
        row.plan.code
        for row in rows
        if row.check.claim.metric is Metric.SHARE_COMPLETED
    ]
    if not shares:
        return None
    [(plan, _)] = Counter(shares).most_common(1)
    return embedded("claims", plan)


@bp.get("/<key>")
def detail(key: str) -> ResponseReturnValue:
    """Show one claim with its verdict, or lead to the one that took its place."""
    page = Page(claim_or_heir(key))
    return render_template("claims/detail.html", revision=held().revision, page=page)


def claim_or_heir(key: str) -> CheckedClaim:
    """The claim of this *key* with its verdict, for its page and its page as data.

    One that another claim took the place of leads there, in the same form.
    """
    try:
        return claim_verdict(key, asked().view)
    except NotFound:
        heir = claim_in_place_of(key)
        if not heir:
            raise
        return abort(redirect(to(request.endpoint or "", key=heir), code=303))


@bp.get("/check")
def check() -> ResponseReturnValue:
    """Check a claim just heard; the address of the answer is permanent."""
    form = ClaimCheckForm.of(request.args, asked().plan)
    page = "claims/check.html"
    if not form.is_sent:
        return render_template(page, revision=held().revision, form=form, page=None)
    if not form.validate():
        return render_template(
            page, revision=held().revision, form=form, page=None
        ), 422
    found = check_heard(form.to_claim(), asked().view)
    return render_template(page, revision=held().revision, form=form, page=Page(found))


@dataclass(frozen=True, slots=True)
class Behind:
    """One program the record counts, and the reports that say so."""

    program: Program
    is_shown: bool
    is_said: bool
    reports: Sequence[Weighed]


@dataclass(frozen=True, slots=True)
class Page:
    """The working of one verdict."""

    found: CheckedClaim

    @property
    def check(self) -> ClaimCheck:
        """The claim beside the record."""
        return self.found.check

    @property
    def is_share(self) -> bool:
        """Whether the claim is a percentage of programs."""
        return self.check.claim.unit in SHARES

    @property
    def by_rule(self) -> list[tuple[Rule, Span, bool]]:
        """What other rules would allow, and whether the claim would lie in it."""
        claimed = self.check.claimed
        return [
            (RULES[rule], span, claimed is not None and claimed.meets(span))
            for rule, span in self.check.by_rule.items()
        ]

    @property
    def behind(self) -> list[Behind]:
        """The programs that the record counts or might count, shown ones first."""
        record = self.check.record
        if record is None:
            return []
        rows = [
            Behind(
                held().programs[code],
                code in record.shown,
                code in record.said,
                self.found.behind.get(code, ()),
            )
            for code in sorted({*record.shown, *record.said, *record.may})
        ]
        return sorted(rows, key=lambda row: (not row.is_shown, not row.is_said))
