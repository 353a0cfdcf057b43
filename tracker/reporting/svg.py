"""What turns the SVG that matplotlib writes into one for a page.

Links and tips take the place of the tokens; styles become attributes, since a strict
content policy forbids inline styles; ids are the picture's own; title and description
stand first.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from tracker.reporting.finding import Finding
from tracker.reporting.links import SCHEME, Address, read_spot
from tracker.reporting.style import SVG_FONTS

BODY = re.compile(r'<g id="figure_1">.*(?=</svg>)', re.DOTALL)
VIEW_BOX = re.compile(r'viewBox="([^"]*)"')
ANCHOR = re.compile(rf'<a xlink:href="({SCHEME}:[^"]*)"[^>]*>\s*<(\w+)', re.DOTALL)
STYLE = re.compile(r' style="([^"]*)"')
FONT_FAMILY = re.compile(r"font-family: [^;]+; ?")
GROUP_ID = re.compile(r'<g id="[^"]*">')
PATTERN = re.compile(
    r'(<pattern [^>]*?)width="72" height="72"(.*?) d="([^"]*)"', re.DOTALL
)
NUMBER = re.compile(r"-?[0-9.]+")
# What our hatches repeat after, of the 72 points of matplotlib's tile.
LINES_TILE, DOTS_TILE = 24, 12
REFERENCE = re.compile(r'( id="|url\(#|href="#)')


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What goes round a drawing: its name, words, size in pixels, and addresses."""

    name: str
    finding: Finding
    size: tuple[int, int]
    address: Address


def finished(drawing: str, wrapping: Wrapping) -> str:
    """The *drawing* of matplotlib as a document of our own."""
    found, box = BODY.search(drawing), VIEW_BOX.search(drawing)
    if found is None or box is None:
        raise ValueError("matplotlib wrote an SVG of an unknown shape")
    body = GROUP_ID.sub("<g>", found[0])
    body = FONT_FAMILY.sub("", body)
    body = STYLE.sub(lambda match: _attributes(match[1]), body)
    body = REFERENCE.sub(rf"\1{wrapping.name}-", body)
    body = PATTERN.sub(_small_pattern, body)
    body = ANCHOR.sub(lambda match: _anchor(match, wrapping.address), body)
    return _opening(wrapping, box[1]) + body + "</svg>\n"


def _opening(wrapping: Wrapping, view_box: str) -> str:
    name, finding = wrapping.name, wrapping.finding
    width, height = wrapping.size
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="{view_box}" '
        f'role="group" aria-labelledby="{name}-title {name}-sentence" '
        f'font-family="{SVG_FONTS}" stroke-linejoin="round" stroke-linecap="butt">\n'
        f'<title id="{name}-title">{escape(finding.title)}</title>\n'
        f'<desc id="{name}-sentence">{escape(finding.sentence)}</desc>\n'
    )


def _attributes(style: str) -> str:
    """The declarations of a style as attributes, which mean the same in SVG."""
    pairs = (part.partition(":") for part in style.split(";") if ":" in part)
    return "".join(f' {name.strip()}="{value.strip()}"' for name, _, value in pairs)


def _anchor(match: re.Match[str], address: Address) -> str:
    """A link with its tip, and its name where the keyboard stops at it."""
    found = read_spot(match[1])
    target, tip = address(found.kind, found.key), escape(found.tip)
    attributes = f' href="{escape(target)}"' if target else ""
    if found.is_stop:
        attributes += f' aria-label="{tip}"' if target else ""
    else:
        attributes += ' tabindex="-1" aria-hidden="true" pointer-events="all"'
    title = f"<title>{tip}</title>" if tip else ""
    return f"<a{attributes}>{title}<{match[2]}"


def _small_pattern(match: re.Match[str]) -> str:
    """The hatch as one small tile, a twentieth of what matplotlib writes."""
    tile, path = _small_tile(match[3])
    return f'{match[1]}width="{tile}" height="{tile}"{match[2]} d="{path}"'


@lru_cache(maxsize=32)
def _small_tile(path: str) -> tuple[int, str]:
    """The size of the tile that is enough, and the pieces of *path* that touch it."""
    tile = DOTS_TILE if "C" in path else LINES_TILE
    pieces = (" ".join(f"M{piece}".split()) for piece in path.split("M")[1:])
    return tile, " ".join(piece for piece in pieces if _touches(piece, tile))


def _touches(piece: str, tile: int) -> bool:
    """Whether a piece of a path lies on the tile, its line width counted in."""
    numbers = [float(number) for number in NUMBER.findall(piece)]
    return all(
        min(along) < tile + 1 and max(along) > -1
        for along in (numbers[::2], numbers[1::2])
    )
