"""How long it takes to find the state of every program, and that it does not grow.

    python -m benchmarks.states [--url postgresql://...] [--large 1000000]

It fills scratch databases with invented reports and prints the milliseconds of a
question, the best of several: said and shown together, said alone, and both as known a
year before. Of said alone it tells what the statement takes, and what it takes to make
as many states out of nothing. Beside it stand two yardsticks of the same run: the last
report of each program alone, by an index seek and by a window function. With ``--url``
the database must be empty; it is emptied again at the end.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import insert, text

from tracker.domain.state import State
from tracker.domain.views import SAID, SHOWN, View
from tracker.domain.vocabulary import Condition, EvidenceGrade, Stage
from tracker.storage import migrate, models
from tracker.storage.database import Base, db, init_app
from tracker.storage.places import DAY_AT, GRADE_AT, NUMBER_AT, first_place_after
from tracker.storage.queries import states
from tracker.storage.queries.seeks import Question, statement_for
from tracker.storage.transactions import connection, transaction

FIRST = date(2018, 1, 1)
DAYS = 3_000
AS_OF = date(2023, 12, 31)
AT_ONCE = 50_000
FILLING_KIBIBYTES = 400_000
NAMES = (
    "said+shown",
    "said",
    "its statement",
    "bare states",
    "known before",
    "last, seek",
    "last, window",
)
SAID_ALONE = Question(
    floors=(SAID.floor,), of_plan=False, is_known_on=False, is_of_revision=False
)
STAGES = tuple(Stage)
GRADES = random.Random(1).choices([*EvidenceGrade], [5, 40, 35, 10, 10], k=997)

LAST_BY_SEEK = """
    SELECT p.code, (
        SELECT max(r.place) FROM report r
        WHERE r.program = p.code AND r.place < :limit AND r.retired_in IS NULL)
    FROM program p"""
LAST_BY_WINDOW = """
    SELECT program, place FROM (
        SELECT program, place, row_number() OVER (
            PARTITION BY program ORDER BY place DESC) AS n
        FROM report WHERE place < :limit AND retired_in IS NULL) AS ranked
    WHERE n = 1"""


def report_rows(programs: int, count: int) -> Iterator[dict[str, Any]]:
    """Invented reports, spread evenly over the programs and at random over time."""
    dice = random.Random(count)
    for number in range(1, count + 1):
        day = FIRST + timedelta(dice.randrange(DAYS))
        grade, stage = GRADES[number % len(GRADES)], dice.choice(STAGES[:-1])
        yield {
            "number": number,
            "program": f"TEST2021-{number % programs:05d}",
            "dated": day.isoformat(),
            "dated_first": day,
            "dated_last": day,
            "stage": stage.value,
            "condition": Condition.NORMAL.value,
            "reverses": number % 10_007 == 0,
            "side": "joint",
            "kind": "official_claim",
            "note": "",
            "added_in": 1,
            "version": 1,
            "day": day,
            "known_day": day,
            "grade": grade.value,
            "stage_rank": stage.rank,
            "place": day.toordinal() << DAY_AT
            | grade.rank << GRADE_AT
            | number << NUMBER_AT,
        }


def fill(programs: int, reports: int) -> None:
    """Fill the database with that many programs and reports."""
    kept = {"added_in": 1, "version": 1}
    titles = {"title_en": "Test", "title_ru": "", "title_be": ""}
    program = titles | {"plan": "TEST2021", "sector": "test", "summary": ""} | kept
    program |= dict.fromkeys(("number_basis", "title_basis", "title_translated"), "")
    program |= dict.fromkeys(("responsible_by", "responsible_ru"), "")
    with transaction():
        run = connection().execute
        if db.engine.dialect.name == "sqlite":
            # Only for the filling, whose rows come in no order.
            run(text(f"PRAGMA cache_size = -{FILLING_KIBIBYTES}"))
        run(
            insert(models.RevisionRow).values(
                number=1,
                made_at=datetime.now(UTC),
                who="Test",
                origin="seed",
                summary="",
                change_count=0,
            )
        )
        plan = titles | kept | {"code": "TEST2021", "item_noun": "", "summary": ""}
        run(insert(models.PlanRow), [plan])
        run(insert(models.SectorRow), [titles | kept | {"code": "test", "sort": 1}])
        run(
            insert(models.ProgramRow),
            [
                program | {"code": f"TEST2021-{number:05d}", "number": number}
                for number in range(programs)
            ],
        )
        waiting: list[dict[str, Any]] = []
        for row in report_rows(programs, reports):
            waiting.append(row)
            if len(waiting) == AT_ONCE or row["number"] == reports:
                run(insert(models.ReportRow), waiting)
                waiting.clear()
    with db.engine.begin() as analyzed:
        analyzed.execute(text("ANALYZE"))
    # What is asked next comes on new connections, with the cache of the application.
    db.session.remove()
    db.engine.dispose()


def best_of(work: Callable[[], object], seconds: float = 2.0) -> float:
    """The shortest time *work* took within some *seconds*, in milliseconds."""
    best, until = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < until:
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best * 1_000


def ask(statement: str) -> None:
    """Run a yardstick and fetch what it finds."""
    connection().execute(text(statement), {"limit": first_place_after(AS_OF)}).all()


def ask_said() -> None:
    """Run the statement behind a question about what is said, and fetch its rows."""
    limit = {"limit": first_place_after(AS_OF)}
    connection().execute(statement_for(SAID_ALONE), limit).all()


def make_states(count: int) -> None:
    """Make so many states of a program, with nothing looked up."""
    for _ in range(count):
        State(
            stage=Stage.AGREED,
            stage_since=AS_OF,
            grade=EvidenceGrade.E2,
            condition=Condition.NORMAL,
            last_report="R0001",
            last_report_on=AS_OF,
            silent_days=0,
        )


def figures(programs: int) -> Iterator[float]:
    """The milliseconds of each question, in the order of ``NAMES``."""
    now = View(AS_OF)
    known = View(AS_OF, known_on=AS_OF - timedelta(365))
    yield best_of(lambda: states(now, [SAID, SHOWN]))
    yield best_of(lambda: states(now, [SAID]))
    yield best_of(ask_said)
    yield best_of(lambda: make_states(programs))
    yield best_of(lambda: states(known, [SAID, SHOWN]))
    yield best_of(lambda: ask(LAST_BY_SEEK))
    yield best_of(lambda: ask(LAST_BY_WINDOW))


def measure(url: str, programs: int, reports: int) -> None:
    """Fill the database at *url* and print one line of figures."""
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    init_app(app)
    with app.app_context():
        migrate.upgrade_database()
        fill(programs, reports)
        cells = "".join(f"{figure:>14,.2f}" for figure in figures(programs))
        print(f"{programs:>9,}{reports:>11,}{cells}", flush=True)
        db.session.remove()
        if db.engine.dialect.name != "sqlite":
            empty()
        db.engine.dispose()


def empty() -> None:
    """Take every table away again."""
    Base.metadata.drop_all(db.engine)
    with db.engine.begin() as left:
        left.execute(text("DROP TABLE alembic_version"))


def main() -> None:
    """Read the arguments and measure three records."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="an empty database; without it scratch files")
    parser.add_argument("--large", type=int, default=1_000_000, help="reports at most")
    given = parser.parse_args()
    print(f"{'programs':>9}{'reports':>11}" + "".join(f"{n:>14}" for n in NAMES))
    sizes = ((61, 1_000), (61, given.large), (10_000, given.large))
    with tempfile.TemporaryDirectory() as folder:
        for programs, reports in sizes:
            file = Path(folder, f"{programs}-{reports}.sqlite3")
            url = given.url or f"sqlite:///{file.as_posix()}"
            measure(url, programs, reports)
            file.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
