"""How long the pages take, drawn anew and kept, beside a bare "hello".

    python -m benchmarks.pages [--seconds 5]

It fills a scratch database from data/programs.xlsx and asks for each page in process,
as the server does. Printed are milliseconds of processor time: the median and the 99th
of a hundred when drawn anew, the median when kept and when the browser has it already
(304); then how many "hello" of the same run that is, the statements of a page drawn
anew, and how often it was drawn. The last lines are of a record with 61 programs.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import event, select, update
from werkzeug.test import EnvironBuilder

from tracker import create_app
from tracker.config import ROOT
from tracker.domain.changes import Origin, Revision
from tracker.services import setup
from tracker.storage.database import db
from tracker.storage.models import ProgramRow
from tracker.storage.transactions import connection, transaction
from tracker.storage.writes import start_revision
from tracker.warming import warm_up
from tracker.web import clock

SEED = ROOT / "data" / "programs.xlsx"
PAGES = (
    "/programs",
    "/programs?plan=RM2019",
    "/programs?plan=UP2021",
    "/",
    "/programs/UP2021-15",
    "/sectors",
    "/sectors/energy",
    "/claims",
    "/events",
    "/sources",
    "/changes",
    "/method",
    "/api/v1/programs",
)
LISTS = ("/programs", "/api/v1/programs")
FEW = 61
HEADS = ("drawn", "p99", "kept", "304", "x hello", "kept x", "statements", "times")
Environ = dict[str, Any]


def an_app(folder: Path, programs: int | None = None) -> Flask:
    """The application on a scratch record that is filled as a new one is.

    With a number of *programs* only the first so many of them stand.
    """
    app = create_app({"TRACKER_INSTANCE": folder, "TRACKER_DATABASE_URL": ""})
    app.add_url_rule("/hello", "hello", lambda: "hello")
    with app.app_context():
        setup.set_up(SEED, clock.today())
        if programs is not None:
            keep_only(programs)
    return app


def keep_only(count: int) -> None:
    """Retire all programs but the first *count*, past the rules of the record."""
    revision = Revision(
        number=2,
        made_at=datetime.now(UTC),
        who="Test",
        origin=Origin.COMMAND,
        summary="Test",
    )
    with transaction():
        start_revision(revision, "")
        codes = connection().scalars(select(ProgramRow.code).order_by(ProgramRow.code))
        gone = ProgramRow.code.in_(codes.all()[count:])
        connection().execute(update(ProgramRow).where(gone).values(retired_in=2))


def environ_of(address: str, **headers: str) -> Environ:
    """A request as the server hands it over."""
    path, _, query = address.partition("?")
    return EnvironBuilder(path=path, query_string=query, headers=headers).get_environ()


def answer(app: Flask, environ: Environ) -> tuple[bytes, dict[str, str]]:
    """The body and headers of one answer."""
    heads: dict[str, str] = {}

    def start(_status: str, headers: list[tuple[str, str]], _error: Any = None) -> Any:
        heads.update(headers)

    found = app.wsgi_app(dict(environ), start)
    try:
        return b"".join(found), heads
    finally:
        getattr(found, "close", lambda: None)()


def times_of(work: Callable[[], object], seconds: float) -> list[float]:
    """How long *work* kept the processor each time, in milliseconds, shortest first."""
    work()
    found, until = [], time.perf_counter() + seconds
    while time.perf_counter() < until:
        start = time.process_time()
        work()
        found.append((time.process_time() - start) * 1_000)
    return sorted(found)


@contextmanager
def counted(app: Flask) -> Iterator[list[str]]:
    """Gathers the statements that are asked inside the block."""
    asked: list[str] = []
    with app.app_context():
        engine = db.engine

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def measure(app: Flask, address: str, hello: float, seconds: float) -> str:
    """One line of figures."""
    shelf, environ = app.extensions["tracker.shelf"], environ_of(address)

    def drawn() -> None:
        shelf.clear()
        answer(app, environ)

    anew = times_of(drawn, seconds)
    with counted(app) as asked:
        drawn()
    kept = times_of(lambda: answer(app, environ), seconds / 2)
    tag = answer(app, environ)[1].get("ETag", "")
    known = environ_of(address, **{"If-None-Match": tag})
    unsent = times_of(lambda: answer(app, known), seconds / 2)
    middle, rest = anew[len(anew) // 2], kept[len(kept) // 2]
    figures = (
        middle,
        anew[int(len(anew) * 0.99)],
        rest,
        unsent[len(unsent) // 2],
        middle / hello,
        rest / hello,
    )
    cells = "".join(f"{figure:>11,.2f}" for figure in figures)
    return f"{address:<24}{cells}{len(asked):>11}{len(anew):>11,}"


def main() -> None:
    """Read the arguments and print a line a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0, help="for each page")
    seconds = parser.parse_args().seconds
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as few:
        app = an_app(Path(folder))
        warm_up(app)
        greeting = times_of(lambda: answer(app, environ_of("/hello")), seconds)
        hello = greeting[len(greeting) // 2]
        print(f"{'hello':<24}{hello:>11,.2f}")
        print(" " * 24 + "".join(f"{name:>11}" for name in HEADS))
        for address in PAGES:
            print(measure(app, address, hello, seconds), flush=True)
        app = an_app(Path(few), FEW)
        print(f"of {FEW} programs")
        for address in LISTS:
            print(measure(app, address, hello, seconds), flush=True)


if __name__ == "__main__":
    main()
