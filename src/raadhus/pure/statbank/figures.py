"""Size limits, marks of missing figures, and the check that all readers put their arrays through."""

from collections.abc import Iterable, Sequence
from math import prod

import numpy as np

from raadhus.pure.statbank.dimension import Dimension
from raadhus.pure.statbank.labelled import Figures, Marks
from raadhus.pure.statbank.place import Locator, Place, refusal
from raadhus.pure.statbank.regions import wrong_name
from raadhus.pure.statbank.table import Table
from raadhus.pure.statbank.trace import trace_of

MOST_CELLS = 50_000_000
NIL = "-"
MISSING = (".", "..", "...", "....", ".....", "......", "…")


class MarkTexts:
    """The marks met so far; index 0 is no mark."""

    def __init__(self) -> None:
        self.texts: list[str] = [""]

    def index(self, text: str, place: Place) -> int:
        """The index of a mark, new or known; refuses more kinds than a file of figures can mean."""
        if text not in self.texts:
            if len(self.texts) > 200:
                raise refusal(place, "filen har over 200 slags tegn i stedet for tal; er det en tabel med tal?")
            self.texts.append(text)
        return self.texts.index(text)


def cells_in(place: Place, sizes: Sequence[int]) -> int:
    """The number of figures; refuses more than the house will hold in memory."""
    cells = prod(sizes)
    if cells > MOST_CELLS:
        raise refusal(place, f"tabellen har {cells} tal; vælg færre værdier, højst {MOST_CELLS}.")
    return cells


def refuse_infinite(file: str, values: Figures, locator: Locator) -> None:
    """Refuses a figure too great to be one (1e400 reads as infinite)."""
    wrong = np.isinf(values.ravel())
    if wrong.any():
        raise refusal(locator.place_of(int(np.argmax(wrong))), "tallet er større end noget tal kan være; ret kilden.")


def refuse_repeated(place: Place, name: str, codes: Iterable[str]) -> None:
    """Refuses a dimension with the same code twice."""
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise refusal(place, f"{name} har værdien »{code}« to gange; hent filen igen.")
        seen.add(code)


def refuse_misnamed(dimension: Dimension, place_of_code: dict[str, Place] | None, otherwise: Place) -> None:
    """Refuses an area code that stands beside the name of another area, a sign of columns sorted apart."""
    if dimension.role != "region":
        return
    for code, label in zip(dimension.codes, dimension.labels, strict=True):
        if right := wrong_name(code, label):
            place = (place_of_code or {}).get(code, otherwise)
            raise refusal(
                place, f"kode {code} er {right}, men står ved »{label}«; koder og navne er skilt ad, ret dem."
            )


def table_read(
    locator: Locator,
    dimensions: Sequence[Dimension],
    values: Figures,
    marks: Marks,
    texts: MarkTexts,
    *,
    name: str,
    title: str,
) -> Table:
    """A table straight from a file; `values` and `marks` are flat and row-major."""
    shape = tuple(len(dimension) for dimension in dimensions)
    file = locator.place_of(0).file
    refuse_infinite(file, values, locator)
    for dimension in dimensions:
        refuse_misnamed(dimension, None, Place(file))
    return Table(
        name=name,
        title=title,
        dimensions=tuple(dimensions),
        values=values.reshape(shape),
        marks=marks.reshape(shape),
        mark_texts=tuple(texts.texts),
        trace=trace_of(locator, shape),
    )
