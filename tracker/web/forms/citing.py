"""The part of a form where sources are picked, or added to the record."""

from typing import ClassVar

from flask_babel import lazy_gettext
from wtforms import Form, FormField, StringField, TextAreaField

from tracker.domain.errors import BadInput, TrackerError
from tracker.domain.source import Source
from tracker.domain.vocabulary import SourceGrade, SourceType
from tracker.web.filters import sentence
from tracker.web.forms.fact import FactForm
from tracker.web.forms.fields import (
    DATE_HINT,
    PartialDateField,
    WordField,
    tidy,
)
from tracker.web.forms.rows import PickList, RowsField


class SourceFields(Form):
    """The fields of one source; a row without a word typed is no source."""

    names: ClassVar[tuple[str, ...]] = (
        "url",
        "publisher",
        "title",
        "dated",
        "language",
        "type",
        "grade",
        "note",
    )
    url = StringField(
        lazy_gettext("Address"),
        filters=[tidy],
        render_kw={"inputmode": "url", "spellcheck": "false"},
    )
    publisher = StringField(lazy_gettext("Publisher"), filters=[tidy])
    title = StringField(lazy_gettext("Title of the page or paper"), filters=[tidy])
    dated = PartialDateField(
        lazy_gettext("Published on"),
        description=DATE_HINT,
    )
    language = StringField(
        lazy_gettext("Language"),
        filters=[tidy, str.lower],
        description=lazy_gettext("Two letters, such as ru or en"),
    )
    type = WordField(
        lazy_gettext("Who publishes it"), SourceType, blank=lazy_gettext("Choose one")
    )
    grade = WordField(
        lazy_gettext("What kind of page it is"),
        SourceGrade,
        blank=lazy_gettext("Choose one"),
        with_codes=True,
    )
    note = TextAreaField(lazy_gettext("Note"), filters=[tidy], render_kw={"rows": 2})

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed or chosen."""
        return not any(
            field.data not in (None, "") or field.process_errors for field in self
        )

    def validate(self, extra_validators: object = None) -> bool:
        """Check the shape; a source that was begun wants its type and grade."""
        is_good = bool(super().validate())
        if self.is_blank:
            return is_good
        for field, message in (
            (self.type, lazy_gettext("Choose who publishes this source.")),
            (self.grade, lazy_gettext("Choose what kind of page this source is.")),
        ):
            if field.data is None and not field.errors:
                field.errors = [str(message)]
                is_good = False
        return is_good

    def to_source(self) -> Source:
        """The source typed; it is named when it is entered."""
        return Source(id="", **{name: self[name].data for name in self.names})


class CitingForm(FactForm):
    """A form whose fact rests on sources of the record or on new ones."""

    sources = PickList(
        lazy_gettext("Sources"),
        what="sources",
        description=lazy_gettext(
            "Type a part of the publisher, the title or the date and pick the source, "
            "or paste its address."
        ),
    )
    new_sources = RowsField(FormField(SourceFields), lazy_gettext("New sources"))

    def to_new_sources(self) -> tuple[Source, ...]:
        """The sources typed in full, in the order of the form."""
        return tuple(row.form.to_source() for row in self._begun())

    def _begun(self) -> list[FormField]:
        return [row for row in self.new_sources if not row.form.is_blank]

    def refuse_source(self, index: int, problem: TrackerError) -> None:
        """Show *problem* at a field of the new source of this *index*."""
        form = self._begun()[index].form
        field = form._fields.get(problem.field, form.url)
        field.errors = [*field.errors, sentence(problem)]

    def add_row(self, name: str) -> None:
        """Offer one more input to the list of this *name*."""
        rows = self._fields.get(name)
        if not isinstance(rows, RowsField):
            return
        try:
            rows.add_row()
        except BadInput as problem:
            self.refuse(problem)
