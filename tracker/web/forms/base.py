"""The base of every form: shows refusals at their fields, keeps what was typed."""

import secrets
from hashlib import sha256
from typing import Any

from flask import request
from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField

from tracker.domain.errors import TrackerError
from tracker.web.filters import sentence

# Fields of the flow of pages, not of what is entered.
FLOW_FIELDS = frozenset({"csrf_token", "token", "step"})
OUT_OF_DATE = lazy_gettext(
    "This page was open for too long, or you have signed in anew since. Nothing was "
    "saved. Check what you typed and send it again."
)


def new_token() -> str:
    """A token that no other form has: what makes two submissions one."""
    return secrets.token_urlsafe(16)


class TrackerForm(FlaskForm):
    """A form that can show a domain error at its field.

    ``places`` leads from a name of the domain to the field that holds it, where the
    two differ.
    """

    token = HiddenField(default=new_token)
    places: dict[str, str] = {}  # noqa: RUF012 - read only, and a form class each
    is_out_of_date = False

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the shape of what was typed.

        A page whose proof that this person asked for it no longer holds says so above
        the form, which keeps what was typed and carries a new proof.
        """
        is_good = bool(super().validate(extra_validators))
        if "csrf_token" in self and self.csrf_token.errors:
            self.is_out_of_date = True
            self.csrf_token.errors = []
            self.form_errors.append(str(OUT_OF_DATE))
        return is_good

    def refuse(self, problem: TrackerError) -> None:
        """Show *problem* at its field, or above the form when it has none."""
        field = self.field_of(problem.field)
        if field is None:
            self.form_errors.append(sentence(problem))
        else:
            field.errors = [*field.errors, sentence(problem)]

    def field_of(self, name: str | None) -> Field | None:
        """The field that shows what is wrong with *name*, if the form has one."""
        field: Field | None = self._fields.get(self.places.get(name or "", name))
        return field

    @property
    def submission(self) -> str:
        """Names exactly this: the same form sent twice with the same words.

        A form that was changed and sent again after it was saved has another name, so
        that the change is not taken for a repetition.
        """
        typed = sorted(
            (name, text)
            for name, text in request.form.items(multi=True)
            if name not in FLOW_FIELDS
        )
        digest = sha256(repr((request.path, typed)).encode()).hexdigest()[:24]
        return f"{self.token.data or ''}-{digest}"[:80]
