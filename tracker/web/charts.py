"""Charts as pictures, and the page of each with its sentence and table."""

from dataclasses import replace
from pathlib import Path
from typing import Protocol

import flask_babel
from flask import (
    Blueprint,
    Response,
    current_app,
    make_response,
    render_template,
    request,
)
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from tracker.domain.scores import RULES
from tracker.reporting.frame import NARROW, WIDE
from tracker.reporting.language import Language
from tracker.services import charts
from tracker.services.chart_list import CHARTS
from tracker.services.charts import Audience
from tracker.services.wanted_chart import Format, Wanted
from tracker.web.address import asked, chosen_plan, held, to, whole_number, word
from tracker.web.language import language, page_language
from tracker.web.sides import side_words, with_sides
from tracker.web.sizes import size as in_words
from tracker.web.tables import date_columns
from tracker.web.translate import gettext

bp = Blueprint("charts", __name__, url_prefix="/charts")

FOLDER = "drawn-charts"
# Where a mark about a thing of this kind leads.
PAGES = {
    "claim": ("claims.detail", "key"),
    "program": ("programs.detail", "code"),
    "sector": ("sectors.detail", "code"),
    "stage": ("programs.index", "stage"),
}


@bp.get("")
def index() -> ResponseReturnValue:
    """Show every chart of the view, small."""
    chosen_plan()
    return render_template(
        "charts/index.html", revision=held().revision, charts=CHARTS.values()
    )


@bp.get("/<name>")
def detail(name: str) -> ResponseReturnValue:
    """Show one chart with its sentence, its table and its downloads."""
    wanted = with_sides(
        Wanted(
            name=name, view=asked().view, plan=chosen_plan() or "", rule=word("rule")
        )
    )
    picture = charts.chart(wanted, audience(), folder())
    facts = charts.facts(wanted, spoken())
    return render_template(
        "charts/detail.html",
        facts=facts,
        dates=date_columns(facts.table.rows),
        picture=Markup(picture.content.decode()),
        rules=RULES.values(),
        rule=word("rule"),
        sides=side_words(name),
        downloads=downloads(wanted),
        narrow=NARROW,
    )


@bp.get("/<name>.<format>")
def chart(name: str, format: str) -> ResponseReturnValue:
    """Give the picture; one the browser has already is not sent again."""
    wanted = Wanted(
        name=name,
        view=asked().view,
        plan=asked().plan,
        rule=word("rule"),
        format=format,
        width=whole_number("width") or WIDE,
        scale=whole_number("scale") or 1,
    )
    return as_answer(charts.chart(with_sides(wanted), audience(), folder()))


class Download(Protocol):
    """What can be sent: bytes with a name and a tag."""

    @property
    def content(self) -> bytes: ...

    @property
    def mimetype(self) -> str: ...

    @property
    def filename(self) -> str: ...

    @property
    def etag(self) -> str: ...


def as_answer(made: Download, *, is_saved: bool = False) -> Response:
    """A picture or report as an answer that is kept as long as nothing changes."""
    answer = make_response(made.content)
    answer.mimetype = made.mimetype
    kind = "attachment" if is_saved else "inline"
    answer.headers["Content-Disposition"] = f'{kind}; filename="{made.filename}"'
    answer.headers["Cache-Control"] = "no-cache"  # keep it, but ask whether it changed
    answer.set_etag(made.etag)
    answer.make_conditional(request)
    return answer


def spoken() -> Language:
    """The language of the page, for pictures and reports.

    The translations are looked up here and now: a report is made after the request.
    """
    translations = flask_babel.get_translations()
    return Language(
        code=page_language(),
        titles=language(),
        gettext=translations.gettext,
        ngettext=translations.ngettext,
    )


def audience() -> Audience:
    """Whoever asks: his language, and links that keep his view."""
    given = tuple(sorted(asked().given.items()))
    return Audience(spoken(), link, f"{request.script_root}?{given}")


def folder() -> Path:
    """Where the processes of the server keep what they have drawn."""
    return Path(str(current_app.config["TRACKER_INSTANCE"])) / FOLDER


def link(kind: str, key: str) -> str | None:
    """Where a mark of a picture leads; a claim to its row in the list.

    A bar of a whole plan is of no one sector, and so leads nowhere.
    """
    if kind not in PAGES or not key:
        return None
    endpoint, name = PAGES[kind]
    return to(endpoint, **{name: key})


def downloads(wanted: Wanted) -> list[tuple[str, str]]:
    """Where a chart is had in each form, in words with the size if it is known."""
    forms = [(form, 1) for form in Format] + [(Format.PNG, 2)]
    return [
        (
            to(
                "charts.chart",
                name=wanted.name,
                rule=wanted.rule or None,
                format=form.value,
                scale=scale if scale > 1 else None,
                **side_words(wanted.name),
            ),
            _form_words(replace(wanted, format=form.value, scale=scale)),
        )
        for form, scale in forms
    ]


def _form_words(wanted: Wanted) -> str:
    words = gettext(Format(wanted.format).label)
    if wanted.scale > 1:
        words = gettext("%(form)s, twice as fine", form=words)
    size = charts.kept_size(wanted, audience(), folder())
    return f"{words}, {in_words(size)}" if size else words
