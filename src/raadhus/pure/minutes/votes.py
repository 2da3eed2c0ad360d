"""Votes: how many, and who, for, against and abstaining, where the decision says so."""

import re
from typing import Any

_COUNT = r"(?P<number>\d{1,3})?"
_MANY = r"(?:\s*(?:medlemmer|stemmer))?"
_BRACKETED = r"(?:\s*\((?P<names>[^()]*(?:\([^()]{1,12}\)[^()]*)*)\))?"
_LIST = r"(?P<list>(?:[^\n.;(]|\([^()]{1,12}\))*)"
_TAIL = rf"\s*{_COUNT}{_MANY}{_BRACKETED}{_LIST}"
_SIDES = ("for", "against", "abstained")
# For each side the ways it is written, best first: the first that gives names and the first that gives a number win.
_WAYS: dict[str, tuple[str, ...]] = {
    "for": (
        rf"(?:^|[\s.;,])(?:for|ja)(?:\s+stemte)?\s*:{_TAIL}",
        rf"\bfor\s+(?:forslaget\s+|indstillingen\s+)?stemte\b{_TAIL}",
        rf"\bstemte\s+for\s*:?{_TAIL}",
        r"(?P<list>[A-ZÆØÅ][^.:;\n]{1,200}?)\s+stemte\s+for\b",
        r"\bmed\s+(?P<number>\d{1,3})\s+stemmer\b",
        r"\b(?P<number>\d{1,3})(?:\s+stemmer)?\s+for\b(?!\s+(?:at|de|en|et)\b)",
    ),
    "against": (
        rf"(?:^|[\s.;,])(?:i?mod|nej)(?:\s+stemte)?\s*:{_TAIL}",
        rf"\bi?mod\s+(?:forslaget\s+|indstillingen\s+)?stemte\b{_TAIL}",
        rf"\bstemte\s+i?mod\s*:?{_TAIL}",
        r"(?P<list>[A-ZÆØÅ][^.:;\n]{1,200}?)\s+stemte\s+i?mod\b",
        r"\bstemmer\s+i?mod\s+(?P<number>\d{1,3})\b",
        r"\bmod\s+(?P<number>\d{1,3})\s+stemmer\b",
        r"\b(?P<number>\d{1,3})(?:\s+stemmer)?\s+i?mod\b",
    ),
    "abstained": (
        rf"\bundlod(?:\s+at\s+stemme)?\s*:{_TAIL}",
        r"\b(?P<number>\d{1,3})(?:\s+medlemmer)?\s+(?:undlod|stemte\s+blankt|blanke?)\b",
        r"(?P<list>[A-ZÆØÅ][^.:;\n]{1,200}?)\s+undlod\s+at\s+stemme\b",
    ),
}
_PATTERNS = {side: tuple(re.compile(way, re.IGNORECASE) for way in ways) for side, ways in _WAYS.items()}
_SPLIT = re.compile(r",\s*(?![^()]*\))|\s+(?:og|samt)\s+(?![^()]*\))")
_NAME = re.compile(r"[A-ZÆØÅ][\w.’'-]*(?:\s+[\w.’'-]+){0,5}(?:\s*\([^()]{1,12}\))?")


def votes_of(text: str) -> dict[str, Any] | None:
    """for, against, abstained: {"number", "names"}, where `text` tells of a vote; None where it does not."""
    lowered = text.casefold()
    if "stemme" not in lowered and "stemte" not in lowered and "imod:" not in lowered:
        return None
    votes = {side: found for side in _SIDES if (found := _side(text, side)) is not None}
    return votes or None


def _side(text: str, side: str) -> dict[str, Any] | None:
    number: int | None = None
    names: list[str] = []
    for pattern in _PATTERNS[side]:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            if number is None and groups.get("number"):
                number = int(groups["number"])
            names = names or _names(groups.get("names") or groups.get("list") or "")
    return None if number is None and not names else {"number": number, "names": names}


def _names(listed: str) -> list[str]:
    """The names in a list as written; [] where any part of it is something else."""
    parts = [part.strip(" .;:\t\n") for part in _SPLIT.split(listed)]
    names = [part for part in parts if part]
    return names if all(_NAME.fullmatch(name) for name in names) else []
