"""The zip of a workbook: times and order are fixed, so equal parts give equal bytes."""

import zipfile
from collections.abc import Iterable, Mapping
from typing import IO

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
LEVEL = 4
CHUNK = 1 << 16
FIRST = ("[Content_Types].xml", "_rels/.rels")


class Package:
    """A workbook being written into *target*, part after part."""

    def __init__(self, target: IO[bytes]) -> None:
        self._archive = zipfile.ZipFile(target, "w")

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write one part as a stream."""
        info = zipfile.ZipInfo(name, ZIP_TIME)
        info.compress_type = zipfile.ZIP_DEFLATED
        info._compresslevel = LEVEL  # type: ignore[attr-defined]
        with self._archive.open(info, "w") as part:
            for chunk in chunks:
                part.write(chunk)

    def add_all(self, parts: Mapping[str, bytes]) -> None:
        """Write parts that are there already, in the order readers expect."""
        for name in sorted(parts, key=lambda name: (name not in FIRST, name)):
            self.add(name, [parts[name]])

    def close(self) -> None:
        """Write the directory of the zip."""
        self._archive.close()
