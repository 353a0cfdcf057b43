"""Reports by form: what one would change, and whether it steps back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.errors import RuleBroken
from tracker.domain.report import Report, Weighed, weigh
from tracker.domain.scores import RULES, Score
from tracker.domain.state import UNKNOWN, Position, State, state_of
from tracker.domain.views import SAID, SHOWN, Reading, View
from tracker.domain.words import N_
from tracker.services.catalogue import Catalogue, catalogue
from tracker.services.entries import Settled
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

    ``weighed`` is None when a report is only taken out.
    """

    today: date
    weighed: Weighed | None
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


def preview_report(
    before: Report | None, settled: Settled | None, today: date
) -> ReportPreview:
    """What it will change as of *today* to put a settled report in place of *before*.

    Without *before* it is a new one; without *settled* the other is only taken out.
    """
    about = settled.fact if settled else before
    assert isinstance(about, Report)
    gone = before.key if before else ""
    others = [w for w in _held(about.program) if w.report.key != gone]
    weighed = _weigh(settled) if settled else None
    return _compare(about.program, others, weighed, today)


def check_step_back(settled: Settled) -> None:
    """Ask whether a report is a real step back, where it can be read as one.

    Raises RuleBroken at ``reverses`` when the stage lies below the one said on its
    day, or when the program had left its plan by then and the report keeps silent on
    that: only the editor knows whether something was undone or the news is older.
    """
    weighed = _weigh(settled)
    report = weighed.report
    held = _held(report.program)
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


def _weigh(settled: Settled) -> Weighed:
    report = settled.fact
    assert isinstance(report, Report)
    cited = {source.id: source for source in queries.sources(report.sources)}
    return weigh(report, {**cited, **settled.sources})


def _held(program: str) -> Sequence[Weighed]:
    return queries.reports_of((program,)).get(program, [])


def _compare(
    code: str,
    others: Sequence[Weighed],
    weighed: Weighed | None,
    today: date,
) -> ReportPreview:
    held, view = catalogue(), View(as_of=today)
    program = program_in(held, code)
    before = queries.states(view, READINGS, program.plan)
    reports = [*others, weighed] if weighed else others
    after = {
        reading: {
            **before[reading],
            code: state_of(reports, view.read_as(reading)),
        }
        for reading in READINGS
    }
    return ReportPreview(
        today=today,
        weighed=weighed,
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
