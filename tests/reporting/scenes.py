"""Invented values that the tests of pictures draw, and ways to read what was drawn."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from tests.factories import a_plan, a_program, a_sector, a_view, a_weighed_report
from tests.states import a_state
from tracker.domain.history import course_of, spells_of, state_on
from tracker.domain.program import Title
from tracker.domain.report import Weighed
from tracker.domain.threads import Stretch
from tracker.reporting.frame import Frame
from tracker.reporting.history import Band, History, HistoryRow
from tracker.reporting.lettering_artist import Lettering
from tracker.reporting.stages import SectorStates, Stages

LONG_TITLE = (
    "Испытательная программа по проверке того, помещаются ли самые длинные названия "
    "в отведённое им место на рисунке и не выходят ли они за край листа"
)


def some_stages() -> Stages:
    """Two sectors: three programs said completed, one carried over, one unknown."""
    energy = SectorStates(
        a_sector("energy", "Test energy"),
        said=(a_state("completed"), a_state("partly_done", "carried_over"), a_state()),
        shown=(a_state("approved"), a_state("approved", "carried_over"), a_state()),
    )
    trade = SectorStates(
        a_sector("trade", LONG_TITLE, 20),
        said=(a_state("completed"), a_state("completed")),
        shown=(a_state("completed"), a_state("in_progress")),
    )
    return Stages(a_plan(title=Title(LONG_TITLE), adopted_on="2021"), (energy, trade))


def a_history_row(code: str, reports: list[Weighed], **more: Any) -> HistoryRow:
    """A row whose shown half knows only the reports graded E3 and better."""
    asked = a_view("2023-12-31")
    program = a_program(code, title=Title(LONG_TITLE))
    stretch = Stretch(program=program, starts=date(2021, 1, 1), ends=date(2024, 1, 1))
    said = course_of(reports, asked)
    shown = course_of(reports, asked.read_as(asked.shown_reading))
    band = Band(stretch, spells_of(said, asked.as_of), spells_of(shown, asked.as_of))
    return HistoryRow(
        program=program,
        sector=a_sector("energy", "Test energy"),
        bands=(band,),
        said=state_on(said, asked.as_of),
        shown=state_on(shown, asked.as_of),
        **more,
    )


def some_history() -> History:
    """One program said completed but shown approved, and one of unknown stage."""
    reports = [
        a_weighed_report("R0001", dated="2021-11-04", stage="approved", grade="E3"),
        a_weighed_report("R0002", dated="2022-06-01", stage="partly_done"),
        a_weighed_report(
            "R0003", dated="2022-09-01", stage="partly_done", condition="stalled"
        ),
        a_weighed_report("R0004", dated="2023-02-01", stage="completed"),
    ]
    return History(
        plan=a_plan(),
        rows=(
            a_history_row("TEST2021-01", reports),
            a_history_row("TEST2021-02", []),
        ),
        starts=date(2021, 1, 1),
        plans=(a_plan(),),
    )


def a_frame(width: int = 960, **more: Any) -> Frame:
    """A frame as of the end of 2023."""
    return Frame(view=a_view("2023-12-31"), revision=7, width=width, **more)


def boxes_named(figure: Figure, name: str) -> list[tuple[float, float, float, float]]:
    """The boxes drawn under *name*: left, top, right, bottom in their axes."""
    return [
        (*corners.min(axis=0).tolist(), *corners.max(axis=0).tolist())
        for artist in _collections(figure)
        if artist.get_label() == name
        for corners in (path.vertices for path in artist.get_paths())
    ]


def _collections(figure: Figure) -> Iterator[PolyCollection]:
    for axes in figure.axes:
        for artist in axes.collections:
            if isinstance(artist, PolyCollection):
                yield artist


def words_of(figure: Figure) -> list[str]:
    """Every label of a picture, in the order drawn."""
    return [label.text for artist in letterings(figure) for label in artist.labels]


def letterings(figure: Figure) -> Iterator[Lettering]:
    """Every artist of a picture that draws labels."""
    for axes in figure.axes:
        for artist in axes.artists:
            if isinstance(artist, Lettering):
                yield artist


def labels_outside(figure: Figure) -> list[str]:
    """The labels of which any part lies off the sheet."""
    from tracker.reporting.lettering import width_of

    width, height = figure.bbox.size
    outside = []
    for artist in letterings(figure):
        for label in artist.labels:
            x, y = artist.axes.transData.transform((label.x, label.y))
            wide = width_of(label.text, label.size, label.bold)
            share = {"left": 0, "center": 0.5, "right": 1}[label.align]
            left = x + label.dx - wide * share
            is_inside = left >= 0 and left + wide <= width and 0 <= y <= height
            if not is_inside:
                outside.append(label.text)
    return outside


def labels_touching(figure: Figure) -> list[tuple[str, str]]:
    """The pairs of labels that stand on one line and overlap."""
    from tracker.reporting.lettering import width_of

    placed = []
    for artist in letterings(figure):
        for label in artist.labels:
            x, y = artist.axes.transData.transform((label.x, label.y))
            wide = width_of(label.text, label.size, label.bold)
            share = {"left": 0, "center": 0.5, "right": 1}[label.align]
            left = x + label.dx - wide * share
            placed.append((left, left + wide, y - label.dy, label.text))
    return [
        (one[3], other[3])
        for one, other in combinations(placed, 2)
        if abs(one[2] - other[2]) < 9 and one[0] < other[1] and other[0] < one[1]
    ]
