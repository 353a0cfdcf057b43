"""Fields of several rows, to which a person adds: sources, and codes to pick."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from wtforms import FieldList, FormField, StringField
from wtforms.validators import ValidationError

from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.web.filters import sentence
from tracker.web.forms.fields import tidy

ROWS_MOST = 100
TOO_MANY = N_(
    "This form takes at most %(most)s of these. More can be brought in with a workbook."
)


class RowsField(FieldList):
    """A field of several rows; a row more can be asked for.

    More than ``most`` are refused, never left out: what was typed does not get lost.
    """

    most = ROWS_MOST

    def __init__(self, row: Any, label: str, **options: Any) -> None:
        options = {"min_entries": 1, "validators": [not_too_many]} | options
        super().__init__(row, label, **options)

    @property
    def filled_count(self) -> int:
        """In how many rows something was typed or chosen."""
        rows = (row.form if isinstance(row, FormField) else [row] for row in self)
        return sum(
            any(part.data or part.process_errors for part in row) for row in rows
        )

    def _extract_indices(self, prefix: str, formdata: Iterable[str]) -> Iterator[int]:
        """The row numbers sent; a name with anything but a short number is no row."""
        pattern = re.compile(re.escape(prefix) + r"-([0-9]{1,3})(?:-.*)?", re.ASCII)
        for name in formdata:
            if match := pattern.fullmatch(name):
                yield int(match[1])

    def add_row(self) -> None:
        """Offer one more row, where the page opens; raises BadInput after the last."""
        if len(self.entries) >= self.most:
            raise BadInput(TOO_MANY, field=self.short_name, most=self.most)
        row = self.append_entry()
        first = next(iter(row.form)) if isinstance(row, FormField) else row
        first.render_kw = {**(first.render_kw or {}), "autofocus": True}


def not_too_many(_form: object, field: RowsField) -> None:
    """Refuse more filled rows than a form takes."""
    if field.filled_count > field.most:
        raise ValidationError(sentence(BadInput(TOO_MANY, most=field.most)))


class PickList(RowsField):
    """Codes picked by typing, one an input; empty inputs count for nothing.

    ``what`` names the list of suggestions the inputs offer.
    """

    def __init__(self, label: str, *, what: str, **options: Any) -> None:
        super().__init__(StringField(filters=[tidy]), label, **options)
        self.what = what

    @property
    def data(self) -> tuple[str, ...]:
        """The codes picked, each once, in the order typed."""
        return tuple(dict.fromkeys(entry.data for entry in self if entry.data))
