"""A picture as it is given, and as it lies in a file."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart as bytes, with the name of its file and a tag that changes with it."""

    content: bytes
    mimetype: str
    filename: str
    etag: str


def picture_of(content: bytes, mimetype: str, filename: str) -> Picture:
    """The picture of these bytes."""
    etag = sha256(content).hexdigest()[:32]
    return Picture(content=content, mimetype=mimetype, filename=filename, etag=etag)


def to_bytes(picture: Picture) -> bytes:
    """The *picture* with its names before it, a line each."""
    names = f"{picture.mimetype}\n{picture.filename}\n"
    return names.encode() + picture.content


def from_bytes(kept: bytes) -> Picture:
    """The picture that ``to_bytes`` made these bytes of."""
    mimetype, filename, content = kept.split(b"\n", 2)
    return picture_of(content, mimetype.decode(), filename.decode())
