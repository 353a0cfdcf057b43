"""The record to take away: the whole of it or a part, as the editable workbook."""

from io import BytesIO

from flask import Blueprint, render_template, send_file
from flask.typing import ResponseReturnValue

from tracker.domain.views import SAID, View
from tracker.services import exports
from tracker.services.record_part import Part
from tracker.web.address import asked, chosen_plan, held, word
from tracker.web.clock import today
from tracker.web.language import plain_title

bp = Blueprint("exports", __name__, url_prefix="/export")

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The words of a view that leave something out; of the readings all but "said" do.
NARROWING = ("as_of", "known_on")


@bp.get("")
def index() -> ResponseReturnValue:
    """Offer the whole record, and the part that the address asks for."""
    part = asked_part()
    return render_template(
        "exports/index.html",
        revision=held().revision,
        part=part,
        sectors=sector_choices(),
        whole=exports.export_for_page(exports.WHOLE, today()),
        chosen=None if part.is_whole else exports.export_for_page(part, today()),
    )


def sector_choices() -> tuple[tuple[str, str], ...]:
    """The sectors to choose from: code and words."""
    return tuple((s.code, plain_title(s.title)) for s in held().sectors.values())


@bp.get("/record.xlsx")
def workbook() -> ResponseReturnValue:
    """Give the workbook; one the browser has already is not sent again."""
    found = exports.export_for_page(asked_part(), today())
    answer = send_file(
        BytesIO(found.data),
        mimetype=EXCEL,
        as_attachment=True,
        download_name=found.name,
        etag=found.etag,
        conditional=True,
        max_age=0,
    )
    answer.headers["Cache-Control"] = "no-cache"  # keep it, but ask whether it changed
    return answer


def asked_part() -> Part:
    """The part of the record that the address asks for; all of it if it names none.

    Raises BadInput for an unknown plan, NotFound for an unknown sector.
    """
    return Part(plan=chosen_plan() or "", sector=word("sector"), view=_asked_view())


def _asked_view() -> View | None:
    """The view, where the address names one; without, the whole history is meant."""
    found = asked()
    is_narrow = any(name in found.given for name in NARROWING)
    return found.view if is_narrow or found.view.reading != SAID else None
