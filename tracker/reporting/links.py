"""Links and tips of a picture, before anybody knows an address.

A mark carries a token: what it is about, and the tip that a pointer over it shows. Only
the one who asks for the picture knows where that leads; he gives a function.
"""

from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import quote, unquote

SCHEME = "spot"

# The address of a thing (kind, key), or None where no link is wanted.
Address: TypeAlias = Callable[[str, str], str | None]


def no_address(_kind: str, _key: str) -> str | None:
    """Link nothing."""
    return None


def spot(kind: str, key: str, tip: str = "") -> str:
    """The token of a mark about the thing of *kind* and *key*."""
    return ":".join((SCHEME, kind, quote(key, safe=""), quote(tip, safe="")))


def read_spot(token: str) -> tuple[str, str, str]:
    """The kind, key and tip in *token*."""
    _scheme, kind, key, tip = token.split(":")
    return kind, unquote(key), unquote(tip)


def address_of(token: str, address: Address) -> str | None:
    """Where *token* leads by *address*; None for no token."""
    if not token:
        return None
    kind, key, _tip = read_spot(token)
    return address(kind, key)
