"""What a labelled table holds: dimensions, figures, marks, and the way back to the file.

Axes are `dimensions` in order; `values` are float64 with NaN where the file has no figure; `marks` (uint8, same shape)
point into `mark_texts`, where 0 is no mark. Both arrays are read-only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from raadhus.pure.kernel.errors import Refused
from raadhus.pure.statbank.dimension import Dimension
from raadhus.pure.statbank.place import Place, one_line, refusal
from raadhus.pure.statbank.trace import Trace
from raadhus.pure.statbank.vintage import vintage_of

Figures = npt.NDArray[np.float64]
Marks = npt.NDArray[np.uint8]
Choice = str | Sequence[str]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark; `about` names the dimension and value it concerns, () for the whole table."""

    text: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Labelled:
    """Figures with names; see the module for axes and marks, and `table.Table` for what one does with them."""

    name: str
    title: str
    dimensions: tuple[Dimension, ...]
    values: Figures
    marks: Marks
    mark_texts: tuple[str, ...]
    trace: Trace
    unit: str = ""
    source: str = ""
    updated: str = ""
    decimals: int | None = None
    precision: Mapping[tuple[str, str], int] | None = None
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        """The arrays have the shape of the dimensions and can no longer be written to."""
        shape = tuple(len(dimension) for dimension in self.dimensions)
        if self.values.shape != shape or self.marks.shape != shape:
            raise ValueError(f"{self.name}: {self.values.shape} is not {shape}")
        self.values.setflags(write=False)
        self.marks.setflags(write=False)

    @cached_property
    def vintage(self) -> int | None:
        """The year in the table's own name (FRKM126: 2026), None where the name has none."""
        return vintage_of(self.name)

    @property
    def shape(self) -> tuple[int, ...]:
        """The length of each dimension."""
        return self.values.shape

    def axis(self, name: str) -> int:
        """Which axis a dimension is, by its name, title or role; refuses an unknown or ambiguous one."""
        wanted = name.casefold()
        for key in ("name", "title", "role"):
            hits = [at for at, dim in enumerate(self.dimensions) if str(getattr(dim, key)).casefold() == wanted]
            if len(hits) == 1:
                return hits[0]
        known = ", ".join(dim.name for dim in self.dimensions)
        raise self.refusal(f"tabellen har ikke én dimension »{name}«; den har {known}.")

    def dimension(self, name: str) -> Dimension:
        """The dimension with this name, title or role."""
        return self.dimensions[self.axis(name)]

    @property
    def said(self) -> str:
        """The table's name for a sentence: its file, and its own name where that is another."""
        file = str(self.trace.locator.place_of(0).file)
        return file if not self.name or self.name in file else f"{file} (tabel {self.name})"

    def select(self, wanted: Mapping[str, Choice] | None = None, /, **more: Choice) -> Self:
        """The table with only the chosen codes (or labels), in the order chosen; all dimensions stay."""
        table = self
        for name, choice in {**(wanted or {}), **more}.items():
            table = table.taking(name, table._positions(name, [choice] if isinstance(choice, str) else choice))
        return table

    def taking(self, name: str, positions: Sequence[int]) -> Self:
        """The table with these positions of one dimension."""
        axis = self.axis(name)
        chosen = np.asarray(positions, dtype=np.intp)
        return self._with(
            axis,
            self.dimensions[axis].taking(positions),
            np.take(self.values, chosen, axis),
            np.take(self.marks, chosen, axis),
            self.trace.taking(axis, positions),
        )

    def dropping(self, name: str) -> Self:
        """Without a dimension that has one value; what it was becomes a note."""
        axis = self.axis(name)
        dim = self.dimensions[axis]
        if len(dim) != 1:
            raise self.refusal(f"{dim.name} har {len(dim)} værdier; vælg én, før dimensionen kan udgå.")
        rest = self.dimensions[:axis] + self.dimensions[axis + 1 :]
        note = Note(f"{dim.name} er {dim.codes[0]} ({dim.labels[0]}).", (dim.name, dim.codes[0]))
        values, marks = np.squeeze(self.values, axis), np.squeeze(self.marks, axis)
        trace = self.trace.dropping(axis)
        return self.changed(dimensions=rest, values=values, marks=marks, trace=trace, notes=(*self.notes, note))

    def places(self, wanted: Mapping[str, str] | None = None, /, **more: str) -> tuple[Place, ...]:
        """Where the figures of one cell stood; every dimension with more than one value must be named."""
        return self.trace.places(self._index({**(wanted or {}), **more}))

    def figure(self, wanted: Mapping[str, str] | None = None, /, **more: str) -> float:
        """One figure, NaN where the file has none."""
        return float(self.values[self._index({**(wanted or {}), **more})])

    def mark(self, wanted: Mapping[str, str] | None = None, /, **more: str) -> str:
        """The mark at one figure ("..", "p" …), "" where it has none."""
        return self.mark_texts[int(self.marks[self._index({**(wanted or {}), **more})])]

    def changed(self, **fields: Any) -> Self:
        """A copy with other fields."""
        return replace(self, **fields)

    def refusal(self, sentence: str) -> Refused:
        """A refusal that names the file and table."""
        return Refused(one_line(f"{self.said}: {sentence}"))

    def refuse_cell(self, index: Sequence[int], sentence: str) -> Refused:
        """A refusal that names the place of a cell and the codes it has."""
        where = ", ".join(f"{d.name}={d.codes[at]}" for d, at in zip(self.dimensions, index, strict=True))
        return refusal(self.trace.places(index)[0], f"{sentence} ({where})")

    def _with(self, axis: int, dim: Dimension, values: Figures, marks: Marks, trace: Trace) -> Self:
        dims = (*self.dimensions[:axis], dim, *self.dimensions[axis + 1 :])
        return self.changed(dimensions=dims, values=values, marks=marks, trace=trace)

    def _positions(self, name: str, wanted: Sequence[str]) -> list[int]:
        dim = self.dimension(name)
        try:
            return dim.positions(wanted)
        except KeyError as missing:
            some = ", ".join(dim.codes[:8]) + (" …" if len(dim) > 8 else "")
            raise self.refusal(f"{dim.name} har ikke værdien »{missing.args[0]}«; den har {some}.") from None

    def _index(self, wanted: Mapping[str, str]) -> tuple[int, ...]:
        given = {self.axis(name): self._positions(name, [code])[0] for name, code in wanted.items()}
        for axis, dim in enumerate(self.dimensions):
            if axis not in given and len(dim) != 1:
                raise self.refusal(f"sig hvilken værdi af {dim.name} der menes; den har {len(dim)}.")
        return tuple(given.get(axis, 0) for axis in range(len(self.dimensions)))
