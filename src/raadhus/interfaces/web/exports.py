"""Rows as a file to take away: CSV and XLSX in which nothing that somebody wrote is ever run as a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from raadhus.pure.documents.grid import Cell, Worksheet
from raadhus.pure.documents.write.xlsx import Look, write_xlsx
from raadhus.pure.kernel.errors import Refused

MOST_IN_EXCEL = 50_000
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def safe(value: Any) -> Any:
    """`value` for a cell of a CSV file: a text that a spreadsheet would take for a formula has ' before it."""
    if not isinstance(value, str):
        return value
    return f"'{value}" if value.lstrip(" ").startswith(FORMULA_SIGNS) else value


class _Line:
    """A file that gives back what is written."""

    def write(self, text: str) -> str:
        return text


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Any]], *, name: str) -> StreamingHttpResponse:
    """The rows with semicolons between, as a Danish spreadsheet opens them, sent as they are read."""
    writer = csv.writer(_Line(), delimiter=";")  # type: ignore[arg-type]

    def lines() -> Iterator[bytes]:
        yield "\ufeff".encode()
        yield writer.writerow([safe(cell) for cell in head]).encode()
        for row in rows:
            yield writer.writerow([safe(_plain(cell)) for cell in row]).encode()

    headers = {"Content-Disposition": content_disposition_header(True, f"{name}.csv")}
    return StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8", headers=headers)


def as_xlsx(head: Sequence[str], rows: Sequence[Sequence[Any]], *, name: str, on: date) -> HttpResponse:
    """The rows as a sheet whose texts stay texts; `Refused` for more than Excel is happy with."""
    if len(rows) > MOST_IN_EXCEL:
        raise Refused(_("{n} rækker er for mange til Excel. Vælg færre, eller hent dem som CSV.").format(n=len(rows)))
    cells = {
        number: {column: Cell(value, str(value)) for column, value in enumerate(row, 1) if value not in (None, "")}
        for number, row in enumerate([head, *rows], 1)
    }
    sheet = Worksheet(name, cells)
    content = write_xlsx({name: (sheet, Look(head_row=1, widths=(24,) * len(head)))}, title=name, made_on=on)
    headers = {"Content-Disposition": content_disposition_header(True, f"{name}.xlsx")}
    return HttpResponse(content, content_type=XLSX, headers=headers)


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    return value.strftime("%d-%m-%Y") if isinstance(value, date) else value
