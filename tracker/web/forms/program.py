"""The form of a program's description: what it is, not how far it has come."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from flask_babel import lazy_gettext
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from tracker.domain.program import Program, Title
from tracker.domain.vocabulary import NumberBasis, TitleBasis
from tracker.web.forms.citing import CitingForm
from tracker.web.forms.fields import (
    CountField,
    Given,
    PartialDateField,
    WordRadioField,
    tidy,
)

# The fields a person can fill in, in the order of the form; the domain names the same.
PLAIN_FIELDS = (
    "sector",
    "number_basis",
    "title_basis",
    "responsible_by",
    "responsible_ru",
    "starts_on",
    "due_on",
    "measures_total",
    "summary",
)


def values_of(program: Program) -> dict[str, Any]:
    """What the fields of the form hold for *program*."""
    title = program.title
    return {
        "title_en": title.en,
        "title_ru": title.ru,
        "title_be": title.be,
        "title_translated": list(program.title_translated),
        "sources": list(program.sources),
        **{name: getattr(program, name) for name in PLAIN_FIELDS},
    }


def marks_of(values: Mapping[str, Any]) -> dict[str, str]:
    """A short mark of each value: two equal values have the same."""
    return {
        name: sha256(str(value or "").encode()).hexdigest()[:8]
        for name, value in values.items()
    }


class ProgramForm(CitingForm):
    """Checks the shape of a description. The choices of ``sector`` come from the view.

    ``version`` is the one of the row the editor began from, ``seen`` what its fields
    held then: after a conflict it tells what the editor touched.
    """

    places = {"title": "title_en"}  # noqa: RUF012 - read only

    version = HiddenField()
    seen = HiddenField()
    title_en = StringField(
        lazy_gettext("Title in English"),
        [Given(lazy_gettext("Give the title in English."))],
        filters=[tidy],
    )
    title_ru = StringField(lazy_gettext("Title in Russian"), filters=[tidy])
    title_be = StringField(lazy_gettext("Title in Belarusian"), filters=[tidy])
    title_basis = WordRadioField(
        lazy_gettext("On what the title rests"),
        TitleBasis,
        [Given(lazy_gettext("Choose on what the title rests."))],
    )
    title_translated = SelectMultipleField(
        lazy_gettext("Titles that are our own translation"),
        choices=[
            SelectChoice("ru", lazy_gettext("Russian")),
            SelectChoice("be", lazy_gettext("Belarusian")),
        ],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        invalid_choice_message=lazy_gettext("Choose among these languages."),
    )
    number_basis = WordRadioField(
        lazy_gettext("On what the number rests"),
        NumberBasis,
        [Given(lazy_gettext("Choose on what the number rests."))],
    )
    sector = SelectField(
        lazy_gettext("Sector"),
        [Given(lazy_gettext("Choose the sector."))],
        invalid_choice_message=lazy_gettext("Choose a sector of the list."),
    )
    responsible_by = StringField(
        lazy_gettext("Bodies at work in Belarus"), filters=[tidy]
    )
    responsible_ru = StringField(
        lazy_gettext("Bodies at work in Russia"), filters=[tidy]
    )
    starts_on = PartialDateField(lazy_gettext("Begins"))
    due_on = PartialDateField(
        lazy_gettext("Due by the sources"),
        description=lazy_gettext(
            "As sources say. What counts as due follows from the deadlines."
        ),
    )
    measures_total = CountField(
        lazy_gettext("Measures in all"), render_kw={"inputmode": "numeric"}
    )
    summary = TextAreaField(
        lazy_gettext("Summary"), filters=[tidy], render_kw={"rows": 5}
    )
    reason = StringField(
        lazy_gettext("Why is it changed?"),
        filters=[tidy],
        description=lazy_gettext("Stands in the history of the record."),
    )

    def to_program(self, known: Program) -> Program:
        """The validated input as a domain value; code, plan and number stay."""
        chosen = self.title_translated.data or ()
        return Program(
            code=known.code,
            plan=known.plan,
            number=known.number,
            title=Title(self.title_en.data, self.title_ru.data, self.title_be.data),
            title_translated=tuple(chosen),
            sources=self.sources.codes,
            version=self.seen_version,
            **{name: self[name].data for name in PLAIN_FIELDS},
        )

    @classmethod
    def began_from(
        cls, program: Program, values: Mapping[str, Any], **options: Any
    ) -> "ProgramForm":
        """The form that holds *values*, its editor having seen *program*."""
        seen = json.dumps(marks_of(values_of(program)), separators=(",", ":"))
        data = {**values, "version": str(program.version), "seen": seen}
        return cls(data=data, **options)

    def untouched(self, values: Mapping[str, Any]) -> frozenset[str]:
        """The fields of *values*, as sent, that the editor left as they were."""
        try:
            seen = json.loads(self.seen.data or "{}")
        except ValueError:
            seen = {}
        marks = marks_of(values)
        pairs = seen.items() if isinstance(seen, dict) else ()
        return frozenset(name for name, mark in pairs if marks.get(name) == mark)

    @property
    def seen_version(self) -> int:
        """The version the editor began from; 0 where the page does not say."""
        text = self.version.data or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
