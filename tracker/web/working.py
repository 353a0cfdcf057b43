"""The page of work that goes on beside the requests: how far it is, asked again."""

from fractions import Fraction

from flask import make_response, render_template, request
from flask.typing import ResponseReturnValue

from tracker.services.import_stages import Stage
from tracker.services.underway import Unfinished
from tracker.web.filters import label, share
from tracker.web.translate import gettext

JSON = "application/json"


def wants_json() -> bool:
    """Whether it is the script of a page that asks."""
    return request.accept_mimetypes.best == JSON


def working_page(
    template: str, found: Unfinished, first: Stage, **about: object
) -> ResponseReturnValue:
    """Say how far it is, at the *first* stage if it says none; the page asks again.

    The *template* says *about* what it is.
    """
    stage = Stage(found.what) if found.what in set(Stage) else first
    done = Fraction(found.done, found.of)
    words = gettext("%(what)s: %(share)s", what=label(stage), share=share(done))
    percent = round(100 * done)
    if wants_json():
        answer = make_response({"percent": percent, "words": words})
    else:
        page = render_template(template, percent=percent, words=words, **about)
        answer = make_response(page, 202)
    answer.headers["Cache-Control"] = "no-store"
    return answer
