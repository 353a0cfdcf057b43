"""Workbooks whose parts do not belong together, run code or reach outside."""

from tests.hostile.forge import (
    BOOK,
    BOOK_RELS,
    MAIN,
    OFFICE,
    REPORTS,
    ROOT,
    STYLES,
    TYPES,
    Forged,
    changed,
    packed,
    parts,
    with_part,
    without_part,
)

SHEET_MAIN = "spreadsheetml.sheet.main+xml"
UNWANTED = (
    "xl/vbaProject.bin",
    "xl/vbaProjectSignature.bin",
    "xl/externalLinks/externalLink1.xml",
    "xl/activeX/activeX1.xml",
    "xl/embeddings/oleObject1.bin",
    "xl/connections.xml",
    "xl/queryTables/queryTable1.xml",
    "xl/macrosheets/sheet1.xml",
    "xl/dialogsheets/sheet1.xml",
    "xl/ctrlProps/ctrlProp1.xml",
    "customUI/customUI.xml",
    "XL/VBAPROJECT.BIN",
)
OUTSIDE = ("image", "oleObject", "externalLinkPath", "attachedTemplate", "worksheet")


def related(kind: str, target: str, mode: str = ' TargetMode="External"') -> Forged:
    new = f'<Relationship Id="x9" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return changed(BOOK_RELS, "</Relationships>", f"{new}</Relationships>")


def book(old: str, new: str) -> Forged:
    return changed(BOOK, old, new)


def more_sheets(count: int) -> Forged:
    more = "".join(
        f'<sheet name="More {n}" sheetId="{50 + n}" r:id="rId2" xmlns:r="{OFFICE}"/>'
        for n in range(count)
    )
    return book("</sheets>", f"{more}</sheets>")


def strict() -> bytes:
    pairs = (
        (MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        (OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    )
    found = parts()
    for name, content in found.items():
        for old, new in pairs:
            content = content.replace(old.encode(), new.encode())
        found[name] = content
    return packed(found)


def strict_sheet_only() -> bytes:
    found = parts()
    new = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    found[REPORTS] = found[REPORTS].replace(MAIN.encode(), new)
    return packed(found)


STRUCTURE: dict[str, Forged] = {
    **{f"holds {name}": with_part(name, "<x/>") for name in UNWANTED},
    **{
        f"takes a {kind} from outside": related(kind, "file:///etc/passwd")
        for kind in OUTSIDE
    },
    "takes something from a server": related("image", "http://127.0.0.1:1/x.png"),
    "takes something from a share": related("image", "\\\\127.0.0.1\\x"),
    "macros by its type": changed(
        TYPES, SHEET_MAIN, "ms-excel.sheet.macroEnabled.main+xml"
    ),
    "a template": changed(TYPES, SHEET_MAIN, "spreadsheetml.template.main+xml"),
    "a binary workbook": changed(TYPES, SHEET_MAIN, "ms-excel.sheet.binary.main"),
    "strict open xml": strict,
    "one sheet in strict open xml": strict_sheet_only,
    "counts days from 1904": book("<workbookPr/>", '<workbookPr date1904="1"/>'),
    "counts days from 1904, in words": book(
        "<workbookPr/>", '<workbookPr date1904="true"/>'
    ),
    "no types": without_part(TYPES),
    "no relations": without_part(ROOT),
    "no workbook": without_part(BOOK),
    "no relations of the workbook": without_part(BOOK_RELS),
    "a sheet is missing": without_part(REPORTS),
    "a sheet is nowhere": changed(BOOK_RELS, "sheet5.xml", "sheet99.xml"),
    "a sheet lies outside the file": changed(
        BOOK_RELS, "/xl/worksheets/sheet5.xml", "../../../etc/passwd"
    ),
    "a sheet is the styles": changed(
        BOOK_RELS, "/xl/worksheets/sheet5.xml", f"/{STYLES}"
    ),
    "a sheet is a drawing": with_part(REPORTS, "<drawing/>"),
    "a sheet is empty": with_part(REPORTS, ""),
    "a sheet stands twice": book('name="Claims"', 'name="Reports"'),
    "a sheet stands twice but for case": book('name="Claims"', 'name="REPORTS"'),
    "two sheets are one part": changed(BOOK_RELS, "sheet6.xml", "sheet5.xml"),
    "too many sheets": more_sheets(20),
    "a sheet nobody relates": book('r:id="rId5"', 'r:id="rId99"'),
    "a sheet without a relation": book('r:id="rId5"', ""),
    "a dialog as a sheet": changed(
        BOOK_RELS,
        f'{OFFICE}/worksheet" Target="/xl/worksheets/sheet5.xml"',
        f'{OFFICE}/dialogsheet" Target="/xl/worksheets/sheet5.xml"',
    ),
    "relations of one name": changed(BOOK_RELS, 'Id="rId2"', 'Id="rId1"'),
    "styles twice": related("styles", "styles.xml", ""),
    "the workbook is a picture": with_part(BOOK, b"\x89PNG\r\n\x1a\n"),
    "the workbook has another root": with_part(BOOK, f'<book xmlns="{MAIN}"/>'),
    "no sheets at all": with_part(
        BOOK, f'<workbook xmlns="{MAIN}"><sheets/></workbook>'
    ),
    "too many styles": changed(STYLES, "</cellXfs>", "<xf/>" * 4_001 + "</cellXfs>"),
    "a number format that is too long": changed(
        STYLES,
        "<numFmts",
        f'<numFmt numFmtId="200" formatCode="{"0" * 300}"/><numFmts',
    ),
    "a format that is no number": changed(STYLES, 'numFmtId="0"', 'numFmtId="x"', -1),
}
