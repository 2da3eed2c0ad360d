"""Who was there and who was not, from the head, from an item of its own, or repeated under each item.

`absent` holds those away from the whole meeting, as written. "deltog ikke under punkterne 12-15" and the like stay
in the item's text: they are no absence from the meeting. Invited members ("Indkaldelse", "Medlemmer") count as
present in minutes where they are not listed as absent; in an agenda nobody is present yet.
"""

# ruff: noqa: E501  (a row of a table is one line)

import re
from collections.abc import Set
from dataclasses import dataclass, field

from raadhus.pure.minutes.lines import Line
from raadhus.pure.minutes.vocabulary import key_of

_LISTS = {
    "present": ("deltagere", "mødedeltagere", "til stede", "tilstede", "tilstedeværende", "fremmødte", "mødt", "deltog", "øvrige deltagere", "deltagere fra administrationen", "gæster", "fra administrationen deltog"),
    "invited": ("indkaldelse", "indkaldte", "medlemmer", "udvalgets medlemmer", "mødedeltagere/medlemmer", "udvalgsmedlemmer"),
    "absent": ("fraværende", "afbud", "afbud fra", "fraværende med afbud", "fraværende uden afbud", "ikke til stede", "meldt afbud", "ikke mødt"),
}  # fmt: skip
_LIST_OF = {label: name for name, labels in _LISTS.items() for label in labels}
_LABEL = re.compile(
    r"(?P<label>"
    + "|".join(sorted((re.escape(label) for label in _LIST_OF), key=len, reverse=True))
    + r")\s*:\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^(?:[-–—•▪●◦·*]\s*|\d{1,2}[.)]\s+)")
_SPLIT = re.compile(
    r"\s*;\s*|,\s+(?!\(|for\b|sag|pkt|punkt|suppleant|stedfortr)(?![^()]*\))|\s+og\s+(?=[A-ZÆØÅ])(?![^()]*\))"
)
_WORD = r"[A-ZÆØÅÉÖÄ][\w.’'´`-]*"
_NAME = re.compile(
    rf"{_WORD}(?:\s+(?:af|von|van|de|la|til|den|der|)\s*{_WORD}){{0,5}},?(?:\s*\([^()]{{1,40}}\))?(?:,\s.{{1,80}})?"
)
_NOBODY = re.compile(r"(?:ingen|intet|alle (?:var )?(?:til stede|mødt)|-)\.?", re.IGNORECASE)
_RANGE = re.compile(
    r",?\s*(?:sag(?:erne)?|punkt(?:erne)?|pkt\.?)\s*(?P<first>\d+)\s*[-–]\s*(?P<last>\d+)\.?$", re.IGNORECASE
)
_PART_ONLY = re.compile(r"\b(?:punkt(?:erne|et)?|pkt|sag(?:erne)?|kl)\b\.?\s*\d", re.IGNORECASE)
_WAS_AWAY = re.compile(
    r"(?:(?P<first>[A-ZÆØÅ][^.\n]{2,200}?) var fraværende|(?:Der er a|A)fbud fra:? (?P<second>[A-ZÆØÅ][^.\n]{2,200})"
    r"|(?:Fraværende|Ikke til stede|Afbud)(?: (?:med|uden) afbud)?:[ \t]*(?P<third>[^\n]*))"
)


@dataclass(slots=True)
class Attendance:
    """Names as written, and the indices of the head lines they stood in."""

    present: list[str] = field(default_factory=list)
    invited: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    understood: set[int] = field(default_factory=set)


def read_attendance(lines: list[Line], indices: list[int], headed: Set[int]) -> Attendance:
    """The lists of people in the head lines at `indices`; a line in `headed` is some other heading and ends a list."""
    found = Attendance()
    current: str | None = None
    for index in indices:
        text = lines[index].text
        match = _LABEL.fullmatch(text)
        label = _LIST_OF.get(key_of(text)) or (_LIST_OF[match["label"].casefold()] if match else None)
        if label is not None:
            names = names_in(match["rest"]) if match else []
            current = None if names and lines[index].text[-1] != "," else label
            getattr(found, label).extend(names)
            found.understood.add(index)
        elif current is not None and index not in headed and (listed := _listed(text)) is not None:
            getattr(found, current).extend(listed)
            found.understood.add(index)
        else:
            current = None
    return found


def _listed(text: str) -> list[str] | None:
    """The names a line of a list holds; None where it is no such line."""
    bare = _BULLET.sub("", text)
    if _NOBODY.fullmatch(bare):
        return []
    names = names_in(bare)
    return names if names and all(_NAME.fullmatch(name) for name in names) and not bare.endswith(":") else None


def names_in(text: str) -> list[str]:
    """The names in a comma list, as written; [] where it says nobody."""
    parts = [part.strip(" .,\t") for part in _SPLIT.split(_BULLET.sub("", text.strip()))]
    return [part for part in parts if part and not _NOBODY.fullmatch(part)]


def absent_in(text: str) -> list[str]:
    """Those whom the text of a decision or an attendance section says were away, not only for a part."""
    found: list[str] = []
    for match in _WAS_AWAY.finditer(text):
        found.extend(names_in(match["first"] or match["second"] or match["third"] or ""))
    return [name for name in found if _NAME.fullmatch(name) and not _PART_ONLY.search(name)]


def without_whole_range(name: str, numbers: list[int]) -> str:
    """`name` without ", sag 129-138" where that is all items of the meeting, numbered `numbers`; else as written."""
    match = _RANGE.search(name)
    if match is None or not numbers or int(match["first"]) > min(numbers) or int(match["last"]) < max(numbers):
        return name
    return name[: match.start()].rstrip(" ,")


def same_person(one: str, other: str) -> bool:
    """Whether two names as written are the same person, party letter and title apart."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    name = re.sub(r"\(.*?\)|,.*$", "", name)
    return (
        re.sub(r"^(?:formand|næstformand|borgmester|rådmand)\s+", "", name.strip(), flags=re.IGNORECASE)
        .casefold()
        .strip()
    )
