"""Where does each agenda item begin? Candidates are weighed; where titles have no numbers, other signs are sought."""

from raadhus.pure.minutes.case_numbers import details_of
from raadhus.pure.minutes.contents import Entry
from raadhus.pure.minutes.numbering import Mark, mark_of, title_key
from raadhus.pure.minutes.page import Page
from raadhus.pure.minutes.start import Start, start_at
from raadhus.pure.minutes.unnumbered import (
    chain,
    numbers_under_titles,
    only_item,
    set_as_headings,
    titles_over_openings,
)
from raadhus.pure.minutes.weights import ENOUGH, weight_of

# A title in the body may be longer than in the contents by spaces and signs, not by more.
_SLACK = 10


def starts_of(page: Page) -> list[Start]:
    """The beginnings of the items, in the order of the lines; empty where there are none."""
    found = _numbered_starts(page)
    if page.layout.number_pattern is not None:
        found = _merged(found, numbers_under_titles(page))
    if page.layout.opening:
        found = _merged(found, titles_over_openings(page))
    found = _with_gaps_filled(page, found)
    return _untangled(found or set_as_headings(page) or chain(page) or only_item(page))


def _untangled(found: list[Start]) -> list[Start]:
    """No line is both a title and the case number above the next one."""
    titles = {start.index for start in found} | {start.again for start in found}
    for start in found:
        start.case_above = None if start.case_above in titles else start.case_above
    return found


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
            found.append(start_at(page, index, mark, entry))
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
            found = sorted([*found, start_at(page, index, mark, None)], key=lambda start: start.index)
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
