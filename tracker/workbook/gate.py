"""The gate: looks at a workbook from strangers before any reader opens it.

What passes is put together anew from the few parts that hold values, so that the reader
never meets the stranger's zip, paths or relations.
"""

import io
import posixpath
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.workbook.gate_book import (
    BookWalker,
    Relation,
    RelationWalker,
    StringsWalker,
    StylesWalker,
    TypesWalker,
)
from tracker.workbook.gate_sheet import SheetWalker
from tracker.workbook.gate_xml import CONTENT_TYPES, MAIN, PACKAGE_RELS, RELATED, Walker
from tracker.workbook.gate_zip import check_outside, unpack, unsafe
from tracker.workbook.limits import LIMITS, Limits
from tracker.workbook.sheet_look import SheetLook

TYPES_PART = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"
SHEET_TYPE = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
)
Parts = dict[str, bytes]
OnShare = Callable[[float], None]  # told what share of the work is done, from 0 to 1


def tell_nobody(_share: float) -> None:
    """Nobody wants to know how far it is."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """What the reader may read: a clean workbook, and what the gate saw in it."""

    clean: bytes
    sheets: tuple[SheetLook, ...]


def admit(
    data: bytes, limits: Limits = LIMITS, on_share: OnShare = tell_nobody
) -> Admitted:
    """Look through a file; raises BadInput that says what to do about it.

    *on_share* is told what share of its parts has been looked through.
    """
    check_outside(data, limits)
    parts = unpack(data, limits)
    if TYPES_PART not in parts or ROOT_RELATIONS not in parts:
        raise _not_a_workbook(parts)
    related = _relations(parts, limits)
    book_part = _main_part(parts, related, limits)
    book = BookWalker(limits)
    book.walk(parts[book_part])
    relations = related.get(_relations_part(book_part), {})
    looked = _Looked(sum(map(len, parts.values())), on_share)
    return _admit_sheets(parts, book, relations, limits, looked)


class _Looked:
    """Counts the bytes that were looked through."""

    def __init__(self, total: int, on_share: OnShare) -> None:
        self._done, self._total, self._on_share = 0, max(total, 1), on_share

    def add(self, size: int) -> None:
        """So many more."""
        self._done += size
        self._on_share(min(self._done / self._total, 1.0))


def _not_a_workbook(parts: Parts) -> BadInput:
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
        return BadInput(
            N_("This is an OpenDocument file. Save it as Excel workbook (.xlsx).")
        )
    return BadInput(N_("This is not an Excel workbook. Send a file saved as .xlsx."))


def _relations(parts: Parts, limits: Limits) -> dict[str, dict[str, Relation]]:
    """The relations of every part, by the part that lists them."""
    found = {}
    for name, content in parts.items():
        if name.casefold().endswith(".rels"):
            walker = RelationWalker(limits, name)
            walker.walk(content)
            found[name] = walker.relations
    return found


def _relations_part(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _main_part(
    parts: Parts, related: dict[str, dict[str, Relation]], limits: Limits
) -> str:
    roots = related[ROOT_RELATIONS].values()
    main = [r.target for r in roots if r.type.endswith("/officeDocument")]
    types = TypesWalker(limits)
    types.walk(parts[TYPES_PART])
    if len(main) != 1 or main[0] not in parts:
        raise _not_a_workbook(parts)
    content_type = types.type_of(main[0])
    if "macroEnabled" in content_type:
        raise BadInput(N_("The workbook holds macros. Save it as .xlsx without them."))
    if content_type != SHEET_TYPE:
        raise _not_a_workbook(parts)
    return main[0]


def _admit_sheets(
    parts: Parts,
    book: BookWalker,
    relations: dict[str, Relation],
    limits: Limits,
    looked: _Looked,
) -> Admitted:
    styles, strings = StylesWalker(limits), StringsWalker(limits)
    clean: Parts = {}
    for name, walker in (("styles", styles), ("sharedStrings", strings)):
        part = _part_of_type(relations, name)
        if part in parts:
            walker.walk(parts[part], looked.add)
            clean[f"xl/{name}.xml"] = parts.pop(part)
    looks = []
    for sheet_name, relation_id in book.sheets:
        relation = relations.get(relation_id)
        if relation is None or relation.target not in parts:
            raise unsafe(f"the sheet “{sheet_name[:40]}” is missing")
        content = parts.pop(relation.target)
        if relation.type.endswith("/worksheet"):
            look = SheetLook(sheet_name)
            sheet = SheetWalker(look, limits, strings.count, styles.behind())
            sheet.walk(content, looked.add)
            looks.append(look)
            clean[f"xl/worksheets/sheet{len(looks)}.xml"] = content
    _walk_the_rest(parts, limits)
    if sum(look.cell_count for look in looks) > limits.cells:
        raise BadInput(N_("The workbook holds too much. Send it in smaller parts."))
    return Admitted(_packed(clean, looks), tuple(looks))


def _part_of_type(relations: dict[str, Relation], name: str) -> str:
    found = [r.target for r in relations.values() if r.type.endswith(f"/{name}")]
    if len(found) > 1:
        raise unsafe(f"{name} twice")
    return found[0] if found else ""


def _walk_the_rest(parts: Parts, limits: Limits) -> None:
    """Keep to the rules also in parts that nobody reads: drawings, themes, notes."""
    for name, content in parts.items():
        if name.casefold().endswith((".xml", ".rels")):
            Walker(limits).walk(content)


def _packed(parts: Parts, looks: list[SheetLook]) -> bytes:
    """A workbook of nothing but values, as plain as one can be."""
    numbers = range(1, len(looks) + 1)
    extras = [name for name in ("styles", "sharedStrings") if f"xl/{name}.xml" in parts]
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    targets += [(name, f"{name}.xml") for name in extras]
    sheets = "".join(
        f'<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers
    )
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}">'
        f"<sheets>{sheets}</sheets></workbook>"
    )
    types = (
        f'<Types xmlns="{CONTENT_TYPES}">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}"/></Types>'
    )
    fixed = {
        TYPES_PART: types,
        ROOT_RELATIONS: _relation_list([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": _relation_list(targets),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, text in fixed.items():
            archive.writestr(name, text)
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _relation_list(targets: list[tuple[str, str]]) -> str:
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATED}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE_RELS}">{relations}</Relationships>'
