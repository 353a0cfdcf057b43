"""The form of an act: a treaty, law, decree or other paper."""

from flask_babel import lazy_gettext
from wtforms import SelectField, StringField, TextAreaField

from tracker.domain.acts import Act
from tracker.domain.vocabulary import ActKind
from tracker.web.forms.citing import CitingForm
from tracker.web.forms.fields import (
    Given,
    PartialDateField,
    PickList,
    WordField,
    tidy,
)


class ActForm(CitingForm):
    """Checks the shape of an act. The choices of ``plan`` are given by the view."""

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
    signed_on = PartialDateField(
        lazy_gettext("Signed on"),
        description=lazy_gettext("2023, 2023-04 or 2023-04-05"),
    )
    in_force_on = PartialDateField(lazy_gettext("In force from"))
    plan = SelectField(
        lazy_gettext("Plan"),
        invalid_choice_message=lazy_gettext("Choose a plan of the list."),
    )
    programs = PickList(
        lazy_gettext("Programs it carries out"),
        what="programs",
        description=lazy_gettext("Type a part of the title or the code."),
    )
    note = TextAreaField(lazy_gettext("Note"), filters=[tidy], render_kw={"rows": 3})

    def to_act(self) -> Act:
        """The validated input as a domain value."""
        return Act(
            signed_on=self.signed_on.data,
            in_force_on=self.in_force_on.data,
            title_en=self.title_en.data,
            title_ru=self.title_ru.data,
            kind=self.kind.data,
            programs=self.programs.codes,
            plan=self.plan.data or "",
            note=self.note.data,
            sources=self.sources.codes,
        )
