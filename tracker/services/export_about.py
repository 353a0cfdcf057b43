"""What an exported workbook says of itself: part, view, name and states."""

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.dates import PartialDate
from tracker.domain.record import Record
from tracker.domain.views import View
from tracker.services.catalogue import catalogue
from tracker.services.positions import program_rows
from tracker.services.record_part import Part

if TYPE_CHECKING:
    from tracker.workbook.readme import About, States

NOT_KNOWN = "Not known"


def about_export(part: Part, record: Record, today: date | None) -> "About":
    """What "Read me" says of *record*, which holds *part*; states without a view are of
    *today*, or are not told.
    """
    from tracker.workbook.readme import EVERY_DATE, About

    whole = About(revision=record.revision, part=described(part))
    view = part.view
    if view:
        return replace(
            whole,
            as_of=view.as_of.isoformat(),
            known_on=view.known_on.isoformat() if view.known_on else EVERY_DATE,
            reading=view.reading.code,
            states=_states(record, view),
            states_on=view.as_of.isoformat(),
        )
    if today:
        states = _states(record, View(as_of=today))
        return replace(whole, states=states, states_on=today.isoformat())
    return whole


def _states(record: Record, view: View) -> "States":
    """Where the programs of *record* stand in a view, by code."""
    chosen = {program.code for program in record.programs}
    return [
        (
            row.program.code,
            row.program.title.en,
            row.said.state.stage or NOT_KNOWN,
            row.shown.state.stage or NOT_KNOWN,
            row.said.state.condition,
            row.said.state.closure,
            row.said.due,
            row.said.timeliness,
            PartialDate.of(view.as_of),
        )
        for row in program_rows(catalogue(), view)
        if row.program.code in chosen
    ]


def described(part: Part) -> str:
    """What was chosen, in words; empty for the whole record."""
    words = []
    if part.plan:
        words.append(f"plan {part.plan}")
    if part.sector:
        words.append(f"sector {part.sector}")
    return ", ".join(words + _view_words(part.view))


def _view_words(view: View | None) -> list[str]:
    if view is None:
        return []
    words = [f"as of {view.as_of.isoformat()}"]
    if view.known_on:
        words.append(f"known on {view.known_on.isoformat()}")
    return [*words, f"reading {view.reading.code}"]


def name_of(part: Part, revision: int) -> str:
    """A file name that says subject, view and revision."""
    words = described(part).replace("reading ", "") if not part.is_whole else ""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", words).strip("-")
    return f"integration-record-{plain + '-' if plain else ''}r{revision}.xlsx"
