"""Tables as CSV files that Excel opens as they are meant."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from flask import Response

from tracker.web.downloads import give_name

# What a spreadsheet takes for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
MARK = "\ufeff"  # tells Excel that the file is UTF-8


def csv_answer(
    name: str, header: Sequence[str], rows: Iterable[Sequence[str | float]]
) -> Response:
    """A table to download under the file *name*."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow([harmless(cell) for cell in header])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    answer = Response(MARK + file.getvalue(), content_type="text/csv; charset=utf-8")
    return give_name(answer, name)


def harmless(cell: str | float) -> str | float:
    """A cell that no spreadsheet runs as a formula; a number is none."""
    is_risky = isinstance(cell, str) and cell.startswith(FORMULA)
    return f"'{cell}" if is_risky else cell
