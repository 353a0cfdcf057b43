"""Segments: programs counted so that every one stands in exactly one part of a bar.

Picture, table and workbook count by these, so that their numbers cannot differ.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tracker.domain.state import State
from tracker.domain.vocabulary import Stage


class Segment(NamedTuple):
    """A part of a bar: a stage, and whether its programs left the plan undone."""

    stage: Stage | None
    is_closed: bool = False


LADDER = tuple(reversed(Stage))
# What is done stands first, so that bars can be compared at their beginning.
SEGMENTS = (
    *(Segment(stage) for stage in LADDER),
    *(Segment(stage, True) for stage in LADDER),
    Segment(None),
)


def count_segments(states: Iterable[State]) -> dict[Segment, int]:
    """How many of *states* stand in each segment, in the order of the bar."""
    counted = Counter(segment_of(state) for state in states)
    return {segment: counted[segment] for segment in SEGMENTS if counted[segment]}


def segment_of(state: State) -> Segment:
    """Where a program stands; one completed before it was superseded is completed."""
    is_closed = state.closure is not None and not state.is_completed
    return Segment(state.stage, is_closed)


def present_segments(counts: Iterable[Mapping[Segment, int]]) -> list[Segment]:
    """The segments that any of *counts* has, in the order of the bar."""
    found = {segment for each in counts for segment in each}
    return [segment for segment in SEGMENTS if segment in found]
