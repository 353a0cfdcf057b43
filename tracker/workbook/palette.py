"""The colours that mark a standing in a cell; the word always stands beside them."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.domain.claim_checks import Verdict
from tracker.domain.vocabulary import Closure, Condition, Stage, Timeliness
from tracker.domain.words import Word

INK = "111111"
PAPER = "FFFFFF"
HEADER = "00448C"
GREY_HEADER = "6B6E73"
GREY_TEXT = "6B6E73"
GREY_FILL = "F3F4F5"
LINE = "D5D8DC"


@dataclass(frozen=True, slots=True)
class Fill:
    """A fill and the ink of the word on it."""

    face: str
    ink: str = PAPER


MOVING = Fill("2793DF", INK)
ADOPTED = Fill("740A99")
HELD_UP = Fill("900A0B")
GONE = Fill("0F0F0E")
DONE = Fill("146355")

FILLS: Mapping[Word, Fill] = {
    Stage.NOT_STARTED: Fill("929498", INK),
    Stage.NEGOTIATING: MOVING,
    Stage.AGREED: ADOPTED,
    Stage.APPROVED: ADOPTED,
    Stage.IN_PROGRESS: MOVING,
    Stage.PARTLY_DONE: Fill("C68904", INK),
    Stage.COMPLETED: DONE,
    Condition.STALLED: HELD_UP,
    Condition.BLOCKED: HELD_UP,
    Closure.CARRIED_OVER: GONE,
    Closure.SUPERSEDED: GONE,
    Closure.WITHDRAWN: GONE,
    Timeliness.OVERDUE: HELD_UP,
    Timeliness.DUE_SOON: Fill("C68904", INK),
    Timeliness.DONE_ON_TIME: DONE,
    Timeliness.DONE_LATE: DONE,
    Verdict.ABOVE: HELD_UP,
    Verdict.WITHIN: DONE,
    Verdict.BELOW: DONE,
}
