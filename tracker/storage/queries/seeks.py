"""The statement that finds the state of every program by index seeks.

It works in three steps, each a table that the next one looks at:

1. ``asked``: a row a program with the place of its last report that counts, that of the
   last one that reverses, and that of the last one with a closure;
2. ``reached``: the same with the first report since the reversal at the highest stage
   that any such report has: for all grades at once, or for each of a few;
3. the best evidence grade at that stage.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    Date,
    FromClause,
    Integer,
    Select,
    bindparam,
    case,
    func,
    literal_column,
    select,
    text,
)

from tracker.domain.vocabulary import EvidenceGrade, Stage
from tracker.storage.functions import Greatest
from tracker.storage.models import ProgramRow, ReportRow
from tracker.storage.places import DAY_AT, LAST_DAY, STAGE_AT

Grades = tuple[EvidenceGrade, ...]

LIMIT = bindparam("limit", type_=BigInteger)
KNOWN_ON = bindparam("known_on", type_=Date)
REVISION = bindparam("revision", type_=Integer)


@dataclass(frozen=True, slots=True)
class Question:
    """The shape of a question: what it asks for, not of which day."""

    floors: Grades
    of_plan: bool
    is_known_on: bool
    is_of_revision: bool


def grades_from(floor: EvidenceGrade) -> Grades:
    """The evidence grades that pass a *floor*, the lowest first."""
    return tuple(EvidenceGrade)[floor.rank :]


@lru_cache(maxsize=64)
def statement_for(question: Question) -> Select[Any]:
    """The statement for a *question*, built once.

    A row holds the code of a program and for each floor five numbers: the places of the
    last report (0 for none), of the last reversal (0) and of the last closure (NULL);
    the step to the stage reached (see places), and the rank of the best grade at it.
    """
    asked = _asked(question)
    reached = _reached(question, asked)
    columns: list[Any] = [reached.c.code]
    for index, floor in enumerate(question.floors):
        at = Columns(reached, index)
        columns += [at["last"], at["since"], at["closed"]]
        columns += [_highest(at, floor), _best_grade(question, reached, at, floor)]
    return select(*columns)


class Columns:
    """The columns of one reading in a table that has them for several."""

    def __init__(self, table: FromClause, index: int) -> None:
        self._table = table
        self._index = index

    def __getitem__(self, name: str) -> Any:
        return self._table.c[f"{name}_{self._index}"]


def _asked(question: Question) -> CTE:
    program = ProgramRow.__table__.alias("p")
    columns: list[Any] = [program.c.code]
    for index, floor in enumerate(question.floors):
        columns += [
            _last(question, program, floor).label(f"last_{index}"),
            func.coalesce(
                _marked(question, program, floor, "reverses"), _number(0)
            ).label(f"since_{index}"),
            _marked(question, program, floor, "closure IS NOT NULL").label(
                f"closed_{index}"
            ),
        ]
    statement = select(*columns).where(program.c.retired_in.is_(None))
    if question.of_plan:
        statement = statement.where(program.c.plan == bindparam("plan"))
    # Worked out once: else each mention of a column would run its seek again.
    return statement.cte("asked").prefix_with("MATERIALIZED")


def _reached(question: Question, asked: CTE) -> CTE:
    columns: list[Any] = [*asked.c]
    for index, floor in enumerate(question.floors):
        at = Columns(asked, index)
        for grade in _separately(floor):
            step = _ladder(question, asked, at, grade)
            columns.append(step.label(f"{_step_of(grade)}_{index}"))
    return select(*columns).cte("reached").prefix_with("MATERIALIZED")


def _step_of(grade: EvidenceGrade | None) -> str:
    return f"step_{grade.value if grade else 'any'}"


def _separately(floor: EvidenceGrade) -> Sequence[EvidenceGrade | None]:
    """How to ask for the grades from *floor*: at once where all will do, or by one."""
    grades = grades_from(floor)
    return (None,) if len(grades) == len(EvidenceGrade) else tuple(reversed(grades))


def _report() -> FromClause:
    return ReportRow.__table__.alias("r")


def _number(number: int) -> Any:
    """A number that is part of the statement itself, so that plans can rest on it."""
    return literal_column(str(number), BigInteger)


def _first_of(report: FromClause, conditions: Sequence[Any], outer: FromClause) -> Any:
    """The place of the first of these reports, or NULL where there is none.

    Also asked for whether there is any: for EXISTS, as for min and max, PostgreSQL may
    choose to read many rows in place of one.
    """
    return _one_of(select(report.c.place).order_by(report.c.place), conditions, outer)


def _last_of(report: FromClause, conditions: Sequence[Any], outer: FromClause) -> Any:
    """The place of the last of these reports, or NULL where there is none."""
    ordered = select(report.c.place).order_by(report.c.place.desc())
    return _one_of(ordered, conditions, outer)


def _one_of(ordered: Select[Any], conditions: Sequence[Any], outer: FromClause) -> Any:
    """One seek: the first row of an ordered statement, for each row of *outer*."""
    return (
        ordered.where(*conditions)
        .limit(_number(1))
        .offset(_number(0))
        .correlate(outer)
        .scalar_subquery()
    )


def _counting(
    question: Question,
    report: FromClause,
    program: FromClause,
    grade: EvidenceGrade | None,
) -> list[Any]:
    """The conditions for a report of the program in the outer row to count."""
    columns = report.c
    conditions = [columns.program == program.c.code, columns.place < LIMIT]
    if grade is not None:
        conditions.append(columns.grade == literal_column(f"'{grade.value}'"))
    if question.is_known_on:
        conditions.append(columns.known_day <= KNOWN_ON)
    if question.is_of_revision:
        is_there_still = columns.retired_in.is_(None) | (columns.retired_in > REVISION)
        conditions += [columns.added_in <= REVISION, is_there_still]
    else:
        conditions.append(columns.retired_in.is_(None))
    return conditions


def _last(question: Question, program: FromClause, floor: EvidenceGrade) -> Any:
    """The place of the last report that counts, or 0."""
    places = []
    for grade in _separately(floor):
        report = _report()
        place = _last_of(report, _counting(question, report, program, grade), program)
        places.append(func.coalesce(place, _number(0)))
    return places[0] if len(places) == 1 else Greatest(*places)


def _marked(
    question: Question, program: FromClause, floor: EvidenceGrade, mark: str
) -> Any:
    """The place of the last report that counts and carries a rare *mark*.

    An index holds the reports with this mark alone, so grades are looked up in them.
    """
    report = _report()
    is_good_enough = report.c.grade >= literal_column(f"'{floor.value}'")
    conditions = [
        *_counting(question, report, program, None),
        is_good_enough,
        text(f"r.{mark}"),
    ]
    return _last_of(report, conditions, program)


def _at_stage(
    question: Question,
    table: FromClause,
    at: Columns,
    rank: Any,
    grade: EvidenceGrade | None,
) -> tuple[FromClause, list[Any]]:
    """Reports that count, since the reversal, at the stage of this *rank*."""
    report = _report()
    conditions = [
        *_counting(question, report, table, grade),
        report.c.stage_rank == rank,
        report.c.place >= at["since"],
    ]
    return report, conditions


def _ladder(
    question: Question, asked: FromClause, at: Columns, grade: EvidenceGrade | None
) -> Any:
    """The highest step that reports of *grade* reach since the reversal, or -1."""
    steps = []
    for stage in reversed(Stage):
        rank = _number(stage.rank)
        report, conditions = _at_stage(question, asked, at, rank, grade)
        day = report.c.place.bitwise_rshift(_number(DAY_AT))
        step = _number((stage.rank << STAGE_AT) + LAST_DAY) - day
        ordered = select(step).order_by(report.c.place)
        steps.append(_one_of(ordered, conditions, asked))
    none = _number(-1)  # less than any step, and no stage's when shifted
    return case((at["last"] == _number(0), none), else_=func.coalesce(*steps, none))


def _highest(at: Columns, floor: EvidenceGrade) -> Any:
    """The highest step of any grade that passes."""
    steps = [at[_step_of(grade)] for grade in _separately(floor)]
    return steps[0] if len(steps) == 1 else Greatest(*steps)


def _best_grade(
    question: Question, reached: FromClause, at: Columns, floor: EvidenceGrade
) -> Any:
    """The rank of the best grade at the stage that was reached."""
    stage_rank = _highest(at, floor).bitwise_rshift(_number(STAGE_AT))
    is_by_grade = None not in _separately(floor)
    steps = []
    for grade in reversed(grades_from(floor)[1:]):
        if is_by_grade:
            own_rank = at[_step_of(grade)].bitwise_rshift(_number(STAGE_AT))
            is_at_stage = own_rank == stage_rank
        else:
            report, conditions = _at_stage(question, reached, at, stage_rank, grade)
            is_at_stage = _first_of(report, conditions, reached).is_not(None)
        steps.append((is_at_stage, _number(grade.rank)))
    lowest = _number(floor.rank)
    return case(*steps, else_=lowest) if steps else lowest
