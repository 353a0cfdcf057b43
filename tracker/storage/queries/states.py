"""The state of every program in a view."""

from collections.abc import Sequence

from tracker.domain.state import State, state_of
from tracker.domain.views import Reading, View
from tracker.storage.queries.history import reports_of


def states(
    view: View, readings: Sequence[Reading], plan: str | None = None
) -> dict[Reading, dict[str, State]]:
    """The states that the reports give."""
    rows = reports_of(with_retired=True)
    return {
        reading: {
            code: state_of(reports, view.read_as(reading))
            for code, reports in rows.items()
            if plan is None or code.startswith(f"{plan}-")
        }
        for reading in readings
    }
