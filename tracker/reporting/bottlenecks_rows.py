"""The bars of the bottlenecks: whose each is, its parts, and what stands behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.bottlenecks import Part
from tracker.reporting.bottlenecks import (
    Bottlenecks,
    program_label,
    program_note,
    program_shares,
    sector_note,
)
from tracker.reporting.language import Language


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: whose it is, its parts, and what stands behind it."""

    kind: str
    key: str
    label: str
    note: str
    shares: Mapping[Part, Fraction]

    @property
    def score(self) -> Fraction:
        """The length of the bar."""
        return sum(self.shares.values(), Fraction())


def sections_of(
    bottlenecks: Bottlenecks, language: Language
) -> list[tuple[str, list[Row]]]:
    """The bars of the sectors and of the worst programs, each with its heading."""
    sectors = [
        Row(
            "sector",
            each.sector.code,
            language.title(each.sector.title),
            sector_note(each, language),
            each.shares(),
        )
        for each in bottlenecks.open_sectors
    ]
    programs = [
        Row(
            "program",
            each.position.program.code,
            program_label(each, language),
            program_note(each, language),
            program_shares(each),
        )
        for each in bottlenecks.worst_programs
    ]
    shown = language.say(
        "Open programs, the %(count)s highest of %(all)s",
        count=len(programs),
        all=len(bottlenecks.programs),
    )
    found = [(language.say("Sectors"), sectors), (shown, programs)]
    return [section for section in found if section[1]]
