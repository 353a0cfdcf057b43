"""The form of an act: a treaty, law, decree or other paper."""

from flask_babel import lazy_gettext
from wtforms import StringField, TextAreaField

from tracker.domain.record import Kind
from tracker.domain.vocabulary import ActKind
from tracker.web.forms.citing import CitingForm
from tracker.web.forms.fields import (
    DATE_HINT,
    CodeField,
    Given,
    PartialDateField,
    WordField,
    tidy,
)
from tracker.web.forms.rows import PickList


class ActForm(CitingForm):
    """Checks the shape of an act."""

    fact_kind = Kind.ACT
    names = (
        "title_en",
        "title_ru",
        "kind",
        "signed_on",
        "in_force_on",
        "plan",
        "programs",
        "note",
        "sources",
    )
    title_en = StringField(
        lazy_gettext("Title in English"),
        [Given(lazy_gettext("Give the title of the act."))],
        filters=[tidy],
    )
    title_ru = StringField(lazy_gettext("Title in Russian"), filters=[tidy])
    kind = WordField(
        lazy_gettext("Kind of paper"),
        ActKind,
        [Given(lazy_gettext("Choose the kind of paper."))],
        blank=lazy_gettext("Choose one"),
    )
    signed_on = PartialDateField(lazy_gettext("Signed on"), description=DATE_HINT)
    in_force_on = PartialDateField(lazy_gettext("In force from"))
    plan = CodeField(
        lazy_gettext("Plan"),
        what="plans",
        blank=lazy_gettext("None of the plans"),
        invalid_choice_message=lazy_gettext("Choose a plan of the list."),
    )
    programs = PickList(
        lazy_gettext("Programs it carries out"),
        what="programs",
        description=lazy_gettext("Type a part of the title or the code."),
    )
    note = TextAreaField(lazy_gettext("Note"), filters=[tidy], render_kw={"rows": 3})
