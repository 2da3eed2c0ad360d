"""The figures of a CSV column: decimal comma or point, marks in place of figures."""

import re
from collections.abc import Sequence

import numpy as np

from raadhus.pure.statbank.csv_rows import Rows
from raadhus.pure.statbank.figures import MISSING, NIL, MarkTexts
from raadhus.pure.statbank.labelled import Figures, Marks
from raadhus.pure.statbank.place import refusal

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)


def numbers_in_column(rows: Rows, column: int, decimal: str | None, texts: MarkTexts) -> tuple[Figures, Marks]:
    """A figure and a mark for each row; nil ("-") is 0; an empty field is missing.

    The whole column has one decimal sign; a column with both comma and point is refused, for either could be a
    thousands sign.
    """
    said = [row[column].strip() for row in rows.body]
    sign = decimal or _decimal_sign(rows, column, said)
    plain = [text.replace(",", ".") for text in said] if sign == "," else said
    marks = np.zeros(len(said), np.uint8)
    kept = list(plain)
    for at, text in enumerate(plain):
        if _NUMBER.fullmatch(text):
            continue
        if text not in (*MISSING, NIL, ""):
            raise refusal(rows.place(at, column), f"»{said[at][:20]}« er ikke et tal; hent filen igen.")
        marks[at] = texts.index(text, rows.place(at, column))
        kept[at] = "0" if text == NIL else "nan"
    return np.array(kept, dtype=np.float64), marks


def _decimal_sign(rows: Rows, column: int, said: Sequence[str]) -> str:
    comma = next((at for at, text in enumerate(said) if "," in text), None)
    if comma is None:
        return "."
    point = next((at for at, text in enumerate(said) if "." in text and text not in MISSING), None)
    if point is not None:
        place = rows.place(max(comma, point), column)
        raise refusal(
            place, f"tallene har både komma ({said[comma]}) og punktum ({said[point]}); sig hvad der er decimaltegn."
        )
    return ","
