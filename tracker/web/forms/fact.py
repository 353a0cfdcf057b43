"""The base of the forms that facts are typed into, and of what changes a fact."""

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any, ClassVar, Self

from flask_babel import lazy_gettext
from wtforms import HiddenField, StringField
from wtforms.validators import Length

from tracker.domain.record import KINDS, Fact, Kind
from tracker.web.forms.base import TrackerForm
from tracker.web.forms.fields import Given, tidy

SHORT = Length(max=1000, message=lazy_gettext("Say it in at most 1,000 characters."))
IN_HISTORY = lazy_gettext("Stands in the history of the record.")


class ChangeForm(TrackerForm):
    """Changes a fact: why, and which version of its row the editor began from."""

    places = {"summary": "reason"}  # noqa: RUF012 - read only

    version = HiddenField()
    reason = StringField(
        lazy_gettext("Why is it corrected?"),
        [Given(lazy_gettext("Say why it is corrected.")), SHORT],
        filters=[tidy],
        description=IN_HISTORY,
    )

    @property
    def seen_version(self) -> int:
        """The version the editor began from; 0 where the page does not say."""
        text = self.version.data or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


class RetirementForm(ChangeForm):
    """Only the reason: what is retired is named by the address."""

    reason = StringField(
        lazy_gettext("Why is it retired?"),
        [Given(lazy_gettext("Say why it is retired.")), SHORT],
        filters=[tidy],
        description=IN_HISTORY,
    )


class FactForm(ChangeForm):
    """Checks the shape of a fact; whether it may be entered is the domain's to say.

    ``names`` are the fields whose values are those of the domain, in the order of the
    form. ``seen`` marks what the fields held when the editor began, so that after a
    conflict it can be told what the editor touched.
    """

    fact_kind: ClassVar[Kind]
    names: ClassVar[tuple[str, ...]]
    seen = HiddenField()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Fields of a base come first; on the page, and among errors, these come last.
        for name in ("sources", "new_sources", "reason"):
            if name in self._fields:
                self._fields[name] = self._fields.pop(name)

    @classmethod
    def values_of(cls, fact: Any) -> dict[str, Any]:
        """What the fields of the form hold for *fact*."""
        return {name: getattr(fact, name) for name in cls.names}

    @classmethod
    def began_from(
        cls, fact: Any, values: Mapping[str, Any] | None = None, **options: Any
    ) -> Self:
        """The form that holds *values*, or those of *fact*, which its editor saw."""
        held = cls.values_of(fact)
        seen = json.dumps(marks_of(held), separators=(",", ":"))
        data = {**(values or held), "version": str(fact.version), "seen": seen}
        return cls(data=data, **options)

    def adds(self) -> Self:
        """The form as it adds a fact: there is nothing to change and no why."""
        for name in ("version", "seen", "reason"):
            del self[name]
        return self

    def values(self) -> dict[str, Any]:
        """The validated input, by the names of the domain."""
        return {name: self[name].data for name in self.names}

    def to_fact(self, **given: Any) -> Fact:
        """The validated input as a new fact; *given* is what no field asks for."""
        return KINDS[self.fact_kind].value(**self.values(), **given)

    def to_change(self, known: Fact) -> Fact:
        """The validated input in place of *known*, in the version the editor saw."""
        return replace(known, **{**self.values(), "version": self.seen_version})

    def untouched(self, values: Mapping[str, Any]) -> frozenset[str]:
        """The fields of *values*, as sent, that the editor left as they were."""
        try:
            seen = json.loads(self.seen.data or "{}")
        except ValueError:
            seen = {}
        marks = marks_of(values)
        pairs = seen.items() if isinstance(seen, dict) else ()
        return frozenset(name for name, mark in pairs if marks.get(name) == mark)


def marks_of(values: Mapping[str, Any]) -> dict[str, str]:
    """A short mark of each value: two equal values have the same."""
    return {
        name: sha256(str(value or "").encode()).hexdigest()[:8]
        for name, value in values.items()
    }
