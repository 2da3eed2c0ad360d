"""From a cell of a table, however selected and summed, back to the figures of the file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod

from raadhus.pure.statbank.place import Locator, Place

Groups = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """For each axis of the table: which axis of the file it is, and which of its positions each value gathers.

    `shape` is the shape of the file's table; `fixed` holds the axes that are no longer in the table. Its size follows
    the axes, never the number of figures.
    """

    locator: Locator
    shape: tuple[int, ...]
    axes: tuple[tuple[int, Groups], ...]
    fixed: tuple[tuple[int, tuple[int, ...]], ...] = ()

    def taking(self, axis: int, positions: Sequence[int]) -> "Trace":
        """Only these positions of an axis."""
        origin, groups = self.axes[axis]
        return self._with(axis, (origin, tuple(groups[at] for at in positions)))

    def merging(self, axis: int, members: Sequence[Sequence[int]]) -> "Trace":
        """An axis whose values are sums: `members` lists the positions that each new value gathers."""
        origin, groups = self.axes[axis]
        merged = tuple(tuple(spot for at in group for spot in groups[at]) for group in members)
        return self._with(axis, (origin, merged))

    def dropping(self, axis: int) -> "Trace":
        """Without an axis that has one value."""
        origin, groups = self.axes[axis]
        rest = self.axes[:axis] + self.axes[axis + 1 :]
        return replace(self, axes=rest, fixed=(*self.fixed, (origin, groups[0])))

    def ordering(self, axes: Sequence[int]) -> "Trace":
        """The same axes in another order."""
        return replace(self, axes=tuple(self.axes[at] for at in axes))

    def places(self, index: Sequence[int]) -> tuple[Place, ...]:
        """The places of all figures that the cell at `index` was made from."""
        spots: list[tuple[int, ...]] = [()] * len(self.shape)
        for (origin, groups), at in zip(self.axes, index, strict=True):
            spots[origin] = groups[at]
        for origin, group in self.fixed:
            spots[origin] = group
        steps = [prod(self.shape[at + 1 :]) for at in range(len(self.shape))]
        flat = (sum(at * step for at, step in zip(cell, steps, strict=True)) for cell in product(*spots))
        return tuple(self.locator.place_of(position) for position in flat)

    def _with(self, axis: int, entry: tuple[int, Groups]) -> "Trace":
        return replace(self, axes=(*self.axes[:axis], entry, *self.axes[axis + 1 :]))


def trace_of(locator: Locator, shape: Sequence[int]) -> Trace:
    """The trace of a table as it was read."""
    axes = tuple((axis, tuple((at,) for at in range(size))) for axis, size in enumerate(shape))
    return Trace(locator, tuple(shape), axes)
