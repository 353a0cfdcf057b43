"""Letters that look alike, and characters nobody can see: told apart, never guessed."""

import re
import unicodedata

# Cyrillic, Greek and Armenian letters that print like Latin ones.
PAIRS = {
    **dict(zip("АВСЕНІЈКМОРЅТХҮԚԜ", "ABCEHIJKMOPSTXYQW", strict=True)),
    **dict(zip("асеіјорѕухһԁԛԝ", "aceijopsyxhdqw", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
    **dict(zip("αινορυ", "aivopu", strict=True)),
    "У": "Y",
    "З": "3",
    "б": "6",
    "ո": "n",
    "օ": "o",
    "ʻ": "'",
}
LOOKALIKES = str.maketrans(PAIRS)
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)


def as_latin(text: str) -> str:
    """*text* with what looks like a Latin letter made one, and the unseen taken out."""
    return UNSEEN.sub("", text).translate(LOOKALIKES)


def is_plain(text: str) -> bool:
    """Whether every character of *text* can be typed on a Latin keyboard."""
    return text.isascii() and text.isprintable()


def strange_characters(text: str) -> str:
    """The characters of *text* that do not belong into a code, by name."""
    strange = dict.fromkeys(c for c in text if not is_plain(c))
    return ", ".join(
        unicodedata.name(c, f"U+{ord(c):04X}").capitalize() for c in strange
    )
