"""The form of a program's description: what it is, not how far it has come."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import StringField, TextAreaField
from wtforms.fields import SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from tracker.domain.program import Program, Title
from tracker.domain.record import Kind
from tracker.domain.vocabulary import NumberBasis, TitleBasis
from tracker.web.forms.citing import CitingForm
from tracker.web.forms.fact import IN_HISTORY, SHORT
from tracker.web.forms.fields import (
    CodeField,
    CountField,
    Given,
    PartialDateField,
    WordRadioField,
    tidy,
)

TITLES = {"title_en": "en", "title_ru": "ru", "title_be": "be"}


class ProgramForm(CitingForm):
    """Checks the shape of a description; code, plan and number stay."""

    fact_kind = Kind.PROGRAM
    names = (
        "title_translated",
        "title_basis",
        "number_basis",
        "sector",
        "summary",
        "responsible_by",
        "responsible_ru",
        "starts_on",
        "due_on",
        "measures_total",
        "sources",
    )
    places = {"title": "title_en"}  # noqa: RUF012 - read only

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
        filters=[lambda codes: tuple(codes or ())],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        invalid_choice_message=lazy_gettext("Choose among these languages."),
    )
    number_basis = WordRadioField(
        lazy_gettext("On what the number rests"),
        NumberBasis,
        [Given(lazy_gettext("Choose on what the number rests."))],
    )
    sector = CodeField(
        lazy_gettext("Sector"),
        [Given(lazy_gettext("Choose the sector."))],
        what="sectors",
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
    measures_total = CountField(lazy_gettext("Measures in all"))
    summary = TextAreaField(
        lazy_gettext("Summary"), filters=[tidy], render_kw={"rows": 5}
    )
    reason = StringField(
        lazy_gettext("Why is it changed?"),
        [SHORT],
        filters=[tidy],
        description=IN_HISTORY,
    )

    @classmethod
    def values_of(cls, fact: Program) -> dict[str, Any]:
        """What the fields hold: the titles of three languages are one value."""
        titles = {field: getattr(fact.title, code) for field, code in TITLES.items()}
        return {**titles, **super().values_of(fact)}

    def values(self) -> dict[str, Any]:
        """The validated input, by the names of the domain."""
        titles = {code: self[field].data for field, code in TITLES.items()}
        return {**super().values(), "title": Title(**titles)}
