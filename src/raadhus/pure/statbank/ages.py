"""Age values as whole years: "0 år", "105+", "125 år og derover", "0-4 år", "99-"."""

import re
from dataclasses import dataclass

from raadhus.pure.statbank.dimension import Dimension

_OPEN_WORDS = r"og\s+derover|og\s+over|og\s+ældre|and\s+over|and\s+older|or\s+more|eller\s+derover"
_UNIT = r"(?:års?|years?|yrs?|årige?)"
_OPEN = re.compile(rf"(\d{{1,3}})\s*{_UNIT}?\s*(?:{_OPEN_WORDS}|\+|-)\s*(?:{_UNIT})?", re.IGNORECASE)
_BAND = re.compile(rf"(\d{{1,3}})\s*(?:-|–|til|to|:)\s*(\d{{1,3}})\s*-?{_UNIT}?", re.IGNORECASE)
_SINGLE = re.compile(rf"(\d{{1,3}})(?:\.0)?\s*-?{_UNIT}?", re.IGNORECASE)
_UNDER = re.compile(rf"under\s+(\d{{1,3}})\s*{_UNIT}?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Age:
    """Whole years from `lowest` to `highest`, both included; `highest` None is an open age."""

    lowest: int
    highest: int | None

    @property
    def is_single(self) -> bool:
        """One year of age."""
        return self.highest == self.lowest

    @property
    def is_open(self) -> bool:
        """This age and all above."""
        return self.highest is None

    def overlaps(self, other: "Age") -> bool:
        """Whether a person can be counted in both."""
        first, second = sorted((self, other), key=lambda age: age.lowest)
        return first.highest is None or first.highest >= second.lowest


def age_of(text: str) -> Age | None:
    """The age that a code or label tells; None where it tells none (a total, an unknown age)."""
    said = text.strip()
    if match := _OPEN.fullmatch(said):
        return Age(int(match[1]), None)
    if match := _BAND.fullmatch(said):
        low, high = int(match[1]), int(match[2])
        return Age(low, high) if low <= high else None
    if match := _SINGLE.fullmatch(said):
        return Age(int(match[1]), int(match[1]))
    match = _UNDER.fullmatch(said)
    return Age(0, int(match[1]) - 1) if match and int(match[1]) > 0 else None


def ages_of(dimension: Dimension) -> tuple[Age | None, ...]:
    """One age for each value: the label's where it tells one, else the code's; None for a total and the unknown.

    The label leads, for some files number their age bands 1, 2, 3; "125" labelled "125 år og derover" is open. A code
    that says open ("99-") under a label that says "99 år" is open too.
    """
    return tuple(_age(code, label) for code, label in zip(dimension.codes, dimension.labels, strict=True))


def _age(code: str, label: str) -> Age | None:
    by_label, by_code = age_of(label), age_of(code)
    if by_label is None:
        return by_code if label == code or not label.strip() else None
    same_start = by_code is not None and by_code.lowest == by_label.lowest
    return by_code if same_start and by_code is not None and by_code.is_open else by_label
