"""What is new between two versions of a sheet: rows that came, went and changed, cell by cell."""

from dataclasses import dataclass

from raadhus.domains.followup.rules.sheets.content import Content, ContentRow
from raadhus.domains.followup.rules.sheets.values import same


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell, by its column's heading, before and after."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is new, gone or changed ("new", "gone", "changed"), by its number and point as they stand last."""

    kind: str
    pk: int
    number: str
    point: str
    section: str
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs, in the order of the newer version and the gone last, and how many rows are as they were."""

    rows: tuple[RowChange, ...]
    unchanged: int

    def count(self, kind: str) -> int:
        return sum(row.kind == kind for row in self.rows)


def compare(before: Content, after: Content) -> Comparison:
    """What a reader of `before` has to know to have read `after`. A row is the same by its id in the house."""
    headings = dict(before.columns) | dict(after.columns)
    old = {row.pk: row for row in before.rows}
    found: list[RowChange] = []
    unchanged = 0
    for row in after.rows:
        known = old.pop(row.pk, None)
        if known is None:
            found.append(_told("new", row))
            continue
        cells = _cells(known, row, headings)
        if cells:
            found.append(_told("changed", row, cells))
        else:
            unchanged += 1
    return Comparison((*found, *(_told("gone", row) for row in old.values())), unchanged)


def _told(kind: str, row: ContentRow, cells: tuple[CellChange, ...] = ()) -> RowChange:
    return RowChange(kind, row.pk, row.text("number"), row.text("point"), row.section, cells)


def _cells(before: ContentRow, after: ContentRow, headings: dict[str, str]) -> tuple[CellChange, ...]:
    changes = [
        CellChange(heading, before.text(key), after.text(key))
        for key, heading in headings.items()
        if not same(before.text(key), after.text(key))
    ]
    if not same(before.section, after.section):
        changes.append(CellChange("Afsnit", before.section, after.section))
    return tuple(changes)
