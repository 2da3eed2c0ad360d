"""StatBank CSV in columns (formats CSV and BULK): a column for each dimension, the last the figure (INDHOLD).

Semicolons, UTF-8 with or without byte-order mark, CRLF, quotes doubled inside quotes; decimal comma in Danish answers,
decimal point in English ones. Any other list of rows can be read by naming its columns.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from raadhus.pure.statbank.csv_numbers import numbers_in_column
from raadhus.pure.statbank.csv_rows import Rows, RowsLocator, rows_of
from raadhus.pure.statbank.dimension import Dimension
from raadhus.pure.statbank.figures import MarkTexts, cells_in, refuse_repeated, table_read
from raadhus.pure.statbank.labelled import Figures, Marks, Note
from raadhus.pure.statbank.place import Place, refusal
from raadhus.pure.statbank.presentation import dimension_of, is_code_and_value
from raadhus.pure.statbank.table import Table
from raadhus.pure.statbank.text import text_of_statbank
from raadhus.pure.statbank.vintage import table_name_in

Columns = Mapping[str, str | tuple[str, str]]
_Spots = npt.NDArray[np.intp]


def read_csv(
    data: bytes,
    file: str,
    *,
    table: str = "",
    delimiter: str = ";",
    columns: Columns | None = None,
    value: str | None = None,
    decimal: str | None = None,
    gaps: bool = False,
    ended: bool = True,
) -> Table:
    """The table of a list of rows: dimensions in the order of their columns, values in the order they are met.

    `columns` gives each dimension its column, or a pair (codes, labels), and `value` the figures' column; without them
    the figures are in INDHOLD and all others are dimensions. `decimal` is "," or "." where the figures must be told.
    Refuses missing rows (unless `gaps`, which makes them missing figures), a row given twice with different figures,
    and a last line without line break (unless `ended` is False). A cut exactly between two slices leaves a sound,
    smaller file and cannot be seen here: ask `table.dimension(…)` how many values came.
    """
    text = text_of_statbank(file, data)
    if ended and not text.endswith(("\n", "\r")):
        place = Place(file, text.count("\n") + 1)
        raise refusal(place, "sidste række slutter uden linjeskift; filen kan være skåret over. Hent den igen.")
    rows = rows_of(file, text, delimiter)
    chosen, figure = _columns(rows, columns, value)
    dims, spots, raws = _dimensions(rows, chosen)
    locator = RowsLocator(file, text, delimiter, tuple(code for _, code, _ in chosen), figure, tuple(raws))
    shape = tuple(len(dim) for dim in dims)
    cells = cells_in(Place(file), shape)
    flat = np.ravel_multi_index(tuple(spots), shape).astype(np.intp)
    texts = MarkTexts()
    values, marks = numbers_in_column(rows, figure, decimal, texts)
    notes = _repeats(rows, flat, values, marks)
    if not gaps:
        _refuse_gaps(rows, flat, cells, dims)
    full, full_marks = np.full(cells, np.nan), np.zeros(cells, np.uint8)
    full[flat], full_marks[flat] = values, marks
    made = table_read(locator, dims, full, full_marks, texts, name=table or table_name_in(file), title="")
    return made.changed(notes=notes)


def _columns(rows: Rows, columns: Columns | None, value: str | None) -> tuple[list[tuple[str, int, int | None]], int]:
    """Each dimension's name, column of codes and column of labels; and the figures' column."""
    at = {name.casefold(): spot for spot, name in enumerate(rows.head)}

    def spot(name: str) -> int:
        if name.casefold() not in at:
            place = Place(rows.file, 1)
            raise refusal(place, f"kolonnen »{name}« mangler; filen har {', '.join(rows.head)}.")
        return at[name.casefold()]

    figure = spot(value if value is not None else "INDHOLD")
    if columns is None:
        return [(name, column, None) for column, name in enumerate(rows.head) if column != figure], figure
    pairs = [(name, (said, None) if isinstance(said, str) else said) for name, said in columns.items()]
    return [(name, spot(code), None if label is None else spot(label)) for name, (code, label) in pairs], figure


def _dimensions(
    rows: Rows, chosen: list[tuple[str, int, int | None]]
) -> tuple[list[Dimension], list[_Spots], list[tuple[str, ...]]]:
    """The dimensions, where each row stands in them, and the fields as written that make their values."""
    met: list[dict[str, int]] = []
    spots: list[_Spots] = []
    labels: list[dict[str, str]] = []
    for _, code, label in chosen:
        order: dict[str, int] = {}
        spots.append(np.array([order.setdefault(row[code], len(order)) for row in rows.body], dtype=np.intp))
        met.append(order)
        labels.append({} if label is None else _labels(rows, code, label))
    split = is_code_and_value([(name, list(order)) for (name, _, _), order in zip(chosen, met, strict=True)])
    dims = []
    for (name, column, _), order, known in zip(chosen, met, labels, strict=True):
        codes, said, role = dimension_of(name, list(order), known, split=split)
        refuse_repeated(Place(rows.file, None, column + 1), name, codes)
        dims.append(Dimension(name, tuple(codes), tuple(said), name, role))
    return dims, spots, [tuple(order) for order in met]


def _labels(rows: Rows, code: int, label: int) -> dict[str, str]:
    """The label of each code; refuses a code with two."""
    found: dict[str, str] = {}
    for at, row in enumerate(rows.body):
        if found.setdefault(row[code], row[label]) != row[label]:
            said = f"koden {row[code]} hedder »{row[label]}« her og »{found[row[code]]}« før; ret den ene."
            raise refusal(rows.place(at, label), said)
    return found


def _repeats(rows: Rows, flat: _Spots, values: Figures, marks: Marks) -> tuple[Note, ...]:
    """A note on rows given twice with the same figure, which count once; refuses those with different figures."""
    unique, first, which = np.unique(flat, return_index=True, return_inverse=True)
    if len(unique) == len(flat):
        return ()
    same = (values == values[first[which]]) | (np.isnan(values) & np.isnan(values[first[which]]))
    differs = np.flatnonzero(~(same & (marks == marks[first[which]])))
    if len(differs):
        at = int(differs[0])
        earlier = rows.lines[int(first[which[at]])]
        raise refusal(rows.place(at), f"rækken er der allerede i række {earlier} med et andet tal; ret filen.")
    again = sorted(set(range(len(flat))) - set(first.tolist()))
    first_again = rows.lines[again[0]]
    text = (
        f"{len(again)} rækker gentager andre med samme tal og er talt med én gang; den første er række {first_again}."
    )
    return (Note(text),)


def _refuse_gaps(rows: Rows, flat: _Spots, cells: int, dims: list[Dimension]) -> None:
    there = np.zeros(cells, bool)
    there[flat] = True
    if there.all():
        return
    index = np.unravel_index(int(np.argmin(there)), tuple(len(dim) for dim in dims))
    where = ", ".join(f"{dim.name}={dim.codes[int(at)]}" for dim, at in zip(dims, index, strict=True))
    place = rows.place(len(rows.lines) - 1)
    missing = cells - int(there.sum())
    raise refusal(place, f"filen slutter her, men {missing} af {cells} tal mangler, først {where}. Hent filen igen.")
