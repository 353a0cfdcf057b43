"""What an editor sees whom another one has overtaken; nothing typed is lost."""

from collections.abc import Sequence
from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from tracker.domain.record import Fact, key_of, kind_of
from tracker.services import entries
from tracker.web.editing.kinds import EDITABLE
from tracker.web.editing.links import fact_tools, form_of, page_showing
from tracker.web.editing.wording import compared
from tracker.web.editing.work import Work
from tracker.web.forms.kept import kept_words


def show_both(work: Work, heir: Fact) -> ResponseReturnValue:
    """Show the record's version beside the editor's, field by field, to choose from.

    What the editor did not touch is chosen as the record has it, the rest as typed.
    """
    form, known = work.form, work.known
    assert known is not None
    mine = form.values_of(form.to_change(known))
    page = render_template(
        "editing/conflict.html",
        was=key_of(known),
        now=key_of(heir),
        rows=compared(form, form.values_of(heir), mine),
        untouched=form.untouched(mine),
        kept=kept_words(),
        action=form_of(heir),
        leave=page_showing(heir),
    )
    return page, 409


def show_gone(known: Fact, kept: Sequence[tuple[str, str]] = ()) -> ResponseReturnValue:
    """Say that *known* changed or stands no more; what was *kept* can be entered."""
    heir = entries.heir_of(known)
    adding = EDITABLE[kind_of(known)].adding
    code = getattr(known, "program", "")
    at: dict[str, Any] = {"code": code} if code else {}
    page = render_template(
        "editing/gone.html",
        was=key_of(known),
        now=key_of(heir) if heir else "",
        tools=fact_tools(heir) if heir else (),
        kept=kept,
        action=url_for(f"editing.{adding.endpoint}", **at) if adding else "",
        leave=page_showing(known),
    )
    return page, 409
