"""Totals among their parts: found, said, resolved; never added twice."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from raadhus.pure.statbank.ages import ages_of
from raadhus.pure.statbank.dimension import Dimension
from raadhus.pure.statbank.labelled import Labelled, Note
from raadhus.pure.statbank.regions import level_of

T = TypeVar("T", bound=Labelled)

_CODES = {"tot", "ialt", "i_alt", "total", "alle"}
_LABELS = {"i alt", "ialt", "total", "all", "alle", "hele landet", "all denmark", "both sexes", "begge køn", "totalt"}
_ENDINGS = re.compile(r"(?:.* i alt|.*, total|total[ ,].*|all ages|alle aldre)", re.IGNORECASE)


def total_of(dimension: Dimension) -> str | None:
    """The code that is the sum of the others: declared by the file, or else told by its code or label.

    None where there is none; where several look like totals, the shortest rule that names one alone decides: declared,
    then codes (TOT, IALT, 000 for areas), then labels.
    """
    if dimension.total is not None:
        return dimension.total
    if dimension.role in ("time", "contents"):
        return None
    pairs = list(zip(dimension.codes, dimension.labels, strict=True))
    by_code = [code for code, label in pairs if _is_total_code(dimension, code, label)]
    if len(by_code) == 1:
        return by_code[0]
    by_label = [code for code, label in pairs if label.strip().casefold() in _LABELS]
    if len(by_label) == 1:
        return by_label[0]
    by_ending = [code for code, label in pairs if _ENDINGS.fullmatch(label.strip())]
    return by_ending[0] if len(by_ending) == 1 else None


def _is_total_code(dimension: Dimension, code: str, label: str) -> bool:
    if dimension.role == "region":
        return level_of(code, label) == "country"
    return code.strip().casefold() in _CODES


def parts_of(dimension: Dimension) -> list[str]:
    """The codes without the total."""
    total = total_of(dimension)
    return [code for code in dimension.codes if code != total]


def overlap_in(dimension: Dimension) -> tuple[str, str] | None:
    """Two codes, neither the total, that count the same people: ages that overlap, areas of two levels."""
    parts = dimension.taking(dimension.positions(parts_of(dimension)))
    if dimension.role == "age":
        return _overlapping_ages(parts)
    if dimension.role != "region":
        return None
    first: dict[str, str] = {}
    for code, label in zip(parts.codes, parts.labels, strict=True):
        first.setdefault(level_of(code, label), code)
    known = [code for level, code in first.items() if level]
    return (known[0], known[1]) if len(known) > 1 else None


def _overlapping_ages(parts: Dimension) -> tuple[str, str] | None:
    known = [(age, code) for age, code in zip(ages_of(parts), parts.codes, strict=True) if age is not None]
    known.sort(key=lambda pair: pair[0].lowest)
    for (age, code), (later, other) in pairwise(known):
        if age.overlaps(later):
            return code, other
    return None


def doubled(dimension: Dimension) -> str | None:
    """A sentence if adding the dimension up would count somebody twice, else None."""
    total = total_of(dimension)
    if total is not None and len(dimension) > 1:
        parts = parts_of(dimension)
        some = ", ".join(parts[:3]) + (" …" if len(parts) > 3 else "")
        return (
            f"{dimension.name} har både totalen {total} ({dimension.label(total)}) og delene {some}; "
            "vælg enten totalen eller delene, ellers tælles de samme to gange."
        )
    if overlap := overlap_in(dimension):
        one, other = overlap
        return (
            f"{dimension.name} har både {one} ({dimension.label(one)}) og {other} ({dimension.label(other)}), "
            "som overlapper; vælg det ene niveau, ellers tælles de samme to gange."
        )
    return None


def without_totals(table: T, *names: str) -> T:
    """Only the parts of each dimension; a note says which total was left out. Refuses parts that still overlap."""
    for name in names:
        dim = table.dimension(name)
        total = total_of(dim)
        if total is not None and len(dim) > 1:
            note = Note(
                f"Totalen {total} ({dim.label(total)}) i {dim.name} er udeladt; delene er beholdt.", (dim.name,)
            )
            table = table.select({dim.name: parts_of(dim)}).changed(notes=(*table.notes, note))
        if said := doubled(table.dimension(name)):
            raise table.refusal(said)
    return table


def refuse_doubled(table: Labelled, names: Sequence[str]) -> None:
    """Refuses if any of the dimensions counts somebody twice."""
    for name in names:
        if said := doubled(table.dimension(name)):
            raise table.refusal(said)
