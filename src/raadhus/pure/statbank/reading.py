"""The one door: any file from StatBank or a PxWeb office, told by its content."""

import re

from raadhus.pure.statbank.csv_file import read_csv
from raadhus.pure.statbank.csv_grid import read_csv_grid
from raadhus.pure.statbank.jsonstat import read_jsonstat
from raadhus.pure.statbank.place import Place, refusal
from raadhus.pure.statbank.px import read_px
from raadhus.pure.statbank.table import Table
from raadhus.pure.statbank.xlsx import read_xlsx

_PX = re.compile(rb"(?:\xef\xbb\xbf)?\s*[A-Za-z][A-Za-z0-9-]*(?:\[[^\]]*\])?(?:\([^)]*\))?\s*=")


def read(data: bytes, file: str, *, table: str = "") -> Table:
    """The table of a PX, JSON-stat, XLSX or CSV file. `table` names it where the file does not (CSV).

    `raadhus.pure.kernel.errors.Refused` with file, row and column for anything that is not a whole table.
    """
    start = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t")
    if not start:
        raise refusal(Place(file, 1), "filen er tom; hent den igen.")
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return read_xlsx(data, file, table=table)
    if start.startswith((b"{", b"[")):
        return read_jsonstat(data, file, table=table)
    if start.startswith(b"<"):
        raise refusal(Place(file, 1), "filen er en webside eller XML og ingen tabel; bestil CSV, PX eller JSONSTAT.")
    if _PX.match(start):
        return read_px(data, file)
    first = data.split(b"\n", 1)[0]
    if b"INDHOLD" in first.upper() or b";" not in first:
        return read_csv(data, file, table=table)
    return _csv(data, file, table)


def _csv(data: bytes, file: str, table: str) -> Table:
    """In columns or as a matrix: a matrix has its title alone in the first row."""
    fields = [field for field in data.split(b"\n", 1)[0].strip(b"\xef\xbb\xbf\r").split(b";") if field.strip(b'" ')]
    return read_csv_grid(data, file, table=table) if len(fields) == 1 else read_csv(data, file, table=table)
