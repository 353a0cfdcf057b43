"""Programs by stage: for a plan and its sectors, what is said beside what is shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.domain.program import Plan, Sector
from tracker.domain.segments import Segment, count_segments, present_segments
from tracker.domain.state import State
from tracker.domain.vocabulary import Stage
from tracker.domain.words import N_
from tracker.reporting.finding import Cell, Finding, Table
from tracker.reporting.language import Language


@dataclass(frozen=True, slots=True)
class SectorStates:
    """The states of the programs of one sector, as said and as shown."""

    sector: Sector
    said: tuple[State, ...]
    shown: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of bars with its label; the first row is the plan as a whole."""

    title: str
    code: str
    said: tuple[State, ...]
    shown: tuple[State, ...]

    def readings(self, language: Language) -> Iterator[tuple[str, Sequence[State]]]:
        """Both bars: the word for the reading, and the states counted."""
        yield language.say("said"), self.said
        yield language.say("shown"), self.shown


@dataclass(frozen=True, slots=True)
class Stages:
    """The states of the programs of one plan, sector by sector."""

    plan: Plan
    sectors: tuple[SectorStates, ...]

    @property
    def said(self) -> tuple[State, ...]:
        """Every state as said."""
        return tuple(state for sector in self.sectors for state in sector.said)

    @property
    def shown(self) -> tuple[State, ...]:
        """Every state as shown."""
        return tuple(state for sector in self.sectors for state in sector.shown)

    @property
    def goal(self) -> Stage:
        """What its programs are to reach: texts never adopted, to be agreed."""
        return Stage.AGREED if self.plan.adopted_on is None else Stage.COMPLETED

    def rows(self, language: Language) -> list[Row]:
        """The rows of picture and table; none where the plan has no programs."""
        if not self.said:
            return []
        whole = language.plural(
            "The only program", "All %(count)s programs", len(self.said)
        )
        sectors = (
            Row(
                language.title(each.sector.title),
                each.sector.code,
                each.said,
                each.shown,
            )
            for each in self.sectors
        )
        return [Row(whole, "", self.said, self.shown), *sectors]


def segment_label(segment: Segment, language: Language) -> str:
    """A segment in words."""
    stage = language.label(segment.stage)
    if not segment.is_closed:
        return stage
    return language.say("%(stage)s, left the plan", stage=stage)


def reached_count(states: Iterable[State], goal: Stage) -> int:
    """How many programs have reached the *goal* of their plan.

    Those carried over are not completed; a text once agreed stays agreed.
    """
    if goal is Stage.COMPLETED:
        return sum(state.is_completed for state in states)
    return sum(
        state.stage is not None and state.stage.rank >= goal.rank for state in states
    )


# By whether the goal is completion, and whether the evidence shows any of it: of one
# that reached it, of several, and of a plan that has one program only.
HEADLINES = {
    (True, True): (
        N_("Completed: %(count)s of %(of)s programs as said, %(shown)s as shown"),
        N_("Completed: %(count)s of %(of)s programs as said, %(shown)s as shown"),
        N_("The only program is completed, as said and as shown"),
    ),
    (True, False): (
        N_(
            "%(count)s of %(of)s programs is said to be completed; the evidence "
            "shows none"
        ),
        N_(
            "%(count)s of %(of)s programs are said to be completed; the evidence "
            "shows none"
        ),
        N_("The only program is said to be completed; the evidence does not show it"),
    ),
    (False, True): (
        N_("Agreed: %(count)s of %(of)s texts as said, %(shown)s as shown"),
        N_("Agreed: %(count)s of %(of)s texts as said, %(shown)s as shown"),
        N_("The only text is agreed, as said and as shown"),
    ),
    (False, False): (
        N_("%(count)s of %(of)s texts is said to be agreed; the evidence shows none"),
        N_("%(count)s of %(of)s texts are said to be agreed; the evidence shows none"),
        N_("The only text is said to be agreed; the evidence does not show it"),
    ),
}

ONLY_SHOWN = N_("The only program has reached “%(stage)s”, as said and as shown")
ONLY_SAID = N_(
    "The only program has reached “%(stage)s” as said; the evidence does not show it"
)


def describe_stages(stages: Stages, language: Language) -> Finding:
    """Say how many programs are completed and how many stand at each stage."""
    said, shown = stages.said, stages.shown
    if not said:
        none = language.say("No program is in this plan yet.")
        return Finding(none, none)
    return Finding(_headline(stages, language), _sentence(said, shown, language))


def _headline(stages: Stages, language: Language) -> str:
    """How many reached the goal of the plan, or else the furthest stage reached."""
    said, shown, count = stages.said, stages.shown, len(stages.said)
    if all(state.stage is None for state in said):
        return language.plural(
            "Nothing is known yet of the only program",
            "Nothing is known yet of any of the %(count)s programs",
            count,
        )
    reached = [reached_count(states, stages.goal) for states in (said, shown)]
    if not reached[0]:
        return _furthest(said, shown, language)
    one, many, only = HEADLINES[stages.goal is Stage.COMPLETED, reached[1] > 0]
    if count == 1:
        return language.say(only)
    return language.plural(one, many, reached[0], shown=reached[1], of=count)


def _furthest(said: Sequence[State], shown: Sequence[State], language: Language) -> str:
    reached = [state.stage for state in said if state.stage]
    top = max(reached, key=lambda stage: stage.rank)
    there = sum(
        state.stage is not None and state.stage.rank >= top.rank for state in shown
    )
    stage = language.label(top).lower()
    if len(said) == 1:
        words = ONLY_SHOWN if there else ONLY_SAID
        return language.say(words, stage=stage)
    return language.say(
        "The furthest stage, “%(stage)s”, is reached by %(said)s "
        "of %(of)s programs as said, %(shown)s as shown",
        stage=stage,
        said=sum(state.stage is top for state in said),
        shown=there,
        of=len(said),
    )


def _sentence(said: Sequence[State], shown: Sequence[State], language: Language) -> str:
    counts = (count_segments(said), count_segments(shown))
    parts = [
        language.say(
            "%(segment)s %(said)s and %(shown)s",
            segment=segment_label(segment, language).lower(),
            said=counts[0].get(segment, 0),
            shown=counts[1].get(segment, 0),
        )
        for segment in present_segments(counts)
    ]
    return language.plural(
        "The only program, as said and as shown: %(parts)s.",
        "Of %(count)s programs, as said and as shown: %(parts)s.",
        len(said),
        parts="; ".join(parts),
    )


def table_of_stages(stages: Stages, language: Language) -> Table:
    """The numbers of the bars: two rows a sector, said and shown, the plan first."""
    counted = [
        (row, reading, count_segments(states))
        for row in stages.rows(language)
        for reading, states in row.readings(language)
    ]
    columns = present_segments(counts for _, _, counts in counted)
    header = (
        language.say("Sector"),
        language.say("Reading"),
        *(segment_label(segment, language) for segment in columns),
        language.say("Programs"),
    )
    body: list[tuple[Cell, ...]] = [
        (
            row.title,
            reading,
            *(counts.get(column, 0) for column in columns),
            sum(counts.values()),
        )
        for row, reading, counts in counted
    ]
    caption = language.say("Programs by stage, said and shown, by sector")
    return Table(caption, header, tuple(body))
