"""Throws spoilt workbooks at the gate and the reader: they are read or refused.

    python -m tests.fuzz.workbook [--seconds 60]

With atheris installed (``pip install atheris``; Linux and macOS) it is led by coverage,
without it it spoils at random. Each input spoils one part of a good workbook and packs
it anew, because spoilt zips never reach the reader.
"""

import argparse
import importlib
import importlib.util
import random
import sys
import time
from collections.abc import Callable
from functools import cache
from zipfile import ZIP_STORED

from tests.hostile.forge import Parts, packed, parts
from tracker.domain.errors import BadInput
from tracker.workbook.reader import Reading, read_workbook

LONGEST = 64  # bytes put in at a time
# What a random byte would take years to find.
WORDS = (
    b'r="A1"',
    b't="s"',
    b't="e"',
    b"<v>-1</v>",
    b"<v>1e999</v>",
    b"<f>1</f>",
    b"<row>",
    b"</c>",
    b"<c/>",
    b"&#0;",
    b"&amp;",
    b"_x0000_",
    b"\xff\xfe",
    b"<!DOCTYPE a>",
    b"]]>",
    b'TargetMode="External"',
    b"../../",
)


def one_input(data: bytes) -> Reading | None:
    """Read what *data* makes of a good workbook; None where it is refused."""
    try:
        return read_workbook(spoilt(data))
    except BadInput:
        return None


@cache
def good_parts() -> Parts:
    """The parts of a good workbook, unpacked once."""
    return parts()


def spoilt(data: bytes) -> bytes:
    """A good workbook with one part changed as *data* says.

    The first bytes choose the part, the place and how much goes; the rest comes in.
    """
    found = dict(good_parts())
    head, new = data[:6].ljust(6, b"\0"), data[6:]
    name = sorted(found)[head[0] % len(found)]
    content = found[name]
    start = int.from_bytes(head[1:4]) % (len(content) + 1)
    found[name] = content[:start] + new + content[start + head[4] :]
    return packed(found, ZIP_STORED)


def at_random(seconds: float, seed: int = 1) -> int:
    """Spoil at random for some *seconds*; gives how many were read."""
    dice, count = random.Random(seed), 0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        one_input(random_input(dice))
        count += 1
    return count


def random_input(dice: random.Random) -> bytes:
    """Bytes that spoil somewhere, with a word of the format half of the time."""
    head = dice.randbytes(6)
    if dice.random() < 0.5:
        return head + dice.choice(WORDS)
    return head + dice.randbytes(dice.randrange(LONGEST))


def by_coverage(seconds: int, fuzz: Callable[[bytes], object]) -> None:
    """Let atheris look for inputs that reach new lines; never returns."""
    atheris = importlib.import_module("atheris")
    atheris.instrument_all()
    atheris.Setup(
        [sys.argv[0], f"-max_total_time={seconds}", "-max_len=128", "-timeout=10"], fuzz
    )
    atheris.Fuzz()


def main() -> None:
    """Read the arguments and spoil until the time is up or something breaks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    given = parser.parse_args()
    if importlib.util.find_spec("atheris"):
        by_coverage(given.seconds, one_input)
    else:
        print(f"{at_random(given.seconds):,} inputs, nothing broke.")


if __name__ == "__main__":
    main()
