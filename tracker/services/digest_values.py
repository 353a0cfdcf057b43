"""The digest as plain values."""

from tracker.domain.acts import Act
from tracker.domain.deadlines import Milestone, Stated
from tracker.domain.report import Weighed
from tracker.domain.state import State
from tracker.services.claim_values import claim_values
from tracker.services.completion_values import score_values
from tracker.services.digest import Digest, Moved, PlanDigest, Scores, States
from tracker.services.plain_values import Values, day, title, view_values


def digest_values(found: Digest) -> Values:
    """What changed between two dates, plan by plan."""
    return {
        **view_values(found.view, found.revision),
        "since": found.since.isoformat(),
        "revision_count": found.revision_count,
        "plans": [_plan(each) for each in found.plans],
        "acts": [_act(each) for each in found.acts],
    }


def _plan(found: PlanDigest) -> Values:
    return {
        "plan": found.plan.code,
        "rule": found.rule,
        "said": _scores(found.said),
        "shown": _scores(found.shown),
        "moved": [_moved(each) for each in found.moved],
        "quiet_count": found.quiet_count,
        "overdue": [program.code for program in found.overdue],
        "silent": [program.code for program in found.silent],
        "deadlines": [_stated(each) for each in found.stated],
        "passed": [_passed(each) for each in found.passed],
        "claims": [claim_values(each) for each in found.claims],
        "acts": [_act(each) for each in found.acts],
    }


def _scores(scores: Scores) -> Values:
    before, after = scores
    return {"before": score_values(before), "after": score_values(after)}


def _moved(found: Moved) -> Values:
    return {
        "program": found.program.code,
        "title": title(found.program.title),
        "said": _states(found.said),
        "shown": _states(found.shown),
        "reports": [_report(each) for each in found.reports],
    }


def _states(states: States) -> Values:
    before, after = states
    return {"before": _state(before), "after": _state(after)}


def _state(state: State) -> Values:
    return {
        "stage": state.stage,
        "condition": state.condition,
        "closure": state.closure,
    }


def _report(weighed: Weighed) -> Values:
    report = weighed.report
    return {
        "key": report.key,
        "day": weighed.day.isoformat(),
        "kind": report.kind,
        "side": report.side,
        "grade": weighed.grade.value,
        "note": report.note or None,
        "sources": list(report.sources),
    }


def _stated(stated: Stated) -> Values:
    deadline = stated.deadline
    return {
        "key": deadline.key,
        "program": deadline.program,
        "milestone": deadline.milestone,
        "stated_on": day(deadline.stated_on),
        "due": day(deadline.due),
        "bound": deadline.bound,
        "note": deadline.note or None,
        "sources": list(deadline.sources),
    }


def _passed(milestone: Milestone) -> Values:
    return {
        "programs": list(milestone.programs),
        "milestone": milestone.name,
        "due": day(milestone.due),
    }


def _act(act: Act) -> Values:
    return {
        "key": act.key,
        "signed_on": day(act.signed_on),
        "in_force_on": day(act.in_force_on),
        "title": act.title_en,
        "kind": act.kind,
        "programs": list(act.programs),
        "sources": list(act.sources),
    }
