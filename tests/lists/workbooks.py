"""Small spreadsheets as an office program writes them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#: Style 1 shows days, style 2 years alone, style 3 is the standard's own m/d/yyyy.
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/>'
    '<numFmt numFmtId="165" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>'
)


def workbook(rows: Sequence[Sequence[object]], **parts: str) -> bytes:
    """Give a workbook of one sheet; see `workbook_of`.

    Args:
        rows: of the sheet.
        parts: further parts or others instead, by name with __ for / ("docProps__core.xml").
    """
    return workbook_of({"List": rows}, **parts)


def workbook_of(sheets: Mapping[str, Sequence[Sequence[object]]], **parts: str) -> bytes:
    """Give a workbook.

    Args:
        sheets: rows by title: texts are shared, numbers stand as they are, (number, style) is
            styled, None leaves the cell out.
        parts: as of `workbook`.
    """
    every = (cell for rows in sheets.values() for row in rows for cell in row)
    shared = list(dict.fromkeys(cell for cell in every if isinstance(cell, str)))
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
    numbered = list(enumerate(sheets, 1))
    listed = (f'<sheet name="{t}" sheetId="{n}" r:id="rId{n}"/>' for n, t in numbered)
    related = (f'<Relationship Id="rId{n}" Target="worksheets/s{n}.xml"/>' for n, _ in numbered)
    files: Mapping[str, str] = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        f"{''.join(listed)}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships>{''.join(related)}</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/styles.xml": STYLES,
    } | {f"xl/worksheets/s{n}.xml": sheet(sheets[title], shared) for n, title in numbered}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        named = {name.replace("__", "/"): text for name, text in parts.items()}
        for name, text in (files | named).items():
            file.writestr(name, text)
    return packed.getvalue()


def sheet(rows: Sequence[Sequence[object]], shared: list[str]) -> str:
    told = (f'<row r="{n}">{"".join(cells(n, row, shared))}</row>' for n, row in enumerate(rows, 1))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(told)}</sheetData></worksheet>'


def cells(number: int, row: Sequence[object], shared: list[str]) -> list[str]:
    told = []
    for place, value in enumerate(row):
        at = f'r="{chr(ord("A") + place)}{number}"'
        if isinstance(value, str):
            told.append(f'<c {at} t="s"><v>{shared.index(value)}</v></c>')
        elif isinstance(value, tuple):
            told.append(f'<c {at} s="{value[1]}"><v>{value[0]}</v></c>')
        elif value is not None:
            told.append(f"<c {at}><v>{value}</v></c>")
    return told
