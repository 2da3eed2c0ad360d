"""Which row of a newer file is which row that is there already, and what to do where both have changed since.

Three texts meet for each cell: what the file said when it was read last, what it says now, and what the house says now.
What only one side has changed is taken from that side; where both have, a person says which holds.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from raadhus.domains.followup.rules.sheets.reading import RowRead
from raadhus.domains.followup.rules.sheets.values import same

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class Standing:
    """A row as it stands: its id, and each cell as a text now and as it was in the file read last."""

    pk: int
    section: str
    now: Mapping[str, str]
    last_read: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Clash:
    """A cell that both the file and the house have changed since the file was read last."""

    pk: int
    line: int
    key: str
    theirs: str  # in the file
    ours: str  # in the house


@dataclass(frozen=True, slots=True)
class Match:
    """A row of the file and the row it is, None for a new one; `changed` are the keys to take from the file."""

    read: RowRead
    pk: int | None
    changed: tuple[str, ...]
    clashes: tuple[Clash, ...]


def match(standing: Sequence[Standing], read: Sequence[RowRead]) -> tuple[list[Match], list[int]]:
    """Each row of the file with its row of the house, and the rows of the house that the file has not.

    A row is known by its number where that is found once on each side, else by its point's words under the same
    heading, else by its point's words alone.
    """
    pairs = _paired(standing, read)
    matches = []
    for at, row in enumerate(read):
        old = pairs.get(at)
        matches.append(Match(row, None, tuple(row.texts), ()) if old is None else _compared(old, row))
    there = {one.pk for one in pairs.values()}
    return matches, [row.pk for row in standing if row.pk not in there]


def _paired(standing: Sequence[Standing], read: Sequence[RowRead]) -> dict[int, Standing]:
    pairs: dict[int, Standing] = {}
    for named in (_by_number, _by_section_and_point, _by_point):
        taken = {one.pk for one in pairs.values()}
        ours = _once([(named(row.section, row.now), row) for row in standing if row.pk not in taken])
        theirs = _once([(named(row.section, row.texts), at) for at, row in enumerate(read) if at not in pairs])
        pairs |= {at: ours[name] for name, at in theirs.items() if name in ours}
    return pairs


def _once(named: list[tuple[str, Named]]) -> dict[str, Named]:
    """Those of a name that nobody else has."""
    many = Counter(name for name, _ in named)
    return {name: one for name, one in named if name and many[name] == 1}


def _by_number(_: str, texts: Mapping[str, str]) -> str:
    return _said(texts.get("number", "")).rstrip(".")


def _by_section_and_point(section: str, texts: Mapping[str, str]) -> str:
    point = _by_point("", texts)
    return f"{_said(section)}\n{point}" if point else ""


def _by_point(_: str, texts: Mapping[str, str]) -> str:
    return _said(texts.get("point", ""))


def _said(text: str) -> str:
    return " ".join(text.split()).casefold()


def _compared(old: Standing, row: RowRead) -> Match:
    changed, clashes = [], []
    for key in {**old.last_read, **row.texts}:
        theirs, ours, base = (texts.get(key, "") for texts in (row.texts, old.now, old.last_read))
        if same(theirs, base) or same(theirs, ours):
            continue
        if same(ours, base):
            changed.append(key)
        else:
            clashes.append(Clash(old.pk, row.line, key, theirs, ours))
    return Match(row, old.pk, tuple(changed), tuple(clashes))
