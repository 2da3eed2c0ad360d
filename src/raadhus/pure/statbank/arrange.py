"""From a table to what a calculation needs: summed, gathered, in a named order, as a plain array."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np

from raadhus.pure.statbank.ages import Age, ages_of
from raadhus.pure.statbank.dimension import Dimension
from raadhus.pure.statbank.labelled import Figures, Labelled, Marks, Note
from raadhus.pure.statbank.times import time_of
from raadhus.pure.statbank.totals import doubled, refuse_doubled, total_of

T = TypeVar("T", bound=Labelled)

_RATES = re.compile(
    r"pct|%|pro[cz]ent|per\s?cent|porcentaje|indeks|index|índice|per 1[.,]?000|gennemsnit|average|^-$", re.I
)
_NIL = "-"


def reduce(table: T, *names: str) -> T:
    """Without these dimensions: the total where the table has one, else the sum of the parts; a note says which.

    Refuses to add up years, contents, rates and indices, parts that overlap, and a dimension that the file says cannot
    be eliminated. A sum with a missing part is missing.
    """
    for name in names:
        dim = table.dimension(name)
        total = total_of(dim)
        if len(dim) == 1:
            table = table.dropping(name)
        elif total is not None:
            table = table.select({dim.name: total}).dropping(name)
        else:
            _refuse_sum(table, dim)
            note = Note(f"{dim.name} er lagt sammen af {len(dim)} dele.", (dim.name,))
            summed = gather(table, name, {"SUM": dim.codes}, labels={"SUM": "Summen af delene"})
            table = summed.dropping(name).changed(notes=(*table.notes, note))
    return table


def gather(table: T, name: str, groups: Mapping[str, Sequence[str]], *, labels: Mapping[str, str] | None = None) -> T:
    """The table with a dimension recoded: each new code is the sum of its old codes; codes not named fall away.

    For municipality reforms, age bands and districts. Refuses an old code used twice and groups that overlap.
    """
    dim = table.dimension(name)
    used = [code for group in groups.values() for code in group]
    if twice := next((code for code in used if used.count(code) > 1), None):
        raise table.refusal(f"{dim.name} {twice} er med i to grupper; lad den være i én.")
    for group in groups.values():
        if len(group) > 1:
            _refuse_sum(table, table.select({name: list(group)}).dimension(name))
    axis = table.axis(name)
    members = [_positions(table, name, group) for group in groups.values()]
    values = np.stack([np.take(table.values, spots, axis).sum(axis) for spots in members], axis)
    marks = np.stack([_joint_marks(table, axis, spots) for spots in members], axis)
    said = labels or {}
    new = Dimension(dim.name, tuple(groups), tuple(said.get(code, code) for code in groups), dim.title, dim.role)
    dims = (*table.dimensions[:axis], new, *table.dimensions[axis + 1 :])
    return table.changed(dimensions=dims, values=values, marks=marks, trace=table.trace.merging(axis, members))


def ascending(table: T) -> T:
    """The table with ages and times in rising order; the unknown age last. Other dimensions keep their order."""
    for dim in table.dimensions:
        keys: list[object] = []
        if dim.role == "age":
            ages = ages_of(dim)
            order = sorted(range(len(dim)), key=lambda at: (ages[at] is None, (ages[at] or Age(0, 0)).lowest))
        elif dim.role == "time" and all(time_of(code) for code in dim.codes):
            keys = [time_of(code) for code in dim.codes]
            order = sorted(range(len(dim)), key=keys.__getitem__)  # type: ignore[arg-type]
        else:
            continue
        table = table.taking(dim.name, order)
    return table


def single_ages(table: T, *, open_from: int) -> T:
    """Single years 0, 1, … and the open age `open_from` and above, as codes "0" … "105-".

    Ages above are added to the open one. Refuses a missing age, bands, and an open age that begins too early.
    """
    dim = table.dimension("age")
    if said := doubled(dim):
        raise table.refusal(said)
    known = {code: age for code, age in zip(dim.codes, ages_of(dim), strict=True) if age is not None}
    singles = {age.lowest: code for code, age in known.items() if age.is_single and age.lowest < open_from}
    missing = next((age for age in range(open_from) if age not in singles), None)
    if missing is not None:
        raise table.refusal(f"{dim.name} mangler alderen {missing} år; hent alle alderstrin fra 0 år.")
    above = [code for code, age in known.items() if age.lowest >= open_from]
    if not above:
        raise table.refusal(f"{dim.name} har ingen alder fra {open_from} år og op; hent også de ældste.")
    if len(known) != len(dim) or len(singles) + len(above) != len(known):
        odd = next(c for c in dim.codes if c not in singles.values() and c not in above)
        raise table.refusal(f"{dim.name} {odd} er ikke ét alderstrin; vælg kun enkelte alderstrin.")
    groups = {str(age): [singles[age]] for age in range(open_from)} | {f"{open_from}-": above}
    labels = {str(age): f"{age} år" for age in range(open_from)} | {f"{open_from}-": f"{open_from} år og derover"}
    return gather(table, "age", groups, labels=labels)


def order(table: Labelled, axes: Sequence[str], *, missing: float | None = None, lowest: float | None = 0.0) -> Figures:
    """A plain array with these axes in this order, ages and times rising; dimensions with one value fall away.

    Refuses a dimension left over, a total beside its parts, a missing figure (unless `missing` says what to put there)
    and a figure under `lowest` (None: any figure), naming file, row and column.
    """
    named = [table.dimension(name).name for name in axes]
    for dim in table.dimensions:
        if dim.name not in named:
            table = _left_over(table, dim)
    refuse_doubled(table, named)
    table = ascending(table)
    if missing is None:
        refuse_where(table, np.isnan(table.values), "tallet mangler; hent tabellen igen, eller vælg det fra")
    if lowest is not None:
        refuse_where(table, table.values < lowest, f"tallet er under {lowest:g}, hvad det ikke kan være; ret kilden")
    moved = np.transpose(table.values, [table.axis(name) for name in named])
    return np.ascontiguousarray(moved if missing is None else np.where(np.isnan(moved), missing, moved))


def refuse_where(table: Labelled, wrong: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], sentence: str) -> None:
    """Refuses at the first wrong cell, with its place and codes."""
    if wrong.any():
        raise table.refuse_cell(tuple(int(at) for at in np.argwhere(wrong)[0]), sentence)


def _left_over(table: T, dim: Dimension) -> T:
    if len(dim) == 1:
        return table.dropping(dim.name)
    said = doubled(dim) or f"{dim.name} har {len(dim)} værdier; vælg én, eller læg dem sammen først."
    raise table.refusal(said)


def _refuse_sum(table: Labelled, dim: Dimension) -> None:
    reason = ""
    if said := doubled(dim):
        raise table.refusal(said)
    if dim.role in ("time", "contents"):
        reason = "er ikke dele af en helhed"
    elif dim.eliminates is False:
        reason = "kan efter filens egen oplysning ikke lægges sammen (ELIMINATION=NO)"
    elif _RATES.search(table.unit):
        reason = f"er opgjort som »{table.unit}« og kan ikke lægges sammen"
    if reason:
        raise table.refusal(f"værdierne i {dim.name} {reason}; vælg én af dem.")


def _positions(table: Labelled, name: str, group: Sequence[str]) -> list[int]:
    chosen = table.select({name: list(group)}).dimension(name).codes
    return [table.dimension(name).codes.index(code) for code in chosen]


def _joint_marks(table: Labelled, axis: int, spots: Sequence[int]) -> Marks:
    """The mark of a sum: that of a missing part, else of any marked part; nil ("-") alone is no mark of a sum."""
    marks, values = np.take(table.marks, spots, axis), np.take(table.values, spots, axis)
    if len(spots) > 1 and _NIL in table.mark_texts:
        marks = np.where(marks == table.mark_texts.index(_NIL), 0, marks).astype(np.uint8)
    at_missing = np.where(np.isnan(values), marks, 0).max(axis)
    joint = np.where(np.isnan(values).any(axis), at_missing, marks.max(axis))
    return np.asarray(joint, dtype=np.uint8)
