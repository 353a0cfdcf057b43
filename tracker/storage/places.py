"""The place of a report among those of its program, as one integer."""

from datetime import date

from tracker.domain.record import Kind, number_of, numbered_key
from tracker.domain.report import Weighed
from tracker.domain.vocabulary import Closure, Condition, Stage

# A place packs a report into one integer: the day, then the grade, then the number,
# which together order the reports of a program; below them condition and closure, which
# a state wants to know of the report it finds. New words therefore go to the end of a
# vocabulary, or a migration writes the places anew.
CLOSURE_BITS = 3
CONDITION_BITS = 3
NUMBER_BITS = 32
GRADE_BITS = 3
CONDITION_AT = CLOSURE_BITS
NUMBER_AT = CONDITION_AT + CONDITION_BITS
GRADE_AT = NUMBER_AT + NUMBER_BITS
DAY_AT = GRADE_AT + GRADE_BITS

# A step packs a stage and the day on which it was first reached: of two steps the one
# with the higher stage is larger, and at one stage the earlier one.
STAGE_AT = 22
LAST_DAY = (1 << STAGE_AT) - 1

CONDITIONS = tuple(Condition)
STAGES = tuple(Stage)
# 0 is no closure.
CLOSURES: tuple[Closure | None, ...] = (None, *Closure)


def place_of(weighed: Weighed) -> int:
    """The place of a report in its program: it sorts as ``Weighed.order`` does."""
    report = weighed.report
    return (
        (weighed.day.toordinal() << DAY_AT)
        | (weighed.grade.rank << GRADE_AT)
        | ((number_of(Kind.REPORT, report.key) or 0) << NUMBER_AT)
        | (report.condition.rank << CONDITION_AT)
        | CLOSURES.index(report.closure)
    )


def first_place_after(day: date) -> int:
    """Every report that counts from *day* or before has a place below this one."""
    return (day.toordinal() + 1) << DAY_AT


def day_at(place: int) -> date:
    """The day in a *place*."""
    return date.fromordinal(place >> DAY_AT)


def key_at(place: int) -> str:
    """The key in a *place*."""
    number = (place >> NUMBER_AT) & ((1 << NUMBER_BITS) - 1)
    return numbered_key(Kind.REPORT, number)


def condition_at(place: int) -> Condition:
    """The condition in a *place*."""
    return CONDITIONS[(place >> CONDITION_AT) & ((1 << CONDITION_BITS) - 1)]


def closure_at(place: int) -> Closure | None:
    """The closure in a *place*."""
    return CLOSURES[place & ((1 << CLOSURE_BITS) - 1)]


def stage_in(step: int) -> Stage:
    """The stage of a *step*."""
    return STAGES[step >> STAGE_AT]


def day_in(step: int) -> date:
    """The day of a *step*."""
    return date.fromordinal(LAST_DAY - (step & LAST_DAY))
