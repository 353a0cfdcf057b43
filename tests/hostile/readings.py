"""Cells and texts that one reader reads otherwise than the next one does.

What is told apart is refused; what all read alike, however odd it looks, is read right.
"""

import io
import re
import zipfile
from typing import Any

from tests.hostile.forge import (
    BOOK,
    BOOK_RELS,
    MAIN,
    OFFICE,
    REPORTS,
    STYLES,
    Forged,
    changed,
    good,
    packed,
    parts,
    text_cell,
    with_cell,
    with_rows,
)

TEXTS = "xl/sharedStrings.xml"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
FOREIGN = 'xmlns:e="urn:x"'
LAST = f'<row r="9">{text_cell("A9", "TEST2021-01")}</row>'


def note(inner: str, attributes: str = 't="inlineStr"') -> Forged:
    """A good workbook with a report whose note is this cell."""
    return with_cell(f'<c r="K9" {attributes}>{inner}</c>')


def percent(inner: str, attributes: str = "") -> Forged:
    """The same for its percentage."""
    return with_cell(f'<c r="I9" {attributes}>{inner}</c>')


def around_data(before: str, after: str) -> Forged:
    """A good workbook with something before the cells of its reports, and after."""

    def forge() -> bytes:
        found = parts()
        sheet = found[REPORTS].replace(b"<sheetData>", f"{before}<sheetData>".encode())
        end = f"</sheetData>{after}".encode()
        found[REPORTS] = sheet.replace(b"</sheetData>", end)
        return packed(found)

    return forge


def chosen_data() -> bytes:
    """The cells stand in one of two choices."""
    start = f'<mc:AlternateContent xmlns:mc="{COMPATIBLE}"><mc:Choice Requires="x">'
    end = "</mc:Choice><mc:Fallback><sheetData/></mc:Fallback></mc:AlternateContent>"
    found = parts()
    sheet = found[REPORTS].replace(b"<sheetData>", f"{start}<sheetData>".encode())
    found[REPORTS] = sheet.replace(b"</sheetData>", f"</sheetData>{end}".encode())
    return packed(found)


def shared(items: str, index: str = "0", attributes: str = "") -> Forged:
    """A good workbook with shared texts, and a report that has one of them as note."""

    def forge() -> bytes:
        relation = f'<Relationship Id="x9" Type="{OFFICE}/sharedStrings" '
        found = parts_of(note(f"<v>{index}</v>", 't="s"')())
        found[TEXTS] = f'<sst xmlns="{MAIN}" {attributes}>{items}</sst>'.encode()
        found[BOOK_RELS] = found[BOOK_RELS].replace(
            b"</Relationships>",
            f'{relation}Target="sharedStrings.xml"/></Relationships>'.encode(),
        )
        return packed(found)

    return forge


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def formatted(
    code: str, value: str, cell: str = "I9", *, number: int = 200, more: str = ""
) -> Forged:
    """A report with a cell in a number format; *more* is put among the conditions."""

    def forge() -> bytes:
        quoted = code.replace('"', "&quot;")
        form = f'<numFmt numFmtId="{number}" formatCode="{quoted}"/>'
        styles = parts()[STYLES].decode()
        listed = styles[styles.index("<cellXfs") : styles.index("</cellXfs>")]
        style = len(re.findall(r"<xf\b", listed))
        styles = re.sub(r"<numFmts[^>]*>", rf"\g<0>{form}", styles)
        styles = re.sub(r"<dxfs[^>]*>", rf"\g<0>{more}", styles)
        new = f'<xf numFmtId="{number}"/></cellXfs>'
        made = with_cell(f'<c r="{cell}" s="{style}"><v>{value}</v></c>')()
        return packed(
            parts_of(made) | {STYLES: styles.replace("</cellXfs>", new).encode()}
        )

    return forge


def listed_first(xml: str) -> Forged:
    """A good workbook with something first among the styles of its cells."""
    found = re.search(rb"<cellXfs[^>]*>", parts()[STYLES])
    assert found is not None
    return changed(STYLES, found[0].decode(), found[0].decode() + xml)


DISPUTED: dict[str, Forged] = {
    "a number with a comment in it": percent("<v>4<!-- -->2</v>"),
    "a number with an instruction in it": percent("<v>4<?x y?>2</v>"),
    "a number in quotation": percent("<v><![CDATA[42]]></v>"),
    "a number half in quotation": percent("<v>4<![CDATA[2]]></v>"),
    "a digit by reference": percent("<v>4&#50;</v>"),
    "a number with an element in it": percent("<v>4<x>1</x>2</v>"),
    "a number with a text in it": percent("<v>4<t>1</t>2</v>"),
    "a value in a value": percent("<v>4<v>2</v></v>"),
    "a text of a formula in quotation": note("<v><![CDATA[x]]></v>", 't="str"'),
    "the number of a text in quotation": shared("<si><t>x</t></si>", "<![CDATA[0]]>"),
    "the number of a text with a comment": shared(
        "<si><t>x</t></si>" * 20, "1<!-- -->0"
    ),
    "a text in the place of its number": note("<v>x</v>"),
    "a value before a text": note("<v>5</v><is><t>x</t></is>"),
    "a value after a text": note("<is><t>x</t></is><v>5</v>"),
    "two texts": note("<is><t>x</t></is><is><t>y</t></is>"),
    "a text outside its place": note("<t>x</t>"),
    "a type by reference": note("<v>42</v>", 't="&#115;tr"'),
    "an address by reference": with_cell('<c r="I&#57;"><v>42</v></c>'),
    "a cell in a cell": with_rows('<row r="9"><c r="A9"><c r="B9"/></c></row>'),
    "a row in a row": with_rows(f'<row r="8">{LAST}</row>'),
    "cells outside rows": with_rows('<c r="A3"><v>1</v></c>'),
    "a value outside cells": with_rows('<row r="9"><v>1</v></row>'),
    "cells in the cells": with_rows(f"<sheetData>{LAST}</sheetData>"),
    "more cells after the cells": around_data("", f"<sheetData>{LAST}</sheetData>"),
    "no cells before the cells": around_data("<sheetData/>", ""),
    "cells among the extensions": around_data(
        "", f"<extLst><ext><sheetData>{LAST}</sheetData></ext></extLst>"
    ),
    "foreign cells before the cells": around_data(
        f'<e:sheetData {FOREIGN}><e:row r="1048576"><e:c r="XFD1048576"><e:v>1</e:v>'
        "</e:c></e:row></e:sheetData>",
        "",
    ),
    "foreign cells that are none": around_data(f"<e:sheetData {FOREIGN}/>", ""),
    "cells of no namespace": around_data('<sheetData xmlns=""/>', ""),
    "a choice of cells": chosen_data,
    "a foreign shared text": shared(
        f"<e:si {FOREIGN}><e:t>x</e:t></e:si><si><t>y</t></si>"
    ),
    "a foreign text in a shared one": shared(
        f"<si><e:t {FOREIGN}>x</e:t><t>y</t></si>"
    ),
    "a shared text in a shared one": shared("<si><si><t>x</t></si><t>y</t></si>"),
    "a shared text among the extensions": shared(
        "<extLst><ext><si><t>x</t></si></ext></extLst><si><t>y</t></si>"
    ),
    "a choice of shared texts": shared(
        f'<mc:AlternateContent xmlns:mc="{COMPATIBLE}"><mc:Choice Requires="x"><si><t>x'
        "</t></si></mc:Choice></mc:AlternateContent><si><t>y</t></si>"
    ),
    "a shared text of index +0": shared("<si><t>x</t></si>", "+0"),
    "a shared text of index 0.0": shared("<si><t>x</t></si>", "0.0"),
    "a character nobody sees by escape": note("<is><t>a_x0007_b</t></is>"),
    "foreign styles": changed(
        STYLES,
        "<cellXfs",
        f'<e:cellXfs {FOREIGN}><e:xf numFmtId="14"/></e:cellXfs><cellXfs',
    ),
    "a foreign style first": listed_first(f'<e:xf {FOREIGN} numFmtId="14"/>'),
    "a style in a style": listed_first('<xf><extLst><xf numFmtId="14"/></extLst></xf>'),
    "styles twice over": changed(
        STYLES, "</cellXfs>", '</cellXfs><cellXfs><xf numFmtId="14"/></cellXfs>'
    ),
    "a month that became a day": formatted("mmm\\-yy", "45017", "B9"),
    "a month that became a day, built in": formatted(
        "mmm-yy", "45017", "B9", number=17
    ),
    "a year that became a day": formatted('yyyy\\ "г."', "44927", "B9"),
    "a percentage that was a text": formatted("0%", "0.12", "K9"),
    "a day in the year 1905": formatted("yyyy-mm-dd", "2023", "B9"),
    "a time zone": with_cell('<c r="B9" t="d"><v>2022-09-05T23:30:00+03:00</v></c>'),
    "a sheet name of 5,000 letters": changed(
        BOOK, 'name="Claims"', f'name="{"R" * 5_000}"'
    ),
    "a second calendar": changed(
        BOOK, "</sheets>", '</sheets><workbookPr date1904="1"/>'
    ),
    "a sheet that is the workbook": changed(
        BOOK_RELS, "/xl/worksheets/sheet5.xml", "/xl/workbook.xml"
    ),
    "an area that ends before it begins": changed(
        REPORTS, "<sheetData>", '<dimension ref="A1:A0"/><sheetData>'
    ),
    "two ends of one zip": lambda: good() + good()[good().rindex(b"PK\x05\x06") :],
}

# What the field of the report in row 9 must be.
ALIKE: dict[str, tuple[Forged, str, Any]] = {
    "a text in runs": (
        note('<is><r><t xml:space="preserve">a </t></r><r><t>b</t></r></is>'),
        "note",
        "a b",
    ),
    "a text with its sounds": (
        note('<is><t>a</t><rPh sb="0" eb="1"><t>x</t></rPh></is>'),
        "note",
        "a",
    ),
    "a text in quotation": (note("<is><t>a<![CDATA[<b>]]></t></is>"), "note", "a<b>"),
    "a text with a comment": (note("<is><t>a<!-- x -->b</t></is>"), "note", "ab"),
    "a text by references": (
        note("<is><t>a &amp; &#65;&#x42; &lt;</t></is>"),
        "note",
        "a & AB <",
    ),
    "a text with escapes": (
        note("<is><t>a_x000D_b_x005F_x000D_</t></is>"),
        "note",
        "a\nb_x000D_",
    ),
    "a text of a formula with references": (
        note("<v>a&#10;b &amp; c</v>", 't="str"'),
        "note",
        "a\nb & c",
    ),
    "a shared text in runs": (
        shared('<si><r><t xml:space="preserve">a </t></r><r><t>b</t></r></si>'),
        "note",
        "a b",
    ),
    "a shared text with its sounds": (
        shared('<si><t>a</t><rPh sb="0" eb="1"><t>x</t></rPh></si>'),
        "note",
        "a",
    ),
    "empty shared texts before it": (
        shared("<si/><si><t/></si><si><r/></si><si><t>a</t></si>", "3"),
        "note",
        "a",
    ),
    "shared texts that say they are many": (
        shared("<si><t>a</t></si>", attributes=f'uniqueCount="{10**23}"'),
        "note",
        "a",
    ),
    "a number with blanks": (percent("<v>\n 42 </v>"), "percent", 42),
    "a number of 17 digits": (percent("<v>90.200000000000003</v>"), "percent", 90.2),
    "a number with attributes of others": (
        percent("<v>42</v>", f'e:t="b" e:r="A1" {FOREIGN}'),
        "percent",
        42,
    ),
    "less than nothing": (percent("<v>-0</v>"), "percent", 0),
    "room for a percent sign": (formatted("0.0_%", "42"), "percent", 42),
    "filled up with percent signs": (formatted("0*%", "42"), "percent", 42),
    "a percent sign said literally": (formatted('0"%"', "42"), "percent", 42),
    "a percentage of a condition": (
        formatted(
            "0.0",
            "42",
            more='<dxf><numFmt numFmtId="200" formatCode="0%"/></dxf>',
        ),
        "percent",
        42,
    ),
    "a built-in percentage that is none": (
        formatted("0", "42", number=9),
        "percent",
        42,
    ),
    "a percentage": (formatted("[Blue]0.0 %", "0.42"), "percent", 42),
    "a month in the middle of it": (
        formatted("mmm\\-yy", "45018", "B9"),
        "dated",
        "2023-04-02",
    ),
    "a day with its month in words": (
        formatted("[$-419]d\\ mmmm\\ yyyy;@", "45017", "B9"),
        "dated",
        "2023-04-01",
    ),
    "a day as text": (
        with_cell('<c r="B9" t="d"><v>2022-09-05T00:00:00</v></c>'),
        "dated",
        "2022-09-05",
    ),
}
