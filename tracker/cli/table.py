"""Tables for a terminal: columns that line up, numbers to the right."""

from collections.abc import Iterable, Sequence

import click

GAP = "  "
WIDEST = 60


def print_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print *rows* under *headers*; a header that begins with ``>`` sets numbers right.

    A cell that is too wide for a terminal is cut and ends in an ellipsis.
    """
    names = [header.removeprefix(">") for header in headers]
    cells = [names, *[[shortened(cell) for cell in row] for row in rows]]
    widths = [max(len(row[at]) for row in cells) for at in range(len(names))]
    to_right = [header.startswith(">") for header in headers]
    for row in cells:
        columns = zip(row, widths, to_right, strict=True)
        line = GAP.join(_padded(*column) for column in columns)
        click.echo(line.rstrip())


def _padded(cell: str, width: int, to_right: bool) -> str:
    return cell.rjust(width) if to_right else cell.ljust(width)


def shortened(text: str, width: int = WIDEST) -> str:
    """The text in at most *width* characters."""
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
