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
    whole,
)
from tracker.workbook.gate_zip import unsafe
from tracker.workbook.limits import Limits

BUILT_IN_PERCENTS = frozenset({9, 10})
# What a number format says literally: quoted, after a backslash, in brackets.
LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
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
    """Finds the styles that show a number as a percentage."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self._formats: list[int] = []
        self._percent_formats = set(BUILT_IN_PERCENTS)
        self._is_inside = False

    def opened(self, name: str, attributes: Attributes) -> None:
        if name == f"{MAIN}{BETWEEN}cellXfs":
            self._is_inside = True
        elif name == f"{MAIN}{BETWEEN}xf" and self._is_inside:
            self._formats.append(whole(attributes.get("numFmtId"), 0))
            if len(self._formats) > self.limits.styles:
                raise unsafe("too many styles")
        elif name == f"{MAIN}{BETWEEN}numFmt":
            self._add_format(attributes)

    def closed(self, name: str) -> None:
        if name == f"{MAIN}{BETWEEN}cellXfs":
            self._is_inside = False

    def _add_format(self, attributes: Attributes) -> None:
        code = attributes.get("formatCode", "")
        if len(code) > self.limits.format_chars:
            raise unsafe("a number format that is too long")
        if "%" in LITERAL.sub("", code):
            self._percent_formats.add(whole(attributes.get("numFmtId"), 0))

    def percents(self) -> frozenset[int]:
        """The numbers of the styles that show percentages."""
        return frozenset(
            number
            for number, form in enumerate(self._formats)
            if form in self._percent_formats
        )


class StringsWalker(Walker):
    """Counts the shared texts."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.count = 0

    def opened(self, name: str, attributes: Attributes) -> None:
        if name == f"{MAIN}{BETWEEN}si":
            self.count += 1
        elif self.depth == 1 and name != f"{MAIN}{BETWEEN}sst":
            raise unsafe("shared texts that are none")
