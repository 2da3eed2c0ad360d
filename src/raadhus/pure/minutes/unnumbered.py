"""Items whose title has no number: found by the number below, by the heading below, by type, or as a chain.

The last three are tried only where nothing better is found.
"""

from raadhus.pure.minutes.case_numbers import details_of
from raadhus.pure.minutes.closed import group_of
from raadhus.pure.minutes.lines import LIST_MARK
from raadhus.pure.minutes.numbering import mark_of
from raadhus.pure.minutes.outcomes import begins_with_outcome
from raadhus.pure.minutes.page import Page
from raadhus.pure.minutes.start import Start, start_at


def numbers_under_titles(page: Page) -> list[Start]:
    pattern, found = page.layout.number_pattern, []
    for index, line in enumerate(page.lines[1:], 1):
        match = pattern.fullmatch(line.text) if pattern else None
        if match and index - 1 not in page.contents.taken and page.headings[index - 1] is None:
            title = page.lines[index - 1].text
            found.append(Start(index - 1, match["number"], title, (int(match["number"]),), number_below=index))
    return found


def titles_over_openings(page: Page) -> list[Start]:
    found = []
    for index, heading in enumerate(page.headings):
        if heading is None or not index or heading.text.casefold() not in page.layout.opening:
            continue
        if is_title_like(page, index - 1):
            found.append(start_at(page, index - 1, mark_of(page.lines[index - 1].text), None))
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


def set_as_headings(page: Page) -> list[Start]:
    """Lines the format marks as headings of one level, at least two, where nothing better is found."""
    for level in ("h2", "h3", "h1", "h4"):
        marked = [i for i, line in enumerate(page.lines) if line.hint == level and page.headings[i] is None]
        if len(marked) > 1:
            return [start_at(page, index, mark_of(page.lines[index].text), None) for index in marked]
    return []


def chain(page: Page) -> list[Start]:
    """Short numbered lines 1, 2, 3 … with text between them, as plain minutes have them."""
    found: list[Start] = []
    for index, line in enumerate(page.lines):
        mark = mark_of(line.text) if index not in page.contents.taken else None
        if mark is None or (page.spaced and not line.blank_before) or page.headings[index] is not None:
            continue
        expected = found[-1].order[0] + 1 if found else mark.order[0]
        if mark.order[0] == expected and len(mark.title) < 150 and not begins_with_outcome(mark.title):
            found.append(start_at(page, index, mark, None))
    return found if len(found) > 1 else []


def only_item(page: Page) -> list[Start]:
    """A page with one item: its title is the last title-like line before the first heading."""
    first = next((i for i, heading in enumerate(page.headings) if heading is not None and heading.core), None)
    if first is None:
        return []
    index = next((i for i in range(first - 1, -1, -1) if is_title_like(page, i)), None)
    return [] if index is None else [start_at(page, index, mark_of(page.lines[index].text), None)]
