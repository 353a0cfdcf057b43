"""The manifest of written reports: what each file was asked for, and its digest.

With it the same call can be made again later, to see whether it still gives the same
bytes.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from tracker.domain.dates import view_day
from tracker.domain.errors import BadInput, NotFound, Unavailable
from tracker.domain.views import Reading, View
from tracker.domain.words import N_, Word
from tracker.reporting.language import Language
from tracker.services import files
from tracker.services.catalogue import catalogue
from tracker.services.report_files import (
    Order,
    ReportFile,
    ReportFormat,
    Written,
    report_files,
)

MANIFEST = "manifest.json"
GIVEN_UP_AFTER = 600  # seconds; what is younger another process may be writing
Entry = Mapping[str, Any]


class Finding(Word):
    """What came of making a file again."""

    SAME = "same", N_("the same bytes again")
    DIFFERS = "differs", N_("other bytes than then")
    TOUCHED = "touched", N_("the file was changed since it was written")
    MISSING = "missing", N_("the file is gone")


@dataclass(frozen=True, slots=True)
class Checked:
    """One file of the manifest, and what came of making it again."""

    name: str
    finding: Finding


def write_report(
    order: Order,
    wanted: Sequence[ReportFile],
    folder: Path,
    on_made: Callable[[ReportFile], None],
) -> list[Written]:
    """Make the *wanted* files of *order* and write them with a manifest, all or none.

    The *folder* is made if need be. Raises BadInput where it holds another manifest,
    Unavailable where the disk refuses.
    """
    read_manifest(folder)
    made = {}
    for file in wanted:
        made[folder / file.name] = file.make()
        on_made(file)
    written = [
        Written(path, len(content), sha256(content).hexdigest())
        for path, content in made.items()
    ]
    _make_folder(folder)
    files.sweep(folder, older_than=GIVEN_UP_AFTER)
    # The first takes its place last: a manifest names no file that is not there.
    files.write_all({folder / MANIFEST: _noted(folder, order, written)} | made)
    return written


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(
            N_("The folder %(folder)s cannot be made: %(reason)s."),
            folder=str(folder),
            reason=error.strerror or str(error),
        ) from error


def _noted(folder: Path, order: Order, written: Sequence[Written]) -> bytes:
    """The manifest of *folder* with the *written* files entered."""
    entries = dict(read_manifest(folder))
    for file in written:
        entries[file.path.name] = _entry(order, file, catalogue().revision)
    text = json.dumps({"files": dict(sorted(entries.items()))}, indent=2) + "\n"
    return text.encode()


def _entry(order: Order, file: Written, revision: int) -> dict[str, object]:
    view = order.view
    return {
        "plan": order.plan,
        "since": order.since.isoformat() if order.since else None,
        "as_of": view.as_of.isoformat(),
        "known_on": view.known_on.isoformat() if view.known_on else None,
        "reading": view.reading.code,
        "revision": revision,
        "language": order.language.code,
        "titles": order.language.titles,
        "format": file.path.suffix.removeprefix("."),
        "scale": order.scale,
        "bytes": file.size,
        "sha256": file.sha256,
    }


def read_manifest(folder: Path) -> Mapping[str, Entry]:
    """The entries of the manifest by the names of their files; none without one.

    Raises BadInput for a file that is no manifest.
    """
    path = folder / MANIFEST
    if not path.exists():
        return {}
    try:
        entries: Mapping[str, Entry] = json.loads(path.read_text("utf-8"))["files"]
        return {name: _understood(entry) for name, entry in entries.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(
            N_("%(path)s is not a manifest of reports. Delete it and report again."),
            path=str(path),
        ) from error


def _understood(entry: Entry) -> Entry:
    """The entry, once it is clear that every part is there."""
    with suppress(BadInput, NotFound):  # what is no longer possible is found later
        _order(entry)
    return dict(entry) | {"sha256": str(entry["sha256"])}


def check_reports(folder: Path) -> Iterator[Checked]:
    """Make every file of the manifest again and compare; the slow ones take a second.

    Raises NotFound where there is no manifest.
    """
    entries = read_manifest(folder)
    if not entries:
        raise NotFound(
            N_("No report was written into %(folder)s yet. Write one, then check."),
            folder=str(folder),
        )
    for name, entry in entries.items():
        yield Checked(name, _finding(folder / name, entry))


def _finding(path: Path, entry: Entry) -> Finding:
    if not path.exists():
        return Finding.MISSING
    if sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
        return Finding.TOUCHED
    again = _made_again(path.name, entry)
    is_same = again is not None and sha256(again).hexdigest() == entry["sha256"]
    return Finding.SAME if is_same else Finding.DIFFERS


def _made_again(name: str, entry: Entry) -> bytes | None:
    """The same call made today; None where it gives no file of this *name*."""
    try:
        wanted = report_files(_order(entry))
    except (BadInput, NotFound):
        return None
    return next((file.make() for file in wanted if file.name == name), None)


def _order(entry: Entry) -> Order:
    """The order of an entry; a past revision is asked for as such."""
    is_past = entry["revision"] != catalogue().revision
    known_on, since = entry["known_on"], entry.get("since")
    return Order(
        view=View(
            as_of=view_day(entry["as_of"], "as_of"),
            known_on=view_day(known_on, "known_on") if known_on else None,
            reading=Reading.parse(entry["reading"]),
            revision=entry["revision"] if is_past else None,
        ),
        plan=entry["plan"],
        formats=tuple(each for each in ReportFormat if each.ending == entry["format"]),
        language=Language(entry["language"], entry["titles"]),
        # Manifests of before there was a choice name neither.
        since=date.fromisoformat(since) if since else None,
        scale=entry.get("scale", 1),
    )
