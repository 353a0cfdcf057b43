"""Reads a stranger's workbook in a process of its own, with limits.

Whatever happens in there, an endless loop, a flood of memory or a crash of the reader,
ends that process and becomes one sentence. What comes back is plain JSON.
"""

import importlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from pathlib import Path
from threading import Event, Thread
from typing import IO, Any

from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.workbook.gate import OnShare, tell_nobody
from tracker.workbook.gate_zip import DAMAGED, check_outside
from tracker.workbook.limits import LIMITS, Limits
from tracker.workbook.sheet_look import Behind, SheetLook
from tracker.workbook.values import Found, SheetValues, read_values

ROOT = Path(__file__).parents[2]
START = """
import sys
sys.path.insert(0, sys.argv[1])
from tracker.workbook import child
child.main()
"""
TOO_HEAVY = N_(
    "This workbook takes too much time or memory to read. Delete what is not needed "
    "and save it again, or send it in smaller parts."
)
FORM = 1  # how values are packed; another number for another way
REFUSED = 3  # the exit code of a refusal in words
LOOK_EVERY = 0.1  # seconds


def read_values_apart(data: bytes, limits: Limits = LIMITS) -> list[SheetValues]:
    """What ``read_values`` gives, read in a child process.

    Raises BadInput for whatever goes wrong there.
    """
    return unpacked(pack_values_apart(data, limits))


def pack_values_apart(
    data: bytes, limits: Limits = LIMITS, on_share: OnShare = tell_nobody
) -> bytes:
    """The same as JSON, to be kept; *on_share* is told what share has been read."""
    check_outside(data, limits)
    command = [sys.executable, "-I", "-c", START, str(ROOT), json.dumps(asdict(limits))]
    with tempfile.TemporaryFile() as said:
        try:
            with _followed(said, on_share):
                done = subprocess.run(
                    command,
                    input=data,
                    stdout=subprocess.PIPE,
                    stderr=said,
                    timeout=limits.wall_seconds,
                    check=False,
                )
        except subprocess.TimeoutExpired:
            raise BadInput(TOO_HEAVY) from None
        if done.returncode == REFUSED:
            refusal = json.loads(done.stdout)
            raise BadInput(refusal["message"], **refusal["params"])
        if done.returncode != 0:
            said.seek(0)
            is_killed = done.returncode < 0 or b"MemoryError" in said.read()
            raise BadInput(TOO_HEAVY if is_killed else DAMAGED)
    return done.stdout


def unpacked(packed: bytes) -> list[SheetValues]:
    """The sheets of what was packed; raises ValueError where it is not whole.

    So it does for what another version of the tracker packed in another form.
    """
    try:
        held = json.loads(packed)
        if held["form"] != FORM:
            raise ValueError(held["form"])
        return [_sheet(sheet) for sheet in held["sheets"]]
    except (KeyError, TypeError) as error:
        raise ValueError(str(error)) from error


@contextmanager
def _followed(said: IO[bytes], on_share: OnShare) -> Iterator[None]:
    """Pass on how far the child says it is: a sign on its errors for each hundredth."""
    is_over = Event()

    def follow() -> None:
        while not is_over.wait(LOOK_EVERY):
            on_share(min(os.fstat(said.fileno()).st_size / 100, 1.0))

    if on_share is tell_nobody:
        yield
        return
    follower = Thread(target=follow, name="workbook", daemon=True)
    follower.start()
    try:
        yield
    finally:
        is_over.set()
        follower.join()


def main() -> None:
    """Read the workbook on standard input; write its values or a refusal."""
    limits = Limits(**json.loads(sys.argv[2]))
    # The reader is loaded first: a limit met in the middle of that looks like damage.
    importlib.import_module("python_calamine")
    _limit_this_process(limits)
    try:
        sheets = read_values(sys.stdin.buffer.read(), limits, _Telling())
    except BadInput as refusal:
        params = {name: str(value) for name, value in refusal.params.items()}
        print(json.dumps({"message": refusal.message, "params": params}))
        sys.exit(REFUSED)
    held = {"form": FORM, "sheets": [_packed(sheet) for sheet in sheets]}
    json.dump(held, sys.stdout, separators=(",", ":"))


class _Telling:
    """Says on standard error how far the reading is: a dot for each hundredth."""

    def __init__(self) -> None:
        self._said = 0

    def __call__(self, share: float) -> None:
        dots = int(share * 100) - self._said
        if dots > 0:
            sys.stderr.write("." * dots)
            sys.stderr.flush()
            self._said += dots


def _limit_this_process(limits: Limits) -> None:
    """Bound memory and processor time, where the system knows such bounds."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _packed(sheet: SheetValues) -> dict[str, Any]:
    look = sheet.look
    return {
        "name": sheet.name,
        "rows": [[_plain(cell) for cell in row] for row in sheet.rows],
        "behind": [[*place, what.value] for place, what in look.behind.items()],
        "merged": look.merged,
        "filled": look.filled_areas,
        "cell_count": look.cell_count,
    }


def _plain(cell: Found) -> Any:
    """A cell for JSON; what JSON does not know stands in a list with its name."""
    match cell:
        case datetime():
            return ["datetime", cell.isoformat()]
        case date():
            return ["date", cell.isoformat()]
        case time():
            return ["time", cell.isoformat()]
        case timedelta():
            return ["seconds", cell.total_seconds()]
        case _:
            return cell


def _sheet(packed: dict[str, Any]) -> SheetValues:
    look = SheetLook(
        packed["name"],
        behind={(row, column): Behind(what) for row, column, what in packed["behind"]},
        merged=packed["merged"],
        filled_areas=[tuple(area) for area in packed["filled"]],
        cell_count=packed["cell_count"],
    )
    return SheetValues(look.name, [_cells(row) for row in packed["rows"]], look)


def _cells(row: Sequence[Any]) -> list[Found]:
    return [_special(cell) if type(cell) is list else cell for cell in row]


def _special(cell: list[Any]) -> Found:
    name, value = cell
    if name == "seconds":
        return timedelta(seconds=value)
    return FROM_TEXT[name](value)


FROM_TEXT: dict[str, Callable[[str], Found]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
}
