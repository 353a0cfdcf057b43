"""The key of the history chart: only what the picture really holds."""

from tracker.domain.vocabulary import Closure
from tracker.reporting.frame import KeyItem
from tracker.reporting.history import History, drawn_stages
from tracker.reporting.language import Language
from tracker.reporting.marks import Symbol
from tracker.reporting.style import (
    ALARM,
    CLOSED,
    COMPLETED,
    HELD_UP,
    INK,
    LOOKS,
    PAPER,
    RULE_LINE,
    Look,
    faded,
)

PLAIN = Look(PAPER, outline=RULE_LINE)
PASSED = Symbol("down", 8, ALARM, ALARM)
PENDING = Symbol("circle", 7, INK, INK)
MET = Symbol("square", 7, COMPLETED.face, COMPLETED.face)
NOT_BEFORE = Symbol("down", 8, PAPER, INK)
# Written after the stage of a program that left its plan undone.
CLOSURE_SIGNS = {
    Closure.CARRIED_OVER: "→",
    Closure.SUPERSEDED: "↷",
    Closure.WITHDRAWN: "×",
}


def key_of(history: History, language: Language) -> list[KeyItem]:
    """The entries of the key, stages first."""
    if not history.rows:
        return []
    spells = drawn_stages(history)
    open_ones = [s for s in spells if s.is_completed or not s.closure]
    stages = sorted({s.stage for s in open_ones}, key=lambda stage: -stage.rank)
    items = [KeyItem(language.label(stage), LOOKS[stage]) for stage in stages]
    if any(spell.is_silent for spell in open_ones):
        silent = language.say("Pale: silent for over 270 days")
        items.append(KeyItem(silent, faded(LOOKS[stages[-1]])))
    if any(spell.is_held_up for spell in spells):
        items.append(KeyItem(language.say("Stalled"), PLAIN, under=HELD_UP))
    if len(open_ones) < len(spells):
        items.append(KeyItem(language.say("Left the plan undone"), under=CLOSED))
    items.append(KeyItem(language.say("Empty: not known"), PLAIN))
    return [
        *items,
        *_closure_items(history, language),
        *_milestone_items(history, language),
    ]


def _closure_items(history: History, language: Language) -> list[KeyItem]:
    """What the signs after the stages mean."""
    states = [state for row in history.rows for state in (row.said, row.shown)]
    found = {state.closure for state in states}
    return [
        KeyItem(language.label(closure), sign=CLOSURE_SIGNS[closure])
        for closure in Closure
        if closure in found
    ]


def _milestone_items(history: History, language: Language) -> list[KeyItem]:
    milestones = [m for row in history.rows for m in row.milestones]
    found = []
    if any(m.is_passed for m in milestones):
        text = language.say("Promised day that passed without word")
        found.append(KeyItem(text, symbol=PASSED))
    if any(m.due and not m.is_passed and not m.met_on for m in milestones):
        text = language.say("Promised day still to come")
        found.append(KeyItem(text, symbol=PENDING))
    if any(m.due is None for m in milestones):
        text = language.say("“Not before” this day: no promise")
        found.append(KeyItem(text, symbol=NOT_BEFORE))
    if any(m.met_on for m in milestones):
        found.append(KeyItem(language.say("Promise met"), symbol=MET))
    return found
