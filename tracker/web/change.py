"""Why a plan's figure moved between two dates, or two revisions of the record.

The words of the address that begin with ``since_`` speak of the earlier side; those
left out are the same on both sides, so that only the date differs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from flask import Blueprint, Flask, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.explained_change import Cause, Move
from tracker.domain.scores import RULES, Rule
from tracker.domain.views import View
from tracker.services.change_between import ChangeBetween, change_between
from tracker.services.charts import current_plan
from tracker.services.completion import main_rule
from tracker.web.address import asked, chosen_plan, held, word
from tracker.web.filters import label, number, share
from tracker.web.lanes import in_words
from tracker.web.language import plain_title
from tracker.web.pictures import Embedded, embedded
from tracker.web.sides import chosen_revision, chosen_rule, earlier_view
from tracker.web.translate import gettext

bp = Blueprint("change", __name__, url_prefix="/change")

# Where the scale of the parts may end.
ENDS = tuple(Fraction(step, 10) for step in range(1, 11))


def init_app(app: Flask) -> None:
    """Let the templates say points."""
    app.jinja_env.filters.update(signed=signed)


@bp.get("")
def index() -> ResponseReturnValue:
    """Explain how the figure of one plan moved, part by part and program by program."""
    page = "change/index.html"
    if not held().plans:
        return render_template(page, revision=held().revision, page=None)
    found = asked_change()
    return render_template(
        page, revision=found.revision, page=Page(found), typed=typed(found)
    )


def asked_change() -> ChangeBetween:
    """The change that the address asks for; raises BadInput for what cannot be read."""
    code = chosen_plan() or current_plan(held(), asked().view).code
    later = replace(asked().view, revision=chosen_revision("revision"))
    earlier = earlier_view(later)
    rule = chosen_rule("rule") or RULES[main_rule(held().plans[code])]
    old_rule = chosen_rule("since_rule") or rule
    return change_between(earlier, later, code, old_rule.id, rule.id)


def typed(found: ChangeBetween) -> dict[str, str]:
    """What the form of the two sides holds."""
    words = ("rule", "revision", "since_known_on", "since_reading")
    return {
        **{name: word(name) for name in (*words, "since_revision", "since_rule")},
        "since": found.earlier.as_of.isoformat(),
    }


@dataclass(frozen=True, slots=True)
class Bar:
    """One part as a bar from where the figure stood to where it brought it, in percent.

    ``code`` tells a whole figure, a rise and a fall apart.
    """

    words: str
    code: str
    start: float
    width: float
    points: str


@dataclass(frozen=True, slots=True)
class Moved:
    """One program that moved, and what that adds to the part of its cause."""

    move: Move
    title: str
    points: Fraction | None


@dataclass(frozen=True, slots=True)
class Page:
    """What the page shows of *found*."""

    found: ChangeBetween

    @property
    def picture(self) -> Embedded | None:
        """The steps drawn."""
        return embedded("change", self.found.plan.code, word("rule"))

    @property
    def rules(self) -> tuple[tuple[str, str], ...]:
        """The rules to choose from."""
        return tuple((rule.id, gettext(rule.label)) for rule in RULES.values())

    @property
    def title(self) -> str:
        """The finding: from where to where."""
        explained = self.found.explained
        if self.found.is_not_known:
            return gettext("Not known: nobody has reported on it by then")
        if explained.before == explained.after:
            return gettext("No change: %(figure)s", figure=share(explained.after))
        return gettext(
            "From %(before)s to %(after)s",
            before=share(explained.before),
            after=share(explained.after),
        )

    @property
    def sentence(self) -> str:
        """The finding with its parts."""
        if self.found.is_not_known:
            return gettext("There is no figure that could have moved.")
        parts = [
            f"{label(cause).lower()} {signed(part)}"
            for cause, part in self.found.explained.parts.items()
            if part
        ]
        if not parts:
            return gettext("Nothing moved the figure.")
        return gettext("In points: %(parts)s.", parts=", ".join(parts))

    @property
    def bars(self) -> list[Bar]:
        """The figure before, each part, and the figure after, as steps."""
        explained, end = self.found.explained, self.end
        bars = [whole_bar(in_words(self.found.earlier.as_of), explained.before, end)]
        stands = explained.before
        for cause, part in explained.parts.items():
            low = min(stands, stands + part)
            code = "fall" if part < 0 else "rise"
            bars.append(
                Bar(
                    label(cause),
                    code,
                    float(100 * low / end),
                    float(100 * abs(part) / end),
                    signed(part),
                )
            )
            stands += part
        last = whole_bar(in_words(self.found.later.as_of), explained.after, end)
        return [*bars, last]

    @property
    def end(self) -> Fraction:
        """Where the scale of the bars ends."""
        stands, highest = self.found.explained.before, self.found.explained.before
        for part in self.found.explained.parts.values():
            stands += part
            highest = max(highest, stands)
        return next(end for end in ENDS if end >= highest)

    @property
    def sides(self) -> list[tuple[str, View, Rule]]:
        """Both sides with their rules."""
        found = self.found
        return [
            (gettext("Earlier"), found.earlier, found.rule),
            (gettext("Later"), found.later, found.new_rule),
        ]

    @property
    def causes(self) -> list[tuple[Cause, Sequence[Moved]]]:
        """The programs that moved, by cause, the farthest first."""
        moves = [self._moved(move) for move in self.found.explained.moves]
        by_cause = [(c, [m for m in moves if m.move.cause is c]) for c in Cause]
        return [(cause, sorted(own, key=_farthest)) for cause, own in by_cause if own]

    def _moved(self, move: Move) -> Moved:
        title = plain_title(self.found.programs[move.program].title)
        return Moved(move, title, self.found.points_of(move))


def _farthest(moved: Moved) -> tuple[Fraction, str]:
    return (-abs(moved.points or Fraction()), moved.move.program)


def whole_bar(words: str, figure: Fraction, end: Fraction) -> Bar:
    """A figure as a bar from zero."""
    return Bar(words, "whole", 0.0, float(100 * figure / end), share(figure))


def signed(part: Fraction) -> str:
    """A part in points, with its sign."""
    sign = "+" if part > 0 else "−" if part < 0 else ""
    return f"{sign}{number(abs(100 * part))}"
