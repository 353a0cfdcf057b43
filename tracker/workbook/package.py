"""The zip of a workbook: times and order are fixed, so equal parts give equal bytes."""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO, Self

LEVEL = 4
# Bytes packed at a time: so many that the thread which packs them seldom has to ask for
# the interpreter, and always as many, however the rows were cut.
PIECE = 2 * 1024 * 1024
FIRST = ("[Content_Types].xml", "_rels/.rels")


class Package:
    """A workbook being written into *target*, part after part."""

    def __init__(self, target: IO[bytes]) -> None:
        # Parts opened by name are dated 1980, whatever the clock says.
        self._archive = zipfile.ZipFile(
            target, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        """Write the directory of the zip."""
        self._archive.close()

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write one part as a stream: what is made is packed while more is made."""
        with self._archive.open(name, "w") as part, ThreadPoolExecutor(1) as packer:
            packed: Future[int] | None = None
            for piece in _pieces(chunks):
                if packed:
                    packed.result()
                packed = packer.submit(part.write, piece)
            if packed:
                packed.result()

    def add_all(self, parts: Mapping[str, bytes]) -> None:
        """Write parts that are there already, in the order readers expect."""
        for name in sorted(parts, key=lambda name: (name not in FIRST, name)):
            with self._archive.open(name, "w") as part:
                part.write(parts[name])


def _pieces(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of one length, the last one shorter."""
    held = bytearray()
    for chunk in chunks:
        held += chunk
        while len(held) >= PIECE:
            yield bytes(memoryview(held)[:PIECE])
            del held[:PIECE]
    if held:
        yield bytes(held)
