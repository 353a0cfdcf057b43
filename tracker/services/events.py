"""Events around the plans, each with its sources."""

from dataclasses import dataclass

from tracker.domain.errors import BadInput
from tracker.domain.events import Event
from tracker.domain.source import Source
from tracker.domain.views import View
from tracker.domain.vocabulary import EventKind
from tracker.domain.words import N_
from tracker.storage import queries


@dataclass(frozen=True, slots=True)
class CitedEvent:
    """An event with its sources."""

    event: Event
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class EventList:
    """The events that a view can know of, out of ``total_count``, newest first."""

    rows: tuple[CitedEvent, ...]
    total_count: int
    revision: int


def event_list(view: View, kind: str = "", text: str = "") -> EventList:
    """The events of this *kind* that hold *text* (empty: any), in the view.

    Raises BadInput for an unknown kind.
    """
    if kind and kind not in set(EventKind):
        raise BadInput(
            N_("“%(value)s” is no %(what)s. Choose one of: %(allowed)s."),
            field="kind",
            what="kind",
            value=kind[:40],
            allowed=", ".join(EventKind),
        )
    everything = queries.events()
    cited = {source.id: source for source in queries.sources()}
    words = text.casefold().split()
    rows = [
        CitedEvent(event, tuple(cited[key] for key in event.sources))
        for event in sorted(
            everything, key=lambda e: (e.dated.last, e.key), reverse=True
        )
        if view.dates_in(event.dated.last, event.dated.last)
        and (not kind or event.kind == kind)
        and all(word in f"{event.title} {event.region}".casefold() for word in words)
    ]
    return EventList(tuple(rows), len(everything), queries.revision_number())
