"""One cell as XML: a text stays text, and nothing unseen gets in."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.workbook.cells import Form
from tracker.workbook.date_codecs import EXCEL_EPOCH
from tracker.workbook.limits import LIMITS

WHOLE_DAY = 10  # characters of 2023-04-05
EXACT_DIGITS = 15  # what Excel keeps of a number
SPECIAL = re.compile('[&<>"\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel reads _x000D_ in a text as a character, so the text itself is written longer.
LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
REPLACEMENT = "\ufffd"

Render = Callable[[str], str]


def cell_renderer(form: Form, styles: Mapping[Form | None, int]) -> Render:
    """What turns a text into the XML of a cell after its ``<c r="A1``."""
    empty = f'" s="{styles[None]}"/>'
    text_start = f'" s="{styles[Form.TEXT]}" t="inlineStr"><is>'
    value_start = f'" s="{styles[form]}"><v>'
    as_value = {Form.DATE: serial_of, Form.NUMBER: number_of, Form.TEXT: no_value}[form]

    def render(text: str) -> str:
        if not text:
            return empty
        value = as_value(text)
        if value:
            return f"{value_start}{value}</v></c>"
        if needs_care(text):
            return f"{text_start}{careful_text(text)}</is></c>"
        return f"{text_start}<t>{text}</t></is></c>"

    return render


def needs_care(text: str) -> bool:
    """Whether a text cannot stand in XML as it is."""
    return (
        SPECIAL.search(text) is not None
        or "_x" in text
        or text[0] <= " "
        or text[-1] <= " "
        or len(text) > LIMITS.cell_chars
    )


def no_value(_text: str) -> str:
    """A text has no other value than itself."""
    return ""


def serial_of(text: str) -> str:
    """A whole date as Excel counts days; empty for a month or a year."""
    if len(text) != WHOLE_DAY:
        return ""
    days = (date.fromisoformat(text) - EXCEL_EPOCH).days
    # Before March 1900 Excel counts a day that never was.
    return str(days) if days > 60 else ""


def number_of(text: str) -> str:
    """A number, unless Excel would round it: then it stays text."""
    digits = sum(map(str.isdigit, text))
    return text if digits <= EXACT_DIGITS else ""


def careful_text(text: str) -> str:
    """A text with signs that XML or Excel would take for something else."""
    if len(text) > LIMITS.cell_chars:
        raise BadInput(
            N_(
                "A cell of a workbook holds %(limit)s characters; this text has "
                "%(length)s. Shorten it: %(text)s"
            ),
            limit=f"{LIMITS.cell_chars:,}",
            length=f"{len(text):,}",
            text=text[:60],
        )
    text = plain_text(text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = text.replace("\r", "_x000D_").replace('"', "&quot;")
    return f'<t xml:space="preserve">{text}</t>'


def plain_text(text: str) -> str:
    """A text with nothing in it that is unseen, or that Excel takes for an escape."""
    return LOOKS_ESCAPED.sub("_x005F_", FORBIDDEN.sub(REPLACEMENT, text))
