"""The vintage that a table's name carries.

Danmarks Statistik's projections are one table a year: FRKM126 is the municipalities' projection of 2026, FRLD126 the
provinces', FRDK126 the country's; Copenhagen's own is KKFR2026. A catalogue forgets the older ones, so the name is
the only sure sign of which projection a figure belongs to. Names without a vintage (FOLK1A, BEFOLK1, BY2) give None.
"""

import re

_SHORT = re.compile(r"(FRKM|FRLD|FRDK)(\d)(\d\d)")
_LONG = re.compile(r"(KKFR)(20\d\d)")
_TABLE = re.compile(r"(?<![A-ZÆØÅ0-9])([A-ZÆØÅ]{2,8}\d{1,4}[A-Z]?)(?![A-ZÆØÅ0-9])")


def vintage_of(name: str) -> int | None:
    """The year a projection was made, from its table's name; None where the name tells none."""
    upper = name.strip().upper()
    if short := _SHORT.fullmatch(upper):
        return 2000 + int(short[3])
    long = _LONG.fullmatch(upper)
    return int(long[2]) if long else None


def family_of(name: str) -> str:
    """The name without its vintage: FRKM126 and FRKM125 are both FRKM1; a name without vintage is its own family."""
    upper = name.strip().upper()
    if short := _SHORT.fullmatch(upper):
        return short[1] + short[2]
    long = _LONG.fullmatch(upper)
    return long[1] if long else upper


def table_name_in(file: str) -> str:
    """The last table name written in capitals in a file's name ("DK_BY2_FOLK1A_2020.csv": FOLK1A), or ""."""
    stem = file.rsplit("/", 1)[-1].split(".", 1)[0]
    names = [part for part in re.split(r"[_\s-]+", stem) if _TABLE.fullmatch(part)]
    return names[-1] if names else ""
