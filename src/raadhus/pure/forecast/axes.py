"""The one axis order of the whole package: `(draw, year, district, sex, age)`; the draw axis may be left out.

Sex is 0 = men, 1 = women. Age is completed years, the last one open (105 means 105 and over, unless told otherwise).
A stock is counted on 1 January; year *y* of a flow runs from 1 January *y* to 1 January *y* + 1.
Everything is checked once, here at the door; the kernel behind it trusts its arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from raadhus.pure.kernel.errors import Refused

Floats = NDArray[np.float64]

MEN, WOMEN = 0, 1
SEXES = ("M", "K")
OPEN_AGE = 105
FIX = "ret værdien"


@dataclass(frozen=True)
class Axes:
    """The labels of every array in one forecast; `ages` counts groups of `width` years from 0, the last one open."""

    years: tuple[int, ...]
    districts: tuple[str, ...] = ("hele kommunen",)
    ages: int = OPEN_AGE + 1
    width: int = 1

    def __post_init__(self) -> None:
        for name, labels in (("år", self.years), ("distrikter", self.districts)):
            if not labels or len(set(labels)) != len(labels):
                raise Refused(f"Listen over {name} er tom eller nævner den samme to gange; ret listen.")

    @property
    def flow(self) -> tuple[int, int, int, int]:
        """The shape of a yearly flow or rate: (year, district, sex, age)."""
        return (len(self.years), len(self.districts), 2, self.ages)

    @property
    def names(self) -> tuple[tuple[str, Sequence[object]], ...]:
        """Every axis of a flow by its Danish name, with its labels."""
        years: Sequence[object] = self.years
        return (("år", years), ("distrikt", self.districts), ("køn", SEXES), ("alder", self.age_labels))

    @property
    def age_labels(self) -> Sequence[object]:
        """Each age group as a reader writes it: `7`, or `35-39` where groups are five years wide."""
        if self.width == 1:
            return range(self.ages)
        return [f"{youngest}-{youngest + self.width - 1}" for youngest in range(0, self.ages * self.width, self.width)]

    @property
    def stock(self) -> tuple[int, int, int]:
        """The shape of a population on one day: (district, sex, age)."""
        return self.flow[1:]


def described(axis_sizes: Sequence[int]) -> str:
    """Sizes as a reader writes them: `13 × 50 × 2 × 106`."""
    return " × ".join(str(size) for size in axis_sizes)


def admitted(
    name: str,
    values: object,
    shape: tuple[int, ...],
    *,
    low: float | None = 0.0,
    high: float | None = None,
    file: str = "inddata",
    names: Sequence[tuple[str, Sequence[object]]] = (),
    over: str = FIX,
) -> Floats:
    """`values` as float64 of `shape` (a draw axis in front is kept, axes of size one are spread), or `Refused`.

    `low` and `high` are inclusive bounds; None lets any finite number through. `names` are the axes' names and labels;
    `over` is what a value over its bound should be met with.
    """
    array = np.asarray(values, dtype=np.float64)
    full = array.shape[: max(0, array.ndim - len(shape))] + shape
    try:
        array = np.broadcast_to(array, full)
    except ValueError:
        raise Refused(
            f"{file}: {name} har formen {described(array.shape)}, men skal have {described(shape)}; "
            "kontrollér antallet af år, distrikter, køn og aldre."
        ) from None
    _refuse_first(file, name, array, ~np.isfinite(array), "mangler eller er ikke et tal", names)
    if low is not None:
        _refuse_first(file, name, array, array < low, f"er mindre end {low:g}", names)
    if high is not None:
        _refuse_first(file, name, array, array > high, f"er større end {high:g}", names, over)
    return array


def _refuse_first(
    file: str,
    name: str,
    array: Floats,
    wrong: NDArray[np.bool_],
    complaint: str,
    names: Sequence[tuple[str, Sequence[object]]],
    cure: str = FIX,
) -> None:
    if not wrong.any():
        return
    cell = tuple(int(i) for i in np.argwhere(wrong)[0])
    labelled = [f"{axis} {labels[i]}" for (axis, labels), i in zip(names, cell[len(cell) - len(names) :], strict=True)]
    labelled = labelled or [str(i) for i in cell]
    row = ", ".join(labelled[:-1]) or "1"
    column = labelled[-1] if labelled else "1"
    raise Refused(f"{file}: {name}, række {row}, kolonne {column}: {array[cell]:g} {complaint}; {cure}.")


def from_rows(
    rows: Iterable[Mapping[str, object]],
    axes: Mapping[str, Sequence[object]],
    *,
    value: str,
    file: str,
    low: float | None = 0.0,
    high: float | None = None,
) -> Floats:
    """An array from table rows (first data row is row 2), one axis per column in `axes`.

    Every combination must be there exactly once; `Refused` names file, row and column of the first that is not.
    """
    places = {column: {str(label): i for i, label in enumerate(labels)} for column, labels in axes.items()}
    array = np.full([len(labels) for labels in places.values()], np.nan)
    for number, row in enumerate(rows, start=2):
        cell = tuple(_place(row, column, labels, file, number) for column, labels in places.items())
        if not np.isnan(array[cell]):
            raise Refused(
                f"{file}, række {number}: samme kombination af {', '.join(places)} står to gange; slet den ene."
            )
        array[cell] = _number(row, value, file, number, low, high)
    missing = np.argwhere(np.isnan(array))
    if len(missing):
        named = ", ".join(f"{c} {list(ls)[i]}" for (c, ls), i in zip(places.items(), missing[0], strict=True))
        raise Refused(f"{file}: der mangler en række for {named} (kolonne {value}); tilføj den.")
    return array


def _place(row: Mapping[str, object], column: str, labels: Mapping[str, int], file: str, number: int) -> int:
    if column not in row:
        raise Refused(f"{file}, række {number}: kolonnen {column} mangler; tilføj den.")
    label = str(row[column])
    if label not in labels:
        known = ", ".join(list(labels)[:8])
        raise Refused(f"{file}, række {number}, kolonne {column}: “{label}” kendes ikke; brug en af: {known} …")
    return labels[label]


def _number(
    row: Mapping[str, object], column: str, file: str, number: int, low: float | None, high: float | None
) -> float:
    try:
        figure = float(str(row[column]).replace(",", "."))
    except (KeyError, ValueError):
        raise Refused(f"{file}, række {number}, kolonne {column}: der står ikke et tal; skriv et.") from None
    if not np.isfinite(figure) or (low is not None and figure < low) or (high is not None and figure > high):
        bounds = f"mellem {low:g} og {high:g}" if low is not None and high is not None else "gyldigt og ikke negativt"
        raise Refused(f"{file}, række {number}, kolonne {column}: {figure:g} er ikke {bounds}; ret tallet.")
    return figure


def require_same_total(districts: Floats, municipality: Floats, *, file: str, within: float = 0.5) -> None:
    """Refuse districts (district, sex, age) which do not add up to the municipality (sex, age), in people."""
    gap = districts.sum(axis=0) - municipality
    if np.abs(gap).max(initial=0.0) <= within:
        return
    sex, age = (int(i) for i in np.argwhere(np.abs(gap) > within)[0])
    raise Refused(
        f"{file}: distrikterne giver {districts[:, sex, age].sum():g} personer i række {SEXES[sex]}, "
        f"kolonne alder {age}, men kommunen har {municipality[sex, age]:g}; ret distrikterne, så de går op."
    )
