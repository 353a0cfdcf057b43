"""Where every program stands: said beside shown, in one view."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.program import Plan, Program, Sector
from tracker.domain.state import UNKNOWN, Position, State, position_of
from tracker.domain.views import SAID, Reading, View
from tracker.services.catalogue import Catalogue
from tracker.services.kept import Kept
from tracker.storage import queries


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """One program, its plan and sector, and where it stands as said and as shown."""

    program: Program
    plan: Plan
    sector: Sector
    said: Position
    shown: Position

    def position(self, reading: Reading) -> Position:
        """The position in *reading*: as said, or else as shown."""
        return self.said if reading == SAID else self.shown


# Rows of many programs are large and cheap to find again beside what they are read for.
KEPT_COUNT = 16
KEPT_PROGRAMS = 1_000
_rows: Kept[Sequence[ProgramRow]] = Kept(KEPT_COUNT)


def program_rows(
    catalogue: Catalogue, view: View, plan: str | None = None
) -> Sequence[ProgramRow]:
    """Every program of *plan* (or of all) in *view*, by code; at most one statement.

    They are found once for every state of the record, view and plan.
    """
    if catalogue.mark is None or len(catalogue.programs) > KEPT_PROGRAMS:
        return _find(catalogue, view, plan)
    key = (catalogue.mark, view, plan)
    return _rows.get(key, lambda: _find(catalogue, view, plan))


def _find(catalogue: Catalogue, view: View, plan: str | None) -> Sequence[ProgramRow]:
    states = queries.states(view, (SAID, view.shown_reading), plan)
    said, shown = states[SAID], states[view.shown_reading]
    return tuple(
        program_row(
            catalogue,
            program,
            view,
            said.get(program.code, UNKNOWN),
            shown.get(program.code, UNKNOWN),
        )
        for program in catalogue.programs.values()
        if plan is None or program.plan == plan
    )


def program_row(
    catalogue: Catalogue, program: Program, view: View, said: State, shown: State
) -> ProgramRow:
    """Set the two states of *program* beside what was promised of it."""
    plan = catalogue.plans[program.plan]
    promised = catalogue.deadlines.get(program.code, ())
    return ProgramRow(
        program=program,
        plan=plan,
        sector=catalogue.sectors[program.sector],
        said=position_of(program, plan, said, promised, view),
        shown=position_of(program, plan, shown, promised, view),
    )
