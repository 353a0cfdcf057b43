"""Bottlenecks: what each sector, and each open program, holds up, and by what."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.bottlenecks import (
    WEIGHTS,
    HeldProgram,
    Part,
    SectorBottleneck,
)
from tracker.reporting.finding import Cell, Finding, Table
from tracker.reporting.language import Language

PROGRAM_COUNT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bottlenecks:
    """The sectors and the open programs, each ranked by its score, the highest first.

    ``subject`` says which plans were asked about.
    """

    subject: str
    sectors: tuple[SectorBottleneck, ...]
    programs: tuple[HeldProgram, ...]

    @property
    def open_sectors(self) -> tuple[SectorBottleneck, ...]:
        """The sectors that have anything open."""
        return tuple(sector for sector in self.sectors if sector.open_count)

    @property
    def worst_programs(self) -> tuple[HeldProgram, ...]:
        """The programs that are drawn."""
        return self.programs[:PROGRAM_COUNT]


def program_shares(program: HeldProgram) -> Mapping[Part, Fraction]:
    """What each part adds to the score of a program."""
    return program.shares(WEIGHTS)


def points(share: Fraction, language: Language) -> str:
    """A score from 0 to 1 as points of a hundred."""
    return language.number(round(float(share) * 100, 1))


def describe_bottlenecks(bottlenecks: Bottlenecks, language: Language) -> Finding:
    """Say which sectors hold up most, with the largest part of the worst score."""
    sectors = bottlenecks.open_sectors
    if not (sectors and sectors[0].score):
        none = _nothing(bottlenecks, language)
        return Finding(none, none)
    names = [language.title(sector.sector.title) for sector in sectors]
    title = _headline(bottlenecks, language)
    worst = sectors[0]
    part, share = max(worst.shares().items(), key=lambda item: item[1])
    few = language.say(" (few programs)") if worst.is_few else ""
    ranked = [
        language.say(
            "%(sector)s %(points)s (%(open)s of %(all)s open)",
            sector=name,
            points=points(sector.score, language),
            open=sector.open_count,
            all=sector.count,
        )
        for name, sector in list(zip(names, sectors, strict=True))[:3]
    ]
    sentence = language.say(
        "In points of a hundred: %(ranked)s. Of the score of the first%(few)s, "
        "“%(part)s” makes up %(share)s.",
        ranked="; ".join(ranked),
        few=few,
        part=language.label(part).lower(),
        share=points(share, language),
    )
    return Finding(title, sentence)


def _nothing(bottlenecks: Bottlenecks, language: Language) -> str:
    if bottlenecks.open_sectors:
        return language.say("Nothing holds up the open programs so far.")
    return language.say("No program is open: nothing is held up.")


def _headline(bottlenecks: Bottlenecks, language: Language) -> str:
    """The first sector with enough open programs to speak of, or the first."""
    sectors = bottlenecks.open_sectors
    telling = [sector for sector in sectors if not sector.is_few]
    name = language.title((telling or sectors)[0].sector.title)
    if not telling:
        return language.say(
            "%(sector)s is held up most, by the few programs there are", sector=name
        )
    if telling[0] is sectors[0]:
        return language.say("%(sector)s is held up most", sector=name)
    return language.say(
        "Of the sectors with more than two open programs, %(sector)s is held up most",
        sector=name,
    )


def table_of_bottlenecks(bottlenecks: Bottlenecks, language: Language) -> Table:
    """A row a sector, then a row a program: the score and its five parts."""
    header = (
        language.say("Sector or program"),
        language.say("Open"),
        language.say("Of"),
        language.say("Score"),
        *(language.label(part) for part in Part),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            language.title(sector.sector.title),
            sector.open_count,
            sector.count,
            points(sector.score, language),
            *(points(share, language) for share in sector.shares().values()),
        )
        for sector in bottlenecks.open_sectors
    ]
    rows += [
        (
            program_label(program, language),
            None,
            None,
            points(program.score, language),
            *(points(share, language) for share in program_shares(program).values()),
        )
        for program in bottlenecks.programs
    ]
    caption = language.say("The bottleneck score and its parts, in points of a hundred")
    return Table(caption, header, tuple(rows))


def program_label(program: HeldProgram, language: Language) -> str:
    """A program by code and title."""
    found = program.position.program
    return f"{found.code} {language.title(found.title)}"


def sector_note(sector: SectorBottleneck, language: Language) -> str:
    """How many programs a score rests on, and whether that is few."""
    note = language.say(
        "%(open)s of %(all)s open", open=sector.open_count, all=sector.count
    )
    return note + language.say(", few programs") if sector.is_few else note


def program_note(program: HeldProgram, language: Language) -> str:
    """What a program's score rests on, in a few words."""
    state = program.position.state
    words = [language.label(state.stage)]
    if program.late_days:
        words.append(
            language.plural(
                "%(count)s day late", "%(count)s days late", program.late_days
            )
        )
    if program.awaited_by:
        words.append(
            language.plural(
                "%(count)s waits", "%(count)s wait", len(program.awaited_by)
            )
        )
    return ", ".join(words)
