"""The only place where an error becomes an answer: a page, or JSON for programs."""

from dataclasses import dataclass, replace

from flask import Flask, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, MethodNotAllowed, SecurityError

from tracker.domain.errors import (
    BadInput,
    Conflict,
    NotAllowed,
    NotFound,
    RuleBroken,
    TrackerError,
    Unavailable,
)
from tracker.domain.words import N_
from tracker.web.address import without_slash
from tracker.web.filters import sentence
from tracker.web.translate import gettext
from tracker.web.twins import forms_instead, names_instead

API = "/api/"
STATUS_OF: dict[type[TrackerError], int] = {
    NotFound: 404,
    BadInput: 400,
    RuleBroken: 422,
    Conflict: 409,
    NotAllowed: 403,
    Unavailable: 503,
}


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of an error: its code for programs, its title, and what to do."""

    code: str
    title: str
    advice: str


WORDS: dict[int, Words] = {
    400: Words(
        "bad_input",
        N_("The address cannot be read"),
        N_("Check the address, or start again from the overview."),
    ),
    401: Words("not_signed_in", N_("Sign in first"), N_("Sign in and try again.")),
    403: Words(
        "not_allowed",
        N_("You may not do this"),
        N_("Sign in with an account that may, or ask an administrator."),
    ),
    404: Words(
        "not_found",
        N_("Page not found"),
        N_(
            "There is nothing at this address. Check how it is written, or look in the "
            "list of programs."
        ),
    ),
    405: Words(
        "method_not_allowed",
        N_("This address does not work that way"),
        N_("Go back and use the links and buttons of the page."),
    ),
    409: Words(
        "conflict",
        N_("The record changed meanwhile"),
        N_("Go back, look at what is new, and try again."),
    ),
    413: Words(
        "too_large",
        N_("What was sent is too large"),
        N_("Shorten the text or choose a smaller file, and send it again."),
    ),
    422: Words(
        "rule_broken",
        N_("The record cannot take this"),
        N_("Go back, change it, and send it again."),
    ),
    429: Words(
        "too_many", N_("Too many tries"), N_("Wait a few minutes and try again.")
    ),
    500: Words(
        "failed",
        N_("Something went wrong here"),
        N_("Nothing was changed. Try again, and tell the editors if it goes on."),
    ),
    503: Words(
        "unavailable",
        N_("The record cannot be reached just now"),
        N_("Nothing was changed. Try again in a minute."),
    ),
}

UNPROVEN = Words(
    "not_proven",
    N_("The page was too old, or not ours"),
    N_(
        "What was sent came from a page that was open for too long, or from elsewhere. "
        "Nothing was done. Go back, load the page again, and send it once more."
    ),
)
# These sentences say what to do themselves; a piece of advice would say it twice.
PLAIN = (BadInput, NotFound)


def init_app(app: Flask) -> None:
    """Answer every error in whole sentences."""
    app.register_error_handler(TrackerError, answer_refusal)
    app.register_error_handler(HTTPException, answer_http)


def answer_refusal(problem: TrackerError) -> ResponseReturnValue:
    """Answer what the domain or a service refused."""
    status = next(
        (code for kind, code in STATUS_OF.items() if isinstance(problem, kind)), 400
    )
    words = words_for(status)
    if isinstance(problem, PLAIN):
        words = replace(words, advice="")
    said = [sentence(problem), forms_instead() if status == 404 else ""]
    return answer(status, words, " ".join(filter(None, said)), problem.field)


def answer_http(problem: HTTPException) -> ResponseReturnValue:
    """Answer what Flask refused; a failure of ours tells nothing of its inside."""
    if problem.response is not None:
        return problem.response
    if problem.code == 404 and (short := without_slash()) is not None:
        return short
    if isinstance(problem, SecurityError):
        # There is no address under a host that is not ours, so no page with links.
        refusal = gettext("The tracker does not answer to this host name.")
        return f"{refusal}\n", 400, {"Content-Type": "text/plain; charset=utf-8"}
    status = problem.code or 500
    words = UNPROVEN if isinstance(problem, CSRFError) else words_for(status)
    answered = make_response(answer(status, words, refusal_words(problem, words)))
    for name, value in problem.get_headers():
        if name.lower() in ("allow", "retry-after"):
            answered.headers[name] = value
    return answered


def refusal_words(problem: HTTPException, words: Words) -> str:
    """What to say of what Flask refused; what is right is named where it is known."""
    if problem.code == 404:
        return forms_instead() or names_instead() or gettext(words.advice)
    if not isinstance(problem, MethodNotAllowed):
        return gettext(words.advice)
    right = set(problem.valid_methods or ()) - {"HEAD", "OPTIONS"}
    return gettext(
        "This address does not answer to %(method)s, only to %(right)s.",
        method=request.method,
        right=", ".join(sorted(right)),
    )


def words_for(status: int) -> Words:
    """The words for *status*, or those of its family."""
    return WORDS.get(status) or WORDS[500 if status >= 500 else 400]


def answer(
    status: int, words: Words, message: str, field: str | None = None
) -> ResponseReturnValue:
    """Say *message* with *status*: as JSON to programs, as a page to people."""
    if request.path.startswith(API) or request.path.endswith(".json"):
        return jsonify(error=words.code, message=message, field=field), status
    advice = gettext(words.advice) if words.advice else ""
    page = render_template(
        "errors/problem.html",
        status=status,
        heading=gettext(words.title),
        message=message,
        advice="" if advice == message else advice,
        problem_field=field,
        is_down=status >= 500,
    )
    return page, status
