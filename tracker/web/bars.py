"""Bars of programs by stage: where each part begins, how wide it is, what it says."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Flask

from tracker.domain import score_words
from tracker.domain.scores import Score
from tracker.domain.vocabulary import Stage
from tracker.domain.words import N_
from tracker.services.progress import Tally
from tracker.web.badges import NOT_KNOWN, UNKNOWN
from tracker.web.filters import number, share
from tracker.web.translate import gettext

CARRIED = "completed_carried"
# What a rule gives, in the words that follow its figure.
RULE_UNITS = {
    "strict.v1": N_("completed"),
    "thirds.v1": N_("done, in thirds"),
    "agreement.v1": N_("towards agreement"),
    "half.v1": N_("done, with halves"),
}
CARRIED_WORDS = N_("Called completed, but carried over")
# Done stands on the left, so that said and shown can be compared at their left edge.
ORDER = ("completed", CARRIED, *[s.value for s in reversed(Stage)][1:], UNKNOWN)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar: the programs at one stage, in percent of its width."""

    code: str
    words: str
    count: int
    start: float
    width: float

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return self.start + self.width / 2


def init_app(app: Flask) -> None:
    """Let the templates draw bars and say scores."""
    app.jinja_env.globals.update(
        parts=parts, legend=legend, bar_words=bar_words, rule_unit=rule_unit
    )
    app.jinja_env.filters.update(of=of, bounds=bounds, figure=figure, beside=beside)


def counts(tally: Tally) -> dict[str, int]:
    """How many programs stand at each stage, in the order of a bar.

    Those called completed and carried over all the same stand apart: no rule counts
    them as completed.
    """
    found = {stage.value: tally.by_stage.get(stage, 0) for stage in Stage}
    finished = int(tally.scores["strict.v1"].done)
    found[CARRIED] = found[Stage.COMPLETED.value] - finished
    found[Stage.COMPLETED.value] = finished
    found[UNKNOWN] = tally.by_stage.get(None, 0)
    return {code: found[code] for code in ORDER if found[code]}


def parts(tally: Tally) -> list[Part]:
    """The parts of the bar of *tally*, from the left."""
    found, start = [], 0.0
    for code, count in counts(tally).items():
        width = 100 * count / tally.count
        found.append(Part(code, gettext(WORDS[code]), count, start, width))
        start += width
    return found


def legend(tallies: Iterable[Tally]) -> list[tuple[str, str]]:
    """The stages that occur in *tallies*, with their words, in the order of a bar."""
    present = {code for tally in tallies for code in counts(tally)}
    return [(code, gettext(WORDS[code])) for code in ORDER if code in present]


def bar_words(tally: Tally) -> str:
    """What the bar of *tally* shows, for those who cannot see it."""
    return ", ".join(f"{part.words}: {number(part.count)}" for part in parts(tally))


def of(score: Score) -> str:
    """A score as “x of N”."""
    return score_words.counted(score, TONGUE)


def figure(score: Score, rule: str) -> str:
    """The figure of a *rule* in short: programs where it counts them, else a share."""
    return score_words.figure(score, rule, TONGUE)


def beside(score: Score, rule: str) -> str:
    """What stands beside that figure: its other form, and how high it may be."""
    return score_words.beside(score, rule, TONGUE)


def rule_unit(rule: str) -> str:
    """What a rule counts, in a word or two."""
    return gettext(RULE_UNITS[rule])


def bounds(score: Score) -> str:
    """A score as a percentage, and how high it may be where not everything is known."""
    return score_words.bounds(score, TONGUE)


TONGUE = score_words.Tongue(gettext, number, share)
WORDS: dict[str, str] = {
    **{stage.value: stage.label for stage in Stage},
    CARRIED: CARRIED_WORDS,
    UNKNOWN: NOT_KNOWN,
}
