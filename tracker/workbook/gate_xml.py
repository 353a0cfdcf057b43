"""Walks through XML from strangers and refuses what no spreadsheet program writes.

Expat is fed in small pieces: a piece of markup that it cannot finish is refused before
it grows. Nothing outside the part is ever read.
"""

from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from tracker.domain.errors import BadInput
from tracker.domain.words import N_
from tracker.workbook.gate_zip import DAMAGED, unsafe
from tracker.workbook.limits import Limits

CHUNK = 1 << 16
BETWEEN = " "  # stands between namespace and name
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
FEW = 3  # attributes that need no second look: a cell has as many
Attributes = dict[str, str]
OnBytes = Callable[[int], None]


class Walker:
    """Visits every element of one part; subclasses look at those they care about."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.depth = 0
        self._deepest = limits.depth
        self.element_count = 0
        self.byte_at: Callable[[], int] = lambda: 0

    def walk(self, part: bytes, on_bytes: OnBytes = lambda _size: None) -> None:
        """Go through *part*; raises BadInput where a rule is broken.

        *on_bytes* is told the size of each piece that was gone through.
        """
        if part.startswith(WIDE):
            raise unsafe("text that is not in UTF-8")
        parser = expat.ParserCreate(namespace_separator=BETWEEN)
        parser.buffer_text = True
        self.byte_at = lambda: parser.CurrentByteIndex
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text
        parser.CommentHandler = self.cut
        parser.ProcessingInstructionHandler = self.cut
        parser.StartCdataSectionHandler = self.cut
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.XmlDeclHandler = _check_encoding
        try:
            self._feed(parser, part, on_bytes)
        except expat.ExpatError:
            raise BadInput(DAMAGED) from None

    def _feed(
        self, parser: expat.XMLParserType, part: bytes, on_bytes: OnBytes
    ) -> None:
        for start in range(0, len(part), CHUNK):
            piece = part[start : start + CHUNK]
            parser.Parse(piece, False)
            unfinished = start + len(piece) - parser.CurrentByteIndex
            if unfinished > self.limits.markup_bytes:
                raise unsafe("a tag that is too long")
            if self.element_count > self.limits.elements:
                raise BadInput(
                    N_("The workbook holds too much. Send it in smaller parts.")
                )
            on_bytes(len(piece))
        parser.Parse(b"", True)

    # Called for each of half a million elements: every look-up counts.
    def _start(self, name: str, attributes: Attributes) -> None:
        self.element_count += 1
        depth = self.depth = self.depth + 1
        if depth > self._deepest or len(attributes) > FEW:
            self._check(depth, attributes)
        self.opened(name, attributes)

    def _check(self, depth: int, attributes: Attributes) -> None:
        if depth > self._deepest:
            raise unsafe("elements nested too deeply")
        if len(attributes) > self.limits.attributes:
            raise unsafe("an element with too many attributes")
        if max(map(len, attributes.values())) > self.limits.attribute_chars:
            raise unsafe("an attribute that is too long")

    def _end(self, name: str) -> None:
        self.depth -= 1
        self.closed(name)

    def opened(self, name: str, attributes: Attributes) -> None:
        """Look at an element that begins."""

    def closed(self, name: str) -> None:
        """Look at an element that ends."""

    def text(self, text: str) -> None:
        """Look at text between elements."""

    def cut(self, *_what: str) -> None:
        """Look at what cuts a text in two: a comment, an instruction, a quotation."""


def _refuse_doctype(*_declaration: object) -> NoReturn:
    raise unsafe("a document type of its own")


def _check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding and encoding.casefold() not in {"utf-8", "utf8", "us-ascii"}:
        raise unsafe("text that is not in UTF-8")


def local(name: str) -> str:
    """The name of an element without its namespace, as the reader goes by it."""
    return name.rpartition(BETWEEN)[2]


def whole(text: str | None, default: int) -> int:
    """A whole number from an attribute; raises BadInput for anything else."""
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise unsafe("a number that is none")
    return int(text)
