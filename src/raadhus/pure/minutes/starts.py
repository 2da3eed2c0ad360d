"""Where does each agenda item begin? Candidates are weighed by what stands in and around the line.

The weights are a table: a keyword, a title known from the contents, a heading or a case number just below all speak
for an item; a list's running on, a sentence's full stop, an introduction just above speak against it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from raadhus.pure.minutes.case_numbers import case_number_at_end, details_of, is_case_number
from raadhus.pure.minutes.closed import group_of
from raadhus.pure.minutes.contents import Contents, Entry
from raadhus.pure.minutes.headings import Heading
from raadhus.pure.minutes.layouts.layout import Layout
from raadhus.pure.minutes.lines import LIST_MARK, Line
from raadhus.pure.minutes.numbering import Mark, mark_of, title_key
from raadhus.pure.minutes.outcomes import begins_with_outcome

ENOUGH = 3
WEIGHTS = {
    "listed in the contents": 5,
    "led in by a word": 3,
    "a heading below": 3,
    "a case number below": 7,
    "a case number above": 3,
    "set as a heading": 2,
    "set in bold": 1,
    "a case number in it": 3,
    "the next number": 1,
    "a number that goes back": -2,
    "a sentence": -2,
    "very long": -2,
    "a list running on": -3,
    "just below such a heading": -3,
    "introduced by the line above": -4,
    "words of a decision": -6,
}
_LOOK_AHEAD = 4
# A title in the body may be longer than in the contents by spaces and signs, not by more.
_SLACK = 10


@dataclass(slots=True)
class Start:
    """An item's beginning: the index of its title line and what is known from it and around it."""

    index: int
    number: str | None
    title: str
    order: tuple[int, ...] = ()
    case_above: int | None = None
    number_below: int | None = None
    entry: Entry | None = None
    again: int | None = None


@dataclass(slots=True)
class Page:
    """All that is known of the lines when items are sought."""

    lines: list[Line]
    headings: Sequence[Heading | None]
    contents: Contents
    layout: Layout
    spaced: bool


def starts_of(page: Page) -> list[Start]:
    """The beginnings of the items, in the order of the lines; empty where there are none."""
    found = _numbered_starts(page)
    if page.layout.number_pattern is not None:
        found = _merged(found, _numbers_under_titles(page))
    if page.layout.opening:
        found = _merged(found, _unnumbered_starts(page))
    found = _with_gaps_filled(page, found)
    return found or _set_as_headings(page) or _chain(page) or _only_item(page)


def _merged(first: list[Start], second: list[Start]) -> list[Start]:
    taken = {start.index for start in first} | {start.number_below for start in second}
    kept = [start for start in first if start.index not in {other.number_below for other in second}]
    return sorted([*kept, *(start for start in second if start.index not in taken)], key=lambda start: start.index)


def _numbered_starts(page: Page) -> list[Start]:
    listed = page.contents.keys()
    marked = _marked_titles(page) if listed else set()
    longest = max((len(entry.title) for entry in listed.values()), default=0) + _SLACK
    found: list[Start] = []
    for index, line in enumerate(page.lines):
        if index in page.contents.taken or len(line.text) > 300:
            continue
        mark = mark_of(line.text) if details_of(line.text) is None else None
        if mark is None and not (listed and len(line.text) <= longest and _alone(page, index)):
            continue
        entry = _entry_of(mark.title if mark else line.text, listed) if listed else None
        if mark is None and (entry is None or entry.key in marked):
            continue
        if page.headings[index] is not None and (mark is None or not mark.keyword):
            continue
        if _says_it_again(mark, index, found):
            found[-1].again = index
            continue
        last = found[-1].order if found else ()
        if weight_of(page, index, mark, entry, last) >= ENOUGH:
            found.append(_start(page, index, mark, entry))
    return found


def _with_gaps_filled(page: Page, found: list[Start]) -> list[Start]:
    """Also the items that only their number speaks for: the one missing just before or after one that is found."""
    numbers = {start.order[0] for start in found if start.order}
    places = {start.index for start in found} | {start.again for start in found}
    for index, line in enumerate(page.lines if numbers else ()):
        mark = mark_of(line.text) if index not in page.contents.taken and page.headings[index] is None else None
        if mark is None or index in places or mark.order[0] in numbers or details_of(line.text) is not None:
            continue
        before = [start.order[0] for start in found if start.index < index and start.order][-1:]
        after = [start.order[0] for start in found if start.index > index and start.order][:1]
        fits = before == [mark.order[0] - 1] or (not before and after == [mark.order[0] + 1])
        if (
            fits
            and after != before
            and (line.blank_before or not page.spaced)
            and weight_of(page, index, mark, None, ()) >= 0
        ):
            found = sorted([*found, _start(page, index, mark, None)], key=lambda start: start.index)
            numbers.add(mark.order[0])
    return found


def _marked_titles(page: Page) -> set[str]:
    """The titles that stand with a number somewhere in the body."""
    lines = (line for index, line in enumerate(page.lines) if index not in page.contents.taken)
    return {title_key(mark.title) for line in lines if (mark := mark_of(line.text)) is not None}


def _entry_of(title: str, listed: dict[str, Entry]) -> Entry | None:
    key = title_key(title)
    if key in listed or len(key) < 20:
        return listed.get(key)
    return next((entry for other, entry in listed.items() if len(other) >= 20 and other.startswith(key)), None)


def _alone(page: Page, index: int) -> bool:
    """Whether the line stands by itself, as a title without a number must."""
    line = page.lines[index]
    parted = index + 1 == len(page.lines) or page.lines[index + 1].blank_before
    return (line.blank_before and parted) or not page.spaced or line.hint[:1] == "h"


def _says_it_again(mark: Mark | None, index: int, found: list[Start]) -> bool:
    if mark is None or not found or found[-1].again is not None:
        return False
    last = found[-1]
    return last.index == index - 1 and last.number == mark.number and last.title == mark.title


def _start(page: Page, index: int, mark: Mark | None, entry: Entry | None) -> Start:
    above = index - 1 if index and index - 1 not in page.contents.taken else None
    if above is not None and not is_case_number(page.lines[above].text):
        above = None
    title = mark.title if mark else page.lines[index].text
    return Start(index, mark.number if mark else None, title, mark.order if mark else (), above, None, entry)


def weight_of(page: Page, index: int, mark: Mark | None, entry: Entry | None, last: tuple[int, ...]) -> int:
    """How strongly line `index` speaks for beginning an item, after an item numbered `last`."""
    line = page.lines[index]
    title = mark.title if mark else line.text
    reasons = set(_reasons_around(page, index, keyword=bool(mark and mark.keyword)))
    if entry is not None:
        reasons.add("listed in the contents")
    elif mark is not None and last and mark.order <= last:
        reasons.add("a number that goes back")
    if mark is not None:
        reasons.update(_reasons_in(mark, last))
    if title.endswith((".", ";", ",")) and " " in title and entry is None:
        reasons.add("a sentence")
    if len(title) > 200:
        reasons.add("very long")
    return sum(WEIGHTS[reason] for reason in reasons)


def _reasons_in(mark: Mark, last: tuple[int, ...]) -> list[str]:
    reasons = []
    if mark.keyword:
        reasons.append("led in by a word")
    if case_number_at_end(mark.title)[1] is not None:
        reasons.append("a case number in it")
    if begins_with_outcome(mark.title):
        reasons.append("words of a decision")
    if (last and mark.order[0] == last[0] + 1) or (not last and mark.order[0] == 1):
        reasons.append("the next number")
    return reasons


def _reasons_around(page: Page, index: int, *, keyword: bool) -> list[str]:
    line, reasons = page.lines[index], _below(page, index)
    if line.hint[:1] == "h":
        reasons.append("set as a heading")
    elif line.hint == "bold":
        reasons.append("set in bold")
    if not index or index - 1 in page.contents.taken:
        return reasons
    above = page.lines[index - 1]
    if is_case_number(above.text) and group_of(above) is None:
        reasons.append("a case number above")
    heading = page.headings[index - 1]
    if heading is not None and not heading.rest and not keyword and heading.kind in {"recommendation", "attachments"}:
        reasons.append("just below such a heading")
    elif heading is None and not keyword and above.text.endswith((",", ":", " at")) and not is_case_number(above.text):
        reasons.append("introduced by the line above")
    if not keyword and LIST_MARK.match(above.text) and not line.blank_before and page.spaced:
        reasons.append("a list running on")
    return reasons


def _below(page: Page, index: int) -> list[str]:
    """A heading or a case number in the next lines, wrapped ends of the title passed over."""
    for ahead in range(index + 1, min(index + 1 + _LOOK_AHEAD, len(page.lines))):
        if ahead in page.contents.taken:
            return []
        line = page.lines[ahead]
        if page.headings[ahead] is not None:
            return ["a heading below"]
        if details_of(line.text) is not None:
            return ["a case number below"]
        if mark_of(line.text) is not None and title_key(line.text) != title_key(page.lines[index].text):
            return []
        if line.blank_before and page.spaced:
            return []
    return []


def _numbers_under_titles(page: Page) -> list[Start]:
    pattern, found = page.layout.number_pattern, []
    for index, line in enumerate(page.lines[1:], 1):
        match = pattern.fullmatch(line.text) if pattern else None
        if match and index - 1 not in page.contents.taken and page.headings[index - 1] is None:
            title = page.lines[index - 1].text
            found.append(Start(index - 1, match["number"], title, (int(match["number"]),), number_below=index))
    return found


def _unnumbered_starts(page: Page) -> list[Start]:
    found = []
    for index, heading in enumerate(page.headings):
        if heading is None or not index or heading.text.casefold() not in page.layout.opening:
            continue
        if is_title_like(page, index - 1):
            found.append(_start(page, index - 1, mark_of(page.lines[index - 1].text), None))
    return found


def is_title_like(page: Page, index: int) -> bool:
    """Whether the line could be a title without a number: short, alone, no sentence and no list."""
    line = page.lines[index]
    return (
        len(line.text) <= 160
        and page.headings[index] is None
        and index not in page.contents.taken
        and not line.text.endswith((".", ":", ",", ";"))
        and (line.blank_before or not page.spaced)
        and not LIST_MARK.match(line.text)
        and details_of(line.text) is None
        and group_of(line) is None
    )


def _set_as_headings(page: Page) -> list[Start]:
    """Lines the format marks as headings of one level, at least two, where nothing better is found."""
    for level in ("h2", "h3", "h1", "h4"):
        marked = [i for i, line in enumerate(page.lines) if line.hint == level and page.headings[i] is None]
        if len(marked) > 1:
            return [_start(page, index, mark_of(page.lines[index].text), None) for index in marked]
    return []


def _chain(page: Page) -> list[Start]:
    """Short numbered lines 1, 2, 3 … with text between them, as plain minutes have them."""
    chain: list[Start] = []
    for index, line in enumerate(page.lines):
        mark = mark_of(line.text) if index not in page.contents.taken else None
        if mark is None or (page.spaced and not line.blank_before) or page.headings[index] is not None:
            continue
        expected = chain[-1].order[0] + 1 if chain else mark.order[0]
        if mark.order[0] == expected and len(mark.title) < 150 and not begins_with_outcome(mark.title):
            chain.append(_start(page, index, mark, None))
    return chain if len(chain) > 1 else []


def _only_item(page: Page) -> list[Start]:
    """A page with one item: its title is the last title-like line before the first heading."""
    first = next((i for i, heading in enumerate(page.headings) if heading is not None and heading.core), None)
    if first is None:
        return []
    index = next((i for i in range(first - 1, -1, -1) if is_title_like(page, i)), None)
    return [] if index is None else [_start(page, index, mark_of(page.lines[index].text), None)]
