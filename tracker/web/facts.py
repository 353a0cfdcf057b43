"""Where a fact can be seen: the page, and the place on it, of every kind."""

from flask import Flask

from tracker.domain.record import Kind
from tracker.web.address import to

LISTS = {Kind.EVENT: "events.index"}
DETAILS = {
    Kind.CLAIM: ("claims.detail", "key"),
    Kind.SOURCE: ("sources.detail", "key"),
    Kind.SECTOR: ("sectors.detail", "code"),
    Kind.PROGRAM: ("programs.detail", "code"),
}


def init_app(app: Flask) -> None:
    """Let the templates link facts."""
    app.jinja_env.globals.update(fact_address=fact_address)


def fact_address(kind: Kind, key: str, program: str = "") -> str:
    """The address of a fact, or empty where no page of its own shows it."""
    if kind in DETAILS:
        endpoint, name = DETAILS[kind]
        return to(endpoint, **{name: key})
    if kind in LISTS:
        return to(LISTS[kind], _anchor=key)
    if kind is Kind.PLAN:
        return to("programs.index", plan=key)
    if program:
        return to("programs.detail", code=program, _anchor=key)
    return ""
