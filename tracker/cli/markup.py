"""Headings, sentences and points as plain text or as Markdown."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

# What Markdown would take for its own. A ">" is harmless inside a line.
MARKS = re.compile(r"([\\`*_\[\]<~|])")


class Shape(Enum):
    """What a line is: how Markdown begins it, and how plain text does."""

    TITLE = "# ", ""
    HEADING = "## ", ""
    PART = "### ", ""
    SENTENCE = "", ""
    POINT = "- ", "- "
    UNDER_POINT = "  - ", "  - "


RULED = {Shape.TITLE: "=", Shape.HEADING: "-"}
POINTS = frozenset({Shape.POINT, Shape.UNDER_POINT})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text, with the addresses of its sources."""

    shape: Shape
    text: str
    addresses: tuple[str, ...] = ()


def as_text(lines: Iterable[Line]) -> Iterator[str]:
    """The lines as plain text."""
    for line, has_gap in _spaced(lines):
        if has_gap:
            yield ""
        text = one_line(line.text)
        yield line.shape.value[1] + " ".join((text, *line.addresses))
        if line.shape in RULED:
            yield RULED[line.shape] * len(text)


def as_markdown(lines: Iterable[Line]) -> Iterator[str]:
    """The lines as Markdown; nothing in them is taken for a mark."""
    for line, has_gap in _spaced(lines):
        if has_gap:
            yield ""
        text = MARKS.sub(r"\\\1", one_line(line.text))
        yield line.shape.value[0] + " ".join((text, *map(_link, line.addresses)))


def one_line(text: str) -> str:
    """The text without line breaks and wide gaps."""
    return " ".join(text.split())


def _link(address: str) -> str:
    if "://" not in address:
        return MARKS.sub(r"\\\1", one_line(address))
    return f"<{address.replace('<', '%3C').replace('>', '%3E')}>"


def _spaced(lines: Iterable[Line]) -> Iterator[tuple[Line, bool]]:
    """Each line, and whether an empty one goes before it: not between points."""
    before: Line | None = None
    for line in lines:
        is_list = before and before.shape in POINTS and line.shape in POINTS
        yield line, before is not None and not is_list
        before = line


MARKUPS: Mapping[str, Callable[[Iterable[Line]], Iterator[str]]] = {
    "text": as_text,
    "markdown": as_markdown,
}
