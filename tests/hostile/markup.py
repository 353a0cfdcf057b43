"""XML that is made to choke its readers, in every part of the workbook."""

from tests.hostile.forge import (
    BOOK,
    BOOK_RELS,
    REPORTS,
    ROOT,
    STYLES,
    THEME,
    TYPES,
    Forged,
    changed,
    noise,
    packed,
    parts,
    with_part,
    with_rows,
)

LAUGHS = "".join(
    f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" * 1}{("&l" + str(n - 1) + ";") * 9}">'
    for n in range(1, 10)
)
DOCTYPES = {
    "a document type": "<!DOCTYPE x>",
    "a million laughs": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>',
    "a file of the machine": '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
    "a page of the web": '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">',
    "a parameter entity": "<!DOCTYPE x [<!ENTITY % p \"<!ENTITY q 'z'>\">%p;]>",
    "a default attribute": '<!DOCTYPE x [<!ATTLIST c t CDATA "s">]>',
}
# Digits are no names of elements.
LETTERS = str.maketrans("0123456789", "ghijklmnop")
# What is put in the place of a whole part; each must be refused in any part.
PLAGUES: dict[str, bytes] = {
    "nested too deeply": b"<a>" * 40 + b"</a>" * 40,
    "nested without end": b"".join(
        f"<{c}>".encode()
        for c in "a" + noise(400_000).replace("0", "a").translate(LETTERS)
    ),
    "a tag of 2 MB": b'<a b="' + noise(2_000_000).encode() + b'"/>',
    "not finished": b"<a><b></b>",
    "not well formed": b"<a><b></a></b>",
}
PARTS = {
    "types": TYPES,
    "relations": ROOT,
    "the workbook": BOOK,
    "relations of the workbook": BOOK_RELS,
    "styles": STYLES,
    "the theme": THEME,
    "a sheet": REPORTS,
}


def before_root(name: str, text: str, end: str = "") -> Forged:
    def forge() -> bytes:
        found = parts()
        found[name] = text.encode() + found[name] + end.encode()
        return packed(found)

    return forge


def recoded(encoding: str, declared: str) -> Forged:
    def forge() -> bytes:
        found = parts()
        text = found[REPORTS].decode()
        head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
        found[REPORTS] = (head + text).encode(encoding)
        return packed(found)

    return forge


def in_sheet(xml: str) -> Forged:
    return changed(REPORTS, "<sheetData>", f"{xml}<sheetData>")


def attributes(count: int, size: int = 1) -> str:
    return " ".join(f'a{n}="{noise(size * 2)[:size]}"' for n in range(count))


MARKUP: dict[str, Forged] = {
    **{f"{label} in a sheet": before_root(REPORTS, t) for label, t in DOCTYPES.items()},
    **{
        f"a document type in {label}": before_root(name, "<!DOCTYPE x>")
        for label, name in PARTS.items()
        if name != REPORTS
    },
    **{
        f"{label}: {plague}": with_part(name, content)
        for label, name in PARTS.items()
        for plague, content in PLAGUES.items()
    },
    "a part nobody reads, with a document type": with_part(
        "xl/extra.xml", "<!DOCTYPE x><x/>"
    ),
    "utf-16": recoded("utf-16", "utf-16"),
    "utf-16 without saying so": recoded("utf-16-le", ""),
    "utf-32": recoded("utf-32", "utf-32"),
    "latin-1": recoded("latin-1", "iso-8859-1"),
    "utf-7": recoded("utf-7", "utf-7"),
    "an encoding nobody knows": recoded("utf-8", "klingon"),
    "bytes that are no text": lambda: packed(
        parts() | {REPORTS: parts()[REPORTS] + b"\xff\xfe\x80"}
    ),
    "a null byte": before_root(REPORTS, "\0"),
    "a comment of 2 MB": in_sheet("<!--" + noise(2_000_000) + "-->"),
    "an instruction of 2 MB": in_sheet("<?x " + noise(2_000_000) + "?>"),
    "too many attributes": in_sheet(f"<sheetPr {attributes(65)}/>"),
    "a hundred thousand attributes": in_sheet(f"<sheetPr {attributes(100_000)}/>"),
    "an attribute that is too long": in_sheet(f"<sheetPr {attributes(4, 5_000)}/>"),
    "an attribute twice": in_sheet('<sheetPr a="1" a="2"/>'),
    "an entity nobody declared": in_sheet("<sheetPr>&secret;</sheetPr>"),
    "a prefix nobody declared": in_sheet("<zz:sheetPr/>"),
    "two roots": before_root(REPORTS, "", "<worksheet/>"),
    "text after the root": before_root(REPORTS, "", "hello"),
    "two million elements": with_rows(
        "".join(f"<{c}/>" for c in noise(1_700_000).translate(LETTERS))
    ),
    "foreign cells": with_rows('<row r="9"><e:c xmlns:e="urn:x" r="A9"/></row>'),
}
