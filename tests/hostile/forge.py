"""Takes a good workbook apart and puts it together wrongly."""

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

from tests.workbook.books import a_record
from tracker.workbook.writer import workbook_bytes

Parts = dict[str, bytes]
Forged = Callable[[], bytes]

TYPES = "[Content_Types].xml"
ROOT = "_rels/.rels"
BOOK = "xl/workbook.xml"
BOOK_RELS = "xl/_rels/workbook.xml.rels"
STYLES = "xl/styles.xml"
THEME = "xl/theme/theme1.xml"
REPORTS = "xl/worksheets/sheet5.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@cache
def good() -> bytes:
    """A workbook that is in order."""
    return workbook_bytes(a_record())


def parts() -> Parts:
    """The parts of a good workbook."""
    with zipfile.ZipFile(io.BytesIO(good())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(found: Parts, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Parts as a zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def with_part(name: str, content: bytes | str) -> Forged:
    """A good workbook with one part more, or another one in its place."""
    data = content.encode() if isinstance(content, str) else content
    return lambda: packed(parts() | {name: data})


def without_part(name: str) -> Forged:
    """A good workbook with a part missing."""
    return lambda: packed({n: c for n, c in parts().items() if n != name})


def changed(name: str, old: str, new: str, count: int = 1) -> Forged:
    """A good workbook with something replaced in one part."""

    def forge() -> bytes:
        found = parts()
        assert old.encode() in found[name], (name, old)
        found[name] = found[name].replace(old.encode(), new.encode(), count)
        return packed(found)

    return forge


def with_rows(xml: str) -> Forged:
    """A good workbook with rows added at the end of its reports."""
    return changed(REPORTS, "</sheetData>", f"{xml}</sheetData>")


def with_cell(xml: str) -> Forged:
    """A good workbook with one more report in row 9, in order but for these cells."""
    row = {
        "A": text_cell("A9", "TEST2021-01"),
        "B": text_cell("B9", "2022-09"),
        "D": text_cell("D9", "agreed"),
        "J": text_cell("J9", "official_claim"),
        "K": text_cell("K9", "Ninth."),
        "L": text_cell("L9", "test-source"),
    }
    first = re.search(r'r="([A-Z])', xml)
    assert first is not None
    row[first[1]] = xml
    cells = "".join(row[letter] for letter in sorted(row))
    return with_rows(f'<row r="9">{cells}</row>')


def with_cell_value(attributes: str, value: str) -> Forged:
    """The same, for a cell of which only type and value are told."""
    return with_cell(f'<c r="I9" {attributes}><v>{value}</v></c>')


def with_header_changed(data: bytes, offset: int, form: str, value: Any) -> bytes:
    """A zip in which the first entry of the directory says something else."""
    start = data.index(b"PK\x01\x02")
    found = bytearray(data)
    struct.pack_into(form, found, start + offset, value)
    return bytes(found)


def text_cell(address: str, text: str) -> str:
    """The XML of a text cell."""
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def noise(size: int) -> str:
    """Letters that do not pack well, the same each time."""
    return random.Random(size).randbytes(size // 2).hex()
