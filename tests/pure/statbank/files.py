"""The project's own samples, the shared real files, and small workbooks and PX files made on the spot."""

import io
import zipfile
from pathlib import Path

import pytest

from conftest import SHARED

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "statbank"
FORMATS = SHARED / "data" / "formats"
DENMARK = SHARED / "data" / "denmark"
needs_shared = pytest.mark.skipif(not FORMATS.exists(), reason="the shared real files are not here")


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def px(body: str, *, head: str = "", stub: str = 'STUB="køn";\n', encoding: str = "cp1252") -> bytes:
    """A PX file with the dimensions køn (M, K) and tid (2019, 2020)."""
    text = (
        'CHARSET="ANSI";\nAXIS-VERSION="2013";\nMATRIX="PRØVE";\nTITLE="Prøve";\n'
        f'{head}{stub}HEADING="tid";\nVALUES("køn")="Mænd","Kvinder";\nCODES("køn")="M","K";\n'
        f'VALUES("tid")="2019","2020";\nTIMEVAL("tid")=TLIST(A1),"2019","2020";\nDATA={body}'
    )
    return text.encode(encoding)


Row = list[str | float | None]


def xlsx(rows: list[Row], *, sheet: str = "FOLK1A", rels: str = "worksheets/sheet1.xml") -> bytes:
    """A workbook with one sheet and inline texts."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{office}"><sheets>'
        f'<sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Target="{rels}"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {main}><sheetData>{_rows(rows)}</sheetData></worksheet>",
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return held.getvalue()


def _rows(rows: list[Row]) -> str:
    return "".join(
        f'<row r="{at}">' + "".join(_cell(f"{chr(65 + c)}{at}", cell) for c, cell in enumerate(row)) + "</row>"
        for at, row in enumerate(rows, 1)
    )


def _cell(ref: str, cell: str | float | None) -> str:
    if cell is None:
        return f'<c r="{ref}"/>'
    if isinstance(cell, str):
        return f'<c r="{ref}" t="inlineStr"><is><t>{cell}</t></is></c>'
    return f'<c r="{ref}"><v>{cell}</v></c>'
