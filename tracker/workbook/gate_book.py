"""Looks at the parts that tie a workbook together: relations, types, styles, texts."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.workbook.gate_xml import (
    BETWEEN,
    CONTENT_TYPES,
    MAIN,
    PACKAGE_RELS,
    RELATED,
    STRICT,
    Attributes,
    Walker,
    local,
    whole,
)
from tracker.workbook.gate_zip import unsafe
from tracker.workbook.limits import Limits
from tracker.workbook.sheet_look import Behind

SHEET_PART = 3  # how deep the number formats and the styles of cells stand
BUILT_IN = {9: Behind.PERCENT, 10: Behind.PERCENT, 17: Behind.MONTH}
# What a number format says literally: quoted, after a backslash, in brackets; what it
# leaves room for (_) or fills up with (*).
LITERAL = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]')
SHARED, SHARED_DEPTH = f"{MAIN}{BETWEEN}si", 2
READ = {"si", "t", "r"}
TOO_NEW = N_(
    "This workbook is saved as “Strict Open XML”, which readers read wrongly. Save it "
    "as plain Excel workbook (.xlsx)."
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another."""

    type: str
    target: str


class RelationWalker(Walker):
    """Reads a list of relations; only links to the web may lead outside."""

    def __init__(self, limits: Limits, name: str) -> None:
        super().__init__(limits)
        self.relations: dict[str, Relation] = {}
        # xl/_rels/workbook.xml.rels is about xl/workbook.xml: paths start in xl.
        self._folder = posixpath.dirname(posixpath.dirname(name))

    def opened(self, name: str, attributes: Attributes) -> None:
        if name != f"{PACKAGE_RELS}{BETWEEN}Relationship":
            return
        kind, target = attributes.get("Type", ""), attributes.get("Target", "")
        if kind.startswith(STRICT):
            raise BadInput(TOO_NEW)
        if attributes.get("TargetMode") == "External":
            if not kind.endswith("/hyperlink"):
                raise BadInput(
                    N_(
                        "The workbook takes something from outside itself. Remove its "
                        "links to files, pictures and data elsewhere and save again."
                    )
                )
            return
        key = attributes.get("Id", "")
        if key in self.relations:
            raise unsafe("two relations of one name")
        self.relations[key] = Relation(kind, self._path(target))

    def _path(self, target: str) -> str:
        path = unquote(target)
        if path.startswith("/"):
            return posixpath.normpath(path).lstrip("/")
        return posixpath.normpath(posixpath.join(self._folder, path))


class TypesWalker(Walker):
    """Reads what type each part is of."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self._types: dict[str, str] = {}
        self._defaults: dict[str, str] = {}

    def opened(self, name: str, attributes: Attributes) -> None:
        kind = attributes.get("ContentType", "")
        if name == f"{CONTENT_TYPES}{BETWEEN}Override":
            self._types[attributes.get("PartName", "").lstrip("/")] = kind
        elif name == f"{CONTENT_TYPES}{BETWEEN}Default":
            self._defaults[attributes.get("Extension", "").casefold()] = kind

    def type_of(self, part: str) -> str:
        """The type of a part; empty where none is given."""
        extension = part.rpartition(".")[2].casefold()
        return self._types.get(part) or self._defaults.get(extension, "")


class BookWalker(Walker):
    """Reads the names of the sheets, in their order."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.sheets: list[tuple[str, str]] = []

    def opened(self, name: str, attributes: Attributes) -> None:
        if self.depth == 1 and name != f"{MAIN}{BETWEEN}workbook":
            raise BadInput(TOO_NEW) if name.startswith(STRICT) else unsafe("no sheets")
        if name == f"{MAIN}{BETWEEN}workbookPr":
            self._check_calendar(attributes.get("date1904", "0"))
        elif name == f"{MAIN}{BETWEEN}sheet":
            self._add(attributes)

    def _check_calendar(self, date1904: str) -> None:
        if date1904 not in {"0", "false"}:
            raise BadInput(
                N_(
                    "This workbook counts its days from 1904. Copy the sheets into a "
                    "new workbook and send that."
                )
            )

    def _add(self, attributes: Attributes) -> None:
        name = attributes.get("name", "")
        if name.casefold() in {known.casefold() for known, _ in self.sheets}:
            raise unsafe("two sheets of one name")
        self.sheets.append((name, attributes.get(f"{RELATED}{BETWEEN}id", "")))
        if len(self.sheets) > self.limits.sheets:
            raise BadInput(
                N_("The workbook has more than %(limit)s sheets. Delete some."),
                limit=self.limits.sheets,
            )


class StylesWalker(Walker):
    """Finds the styles that show a number in percent, of a day its month or year."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self._formats: list[int] = []
        self._behind: dict[int, Behind | None] = {**BUILT_IN}
        self._is_inside = self._was_inside = False

    def opened(self, name: str, attributes: Attributes) -> None:
        if local(name) in {"cellXfs", "xf", "numFmts"} and not name.startswith(MAIN):
            raise unsafe("styles of another kind")
        if name == f"{MAIN}{BETWEEN}cellXfs":
            if self._was_inside:
                raise unsafe("two lists of styles")
            self._is_inside = self._was_inside = True
        elif name == f"{MAIN}{BETWEEN}xf" and self._is_inside:
            if self.depth != SHEET_PART:
                raise unsafe("styles inside each other")
            self._formats.append(whole(attributes.get("numFmtId"), 0))
            if len(self._formats) > self.limits.styles:
                raise unsafe("too many styles")
        elif name == f"{MAIN}{BETWEEN}numFmt":
            self._add_format(attributes, is_of_cells=self.depth == SHEET_PART)

    def closed(self, name: str) -> None:
        if name == f"{MAIN}{BETWEEN}cellXfs":
            self._is_inside = False

    def _add_format(self, attributes: Attributes, *, is_of_cells: bool) -> None:
        """Formats of conditions have numbers of their own, which mean nothing here."""
        code = attributes.get("formatCode", "")
        if len(code) > self.limits.format_chars:
            raise unsafe("a number format that is too long")
        if is_of_cells:
            self._behind[whole(attributes.get("numFmtId"), 0)] = _shown_by(code)

    def behind(self) -> dict[int, Behind]:
        """By the numbers of the styles what they make of a value."""
        found = ((n, self._behind.get(form)) for n, form in enumerate(self._formats))
        return {number: behind for number, behind in found if behind}


def _shown_by(code: str) -> Behind | None:
    """What a number format makes of a value: 29 % of 0.29, a month or year of a day."""
    signs = LITERAL.sub("", code).casefold()
    if "%" in signs:
        return Behind.PERCENT
    if "y" in signs and "d" not in signs:
        return Behind.MONTH if "m" in signs else Behind.YEAR
    return None


class StringsWalker(Walker):
    """Counts the shared texts."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.count = 0

    def opened(self, name: str, attributes: Attributes) -> None:
        if name == SHARED and self.depth == SHARED_DEPTH:
            self.count += 1
        elif self.depth == 1 and name != f"{MAIN}{BETWEEN}sst":
            raise unsafe("shared texts that are none")
        elif name == SHARED or (local(name) in READ and not name.startswith(MAIN)):
            # The reader would count it, or read it, whoever's it is.
            raise unsafe("shared texts inside others")
