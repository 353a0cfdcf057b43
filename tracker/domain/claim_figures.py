"""The figure of a claim in words: the same on pages, in pictures and on terminals."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from tracker.domain.claims import Claim
from tracker.domain.hedges import hedge_said
from tracker.domain.vocabulary import Unit
from tracker.domain.words import N_

# Look a word up in the language of the reader; write a number as that language does.
Say = Callable[[str], str]
Write = Callable[[Decimal], str]

# What a unit is called where there is one of it.
OF_ONE: Mapping[Unit, str] = {
    Unit.PROGRAMS: N_("program"),
    Unit.ROAD_MAPS: N_("road map"),
    Unit.MEASURES: N_("measure"),
    Unit.YEARS: N_("year"),
    Unit.BODIES: N_("body"),
    Unit.CLAUSES: N_("clause"),
    Unit.SECTIONS: N_("section"),
    Unit.ACTION_PLANS: N_("action plan"),
}

# Words that stand before a figure though they hedge nothing; all others come after it,
# as a remark: "22 programs (of 28)".
BEFORE = frozenset({"all", "only", "fully"})


def figure_words(claim: Claim, say: Say, write: Write) -> str:
    """The figure as it was said, with the speaker's own hedge and its unit.

    Empty for a claim without a figure.
    """
    given = [figure for figure in (claim.low, claim.high) if figure is not None]
    if not given:
        return ""
    # A year of the calendar is a name rather than a number: 2027, never 2,027 year.
    is_year = claim.unit is Unit.YEAR
    figure = "–".join(
        (str if is_year else write)(each) for each in dict.fromkeys(given)
    )
    if claim.unit and not is_year:
        many = claim.unit.label
        is_one = set(given) == {1}
        figure += f" {say(OF_ONE.get(claim.unit, many) if is_one else many)}"
    return hedged(claim, figure, say)


def hedged(claim: Claim, figure: str, say: Say) -> str:
    """The *figure* of a claim with its hedge: the speaker's, or which side is open.

    A speaker's own word ("more than") says already that one side is open.
    """
    said = claim.qualifier
    if said:
        comes_before = hedge_said(said) is not None or said in BEFORE
        return f"{said} {figure}" if comes_before else f"{figure} ({said})"
    if claim.high is None:
        return say(N_("%(figure)s or more")) % {"figure": figure}
    if claim.low is None:
        return say(N_("at most %(figure)s")) % {"figure": figure}
    return figure
