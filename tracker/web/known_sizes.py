"""How large files are that any process of the server has made.

The table lies in memory that forked processes share, so that a page names the same
sizes whichever of them draws it.
"""

import mmap
from collections.abc import Hashable
from struct import Struct
from zlib import crc32

SLOTS = 8192
# The hash of a key, a number, and a sum that tells a slot written by halves.
SLOT = Struct("<qII")
CHECKED = Struct("<qI")
MOST = 2**32 - 1


class KnownSizes:
    """Numbers by key; a later one may take the place of an earlier.

    Keys are told apart by their hashes, which are the same in forked processes.
    """

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, SLOTS * SLOT.size)

    def get(self, key: Hashable) -> int:
        """The number of this *key*; 0 where none is known."""
        told = hash(key)
        found, size, check = SLOT.unpack_from(self._memory, _place(told))
        is_whole = found == told and check == crc32(CHECKED.pack(told, size))
        return int(size) if is_whole else 0

    def put(self, key: Hashable, size: int) -> None:
        """Tell every process the number of this *key*."""
        told, size = hash(key), min(size, MOST)
        check = crc32(CHECKED.pack(told, size))
        SLOT.pack_into(self._memory, _place(told), told, size, check)

    def clear(self) -> None:
        """Forget every number."""
        self._memory[:] = bytes(len(self._memory))


def _place(told: int) -> int:
    return told % SLOTS * SLOT.size
