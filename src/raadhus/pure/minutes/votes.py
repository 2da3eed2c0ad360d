"""Votes: how many, and who, for, against and abstaining, where the decision says so."""

# ruff: noqa: E501  (a row of a table is one line)

import re
from typing import Any

_NAMES = r"(?:\s*\((?P<names{n}>[^()]*(?:\([^()]{{1,12}}\)[^()]*)*)\))?"
_SIDES = {
    "for": r"(?:for|ja)",
    "against": r"(?:i?mod|nej)",
    "abstained": r"(?:undlod(?: at stemme)?|blankt?|hverken for eller imod|afstod)",
}
_LABEL = {
    side: re.compile(
        rf"(?:^|[\s.;,])(?:stemte\s+)?{words}(?:\s+stemte)?\s*:\s*(?P<number>\d{{1,3}})?{_NAMES.format(n='')}(?P<list>[^\n(]*)",
        re.IGNORECASE,
    )
    for side, words in _SIDES.items()
}
_STEMTE = {
    "for": re.compile(
        rf"(?:\bfor (?:forslaget |indstillingen )?stemte|\bstemte for:?)\s+(?P<number>\d{{1,3}})?{_NAMES.format(n='')}(?P<list>[^\n.;(]*)",
        re.IGNORECASE,
    ),
    "against": re.compile(
        rf"(?:\bi?mod (?:forslaget |indstillingen )?stemte|\bstemte i?mod:?)\s+(?P<number>\d{{1,3}})?{_NAMES.format(n='')}(?P<list>[^\n.;(]*)",
        re.IGNORECASE,
    ),
    "abstained": re.compile(
        rf"\bundlod (?:at stemme)?:?\s*(?P<number>\d{{1,3}})?{_NAMES.format(n='')}(?P<list>[^\n.;(]*)", re.IGNORECASE
    ),
}
_COUNTED = {
    "for": re.compile(r"\b(?P<number>\d{1,3})(?: stemmer)? for\b(?! (?:at|de|en|et)\b)"),
    "against": re.compile(r"\b(?P<number>\d{1,3})(?: stemmer)? i?mod\b"),
    "abstained": re.compile(r"\b(?P<number>\d{1,3}) (?:undlod|blanke?)\b"),
}
_BEFORE = {
    "for": re.compile(r"(?P<list>[A-ZÆØÅ][^.:;\n]{2,200}?) stemte for\b"),
    "against": re.compile(r"(?P<list>[A-ZÆØÅ][^.:;\n]{2,200}?) stemte i?mod\b"),
    "abstained": re.compile(r"(?P<list>[A-ZÆØÅ][^.:;\n]{2,200}?) undlod at stemme\b"),
}
_SPLIT = re.compile(r",\s*(?![^()]*\))|\s+(?:og|samt)\s+(?![^()]*\))")


def votes_of(text: str) -> dict[str, Any] | None:
    """for, against, abstained: {"number", "names"}, where `text` tells of a vote; None where it does not."""
    lowered = text.casefold()
    if "stemme" not in lowered and "stemte" not in lowered and "imod:" not in lowered:
        return None
    votes = {side: found for side in _SIDES if (found := _side(text, side)) is not None}
    return votes or None


def _side(text: str, side: str) -> dict[str, Any] | None:
    for table in (_LABEL, _STEMTE, _BEFORE, _COUNTED):
        match = table[side].search(text)
        if match:
            found = _number_and_names(match)
            if found["number"] is not None or found["names"]:
                return found
    return None


def _number_and_names(match: re.Match[str]) -> dict[str, Any]:
    groups = match.groupdict()
    number = int(groups["number"]) if groups.get("number") else None
    listed = groups.get("names") or groups.get("list") or ""
    names = [name for part in _SPLIT.split(listed) if (name := part.strip(" .;:\t\n"))]
    return {"number": number, "names": [name for name in names if name[:1].isupper()]}
