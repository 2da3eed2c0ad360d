"""The structure of an agenda or minutes → its paper, in the layout of the minutes it came from.

Everything on the paper is as written; only its own labels (REFERAT, Mødedato, Punkt …) and the weekday are added.
"""

from collections.abc import Iterable
from datetime import date

from raadhus.domains.meetings.papers.blocks import blocks_of, names_of
from raadhus.pure.documents.tree import Block, Document, Fact, NameList, Paragraph, Section
from raadhus.pure.documents.tree import Item as PaperItem
from raadhus.pure.minutes.structure import Item, Minutes, NotUnderstood
from raadhus.pure.minutes.structure import Section as StructureSection

_WORDS = {"agenda": "DAGSORDEN", "minutes": "REFERAT"}
_WEEKDAYS = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag")
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
UNTITLED = "Uden overskrift"
UNDATED = date(1970, 1, 1)


def paper_of(minutes: Minutes, *, undated: date = UNDATED) -> Document:
    """The paper of `minutes`; `undated` is the date in the file's properties where the meeting has none."""
    day = _day(minutes)
    return Document(
        title=title_of(minutes),
        date=day or undated,
        author=minutes.body or "",
        facts=tuple(_facts(minutes, day)),
        opening=(*_attendance(minutes), *_left_over(minutes.not_understood)),
        items=tuple(map(_item, minutes.items)),
    )


def title_of(minutes: Minutes) -> str:
    """The paper's name: "REFERAT Chefforum d. 20-01-2022", without what is not known."""
    day = _day(minutes)
    parts = (_WORDS.get(minutes.kind), minutes.body, day and f"d. {day:%d-%m-%Y}")
    return " ".join(part for part in parts if part) or UNTITLED


def _day(minutes: Minutes) -> date | None:
    day, _ = _moment(minutes.starts_at)
    return date.fromisoformat(day) if day else None


def _moment(written: str | None) -> tuple[str, str]:
    """Day and "HH:MM" of "2022-01-20T09:00", of "2022-01-20" or of "09:00"; "" for what is not there."""
    day, _, clock = (written or "").partition("T")
    return ("", day) if ":" in day else (day, clock[:5])


def _facts(minutes: Minutes, day: date | None) -> Iterable[Fact]:
    start, end = _moment(minutes.starts_at)[1], _moment(minutes.ends_at)[1]
    days = f"{_WEEKDAYS[day.weekday()]} d. {day.day}. {_MONTHS[day.month - 1]} {day.year}" if day else ""
    hours = f"kl. {start}–{end}" if start and end else f"kl. {start}" if start else ""
    if days or hours:
        yield Fact("Mødedato" if days else "Tidspunkt", f"{days} {hours}".strip())
    if end and not start:
        yield Fact("Sluttidspunkt", f"kl. {end}")
    if minutes.place:
        yield Fact("Mødested", minutes.place)


def _attendance(minutes: Minutes) -> Iterable[Section]:
    for heading, names in (("Deltagere", minutes.present), ("Fraværende", minutes.absent)):
        if names:
            yield Section(heading, (NameList(names),))


def _item(item: Item) -> PaperItem:
    notes = (item.case_number, "Lukket punkt" if item.closed else None)
    return PaperItem(
        label=f"Punkt {item.number}" if item.number else "",
        title=" ".join(item.title.split()) or UNTITLED,
        notes=tuple(note for note in notes if note),
        sections=(*(_section(section, item) for section in item.sections), *_attachments_elsewhere(item)),
    )


def _section(section: StructureSection, item: Item) -> Section:
    blocks = _attachments(section.text, item) if section.kind == "attachments" else blocks_of(section.text)
    return Section(section.heading.strip(), blocks, is_outcome=section.kind == "decision")


def _attachments(text: str, item: Item) -> tuple[Block, ...]:
    """A list of names; where the text strings them together, parted as the item knows them."""
    left = text
    for name in item.attachments:
        left = left.replace(name, "", 1)
    return (NameList(item.attachments),) if item.attachments and not left.strip(", \n") else names_of(text)


def _attachments_elsewhere(item: Item) -> Iterable[Section]:
    """The attachments that no section of the item names, as where a person has added them later."""
    said = "\n".join(" ".join(section.text.split()) for section in item.sections)
    unsaid = tuple(name for name in item.attachments if " ".join(name.split()) not in said)
    if unsaid:
        yield Section("Bilag", (NameList(unsaid),))


def _left_over(lines: tuple[NotUnderstood, ...]) -> Iterable[Section]:
    """What found no place when the minutes were read stands in front, where nobody takes it for a part of an item."""
    if lines:
        yield Section("Ikke forstået ved læsningen", tuple(Paragraph(line.text) for line in lines))
