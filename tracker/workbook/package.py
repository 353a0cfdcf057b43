"""The zip of a workbook: times and order are fixed, so equal parts give equal bytes."""

import zipfile
from collections.abc import Iterable, Mapping
from typing import IO, Self

LEVEL = 4
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
        """Write one part as a stream."""
        with self._archive.open(name, "w") as part:
            for chunk in chunks:
                part.write(chunk)

    def add_all(self, parts: Mapping[str, bytes]) -> None:
        """Write parts that are there already, in the order readers expect."""
        for name in sorted(parts, key=lambda name: (name not in FIRST, name)):
            self.add(name, [parts[name]])
