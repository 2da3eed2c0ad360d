"""An invented follow-up sheet as Excel: 120 points of "Budgetaftale 2022" under eight headings. Run as a program it
writes the file beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from samples.sheets.points import AREAS, points_of

FILE = Path(__file__).with_name("opfoelgning-budgetaftale-2022.xlsx")
TITLE = "EKSEMPEL: Opfølgning på Budgetaftale 2022 (opdigtede oplysninger)"
NOTE = "UDKAST til Chefforum. Udfyldes af afdelingscheferne inden ugens udgang."
HEADS = tuple(post for post, _ in AREAS.values())
HEADINGS = (
    ("Nr.", ""), ("Aftalens punkt", ""), ("Beløb (1.000 kr.)", ""), ("Handling", ""), ("Ansvarlig", "Hoved"),
    ("Ansvarlig", "Øvrige"), ("Politisk mødesag", "Leverance"), ("Politisk mødesag", "Udvalg"),
    ("Politisk mødesag", "Hvornår"), ("Opfyldt når", ""), ("Frist", ""), ("Status", ""), ("Bemærkninger", ""),
)  # fmt: skip
FIRST_HEAD_ROW, LAST_HEAD_ROW = 4, 5
FORMULA_AS_NAME = 43  # the point whose responsible is a formula in the sheet
_COMMITTEES = ("Børne- og Skoleudvalget", "Økonomiudvalget", "Velfærdsudvalget", "Miljø- og Byudvalget")
_MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
           "december")  # fmt: skip
_STATUSES = ("I gang", "Ikke påbegyndt", "Afventer", "Opfyldt", "Forsinket", "")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet: the heading it stands under, its number from 1, and its cells from the left."""

    area: str
    number: int
    cells: tuple[Any, ...]


def lines() -> Iterator[Line]:
    """The 120 rows, the same every time."""
    number = 0
    for area, (post, _) in AREAS.items():
        for point in points_of(area):
            number += 1
            yield Line(area, number, _cells(number, point, post))


def _cells(number: int, point: str, post: str) -> tuple[Any, ...]:
    has_item = number % 3 == 0
    helping = "\n".join(
        HEADS[(number + step) % 8] for step in range(1, 1 + number % 3) if HEADS[(number + step) % 8] != post
    )
    return (
        f"{number}",
        point,
        125 * number if number % 4 else None,
        f"Der laves en plan for „{point.lower()}“, som drøftes i lederkredsen.\nDerefter sættes den i gang.",
        post,
        helping,
        "Ja" if has_item else "Nej",
        _COMMITTEES[number % 4] if has_item else "",
        "februar 2022" if has_item else "",
        "Når planen er vedtaget og i drift." if number % 2 else "",
        _deadline(number),
        _STATUSES[number % 6],
        f"Drøftet i styregruppen, linje {number}." if number % 5 == 0 else "",
    )


def _deadline(number: int) -> Any:
    """A date cell, or text in one of three forms, words, or nothing."""
    month = number % 12 + 1
    return (
        date(2022, month, 15),
        f"15/{month}-22",
        f"15-{month:02}-2022",
        f"15. {_MONTHS[month - 1]} 2022",
        "inden sommerferien 2022",
        "",
    )[number % 6]


def workbook() -> bytes:
    """The file's bytes, the same every time."""
    held = BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    book.set_properties({"title": TITLE, "created": datetime(2022, 1, 10)})
    page = book.add_worksheet("Opfølgning")
    look = {
        "": book.add_format({"text_wrap": True, "valign": "top"}),
        "head": book.add_format({"bold": True, "text_wrap": True, "bg_color": "#dde7ee", "border": 1}),
        "day": book.add_format({"num_format": "dd-mm-yyyy", "valign": "top"}),
        "money": book.add_format({"num_format": "#,##0", "valign": "top"}),
    }
    page.write(0, 0, TITLE)
    page.write(1, 0, NOTE)
    _write_head(page, look)
    _write_lines(page, look)
    names = book.add_worksheet("Lister")
    for row, post in enumerate(HEADS):
        names.write(row, 0, post)
    names.hide()
    book.close()
    return held.getvalue()


def _write_head(page: Any, look: dict[str, Any]) -> None:
    """Two rows: a heading alone goes down over both, one with parts goes across them."""
    top, under = FIRST_HEAD_ROW - 1, LAST_HEAD_ROW - 1
    for column, (heading, part) in enumerate(HEADINGS):
        if not part:
            page.merge_range(top, column, under, column, heading, look["head"])
            continue
        page.write(under, column, part, look["head"])
        across = [at for at, (other, _) in enumerate(HEADINGS) if other == heading]
        if column == across[0]:
            page.merge_range(top, across[0], top, across[-1], heading, look["head"])
    page.set_column(1, 3, 40)


def _write_lines(page: Any, look: dict[str, Any]) -> None:
    row, area = LAST_HEAD_ROW, ""
    for line in lines():
        if line.area != area:
            area = line.area
            page.merge_range(row, 0, row, len(HEADINGS) - 1, area, look["head"])
            row += 1
        for column, value in enumerate(line.cells):
            _write(page, row, column, value, look)
        if line.number == FORMULA_AS_NAME:
            post = line.cells[4]
            page.write_formula(row, 4, f"=Lister!A{HEADS.index(post) + 1}", look[""], post)
        row += 1


def _write(page: Any, row: int, column: int, value: Any, look: dict[str, Any]) -> None:
    if isinstance(value, date):
        page.write_datetime(row, column, datetime(value.year, value.month, value.day), look["day"])
    elif isinstance(value, int):
        page.write_number(row, column, value, look["money"])
    elif value:
        page.write_string(row, column, value, look[""])


if __name__ == "__main__":
    FILE.write_bytes(workbook())
