"""The one type that all readers give: `Table`."""

from collections.abc import Mapping, Sequence

from raadhus.pure.statbank import arrange, totals
from raadhus.pure.statbank.labelled import Figures, Labelled


class Table(Labelled):
    """Figures with names, and what one does with them. Every step gives a new table that still knows its file.

    Inherited: `select` (codes or labels, in the order chosen), `figure`, `mark`, `places`, `dimension`, `vintage`.
    """

    def reduce(self, *names: str) -> "Table":
        """Without these dimensions: the total where there is one, else the sum; see `arrange.reduce`."""
        return arrange.reduce(self, *names)

    def without_totals(self, *names: str) -> "Table":
        """Only the parts of these dimensions; see `totals.without_totals`."""
        return totals.without_totals(self, *names)

    def gather(
        self, name: str, groups: Mapping[str, Sequence[str]], *, labels: Mapping[str, str] | None = None
    ) -> "Table":
        """A dimension recoded, each new code the sum of its old ones; see `arrange.gather`."""
        return arrange.gather(self, name, groups, labels=labels)

    def single_ages(self, *, open_from: int) -> "Table":
        """Single years 0 … and one open age; see `arrange.single_ages`."""
        return arrange.single_ages(self, open_from=open_from)

    def ascending(self) -> "Table":
        """Ages and times in rising order: the order that `order` gives its array in."""
        return arrange.ascending(self)

    def order(self, axes: Sequence[str], *, missing: float | None = None, lowest: float | None = 0.0) -> Figures:
        """A plain float64 array with these axes in this order; see `arrange.order` for what it refuses."""
        return arrange.order(self, axes, missing=missing, lowest=lowest)
