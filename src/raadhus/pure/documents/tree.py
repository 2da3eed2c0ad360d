"""A document as a tree of plain values, from which paper is written (PDF now; Word and web pages from the same tree).

Texts are shown as they stand, never as markup of any kind. A line break within a text is kept.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One point of a list; `marker` is its number or dash as written ("1.", "-", "a)")."""

    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class PointList:
    """Points, each with its own marker."""

    entries: tuple[ListEntry, ...]


@dataclass(frozen=True, slots=True)
class NameList:
    """Names, one a line and without markers, as a list of attachments has them."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A head and rows, all of the same number of cells.

    With `widths`, one a column, the columns share the page's whole width in these proportions, in small print.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()


Block = Paragraph | PointList | NameList | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A part under its own heading; an empty `heading` shows none. `is_outcome` sets it off, as a decision is."""

    heading: str
    blocks: tuple[Block, ...]
    is_outcome: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """What begins on a page of its own and stands in the contents by its `title`.

    The heading is `label` and `title` ("Punkt 1: Eventuelt"; no label, no colon); `notes` are short lines under it.
    """

    label: str
    title: str
    notes: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the head: a label and what it says ("Mødested", "Mødelokale 1")."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper: `title` in its head and its properties, `facts` and `opening` below it, contents, then the items.

    `date` is the day that the file carries in its properties, given so that the same tree makes the same file;
    `language` is a language and its region; `page` is "a4", or "a4-landscape" or "a3-landscape" for wide tables.
    """

    title: str
    date: date
    author: str = ""
    language: str = "da-DK"
    page: str = "a4"
    facts: tuple[Fact, ...] = ()
    opening: tuple[Section, ...] = ()
    contents_heading: str = "Indholdsfortegnelse"
    items: tuple[Item, ...] = ()


def as_plain(document: Document) -> dict[str, Any]:
    """`document` as JSON knows it; every block says its kind by the name of its class."""
    plain = asdict(document)
    plain["date"] = [document.date.year, document.date.month, document.date.day]
    sections = [*document.opening, *(section for item in document.items for section in item.sections)]
    plain_sections = [*plain["opening"], *(section for item in plain["items"] for section in item["sections"])]
    for section, plain_section in zip(sections, plain_sections, strict=True):
        for block, plain_block in zip(section.blocks, plain_section["blocks"], strict=True):
            plain_block["kind"] = type(block).__name__
    return plain
