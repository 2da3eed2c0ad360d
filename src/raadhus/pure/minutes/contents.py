"""The list of contents: never read as items, but used to know an item's title when it comes."""

import re
from collections import Counter
from dataclasses import dataclass, field

from raadhus.pure.minutes.case_numbers import is_case_number
from raadhus.pure.minutes.closed import group_of
from raadhus.pure.minutes.lines import Line
from raadhus.pure.minutes.numbering import Mark, mark_of, title_key
from raadhus.pure.minutes.vocabulary import KIND_OF

_SURE = frozenset({"indholdsfortegnelse", "indhold", "sagsoversigt", "punktoversigt", "oversigt over punkter"})
_PERHAPS = frozenset({"dagsorden", "dagsordenspunkter", "punkter", "sagsliste", "sager", "dagsordenen"})
_LEADER = re.compile(r"(?P<title>.*?\S)?[\s.]*(?:\.\s?){4,}(?P<page>\d{0,4})\s*")
_MOST_WRAPPED = 3
_LONGEST_ENTRY = 300


@dataclass(slots=True)
class Entry:
    """One line of the contents (several where it is wrapped): the title without number or page."""

    title: str
    closed: bool | None
    lines: list[int]
    key: str = ""


@dataclass(slots=True)
class Contents:
    """The entries, and the index of every line that belongs to the list (its heading too)."""

    entries: list[Entry] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def keys(self) -> dict[str, Entry]:
        """The entries by `title_key`; the first where two are the same."""
        return {entry.key: entry for entry in reversed(self.entries) if entry.key}


def contents_of(lines: list[Line]) -> Contents:
    """The list of contents of `lines`, found by its heading or by its dotted leaders."""
    found = Contents()
    index = 0
    while index < len(lines):
        key = lines[index].key
        if key in _SURE or key in _PERHAPS:
            index = _read_list(lines, index, found, sure=key in _SURE)
        elif _leader(lines[index].text):
            index = _read_dotted(lines, index, found, None)
        else:
            index += 1
    for entry in found.entries:
        entry.key = title_key(entry.title)
    return found


def _bare_key(text: str) -> str:
    mark = mark_of(text)
    return title_key(mark.title if mark else text)


def _leader(text: str) -> re.Match[str] | None:
    return _LEADER.fullmatch(text) if "...." in text or ". . ." in text else None


def _read_list(lines: list[Line], start: int, found: Contents, *, sure: bool) -> int:
    following = lines[start + 1 : start + 2 + _MOST_WRAPPED]
    if any(_leader(line.text) for line in following):
        found.taken.add(start)
        return _read_dotted(lines, start + 1, found, None)
    repeats = Counter(_bare_key(line.text) for line in lines if len(line.text) < _LONGEST_ENTRY)
    entries, end = _numbered(lines, start + 1, repeats)
    if not entries:
        if sure:
            found.taken.add(start)
        return start + 1
    found.taken.update(range(start, end))
    found.entries.extend(entries)
    return end


def _read_dotted(lines: list[Line], start: int, found: Contents, closed: bool | None) -> int:
    """Take entries with leaders from `start`; up to three lines before a leader are its wrapped beginning."""
    index = start
    while index < len(lines):
        group = group_of(lines[index])
        if group is not None and any(_leader(line.text) for line in lines[index + 1 : index + 2 + _MOST_WRAPPED]):
            closed = group
            found.taken.add(index)
            index += 1
            continue
        end = next((i for i in range(index, min(index + _MOST_WRAPPED, len(lines))) if _leader(lines[i].text)), None)
        if end is None or any(_starts_the_body(line, lines) for line in lines[index:end]):
            return index
        _add_dotted(lines, index, end, found, closed)
        index = end + 1
    return index


def _starts_the_body(line: Line, lines: list[Line]) -> bool:
    mark = mark_of(line.text)
    return line.key in KIND_OF or (mark is not None and mark.keyword)


def _add_dotted(lines: list[Line], start: int, end: int, found: Contents, closed: bool | None) -> None:
    match = _leader(lines[end].text)
    last = (match["title"] or "") if match else ""
    title = " ".join([*(line.text for line in lines[start:end]), last]).strip()
    mark = mark_of(title)
    found.entries.append(Entry(mark.title if mark else title, closed, [line.first for line in lines[start : end + 1]]))
    found.taken.update(range(start, end + 1))


def _numbered(lines: list[Line], start: int, repeats: Counter[str]) -> tuple[list[Entry], int]:
    """Entries "1. Title" without leaders, up to where the numbers start again or a title is seen once more.

    Only titles that come again in the body are believed: otherwise the list is the items themselves.
    """
    entries: list[Entry] = []
    seen: set[str] = set()
    closed: bool | None = None
    last: tuple[int, ...] = ()
    end = start
    for index in range(start, len(lines)):
        line = lines[index]
        group = group_of(line)
        mark = mark_of(line.text)
        key = title_key(mark.title) if mark else title_key(line.text)
        if group is not None and not (entries and index + 1 < len(lines) and _seen_at(lines[index + 1], seen)):
            closed = group
        elif (
            key in seen
            or line.key in KIND_OF
            or is_case_number(line.text)
            or not _is_next(mark, last, repeated=repeats[key] > 1)
        ):
            break
        else:
            entries.append(Entry(mark.title if mark else line.text, closed, [line.first]))
            seen.add(key)
            last = mark.order if mark else last
            end = index + 1
    believed = any(repeats[title_key(entry.title)] > 1 for entry in entries)
    return (entries, end) if believed else ([], start)


def _is_next(mark: Mark | None, last: tuple[int, ...], *, repeated: bool) -> bool:
    """Whether an entry may follow the one numbered `last`: it rises, or has no number but is a title met again."""
    if mark is None or not last:
        return repeated
    return mark.order > last and (repeated or mark.order[0] == last[0] + 1)


def _seen_at(line: Line, seen: set[str]) -> bool:
    return _bare_key(line.text) in seen
