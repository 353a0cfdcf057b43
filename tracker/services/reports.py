"""Reports by form: what one would change, whether it steps back, and entering it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.changes import Retire, Revision
from tracker.domain.errors import Conflict, NotFound, RuleBroken
from tracker.domain.record import Kind
from tracker.domain.report import Report, Weighed, weigh
from tracker.domain.scores import RULES, Score
from tracker.domain.state import UNKNOWN, Position, State, state_of
from tracker.domain.views import SAID, SHOWN, Reading, View
from tracker.domain.words import N_
from tracker.services.catalogue import Catalogue, catalogue
from tracker.services.entries import (
    Entry,
    Settled,
    Signature,
    check,
    enter,
    enter_steps,
    settle_entry,
)
from tracker.services.positions import ProgramRow, program_row
from tracker.services.program_detail import program_in
from tracker.storage import queries

PREVIEW_RULES = ("strict.v1", "thirds.v1")
READINGS = (SAID, SHOWN)


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """The score of the plan by one rule in one reading, before and after."""

    rule: str
    label: str
    reading: Reading
    before: Score
    after: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPreview:
    """What a report will change as of *today*: its program and the scores of its plan.

    ``weighed`` is None when a report is only taken out; ``settled`` holds the sources
    that come with it.
    """

    today: date
    weighed: Weighed | None
    settled: Settled | None
    before: ProgramRow
    after: ProgramRow
    scores: tuple[ScoreChange, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether what people read of the program and its plan stays as it is."""
        return (
            _read_of(self.before.said) == _read_of(self.after.said)
            and _read_of(self.before.shown) == _read_of(self.after.shown)
            and all(score.before == score.after for score in self.scores)
        )


def _read_of(position: Position) -> tuple[object, ...]:
    state = position.state
    return (state.stage, state.condition, state.closure, position.timeliness)


def report_in(program: str, key: str) -> Weighed:
    """One report of *program*, retired or not; raises NotFound for an unknown key."""
    held = queries.reports_of((program,), with_retired=True).get(program, [])
    for weighed in held:
        if weighed.report.key == key:
            return weighed
    raise NotFound(
        N_(
            "No report on this program has the key “%(key)s”. Find it in the history "
            "of the program."
        ),
        field="key",
        key=key[:40],
    )


def successor_of(report: Report) -> Report | None:
    """The report that stands in the place of a retired one, if any does."""
    found = queries.correction_of(Kind.REPORT, report.key)
    return found if isinstance(found, Report) else None


def preview_report(entry: Entry, today: date) -> ReportPreview:
    """What the report of *entry* (new, or in place of one) will change as of *today*.

    Raises RecordRefused with every broken rule, Conflict when the report that it takes
    the place of stands no more.
    """
    settled = settle_entry(entry)
    report = _report(settled)
    held = _others(report.program, report.key)
    check(settled, today)
    weighed = _weigh(report, settled)
    return _compare(report.program, [*held, weighed], today, (weighed, settled))


def preview_retirement(program: str, key: str, today: date) -> ReportPreview:
    """What taking out the report of this *key* will change as of *today*.

    Raises Conflict when it stands no more.
    """
    return _compare(program, _others(program, key), today, (None, None))


def check_step_back(entry: Entry) -> None:
    """Ask whether a report is a real step back, where it can be read as one.

    Raises RuleBroken at ``reverses`` when the stage lies below the one said on its
    day, or when the program had left its plan by then and the report keeps silent on
    that: only the editor knows whether something was undone or the news is older.
    """
    settled = settle_entry(entry)
    report = _report(settled)
    weighed = _weigh(report, settled)
    held = queries.reports_of((report.program,)).get(report.program, [])
    others = [w for w in held if w.report.key != report.key]
    if report.key and len(others) == len(held):
        return  # the report to correct stands no more: the door will say so
    state = state_of(others, View(as_of=weighed.day))
    if state.stage is not None and report.stage.rank < state.stage.rank:
        raise RuleBroken(
            N_(
                "On %(day)s the record has this program further on: %(stage)s. Say "
                "whether that was undone."
            ),
            field="reverses",
            day=weighed.day,
            stage=state.stage,
        )
    if state.closure is not None and report.closure is None:
        raise RuleBroken(
            N_(
                "By %(day)s the record has this program as out of its plan: "
                "%(closure)s. Say whether that was undone."
            ),
            field="reverses",
            day=weighed.day,
            closure=state.closure,
        )


def add_report(entry: Entry, signature: Signature) -> Revision:
    """Enter a new report, or one that takes the place of the report of its key."""
    return enter(entry, signature)


def retire_report(report: Report, signature: Signature) -> Revision:
    """Take *report* out of the record; it stays readable in the history."""
    step = Retire(Kind.REPORT, report.key, report.version)
    return enter_steps((step,), signature)


def _report(settled: Settled) -> Report:
    report = settled.fact
    assert isinstance(report, Report)
    return report


def _weigh(report: Report, settled: Settled) -> Weighed:
    cited = {source.id: source for source in queries.sources(report.sources)}
    return weigh(report, {**cited, **settled.sources})


def _others(program: str, key: str) -> Sequence[Weighed]:
    """The reports that stand beside the one of this *key* (empty: beside a new one)."""
    held = queries.reports_of((program,)).get(program, [])
    others = [w for w in held if w.report.key != key]
    if key and len(others) == len(held):
        raise Conflict(N_("This report was corrected or retired meanwhile."))
    return others


def _compare(
    code: str,
    reports: Sequence[Weighed],
    today: date,
    entered: tuple[Weighed | None, Settled | None],
) -> ReportPreview:
    held, view = catalogue(), View(as_of=today)
    program = program_in(held, code)
    before = queries.states(view, READINGS, program.plan)
    after = {
        reading: {
            **before[reading],
            code: state_of(reports, view.read_as(reading)),
        }
        for reading in READINGS
    }
    return ReportPreview(
        today=today,
        weighed=entered[0],
        settled=entered[1],
        before=_row(held, code, view, before),
        after=_row(held, code, view, after),
        scores=_scores(held, program.plan, before, after),
    )


def _row(
    held: Catalogue,
    code: str,
    view: View,
    states: Mapping[Reading, Mapping[str, State]],
) -> ProgramRow:
    said, shown = (states[reading].get(code, UNKNOWN) for reading in READINGS)
    return program_row(held, held.programs[code], view, said, shown)


def _scores(
    held: Catalogue,
    plan: str,
    before: Mapping[Reading, Mapping[str, State]],
    after: Mapping[Reading, Mapping[str, State]],
) -> tuple[ScoreChange, ...]:
    codes = [p.code for p in held.programs.values() if p.plan == plan]

    def score(rule: str, states: Mapping[str, State]) -> Score:
        return RULES[rule].score(states.get(code, UNKNOWN) for code in codes)

    return tuple(
        ScoreChange(
            rule,
            RULES[rule].label,
            reading,
            score(rule, before[reading]),
            score(rule, after[reading]),
        )
        for rule in PREVIEW_RULES
        for reading in READINGS
    )
