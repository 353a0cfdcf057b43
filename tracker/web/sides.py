"""The two sides that an address compares.

The words that begin with ``since_`` speak of the earlier one; those left out are the
same on both sides, so that only the date differs.
"""

from dataclasses import replace

from tracker.domain.dates import view_day
from tracker.domain.errors import BadInput, NotFound
from tracker.domain.scores import Rule
from tracker.domain.views import Reading, View
from tracker.domain.words import N_
from tracker.services.change_between import a_year_before, rule_named
from tracker.services.chart_list import CHARTS
from tracker.services.wanted_chart import Wanted
from tracker.web.address import held, whole_number, word

EARLIER = ("since", "since_known_on", "since_reading", "since_revision", "since_rule")


def with_sides(wanted: Wanted) -> Wanted:
    """The chart with both sides as the address has them, if it compares two."""
    if not compares(wanted.name):
        return wanted
    later = replace(wanted.view, revision=chosen_revision("revision"))
    old_rule = chosen_rule("since_rule")
    return replace(
        wanted,
        view=later,
        earlier=earlier_view(later) if any(map(word, EARLIER)) else None,
        old_rule=old_rule.id if old_rule else "",
    )


def side_words(name: str) -> dict[str, str]:
    """What the address says of the sides, for links to the chart of this *name*."""
    words = (*EARLIER, "revision") if compares(name) else ()
    return {each: word(each) for each in words if word(each)}


def compares(name: str) -> bool:
    """Whether the chart of this *name* is of two views."""
    return name in CHARTS and CHARTS[name].is_between


def earlier_view(later: View) -> View:
    """The earlier side: what ``since_`` words say, the rest as on the *later* side."""
    since, known_on = word("since"), word("since_known_on")
    reading = word("since_reading")
    view = View(
        as_of=view_day(since, "since") if since else a_year_before(later).as_of,
        known_on=view_day(known_on, "since_known_on") if known_on else later.known_on,
        reading=_reading(reading) if reading else later.reading,
        revision=chosen_revision("since_revision") or later.revision,
    )
    if view.as_of > later.as_of:
        raise BadInput(
            N_("“Since” lies after “as of”. Exchange the two dates."), field="since"
        )
    return view


def _reading(text: str) -> Reading:
    try:
        return Reading.parse(text)
    except BadInput as problem:
        problem.field = "since_reading"
        raise


def chosen_rule(name: str) -> Rule | None:
    """The rule that this word of the address names, if it is there."""
    return rule_named(word(name)) if word(name) else None


def chosen_revision(name: str) -> int | None:
    """The revision that this word names; raises NotFound for one there is not."""
    revision = whole_number(name)
    if revision is not None and not 1 <= revision <= held().revision:
        raise NotFound(
            N_("There is no revision %(number)s. The last one is %(last)s."),
            field=name,
            number=revision,
            last=held().revision,
        )
    return revision
