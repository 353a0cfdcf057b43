"""Files that are no workbook, and zips that are none of the plain kind."""

import gzip
import io
import random
import struct
import zipfile

from tests.hostile.forge import (
    OFFICE,
    ROOT,
    TYPES,
    Forged,
    good,
    packed,
    parts,
    with_header_changed,
    with_part,
)

MANY = 101
ZEROS = b"\0" * (30 * 1024 * 1024)


def renamed(old: bytes, new: bytes) -> Forged:
    """A zip with a part named otherwise, in the directory and at the part."""
    assert len(old) == len(new)
    return lambda: packed(parts() | {old.decode(): b"<x/>"}).replace(old, new)


def truncated(share: float) -> Forged:
    return lambda: good()[: int(len(good()) * share)]


def flipped(seed: int) -> Forged:
    """A workbook with a hundred bytes of its packed parts changed."""

    def forge() -> bytes:
        data = bytearray(good())
        dice = random.Random(seed)
        for _ in range(100):
            data[dice.randrange(30, len(data) // 2)] ^= dice.randrange(1, 256)
        return bytes(data)

    return forge


def twice(first: str, second: str) -> Forged:
    def forge() -> bytes:
        buffer = io.BytesIO(packed(parts() | {first: b"<x/>"}))
        with zipfile.ZipFile(buffer, "a") as archive:
            info = zipfile.ZipInfo(second)
            archive.NameToInfo.pop(second, None)
            archive.writestr(info, b"<x/>")
        return buffer.getvalue()

    return forge


def overlapping() -> bytes:
    """Every entry of the directory points at the first part."""
    data = bytearray(good())
    at = data.index(b"PK\x01\x02")
    while (at := data.find(b"PK\x01\x02", at)) != -1:
        struct.pack_into("<L", data, at + 42, 0)
        at += 4
    return bytes(data)


def opendocument() -> bytes:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": b"<x/>"}, zipfile.ZIP_STORED)


def document(target: str) -> Forged:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        f'Target="{target}"/></Relationships>'
    )
    return lambda: packed(
        {TYPES: parts()[TYPES], ROOT: rels.encode(), target: b"<document/>"}
    )


def lying_size(offset: int, size: int) -> Forged:
    return lambda: with_header_changed(good(), offset, "<L", size)


def bombs(count: int, size: int) -> Forged:
    return lambda: packed(
        parts() | {f"xl/media/{n}.bin": ZEROS[:size] for n in range(count)}
    )


CONTAINERS: dict[str, Forged] = {
    "empty": lambda: b"",
    "one byte": lambda: b"P",
    "text": lambda: b"Just a text. " * 100,
    "csv": lambda: b"id,program\nR0001,UP2021-15\n",
    "html": lambda: b"<html><table><tr><td>1</td></tr></table></html>",
    "spreadsheet of 2003 in one xml": lambda: b'<?xml version="1.0"?><Workbook/>',
    "json": lambda: b'{"reports": []}',
    "pdf": lambda: b"%PDF-1.7\n" + bytes(500),
    "png": lambda: b"\x89PNG\r\n\x1a\n" + bytes(500),
    "old xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000),
    "gzip": lambda: gzip.compress(b"x" * 1_000),
    "random": lambda: random.Random(1).randbytes(10_000),
    "only the end of a zip": lambda: b"PK\x05\x06" + bytes(18),
    "an empty zip": lambda: packed({}),
    "zip magic and no more": lambda: b"PK\x03\x04",
    "zip magic and noise": lambda: b"PK\x03\x04" + random.Random(2).randbytes(5_000),
    "a zip of a workbook": lambda: packed({"book.xlsx": good()}),
    "a zip of pictures": lambda: packed({"a.png": b"x", "b.png": b"y"}),
    "opendocument": opendocument,
    "a text document": document("word/document.xml"),
    "a presentation": document("ppt/presentation.xml"),
    "something before the zip": lambda: b"MZ" + good(),
    "too large": lambda: good() + b"\0" * (2 * 1024 * 1024),
    "too many parts": lambda: packed(
        parts() | {f"xl/media/{n}.png": b"x" for n in range(MANY)}
    ),
    "a part twice": twice("xl/extra.xml", "xl/extra.xml"),
    "a part twice but for case": twice("xl/extra.xml", "xl/EXTRA.xml"),
    "path upwards": with_part("../outside.xml", "<x/>"),
    "path upwards inside": with_part("xl/../../outside.xml", "<x/>"),
    "path from the root": with_part("/etc/passwd", "<x/>"),
    "path with backslash": renamed(b"xl/abcd.xml", b"xl\\abcd.xml"),
    "path with a drive": with_part("C:/x.xml", "<x/>"),
    "path with a null": renamed(b"xl/abcd.xml", b"xl/a\0cd.xml"),
    "path with a control character": with_part("xl/a\x07.xml", "<x/>"),
    "path with a line break": with_part("xl/a\n.xml", "<x/>"),
    "says it is encrypted": lambda: with_header_changed(good(), 8, "<H", 1),
    "packed with bzip2": lambda: packed(parts(), zipfile.ZIP_BZIP2),
    "packed with lzma": lambda: packed(parts(), zipfile.ZIP_LZMA),
    "packed in an unknown way": lambda: with_header_changed(good(), 10, "<H", 99),
    "parts that overlap": overlapping,
    "a wrong check sum": lambda: with_header_changed(good(), 16, "<L", 12345),
    "a part that says it is small": lying_size(24, 1),
    "a part that says it is huge": lying_size(24, 4_000_000_000),
    "a part packed longer than the file": lying_size(20, 4_000_000),
    "a part that lies elsewhere": lying_size(42, 3_000_000_000),
    "another name at the part": lambda: good().replace(b"xl/styles", b"xl/stylez", 1),
    "a bomb": bombs(1, len(ZEROS)),
    "a bomb of many parts": bombs(20, 4 * 1024 * 1024),
    "a slow bomb just below the ratio": lambda: packed(
        parts()
        | {
            f"xl/media/{n}.bin": random.Random(n).randbytes(30_000) * 150
            for n in range(8)
        }
    ),
    **{
        f"cut off at {n} %": truncated(n / 100) for n in (1, 10, 30, 50, 70, 90, 95, 99)
    },
    **{f"bytes flipped, {seed}": flipped(seed) for seed in range(10)},
}
