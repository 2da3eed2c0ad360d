"""What Word prints before a numbered paragraph, worked out from numbering.xml (ECMA-376 part 1, § 17.9)."""

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from raadhus.pure.documents.read.numerals import numeral

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str


class Numbering:
    """Counts list paragraphs as they come; ask `marker` once for each, in the document's order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._list_of: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def marker(self, number_id: str, level: int) -> str | None:
        """The bullet ("•", "-") or number ("1.", "2.a)") of the next paragraph; None where it cannot be told."""
        abstract = self._list_of.get(number_id)
        if abstract is None or level not in self._levels[abstract]:
            return None
        self._count(abstract, number_id, level)
        own = self._levels[abstract][level]
        if own.form == "bullet":
            return own.text if own.text in ("-", "–", "—", "*") else "•"
        return self._written(abstract, own)

    def _count(self, abstract: str, number_id: str, level: int) -> None:
        counts = self._counts[abstract]
        start = self._starts.get((number_id, level))
        if start is not None and (number_id, level) not in self._begun:
            counts[level] = start
        else:
            counts[level] = counts[level] + 1 if level in counts else self._levels[abstract][level].start
        self._begun.add((number_id, level))
        for deeper in [known for known in counts if known > level]:
            del counts[deeper]

    def _written(self, abstract: str, own: _Level) -> str | None:
        counts, levels = self._counts[abstract], self._levels[abstract]
        missing = False

        def place(match: re.Match[str]) -> str:
            nonlocal missing
            level = int(match[1]) - 1
            shown = levels.get(level)
            count = counts.get(level, shown.start if shown else 1)
            written = numeral(count, shown.form) if shown else None
            missing = missing or written is None
            return written or ""

        written = _PLACE.sub(place, own.text)
        return None if missing or not written.strip() else written.strip()

    def _read(self, root: etree._Element) -> None:
        for abstract in root.iterchildren(f"{W}abstractNum"):
            levels = {_number(level.get(f"{W}ilvl")): _level(level) for level in abstract.iterchildren(f"{W}lvl")}
            self._levels[abstract.get(f"{W}abstractNumId", "")] = levels
        for number in root.iterchildren(f"{W}num"):
            number_id, abstract_id = number.get(f"{W}numId", ""), _value(number, "abstractNumId")
            if abstract_id in self._levels:
                self._list_of[number_id] = abstract_id
            for override in number.iterchildren(f"{W}lvlOverride"):
                if start := _value(override, "startOverride"):
                    self._starts[number_id, _number(override.get(f"{W}ilvl"))] = _number(start, 1)


def _level(level: etree._Element) -> _Level:
    return _Level(_number(_value(level, "start"), 1), _value(level, "numFmt") or "decimal", _value(level, "lvlText"))


def _value(element: etree._Element, tag: str) -> str:
    child = element.find(f"{W}{tag}")
    return child.get(f"{W}val", "") if child is not None else ""


def _number(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else otherwise
