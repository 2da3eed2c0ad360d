"""The dimensions of a PX file, from STUB, HEADING, VALUES, CODES, TIMEVAL, ELIMINATION and KEYS."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from raadhus.pure.statbank.dimension import Dimension, role_of
from raadhus.pure.statbank.figures import refuse_repeated
from raadhus.pure.statbank.place import refusal
from raadhus.pure.statbank.px_entries import Entry, Header, require
from raadhus.pure.statbank.times import from_timeval, time_of

_TLIST = re.compile(r'TLIST\s*\(\s*([A-Za-z]\d?)\s*(?:,\s*"?(\d{4,8})"?\s*-\s*"?(\d{4,8})"?\s*)?\)')


@dataclass(frozen=True, slots=True)
class PxDimension:
    """A dimension, its name in the main language, and what KEYS says of it: "", "CODES" or "VALUES"."""

    dimension: Dimension
    main: str
    keys: str

    def key_positions(self) -> dict[str, int]:
        """Where each key stands, by code or by value as the file says."""
        texts = self.dimension.labels if self.keys == "VALUES" else self.dimension.codes
        return {text: at for at, text in enumerate(texts)}


def dimensions_of(header: Header, languages: tuple[str, ...]) -> tuple[list[PxDimension], list[PxDimension]]:
    """Stub and heading, each in the order of the file; at least one of them must be there."""
    main = tuple(lang for lang in ("", header.one("LANGUAGE")))
    if header.find("STUB", (), main) is None:
        require(header, "STUB eller HEADING", header.find("HEADING", (), main))
    found = []
    for word in ("STUB", "HEADING"):
        names = header.texts(header.find(word, (), main))
        shown = header.texts(header.find(word, (), languages))
        shown = shown if len(shown) == len(names) else names
        found.append([_dimension(header, name, said, main, languages) for name, said in zip(names, shown, strict=True)])
    every = [each.main for part in found for each in part]
    refuse_repeated(header.place(header.body), "STUB og HEADING", every)
    return found[0], found[1]


def _about(header: Header, word: str, names: Sequence[str], languages: tuple[str, ...]) -> Entry | None:
    return next((e for lang in languages for name in names if (e := header.find(word, (name,), (lang,)))), None)


def _dimension(header: Header, name: str, shown: str, main: tuple[str, ...], languages: tuple[str, ...]) -> PxDimension:
    names = (shown, name)
    values = require(header, "VALUES", _about(header, "VALUES", (name,), main), name)
    labels = header.texts(_about(header, "VALUES", names, languages))
    size = len(header.texts(values))
    if len(labels) != size:
        labels = header.texts(values)
    times = _timeval(header, name, main, size)
    codes = _codes(header, name, main, labels, times)
    refuse_repeated(header.place(values.offset), name, codes)
    eliminates, total = _elimination(header, name, main, codes)
    role = "time" if times else role_of(name, shown)
    keys = header.texts(_about(header, "KEYS", (name,), main))
    dimension = Dimension(name, tuple(codes), tuple(labels), shown, role, total, eliminates)
    return PxDimension(dimension, name, keys[0].upper() if keys else "")


def _codes(header: Header, name: str, main: tuple[str, ...], labels: list[str], times: list[str]) -> list[str]:
    entry = _about(header, "CODES", (name,), main)
    if entry is None:
        return times if times and not all(time_of(label) for label in labels) else labels
    codes = header.texts(entry)
    if len(codes) != len(labels):
        place = header.place(entry.offset)
        raise refusal(place, f"CODES har {len(codes)} koder for {name}, men VALUES har {len(labels)}; hent filen igen.")
    return codes


def _timeval(header: Header, name: str, main: tuple[str, ...], size: int) -> list[str]:
    """The time codes that TIMEVAL tells, [] where the dimension is no time or TIMEVAL gives only its scale."""
    entry = _about(header, "TIMEVAL", (name,), main)
    if entry is None:
        return []
    raw = header.text(entry.raw, entry.offset)
    match = _TLIST.match(raw.strip())
    if match is None:
        raise refusal(header.place(entry.offset), f"TIMEVAL for {name} begynder ikke med TLIST; hent filen igen.")
    stamps = re.findall(r'"([^"]*)"', raw.strip()[match.end() :])
    if match[2]:
        stamps = _run(match[1], match[2], match[3])
    if stamps and len(stamps) != size:
        place = header.place(entry.offset)
        raise refusal(place, f"TIMEVAL har {len(stamps)} tider for {name}, men VALUES har {size}; hent filen igen.")
    return [from_timeval(match[1], stamp) for stamp in stamps]


def _run(scale: str, first: str, last: str) -> list[str]:
    """Every stamp from first to last: "2010"–"2020" by A1, "20041"–"20224" by Q1."""
    per_year = {"A": 1, "H": 2, "Q": 4, "M": 12, "W": 53}.get(scale[:1].upper(), 1)
    width = len(first) - 4
    years = range(int(first[:4]), int(last[:4]) + 1)
    if not width:
        return [str(year) for year in years]
    every = [f"{year}{part:0{width}d}" for year in years for part in range(1, per_year + 1)]
    return [
        stamp for stamp in every if first <= stamp <= last and (per_year != 53 or time_of(from_timeval(scale, stamp)))
    ]


def _elimination(header: Header, name: str, main: tuple[str, ...], codes: list[str]) -> tuple[bool | None, str | None]:
    """Whether the dimension may be left out, and the code that is its total where the file names one."""
    entry = _about(header, "ELIMINATION", (name,), main)
    said = "".join(header.texts(entry)[:1])
    if entry is None or said.upper() in ("YES", "NO"):
        return (None if entry is None else said.upper() == "YES"), None
    labels = header.texts(_about(header, "VALUES", (name,), main))
    if said in codes:
        return True, said
    return True, codes[labels.index(said)] if said in labels else None
