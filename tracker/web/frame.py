"""What stands around every page: navigation, the view bar, who is signed in."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, current_app, get_flashed_messages, request, url_for
from flask_login import current_user
from markupsafe import Markup

from tracker.domain.accounts import Account, Role
from tracker.domain.dates import PartialDate
from tracker.domain.errors import BadInput
from tracker.domain.views import Reading
from tracker.domain.words import N_
from tracker.services.catalogue import emptied_in
from tracker.web.address import VIEW_WORDS, Asked, asked, chosen_plan, held, to
from tracker.web.language import page_language, site_root
from tracker.web.translate import gettext

Choices = tuple[tuple[str, str], ...]
NAVIGATION: Choices = (
    ("overview.index", N_("Overview")),
    ("programs.index", N_("Programs")),
    ("sectors.index", N_("Sectors")),
    ("analysis.index", N_("Analysis")),
    ("events.index", N_("Events")),
    ("sources.index", N_("Sources")),
    ("changes.index", N_("Changes")),
    ("reports.index", N_("Reports")),
    ("exports.index", N_("Downloads")),
    ("imports.index", N_("Import")),
    ("method.index", N_("Method")),
)
FOR_EDITORS = frozenset({"imports.index"})
# A second row, on the pages of the analyses only.
ANALYSES: Choices = (
    ("progress.index", N_("Progress")),
    ("bottlenecks.index", N_("Bottlenecks")),
    ("deadlines.index", N_("Deadlines")),
    ("claims.index", N_("Claims")),
    ("change.index", N_("What moved")),
    ("forecast.index", N_("Forecast")),
    ("lineage.index", N_("Lineage")),
    ("charts.index", N_("Charts")),
)
SHORT_READINGS: dict[str, str] = {
    "said": N_("Said"),
    "E1": N_("E1 or better"),
    "E2": N_("E2 or better"),
    "shown": N_("Shown"),
    "E4": N_("E4 only"),
}
READINGS: dict[str, str] = {
    "said": N_("said (every report counts)"),
    "E1": N_("E1 or better"),
    "E2": N_("E2 or better"),
    "shown": N_("shown (E3 or better)"),
    "E4": N_("E4 only"),
}


def init_app(app: Flask) -> None:
    """Give the templates what stands around every page."""
    app.jinja_env.globals.update(
        analyses=analyses,
        asset=asset,
        emptied_in=emptied_in,
        has_page=has_page,
        has_view=has_view,
        may_edit=may_edit,
        messages=lambda: get_flashed_messages(with_categories=True),
        navigation=navigation,
        options=options,
        reading_words=reading_words,
        signed_in=signed_in,
        view_bar=view_bar,
        view_words=VIEW_WORDS,
    )
    app.extensions["tracker.assets"] = {}


def has_page(endpoint: str) -> bool:
    """Whether the application serves *endpoint*."""
    return endpoint in current_app.view_functions


def navigation() -> list[tuple[str, str, str]]:
    """The main links: words, address (keeping the view), and how near we are.

    ``page`` marks the page itself or one below it, ``true`` the row that leads on.
    """
    return _links(NAVIGATION, "analysis" if analyses() else "")


def analyses() -> list[tuple[str, str, str]]:
    """The same for the second row; none where we are not among the analyses."""
    here = request.blueprint or ""
    around = {endpoint.partition(".")[0] for endpoint, _ in ANALYSES} | {"analysis"}
    return _links(ANALYSES) if here in around else []


def _links(row: Choices, leading_on: str = "") -> list[tuple[str, str, str]]:
    link = to if has_view() else url_for
    near = {leading_on: "true", request.blueprint or "": "page"}
    return [
        (gettext(words), link(endpoint), near.get(endpoint.partition(".")[0], ""))
        for endpoint, words in row
        if has_page(endpoint) and (endpoint not in FOR_EDITORS or may_edit())
    ]


def is_public() -> bool:
    """Whether this request asks for a page of a view."""
    public: frozenset[str] = current_app.extensions["tracker.public"]
    return request.blueprint in public


def has_view() -> bool:
    """Whether this is a page of a view that can be read."""
    if not is_public():
        return False
    try:
        chosen_plan()
    except BadInput:
        return False
    return True


def signed_in() -> Account | None:
    """Whoever is signed in; without a session nothing is looked up."""
    name = current_app.config["SESSION_COOKIE_NAME"]
    if name not in request.cookies or not hasattr(current_app, "login_manager"):
        return None
    return current_user if current_user.is_authenticated else None


def may_edit() -> bool:
    """Whether whoever looks at the page may change the record."""
    person = signed_in()
    return person is not None and person.role.may_act_as(Role.EDITOR)


def reading_words(reading: Reading) -> str:
    """A reading as people read it."""
    return gettext(READINGS.get(reading.code, reading.code))


@dataclass(frozen=True, slots=True)
class ViewBar:
    """What the form of the view holds: choices, what was typed, what was wrong."""

    plans: Choices
    readings: Choices
    typed: dict[str, str]

    def date_type(self, name: str) -> Markup:
        """The type of a date input; plain text keeps what was no date."""
        text = self.typed[name]
        kind = "date" if not text or _is_whole_date(text) else "text"
        return Markup('type="{}"').format(kind)

    def wrong(self, name: str, problem_field: object = None) -> Markup:
        """What marks the input whose words could not be read."""
        if name != problem_field:
            return Markup()
        return Markup(' aria-invalid="true" aria-describedby="problem"')


def view_bar() -> ViewBar:
    """The form of the view, as asked for or, where that failed, as typed."""
    typed = {name: request.args.get(name, "") for name in VIEW_WORDS}
    if has_view():
        typed = _typed(asked())
    readings = tuple((code, gettext(words)) for code, words in SHORT_READINGS.items())
    return ViewBar(plan_choices(), readings, typed)


def plan_choices() -> Choices:
    """The plans to choose from: code and words."""
    shown_in = page_language()
    return tuple(
        (plan.code, f"{plan.code} · {plan.title.in_language(shown_in)}")
        for plan in held().plans.values()
    )


@lru_cache(maxsize=512)
def options(choices: Choices, chosen: str, any: str = "") -> Markup:
    """The options of a select: *choices* after the one that means any, if it has words.

    Kept, because most pages repeat them and none is short.
    """
    listed = (("", any), *choices) if any else choices
    draw = Markup('<option value="{}"{}>{}</option>').format
    mark = Markup(" selected")
    return Markup().join(
        draw(code, mark if code == chosen else "", words) for code, words in listed
    )


def _typed(found: Asked) -> dict[str, str]:
    view = found.view
    return {
        "plan": found.plan,
        "as_of": view.as_of.isoformat(),
        "known_on": view.known_on.isoformat() if view.known_on else "",
        "reading": view.reading.code,
    }


def _is_whole_date(text: str) -> bool:
    try:
        return PartialDate.parse(text).is_whole
    except BadInput:
        return False


def asset(name: str) -> str:
    """The address of a static file; it changes with the file, so it can be kept."""
    marks: dict[str, str] = current_app.extensions["tracker.assets"]
    if name not in marks or current_app.debug:
        content = (Path(str(current_app.static_folder)) / name).read_bytes()
        marks[name] = sha256(content).hexdigest()[:10]
    return f"{site_root()}{current_app.static_url_path}/{name}?v={marks[name]}"
