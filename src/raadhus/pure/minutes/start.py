"""An item's beginning, as it is found."""

from dataclasses import dataclass

from raadhus.pure.minutes.case_numbers import is_case_number
from raadhus.pure.minutes.contents import Entry
from raadhus.pure.minutes.numbering import Mark
from raadhus.pure.minutes.page import Page


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


def start_at(page: Page, index: int, mark: Mark | None, entry: Entry | None) -> Start:
    """The beginning at line `index`, with the number and title of `mark`, or the whole line where it has none."""
    above = index - 1 if index and index - 1 not in page.contents.taken else None
    if above is not None and not is_case_number(page.lines[above].text):
        above = None
    title = mark.title if mark else page.lines[index].text
    return Start(index, mark.number if mark else None, title, mark.order if mark else (), above, None, entry)
