"""Tables as CSV files that Excel opens as they are meant."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from flask import Response
from werkzeug.utils import secure_filename

# What a spreadsheet takes for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
MARK = "\ufeff"  # tells Excel that the file is UTF-8


def csv_answer(
    name: str, header: Sequence[str], rows: Iterable[Sequence[str]]
) -> Response:
    """A table to download under the file *name*."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(header)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    answer = Response(MARK + file.getvalue(), content_type="text/csv; charset=utf-8")
    answer.headers.set(
        "Content-Disposition", "attachment", filename=secure_filename(name)
    )
    return answer


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
