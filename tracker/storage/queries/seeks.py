"""The statement that finds the state of every program by index seeks.

It works in three steps, each a table that the next one looks at:

1. ``asked``: a row a program with the place of its last report that counts, that of the
   last one that reverses, and that of the last one with a closure;
2. ``reached``: the same with the highest stage that any report since the reversal has;
3. the first report at that stage for each evidence grade, and what the last report and
   the last closure say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Date,
    FromClause,
    Integer,
    ScalarSelect,
    Select,
    bindparam,
    case,
    func,
    literal_column,
    null,
    select,
    text,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from tracker.domain.vocabulary import EvidenceGrade, Stage
from tracker.storage.derived import NUMBER_BITS
from tracker.storage.models import ProgramRow, ReportRow

Grades = tuple[EvidenceGrade, ...]

LIMIT = bindparam("limit", type_=BigInteger)
KNOWN_ON = bindparam("known_on", type_=Date)
REVISION = bindparam("revision", type_=Integer)
NUMBER_MASK = literal_column(str((1 << NUMBER_BITS) - 1), BigInteger)


class Greatest(FunctionElement[int]):
    """The greatest of its arguments; SQLite calls that max."""

    name = "greatest"
    type = BigInteger()
    inherit_cache = True


@compiles(Greatest, "sqlite")
def _max(element: Greatest, compiler: Any, **options: Any) -> str:
    return f"max({compiler.process(element.clauses, **options)})"


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

    A row holds the code of a program and, for each floor, the eight columns or more
    of ``_answers``.
    """
    asked = _asked(question)
    reached = _reached(question, asked)
    columns: list[Any] = [reached.c.code]
    joined: FromClause = reached
    for index, floor in enumerate(question.floors):
        last, closed = _report(f"last_{index}"), _report(f"closed_{index}")
        at = Columns(reached, index)
        joined = joined.outerjoin(last, last.c.number == _number(at["last"]))
        joined = joined.outerjoin(closed, closed.c.number == _number(at["closed"]))
        columns += [at["last"], at["since"], at["closed"], at["rank"]]
        columns += [last.c.condition, closed.c.closure]
        columns += [
            _first(question, reached, at, grade) for grade in grades_from(floor)
        ]
    return select(*columns).select_from(joined)


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
        ends = [
            _or_zero(_last(question, program, grade))
            for grade in _separately(grades_from(floor))
        ]
        last = ends[0] if len(ends) == 1 else Greatest(*ends)
        columns += [
            last.label(f"last_{index}"),
            _or_zero(_marked(question, program, floor, "reverses")).label(
                f"since_{index}"
            ),
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
        ladder = [
            (_is_at(question, asked, at, stage, grade), _rank(stage))
            for stage in reversed(Stage)
            for grade in _separately(grades_from(floor))
        ]
        rank = case((at["last"] == literal_column("0"), null()), *ladder)
        columns.append(rank.label(f"rank_{index}"))
    return select(*columns).cte("reached").prefix_with("MATERIALIZED")


def _or_zero(place: ScalarSelect[Any]) -> Any:
    return func.coalesce(place, literal_column("0"))


def _separately(grades: Grades) -> Sequence[EvidenceGrade | None]:
    """How to ask for any of *grades*: at once where all will do, else one by one."""
    return (None,) if len(grades) == len(EvidenceGrade) else tuple(reversed(grades))


def _report(name: str) -> FromClause:
    return ReportRow.__table__.alias(name)


def _number(place: Any) -> Any:
    return place.bitwise_and(NUMBER_MASK)


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


def _last(
    question: Question, program: FromClause, grade: EvidenceGrade | None
) -> ScalarSelect[Any]:
    """The place of the last report that counts, of this *grade* or of any."""
    report = _report("r")
    return (
        select(func.max(report.c.place))
        .where(*_counting(question, report, program, grade))
        .correlate(program)
        .scalar_subquery()
    )


def _marked(
    question: Question, program: FromClause, floor: EvidenceGrade, mark: str
) -> ScalarSelect[Any]:
    """The place of the last report that counts and carries a rare *mark*.

    An index holds the reports with this mark alone, so grades are looked up in them.
    """
    report = _report("r")
    is_good_enough = report.c.grade >= literal_column(f"'{floor.value}'")
    return (
        select(func.max(report.c.place))
        .where(
            *_counting(question, report, program, None),
            is_good_enough,
            text(f"r.{mark}"),
        )
        .correlate(program)
        .scalar_subquery()
    )


def _is_at(
    question: Question,
    asked: FromClause,
    at: Columns,
    stage: Stage,
    grade: EvidenceGrade | None,
) -> ColumnElement[bool]:
    """Whether any report since the reversal is at *stage*."""
    report = _report("r")
    return (
        select(report.c.place)
        .where(
            *_counting(question, report, asked, grade),
            report.c.stage_rank == _rank(stage),
            report.c.place >= at["since"],
        )
        .correlate(asked)
        .exists()
    )


def _rank(stage: Stage) -> Any:
    return literal_column(str(stage.rank), Integer)


def _first(
    question: Question, reached: FromClause, at: Columns, grade: EvidenceGrade
) -> ScalarSelect[Any]:
    """The place of the first report of this *grade* at the stage that was reached."""
    report = _report("r")
    return (
        select(func.min(report.c.place))
        .where(
            *_counting(question, report, reached, grade),
            report.c.stage_rank == at["rank"],
            report.c.place >= at["since"],
        )
        .correlate(reached)
        .scalar_subquery()
    )
