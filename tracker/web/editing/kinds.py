"""What is particular to editing each kind of fact: one table for every form."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.domain.record import Kind
from tracker.domain.words import N_
from tracker.services import choices
from tracker.services.claim_entry import preview_claim
from tracker.services.deadlines import preview_deadline
from tracker.services.entries import Settled
from tracker.services.reports import check_step_back, preview_report
from tracker.services.source_entry import preview_source
from tracker.web.forms.act import ActForm
from tracker.web.forms.claim import ClaimForm
from tracker.web.forms.deadline import DeadlineForm
from tracker.web.forms.event import EventForm
from tracker.web.forms.fact import FactForm
from tracker.web.forms.program import ProgramForm
from tracker.web.forms.report import ReportForm
from tracker.web.forms.source import SourceForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """How a fact is added: the address and name of its page, and what that says."""

    at: str
    endpoint: str
    heading: str
    intro: str = ""
    saved: str
    summary: Callable[[Any], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Editable:
    """How the facts of a kind are edited.

    ``at`` is the address of one fact, below which its forms stand; ``retire`` is empty
    where none is taken out by form. ``effect`` tells what an entry changes beyond its
    fact, ``question`` raises what only the editor can answer, ``used`` offers words
    that the record has used before.
    """

    form: type[FactForm]
    at: str
    step: str = "correct"
    correct: str
    retire: str = ""
    adding: Adding | None = None
    effect: Callable[[Any, Settled | None, date], object] | None = None
    question: Callable[[Settled], None] | None = None
    used: Callable[[str], Iterable[str]] | None = None


EDITABLE: dict[Kind, Editable] = {
    Kind.PROGRAM: Editable(
        form=ProgramForm,
        at="/programs/<code>",
        step="edit",
        correct=N_("Edit the description of %(key)s"),
    ),
    Kind.REPORT: Editable(
        form=ReportForm,
        at="/programs/<code>/reports/<key>",
        correct=N_("Correct the report %(key)s"),
        retire=N_("Retire the report %(key)s"),
        adding=Adding(
            at="/programs/<code>/report",
            endpoint="report_status",
            heading=N_("Report a status of %(code)s"),
            saved=N_("The report %(key)s is in the record."),
            summary=lambda r: f"{r.program}: {r.stage.value}, {r.dated}",
        ),
        effect=preview_report,
        question=check_step_back,
    ),
    Kind.DEADLINE: Editable(
        form=DeadlineForm,
        at="/programs/<code>/deadlines/<key>",
        correct=N_("Correct the deadline %(key)s"),
        retire=N_("Retire the deadline %(key)s"),
        adding=Adding(
            at="/programs/<code>/deadline",
            endpoint="add_deadline",
            heading=N_("Add a deadline of %(code)s"),
            saved=N_("The deadline %(key)s is in the record."),
            summary=lambda d: f"{d.program}: {d.milestone} due {d.due}",
        ),
        effect=preview_deadline,
        used=choices.milestones_used,
    ),
    Kind.CLAIM: Editable(
        form=ClaimForm,
        at="/claims/<key>",
        correct=N_("Correct the claim %(key)s"),
        retire=N_("Retire the claim %(key)s"),
        adding=Adding(
            at="/claims/add",
            endpoint="add_claim",
            heading=N_("Add a claim"),
            intro=N_("What a named person said about a whole plan."),
            saved=N_("The claim %(key)s is in the record."),
            summary=lambda c: f"Claim of {c.claimant}, {c.dated}",
        ),
        effect=preview_claim,
        used=lambda _: choices.claimants_used(),
    ),
    Kind.ACT: Editable(
        form=ActForm,
        at="/acts/<key>",
        correct=N_("Correct the act %(key)s"),
        retire=N_("Retire the act %(key)s"),
        adding=Adding(
            at="/acts/add",
            endpoint="add_act",
            heading=N_("Add an act"),
            intro=N_("A treaty, law, decree or other paper that carries programs out."),
            saved=N_("The act %(key)s is in the record."),
            summary=lambda a: f"Act: {a.title_en}",
        ),
    ),
    Kind.EVENT: Editable(
        form=EventForm,
        at="/events/<key>",
        correct=N_("Correct the event %(key)s"),
        retire=N_("Retire the event %(key)s"),
        adding=Adding(
            at="/events/add",
            endpoint="add_event",
            heading=N_("Add an event"),
            intro=N_("A meeting, visit, contract, or the weekly trend."),
            saved=N_("The event %(key)s is in the record."),
            summary=lambda e: f"Event of {e.dated}: {e.title}",
        ),
        used=lambda _: choices.regions_used(),
    ),
    Kind.SOURCE: Editable(
        form=SourceForm,
        at="/sources/<key>",
        step="edit",
        correct=N_("Edit the source %(key)s"),
        retire=N_("Retire the source %(key)s"),
        adding=Adding(
            at="/sources/add",
            endpoint="add_source",
            heading=N_("Add a source"),
            intro=N_("A page or paper that facts can rest on."),
            saved=N_("The source %(key)s is in the record."),
            summary=lambda s: f"Source: {s.publisher or s.url or s.title}",
        ),
        effect=preview_source,
    ),
}
