"""Danish area codes: kept as text, told apart by level, checked against their names.

`regions.tsv` holds country, regions and the 98 municipalities with Christiansø (411), which is in the lists of
municipalities without being one. Source: Danmarks Statistik (FOD207 and the list of regions and provinces), CC BY 4.0.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from raadhus.pure.statbank.dimension import Dimension

CHRISTIANSOE = "411"
COUNTRY = "000"


@dataclass(frozen=True, slots=True)
class Area:
    """One area: its three-digit code, its names, and the code of the region it lies in ("" for those above)."""

    code: str
    danish: str
    english: str
    region: str


@cache
def areas() -> dict[str, Area]:
    """All areas by code."""
    lines = files("raadhus.pure.statbank").joinpath("regions.tsv").read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0]: Area(*line.split("\t")) for line in lines[1:]}


@cache
def _codes_by_name() -> dict[str, str]:
    return {_plain(name): area.code for area in areas().values() for name in (area.danish, area.english)}


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", " ", name).strip().casefold().replace("århus", "aarhus").removesuffix(" kommune")


def as_region_code(text: str) -> str:
    """An area code as three digits where it is one: "81" and "0081" are "081"; other text stays as it is."""
    said = text.strip()
    if not said.isdigit():
        return said
    short = said.lstrip("0").zfill(3)
    return short if short in areas() else said


def level_of(code: str, label: str = "") -> str:
    """ "country", "region", "province", "municipality", or "" for a code that is none of these."""
    known = as_region_code(code)
    if known in areas():
        return "country" if known == COUNTRY else "municipality" if areas()[known].region else "region"
    return "province" if re.match(r"(landsdel|province)\b", label.strip(), re.IGNORECASE) else ""


def wrong_name(code: str, label: str) -> str | None:
    """The name that belongs to `code` where `label` is the name of another area; None where they agree.

    A code sorted apart from its names shows in this way. A label that is no known name (a district, another spelling)
    is left alone.
    """
    area = areas().get(as_region_code(code))
    name = re.sub(r"^\d{2,4}\s+", "", label)
    named = _codes_by_name().get(_plain(name))
    return area.danish if area is not None and named is not None and named != area.code else None


def municipalities_in(dimension: Dimension, *, christiansoe: bool = False) -> list[str]:
    """The dimension's codes that are municipalities, in its order; Christiansø only where asked for."""
    found = [
        code
        for code, label in zip(dimension.codes, dimension.labels, strict=True)
        if level_of(code, label) == "municipality"
    ]
    return [code for code in found if christiansoe or as_region_code(code) != CHRISTIANSOE]


def region_of(code: str) -> str | None:
    """The code of the region a municipality lies in ("165": "084"), None for other codes."""
    area = areas().get(as_region_code(code))
    return area.region if area is not None and area.region else None


def code_of_name(name: str) -> str | None:
    """The code of an area by its Danish or English name ("Albertslund": "165"), None for an unknown name."""
    return _codes_by_name().get(_plain(name))
