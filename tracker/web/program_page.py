"""What the page of a program shows beyond what the service found: order and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from flask import Flask, url_for
from markupsafe import Markup

from tracker.domain.deadlines import WHOLE_PROGRAM, Milestone, statements_in
from tracker.domain.program import Plan, Program
from tracker.domain.report import Report
from tracker.domain.state import Position
from tracker.domain.vocabulary import NumberBasis, TitleBasis
from tracker.domain.words import N_
from tracker.services.program_detail import (
    CitedDeadline,
    CitedDependency,
    CitedLineage,
    CitedReport,
    ProgramDetail,
)
from tracker.web.address import to
from tracker.web.badges import status_of
from tracker.web.filters import days, label, number
from tracker.web.frame import has_page, may_edit
from tracker.web.lanes import Lanes, lanes_of
from tracker.web.language import LANGUAGES, language
from tracker.web.translate import gettext, ngettext

CitedTie = CitedLineage | CitedDependency
TOOLS: tuple[tuple[str, str], ...] = (
    ("editing.report_status", N_("Report a status")),
    ("editing.add_deadline", N_("Add a deadline")),
    ("editing.add_act", N_("Add an act")),
    ("editing.edit_program", N_("Edit the description")),
)


@dataclass(frozen=True, slots=True)
class OtherTitle:
    """The title in another language, and whether we translated it."""

    code: str
    language: str
    text: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """One statement of a due date with its sources."""

    cited: CitedDeadline
    counts: bool


@dataclass(frozen=True)
class Page:
    """The parts of the page of *found*."""

    found: ProgramDetail

    @property
    def program(self) -> Program:
        """The program itself."""
        return self.found.row.program

    @cached_property
    def counting(self) -> list[CitedReport]:
        """The reports that count in this view, newest first."""
        return [r for r in self.found.reports if r.counts_said]

    @cached_property
    def retired(self) -> list[CitedReport]:
        """The reports that were taken out of the record."""
        return [r for r in self.found.reports if r.weighed.report.retired_in]

    @cached_property
    def later(self) -> list[CitedReport]:
        """The reports that stand but are dated, or were known, after this view."""
        return [
            r
            for r in self.found.reports
            if not r.counts_said and not r.weighed.report.retired_in
        ]

    @cached_property
    def corrected_by(self) -> dict[str, str]:
        """For each retired report the key of the one that replaced it."""
        reports = [r.weighed.report for r in self.found.reports]
        return {report.corrects: report.key for report in reports if report.corrects}

    @property
    def other_titles(self) -> list[OtherTitle]:
        """The titles the heading does not show."""
        title, shown = self.program.title, language()
        texts = {"en": title.en, "ru": title.ru, "be": title.be}
        translated = self.program.title_translated
        return [
            OtherTitle(code, LANGUAGES[code], text, code in translated)
            for code, text in texts.items()
            if text and code != shown
        ]

    @property
    def is_our_translation(self) -> bool:
        """Whether the title in the heading is our translation."""
        return language() in self.program.title_translated

    @property
    def is_unpublished(self) -> bool:
        """Whether nobody published what the program is about."""
        return self.program.title_basis is TitleBasis.UNPUBLISHED

    @property
    def number_words(self) -> str:
        """The number in the plan, and on what it rests."""
        basis = label(self.program.number_basis)
        if self.program.number_basis is NumberBasis.OFFICIAL:
            return gettext("%(number)s, %(basis)s", **self._number(basis))
        return gettext("%(number)s (%(basis)s)", **self._number(basis))

    def _number(self, basis: str) -> dict[str, str]:
        return {"number": number(self.program.number), "basis": basis}

    @cached_property
    def promises(self) -> dict[str, list[Promise]]:
        """The statements of every milestone, in the order they were made."""
        stated = statements_in(self.found.view, self.found.row.said.statements)
        in_view = {each.deadline.key for each in stated}
        found: dict[str, list[Promise]] = {}
        for cited in self.found.deadlines:
            promise = Promise(cited, cited.fact.key in in_view)
            found.setdefault(cited.fact.milestone, []).append(promise)
        return found

    @property
    def whole(self) -> list[Promise]:
        """The statements about the program as a whole."""
        return self.promises.get(WHOLE_PROGRAM, [])

    @property
    def tools(self) -> list[tuple[str, str]]:
        """What an editor can do here: addresses and words."""
        if not may_edit():
            return []
        code = self.program.code
        return [
            (url_for(endpoint, code=code), gettext(words))
            for endpoint, words in TOOLS
            if has_page(endpoint)
        ]

    @cached_property
    def lanes(self) -> Lanes | None:
        """The course of the program in time."""
        return lanes_of(self.found)

    @property
    def sides(self) -> list[tuple[str, str, str, Position]]:
        """The state as said and as shown: a name, words, a note, the position."""
        row, view = self.found.row, self.found.view
        floor = view.shown_reading.floor.value
        note = gettext("evidence %(grade)s or better", grade=floor)
        return [
            ("said", gettext("Said"), gettext("every report counts"), row.said),
            ("shown", gettext("Shown"), note, row.shown),
        ]

    @property
    def ties(self) -> list[tuple[str, Sequence[CitedTie]]]:
        """What the program is tied to, by the kind of tie, empty kinds left out."""
        found = self.found
        ties: list[tuple[str, Sequence[CitedTie]]] = [
            (gettext("Came from"), found.origins),
            (gettext("Became"), found.heirs),
            (gettext("Waits for"), found.waits_for),
            (gettext("Awaited by"), found.awaited_by),
        ]
        return [(words, items) for words, items in ties if items]

    def address_of(self, other: Program | Plan) -> str:
        """The page of a program, or the list of a plan."""
        if isinstance(other, Program):
            return to("programs.detail", code=other.code)
        return to("programs.index", plan=other.code)


def init_app(app: Flask) -> None:
    """Let the template of a program say what one report or milestone says."""
    app.jinja_env.filters.update(report_status=report_status, slip_words=slip_words)


def report_status(report: Report) -> Markup:
    """What one report says of the stage, the condition and the closure."""
    return status_of(report.stage, report.condition, report.closure)


def slip_words(milestone: Milestone) -> str:
    """How a promise moved, in words."""
    if not milestone.slip_count:
        return gettext("never moved later")
    return ngettext(
        "moved once, by %(days)s",
        "moved %(count)s times, by %(days)s in all",
        milestone.slip_count,
        count=number(milestone.slip_count),
        days=days(milestone.slip_days),
    )
