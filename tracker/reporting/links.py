"""Links and tips of a picture, before anybody knows an address.

A mark carries a token: what it is about, and the tip that a pointer over it shows. Only
the one who asks for the picture knows where that leads; he gives a function.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import quote, unquote

SCHEME = "spot"

# The address of a thing (kind, key), or None where no link is wanted.
Address: TypeAlias = Callable[[str, str], str | None]


def no_address(_kind: str, _key: str) -> str | None:
    """Link nothing."""
    return None


def spot(kind: str, key: str, tip: str = "", *, is_stop: bool = False) -> str:
    """The token of a mark about the thing of *kind* and *key*.

    Where *is_stop*, the keyboard stops at it: once a row, not at each of forty marks.
    The tip is then the name of the link.
    """
    stop = "stop" if is_stop else ""
    return ":".join((SCHEME, kind, stop, quote(key, safe=""), quote(tip, safe="")))


@dataclass(frozen=True, slots=True)
class Spot:
    """What a token says."""

    kind: str
    key: str
    tip: str
    is_stop: bool


def read_spot(token: str) -> Spot:
    """Read a token."""
    _scheme, kind, stop, key, tip = token.split(":")
    return Spot(kind, unquote(key), unquote(tip), bool(stop))


def address_of(token: str, address: Address) -> str | None:
    """Where *token* leads by *address*; None for no token."""
    if not token:
        return None
    found = read_spot(token)
    return address(found.kind, found.key)
