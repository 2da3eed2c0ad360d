"""Minutes → text in the layout of a management forum's minutes, which `read_minutes` reads back to the same.

Page numbers in the contents are the items' own order: text has no pages.
"""

import re
from datetime import datetime

from raadhus.pure.minutes.headings import MONTHS
from raadhus.pure.minutes.structure import Item, Minutes, Section

_WEEKDAYS = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag")
_TITLES = {"minutes": "REFERAT", "agenda": "DAGSORDEN"}
_IN_ONE_LINE = frozenset({"other", "competence", "attendance"})
_DOTS = "....."


def text_of(minutes: Minutes) -> str:
    """`minutes` as text: head, contents, then each item with its case number and sections."""
    blocks = [*_head(minutes), *_contents(minutes)]
    for item in minutes.items:
        blocks.extend(_item(item))
    if minutes.ends_at:
        blocks.append(f"Mødet sluttede kl. {_clock(minutes.ends_at)}")
    return "\n\n".join(blocks) + "\n"


def _head(minutes: Minutes) -> list[str]:
    blocks = []
    title = _TITLES.get(minutes.kind)
    if title and minutes.body:
        day = f" d. {_day(minutes.starts_at):%d-%m-%Y}" if minutes.starts_at else ""
        blocks.append(f"{title} {minutes.body}{day}")
    elif title:
        blocks.append(title)
    elif minutes.body:
        blocks.append(f"Udvalg: {minutes.body}")
    if minutes.starts_at:
        blocks.append(f"Mødedato {_when(minutes.starts_at)}")
    if minutes.place:
        blocks.append(f"Mødested {minutes.place}")
    return [*blocks, *_people("Deltagere", minutes.present), *_people("Fraværende", minutes.absent)]


def _people(label: str, names: tuple[str, ...]) -> list[str]:
    return ["\n".join([f"{label}:", *names])] if names else []


def _contents(minutes: Minutes) -> list[str]:
    lines = [f"{_one_line(item.title)}{_DOTS}\t{page}" for page, item in enumerate(minutes.items, 1) if item.title]
    return ["Indholdsfortegnelse", "\n".join(lines)] if lines else []


def _item(item: Item) -> list[str]:
    title = _one_line(item.title)
    blocks = [f"Punkt {item.number}: {title}" if item.number else title]
    if item.case_number:
        blocks.append(item.case_number)
    if item.closed:
        blocks.append("Lukket punkt")
    for section in item.sections:
        blocks.extend(_section(section, item))
    return blocks


def _section(section: Section, item: Item) -> list[str]:
    """The heading and its text; in one line where that line made it what it is (a comma list, a case's other data)."""
    one_line = bool(section.heading and section.text) and "\n" not in section.text
    pieces = re.split(r"[,;]\s+", section.text)
    listed = section.kind == "attachments" and len(pieces) > 1 and all(piece in item.attachments for piece in pieces)
    if one_line and (listed or section.kind in _IN_ONE_LINE):
        return [f"{section.heading}: {section.text}"]
    return [part for part in (section.heading, section.text) if part]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _day(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)


def _when(stamp: str) -> str:
    day = _day(stamp)
    date = f"{_WEEKDAYS[day.weekday()]} d. {day.day:02d}. {MONTHS[day.month - 1]} {day.year}"
    return f"{date} kl. {_clock(stamp)}" if "T" in stamp else date


def _clock(stamp: str) -> str:
    return stamp[11:16]
