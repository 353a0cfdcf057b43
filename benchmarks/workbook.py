"""How long the workbook takes, out and in, and how much memory, beside bare loops.

    python -m benchmarks.workbook [--sizes 0 10000 100000]

Every line is measured in a process of its own: the best of several runs, and the peak
of memory above what the process held before the first. Size 0 is the real record; the
larger ones are the real record with its reports repeated. "From the database" is what
``flask export`` does; the other lines of ours have the record at hand. The bare loops
put the same cells through openpyxl (write-only, read-only), XlsxWriter (row by row) and
calamine, with no styles, checks or differences.
"""

import argparse
import io
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

from tests.record.facts import facts_from_csv
from tracker.domain.record import Kind, Record, key_of, numbered_key

SIZES = (0, 10_000, 100_000)
TODAY = date(2026, 11, 22)
RUNS = 3
AT_ONCE = 10_000  # reports that are put into the database at a time
EVERY = 100  # of so many reports, one is changed before it comes back
Work = Callable[[], object]


def a_record(reports: int) -> Record:
    """The real record; with its reports repeated up to so many."""
    record = facts_from_csv(revision=1)
    if not reports:
        return record
    real = record.reports
    return replace(
        record,
        reports=tuple(
            replace(real[n % len(real)], key=numbered_key(Kind.REPORT, n + 1))
            for n in range(reports)
        ),
    )


def plain_rows(record: Record) -> list[list[list[Any]]]:
    """The cells of every sheet as plain values, for the bare loops."""
    from tracker.workbook.cells import Form
    from tracker.workbook.sheets import SHEETS

    sheets = []
    for sheet in SHEETS:
        columns = [c for c in sheet.columns if c.field != "mark"]
        rows: list[list[Any]] = [[c.header for c in columns]]
        for fact in record.of(sheet.kind):
            texts = [c.codec.write(attrgetter(c.field)(fact)) for c in columns]
            rows.append(
                [
                    float(text)
                    if text and c.codec.form is Form.NUMBER
                    else text or None
                    for c, text in zip(columns, texts, strict=True)
                ]
            )
        sheets.append(rows)
    return sheets


def fill(folder: Path, reports: int) -> None:
    """Set a tracker up in *folder* and fill it with the same record."""
    from tracker import create_app
    from tracker.services import setup
    from tracker.storage import writes
    from tracker.storage.transactions import transaction

    app = create_app({"TRACKER_INSTANCE": folder})
    more = a_record(reports).reports if reports else ()
    with app.app_context():
        setup.set_up(app.config["TRACKER_SEED"], TODAY)
        held = len(a_record(0).reports)
        for start in range(held, len(more), AT_ONCE):
            with transaction():
                writes.insert_facts(Kind.REPORT, more[start : start + AT_ONCE], 1)


def export_database(reports: int, file: Path) -> Work:
    """Filled by another process, so that this one has held nothing before."""
    from tracker import create_app
    from tracker.services import exports
    from tracker.storage import queries
    from tracker.workbook.template import template

    command = [sys.executable, "-m", "benchmarks.workbook", "--fill", str(file.parent)]
    subprocess.run([*command, "--sizes", str(reports)], check=True)
    app = create_app({"TRACKER_INSTANCE": file.parent})
    template(with_states=True)

    def work() -> None:
        with app.app_context():
            exports.export_to(file, today=TODAY)

    with app.app_context():
        queries.revision_number()  # the drivers are loaded
    return work


def export_ours(reports: int, file: Path) -> Work:
    from tracker.workbook.template import template
    from tracker.workbook.writer import write_workbook

    template()
    record = a_record(reports)

    def work() -> None:
        with file.open("wb") as target:
            write_workbook(record, target)

    return work


def export_openpyxl(reports: int, file: Path) -> Work:
    import openpyxl

    sheets = plain_rows(a_record(reports))

    def work() -> None:
        book = openpyxl.Workbook(write_only=True)
        for rows in sheets:
            page = book.create_sheet()
            for row in rows:
                page.append(row)
        book.save(file)

    return work


def export_xlsxwriter(reports: int, file: Path) -> Work:
    import xlsxwriter

    sheets = plain_rows(a_record(reports))

    def work() -> None:
        book = xlsxwriter.Workbook(file, {"constant_memory": True})
        for rows in sheets:
            page = book.add_worksheet()
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
        book.close()

    return work


def written(record: Record) -> bytes:
    """The workbook as it comes back, with every hundredth report changed."""
    from tracker.workbook.writer import workbook_bytes

    return workbook_bytes(record)


def import_ours(reports: int, _file: Path) -> Work:
    """Read behind the gate, check every row, find what changed."""
    from tracker.workbook import compare, reader
    from tracker.workbook.limits import MIB, Limits

    limits = Limits(
        file_bytes=64 * MIB,
        part_bytes=256 * MIB,
        all_bytes=512 * MIB,
        elements=10**8,
        rows=200_000,
        cells=10**8,
        area=10**8,
    )
    record = a_record(reports)
    data = written(record)
    changed = tuple(
        replace(r, note="Changed here.", version=2) if n % EVERY == 0 else r
        for n, r in enumerate(record.reports)
    )
    now = replace(record, reports=changed)
    known = {kind: {key_of(fact) for fact in now.of(kind)} for kind in Kind}

    def work() -> object:
        reading = reader.read_workbook(data, limits)
        problems = reader.check_rows(reading, known, TODAY)
        assert not reading.problems
        assert not problems
        found = compare.compare(reading, compare.Ours(now=now, then=now))
        assert found.newer_count == len(range(0, len(changed), EVERY))
        return found

    return work


def import_openpyxl(reports: int, _file: Path) -> Work:
    import openpyxl

    data = written(a_record(reports))

    def work() -> None:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        for page in book.worksheets:
            for _row in page.iter_rows(values_only=True):
                pass
        book.close()

    return work


def import_calamine(reports: int, _file: Path) -> Work:
    import python_calamine

    data = written(a_record(reports))

    def work() -> None:
        book = python_calamine.load_workbook(io.BytesIO(data))
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()

    return work


MEASURED: dict[str, Callable[[int, Path], Work]] = {
    "out: ours, from the database": export_database,
    "out: ours": export_ours,
    "out: openpyxl, bare": export_openpyxl,
    "out: XlsxWriter, bare": export_xlsxwriter,
    "in: ours, checked and compared": import_ours,
    "in: openpyxl, bare": import_openpyxl,
    "in: calamine, bare": import_calamine,
}


def peak() -> int:
    """The most memory this process has held, in KiB (in bytes on macOS)."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def measure(name: str, reports: int) -> dict[str, float]:
    """Seconds and MiB of one line, in this very process."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "out.xlsx")
        work = MEASURED[name](reports, file)
        before, best = peak(), float("inf")
        for _ in range(RUNS if reports < max(SIZES) else 1):
            start = time.perf_counter()
            work()
            best = min(best, time.perf_counter() - start)
        size = file.stat().st_size if file.exists() else 0
    return {"seconds": best, "mib": (peak() - before) / 1024, "bytes": size}


def in_a_process(name: str, reports: int) -> dict[str, float]:
    """The same in a process that has done nothing else."""
    command = [sys.executable, "-m", "benchmarks.workbook", "--one", name]
    done = subprocess.run(
        [*command, "--sizes", str(reports)], capture_output=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--fill", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.fill:
        fill(given.fill, given.sizes[0])
        return
    if given.one:
        print(json.dumps(measure(given.one, given.sizes[0])))
        return
    print(f"{'reports':>9}  {'':32}{'seconds':>9}{'MiB':>8}{'file kB':>9}")
    for size in given.sizes:
        for name in MEASURED:
            found = in_a_process(name, size)
            kilobytes = f"{found['bytes'] / 1000:,.0f}" if found["bytes"] else ""
            print(
                f"{size or 'real':>9}  {name:32}{found['seconds']:>9.3f}"
                f"{found['mib']:>8.1f}{kilobytes:>9}",
                flush=True,
            )


if __name__ == "__main__":
    main()
