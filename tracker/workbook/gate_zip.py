"""The outer gate: is it a zip that holds nothing but a plain workbook?

Sizes are counted while unpacking; what the file says about itself is not believed.
"""

import io
import math
import struct
import zipfile
import zlib
from collections.abc import Iterator

from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.workbook.limits import Limits

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
LOCAL_HEADER = struct.Struct("<4s5H3L2H")
ENCRYPTED = 0x1
CHUNK = 1 << 16
ALLOWED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# Parts that run code or reach outside, and what a person calls them.
UNWANTED = {
    "vbaproject": N_("macros"),
    "xl/macrosheets": N_("macros"),
    "xl/dialogsheets": N_("dialogs"),
    "activex": N_("ActiveX controls"),
    "externallinks": N_("links to other workbooks"),
    "embeddings": N_("embedded files"),
    "xl/connections": N_("data connections"),
    "xl/querytables": N_("data connections"),
    "customui": N_("changes to Excel's menus"),
    "xl/ctrlprops": N_("form controls"),
}
DAMAGED = N_(
    "The file is damaged and cannot be unpacked. Open it in Excel or LibreOffice, save "
    "it again as .xlsx and send that."
)
UNSAFE = N_(
    "The file is not put together like a workbook of Excel (%(what)s). Open it in "
    "Excel or LibreOffice, save it again as .xlsx and send that."
)


def unsafe(what: str) -> BadInput:
    """The refusal of a file that no program for spreadsheets writes."""
    return BadInput(UNSAFE, what=what)


def check_outside(data: bytes, limits: Limits) -> None:
    """Refuse by size and first bytes, before anything is unpacked."""
    if len(data) > limits.file_bytes:
        raise BadInput(
            N_(
                "The file is %(size)s. The limit is %(limit)s. Delete empty rows under "
                "the tables and pictures, and save again."
            ),
            size=_megabytes(len(data)),
            limit=_megabytes(limits.file_bytes),
        )
    if data.startswith(OLE):
        raise BadInput(
            N_(
                "This is an old .xls file, or it has a password. Save it as .xlsx "
                "without a password."
            )
        )
    if not data.startswith(ZIP):
        raise BadInput(N_("This is not an Excel workbook. Send a file saved as .xlsx."))


def _megabytes(size: int) -> str:
    """A size in megabytes, rounded up so that it never looks like the limit."""
    return f"{math.ceil(size / 1024 / 1024 * 10) / 10:g} MB"


def unpack(data: bytes, limits: Limits) -> dict[str, bytes]:
    """Every part of the file by name; raises BadInput for whatever is out of order."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
        _check_members(members, limits)
        _check_overlaps(data, members)
        return _read_all(archive, members, limits)
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        NotImplementedError,  # what zipfile says of a kind of packing it lacks
        ValueError,
        RuntimeError,
        OSError,
    ):
        raise BadInput(DAMAGED) from None


def _check_members(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.members:
        raise unsafe(f"{len(members)} parts, at most {limits.members}")
    names = [member.filename for member in members]
    if len({name.casefold() for name in names}) < len(names):
        raise unsafe("two parts of one name")
    for member in members:
        _check_name(member.orig_filename)
        if member.flag_bits & ENCRYPTED:
            raise BadInput(N_("The file has a password. Save it without one."))
        if member.compress_type not in ALLOWED:
            raise unsafe("an unknown way of packing")


def _check_name(name: str) -> None:
    """Refuse names that lead elsewhere, and parts that a plain workbook has not."""
    is_odd = name.startswith("/") or any(c in name for c in "\\:") or "\0" in name
    if is_odd or ".." in name.split("/") or not name.isprintable():
        raise unsafe("a part with a strange name")
    for part, what in UNWANTED.items():
        if part in name.casefold():
            raise BadInput(
                N_("The workbook holds %(what)s. Remove them and save as .xlsx."),
                what=what,
            )


def _check_overlaps(data: bytes, members: list[zipfile.ZipInfo]) -> None:
    """Refuse parts that share bytes: a small file would unpack to a huge one."""
    end = 0
    for member in sorted(members, key=lambda m: m.header_offset):
        if member.header_offset < end:
            raise unsafe("parts that overlap")
        header = LOCAL_HEADER.unpack_from(data, member.header_offset)
        name_length, extra_length = header[9], header[10]
        end = member.header_offset + LOCAL_HEADER.size + name_length + extra_length
        end += member.compress_size
    if end > len(data):
        raise BadInput(DAMAGED)


def _read_all(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], limits: Limits
) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = limits.all_bytes
    for member in members:
        content = bytearray()
        for chunk in _chunks(archive, member):
            content += chunk
            _check_growth(len(content), left, member, limits)
        if len(content) != member.file_size:
            raise BadInput(DAMAGED)
        left -= len(content)
        parts[member.filename] = bytes(content)
    return parts


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as part:
        while chunk := part.read(CHUNK):
            yield chunk


def _check_growth(
    size: int, left: int, member: zipfile.ZipInfo, limits: Limits
) -> None:
    is_bomb = size > limits.ratio_from and size > limits.ratio * max(
        member.compress_size, 1
    )
    if is_bomb or size > limits.part_bytes or size > left:
        raise BadInput(
            N_(
                "Unpacked, the workbook is far bigger than it looks. Delete empty rows "
                "and columns, save again, or send it in parts."
            )
        )
