"""A view: the date asked about, what was public by then, and which reports count."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, Self

from tracker.domain.errors import BadInput
from tracker.domain.report import Weighed
from tracker.domain.vocabulary import EvidenceGrade
from tracker.domain.words import N_

SAID_FLOOR = EvidenceGrade.E0
SHOWN_FLOOR = EvidenceGrade.E3


@dataclass(frozen=True, slots=True)
class Reading:
    """Which reports count: those with an evidence grade of ``floor`` or better."""

    floor: EvidenceGrade

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``said``, ``shown`` or a floor ``E0``-``E4``; else raises BadInput."""
        floors = {floor.value: floor for floor in EvidenceGrade}
        floors |= {"SAID": SAID_FLOOR, "SHOWN": SHOWN_FLOOR}
        floor = floors.get(text.strip().upper())
        if floor is None:
            raise BadInput(
                N_(
                    "“%(text)s” is not a reading. Choose said, shown, or a lowest "
                    "evidence grade from E0 to E4."
                ),
                field="reading",
                text=text[:40],
            )
        return cls(floor)

    @property
    def code(self) -> str:
        """The reading as it stands in addresses."""
        if self.floor is SAID_FLOOR:
            return "said"
        return "shown" if self.floor is SHOWN_FLOOR else self.floor.value

    @property
    def label(self) -> str:
        """The reading as people read it."""
        labels = {"said": N_("Said"), "shown": N_("Shown")}
        return labels.get(self.code, self.code)

    def passes(self, grade: EvidenceGrade) -> bool:
        """Whether a report of this grade counts."""
        return grade.value >= self.floor.value


SAID = Reading(SAID_FLOOR)
SHOWN = Reading(SHOWN_FLOOR)


@dataclass(frozen=True, slots=True)
class View:
    """The question put to the record: *as_of* a date, *known_on* another, in a reading.

    ``known_on`` None: everything public today counts. ``revision`` None: the record
    as it stands now.
    """

    as_of: date
    known_on: date | None = None
    reading: Reading = SAID
    revision: int | None = None

    @property
    def shown_reading(self) -> Reading:
        """What *shown* means here: the floor asked for, or E3 where all counts."""
        return SHOWN if self.reading == SAID else self.reading

    def read_as(self, reading: Reading) -> "View":
        """The same view in another reading."""
        return replace(self, reading=reading)

    def counts(self, weighed: Weighed) -> bool:
        """Whether a report counts in this view (design, section 3)."""
        return (
            self.dates_in(weighed.day, weighed.known_on)
            and self.reading.passes(weighed.grade)
            and self.holds(weighed.report)
        )

    def dates_in(self, day: date, known_on: date) -> bool:
        """Whether something of *day*, public since *known_on*, lies in this view."""
        return day <= self.as_of and (
            self.known_on is None or known_on <= self.known_on
        )

    def holds(self, row: "Standing") -> bool:
        """Whether *row* stands in the revision of this view."""
        if self.revision is None:
            return row.retired_in is None
        return row.added_in <= self.revision and (
            row.retired_in is None or row.retired_in > self.revision
        )


class Standing(Protocol):
    """A row of the history: added in one revision and perhaps retired in another."""

    @property
    def added_in(self) -> int: ...

    @property
    def retired_in(self) -> int | None: ...
