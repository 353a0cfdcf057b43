"""The list of programs, and the page of one."""

from dataclasses import dataclass
from functools import lru_cache

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.views import SAID
from tracker.domain.vocabulary import Condition, Stage, Timeliness
from tracker.domain.words import N_, Word
from tracker.services import programs
from tracker.services.catalogue import Catalogue
from tracker.services.programs import (
    HELD_UP,
    UNKNOWN_STAGE,
    Listing,
    ProgramFilter,
)
from tracker.web.address import asked, flag, to, word
from tracker.web.badges import NOT_KNOWN
from tracker.web.filters import label
from tracker.web.frame import Choices
from tracker.web.language import language, page_language, title
from tracker.web.program_page import Page
from tracker.web.rows import rows_of
from tracker.web.translate import gettext

bp = Blueprint("programs", __name__, url_prefix="/programs")

FILTER_WORDS = ("sector", "stage", "condition", "timeliness", "text", "sort")
COLUMNS: Choices = (
    ("code", N_("Code")),
    ("title", N_("Title")),
    ("sector", N_("Sector")),
    ("stage", N_("Stage")),
    ("condition", N_("Condition")),
    ("due", N_("Due")),
    ("timeliness", N_("Timeliness")),
    ("last_report", N_("Last word")),
)


@bp.get("")
def index() -> ResponseReturnValue:
    """List the programs that the address asks for, in its order."""
    view, chosen = asked().view, chosen_filter()
    found = programs.listing(view, chosen, language())
    return render_template(
        "programs/index.html",
        revision=found.revision,
        rows=rows_of(found.rows, view),
        chosen=chosen,
        total_count=found.total_count,
        heads=heads(chosen),
        choices=choices(found.catalogue),
        scope=scope(found),
    )


@bp.get("/<code>")
def detail(code: str) -> ResponseReturnValue:
    """Show one program: its state said and shown, its history, what it hangs on."""
    found = programs.detail(code, asked().view)
    return render_template(
        "programs/detail.html",
        revision=found.revision,
        found=found,
        page=Page(found),
    )


def chosen_filter() -> ProgramFilter:
    """What the address says of the programs to list."""
    words = {name: word(name) for name in FILTER_WORDS}
    return ProgramFilter(
        **{name: text for name, text in words.items() if text},
        plan=asked().plan,
        silent=flag("silent"),
        descending=flag("descending"),
    )


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column that sorts: its order if any, and the address that sorts."""

    address: str
    order: str = ""

    @property
    def mark(self) -> str:
        """The arrow beside the words."""
        return {"ascending": "▲", "descending": "▼"}.get(self.order, "")


def heads(chosen: ProgramFilter) -> dict[str, Head]:
    """The heads that sort; the stage sorts the column of the view's own reading."""
    kept = {name: word(name) or None for name in FILTER_WORDS}
    kept["silent"] = "yes" if chosen.silent else None
    found = {name: _head(name, chosen, kept) for name, _ in COLUMNS}
    found["said" if asked().view.reading == SAID else "shown"] = found.pop("stage")
    return found


def _head(name: str, chosen: ProgramFilter, kept: dict[str, str | None]) -> Head:
    is_sorted = chosen.sort == name
    turned = is_sorted and not chosen.descending
    order = "descending" if chosen.descending else "ascending"
    words = {**kept, "sort": name, "descending": "yes" if turned else None}
    return Head(to("programs.index", **words), order if is_sorted else "")


def choices(held: Catalogue) -> dict[str, Choices]:
    """What each filter offers: codes and words."""
    return {
        "sector": tuple((s.code, title(s.title)) for s in held.sectors.values()),
        "stage": (*_words(Stage), (UNKNOWN_STAGE, gettext(NOT_KNOWN))),
        "condition": (*_words(Condition), (HELD_UP, gettext("Stalled or blocked"))),
        "timeliness": _words(Timeliness),
        "sort": tuple((name, gettext(words)) for name, words in COLUMNS),
    }


def _words(vocabulary: type[Word]) -> Choices:
    return _words_in(vocabulary, page_language())


@lru_cache(maxsize=32)
def _words_in(vocabulary: type[Word], _language: str) -> Choices:
    return tuple((each.value, label(each)) for each in vocabulary)


def scope(found: Listing) -> str:
    """The plan the list keeps to, in words."""
    plan = found.catalogue.plans.get(found.filter.plan)
    return title(plan.title) if plan else gettext("all plans")
