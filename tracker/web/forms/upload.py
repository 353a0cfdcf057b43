"""The form that takes a workbook in."""

from flask import current_app
from flask_babel import lazy_gettext
from flask_wtf.file import FileField, FileRequired
from wtforms import Field
from wtforms.validators import StopValidation

from tracker.web.forms.base import TrackerForm
from tracker.web.sizes import size
from tracker.web.translate import gettext
from tracker.workbook.limits import LIMITS, Limits


def upload_limit() -> int:
    """How many bytes a workbook may have."""
    limit: int = current_app.config["TRACKER_UPLOAD_LIMIT"]
    return limit


def reader_limits() -> Limits:
    """What the reader takes: files as large as may be sent, and what else there is."""
    return LIMITS.for_files_of(upload_limit())


def too_large(found: int) -> str:
    """What to say of a file of *found* bytes, which are too many."""
    return gettext(
        "The file is %(size)s. The limit is %(limit)s. Delete the empty rows under the "
        "tables and what is not the record's, and save it again.",
        size=size(found),
        limit=size(upload_limit()),
    )


def is_workbook(_form: object, field: Field) -> None:
    """Refuse by its name what is no workbook without macros."""
    if not field.data.filename.lower().endswith(".xlsx"):
        raise StopValidation(
            gettext(
                "“%(name)s” is no .xlsx file. Save it as Excel workbook (.xlsx), "
                "without macros, and send that.",
                name=field.data.filename[-60:],
            )
        )


class UploadForm(TrackerForm):
    """One workbook; what is in it is for the reader to say."""

    file = FileField(
        lazy_gettext("Workbook"),
        [FileRequired(lazy_gettext("Choose a workbook.")), is_workbook],
    )

    def read(self) -> bytes | None:
        """The bytes that were sent, or None (said at the field) where too many were."""
        data: bytes = self.file.data.read()
        if len(data) <= upload_limit():
            return data
        self.file.errors = [*self.file.errors, too_large(len(data))]
        return None
