"""Papers made of what was sent, as their reader may see them: a supplement to an agenda, an excerpt of one item of the
minutes, and the list of decisions."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from raadhus.domains.meetings.models import Meeting, Outcome
from raadhus.domains.meetings.papers.of_meeting import file_name_of
from raadhus.domains.meetings.papers.of_structure import paper_of
from raadhus.domains.meetings.queries import item_for, items_of, meeting_for, readings_for
from raadhus.domains.proceedings.access import is_secretary, readable_sittings
from raadhus.domains.proceedings.models import Frozen, Review, Sitting
from raadhus.domains.proceedings.queries.agenda_content import reading_of
from raadhus.domains.proceedings.queries.changed import changes_between
from raadhus.domains.proceedings.queries.corrections import CorrectionShown, corrections_of
from raadhus.domains.proceedings.queries.minutes import minutes_of
from raadhus.pure.documents.tree import Document, Paragraph, Section, Table
from raadhus.pure.documents.tree import Item as PaperItem
from raadhus.pure.documents.write.pdf import render
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.minutes.structure import Item, Minutes


def supplement_pdf(reader: Any, frozen: Frozen) -> tuple[bytes, str]:
    """The PDF of what a supplement brought, and a name for the file."""
    document = supplement(reader, frozen)
    return render(document), file_name_of(document)


def supplement(reader: Any, frozen: Frozen) -> Document:
    """The items that a supplement added or changed, whole, of those that the reader may see, with what is new about the
    meeting itself; `ObjectDoesNotExist` where nothing of the meeting is theirs."""
    before = Frozen.objects.filter(sitting=frozen.sitting_id, number__lt=frozen.number).order_by("-number").first()
    if before is None:
        raise Refused("Det er dagsordenen selv, ikke en tillægsdagsorden. Hent dagsordenen.")
    sitting = readable_sittings(reader).select_related("meeting__body").get(pk=frozen.sitting_id)
    told = changes_between(reader, sitting, before, frozen)
    changed = {change.key for change in told.items}
    content = json.loads(frozen.content)
    pairs = zip(content["items"], reading_of(content).items, strict=True)
    items = tuple(item for facts, item in pairs if facts["proposal"] in changed)
    paper = paper_of(replace(reading_of(content), items=items), undated=frozen.frozen_at.date())
    news = (Section("Nyt om mødet", tuple(map(Paragraph, told.head))),) if told.head else ()
    return replace(paper, title=paper.title.replace("DAGSORDEN", "TILLÆGSDAGSORDEN", 1), opening=news)


def draft_pdf(reader: Any, sitting_id: int, *, on: date) -> tuple[Sitting, bytes, str]:
    """The meeting, the PDF of its minutes as they stand now, before anybody was sent them, and a name for the file.

    For who runs the body's meetings that day and who was asked to read it; `ObjectDoesNotExist` for others.
    """
    sitting = Sitting.objects.select_related("meeting__body").get(pk=sitting_id)
    asked = reader.pk is not None and Review.objects.filter(sitting=sitting, user=reader.pk).exists()
    if not asked and not is_secretary(reader, sitting.meeting.body, on=on):
        raise ObjectDoesNotExist("No such draft for this reader.")
    paper = paper_of(minutes_of(sitting))
    document = replace(paper, title=f"UDKAST {paper.title}")
    return sitting, render(document), file_name_of(document)


def excerpt_pdf(reader: Any, item_id: int) -> tuple[bytes, str]:
    """The PDF of one item of the record with the meeting's head and its corrections, and a name for the file.

    `ObjectDoesNotExist` where the item is not there or not the reader's.
    """
    document = excerpt(reader, item_id)
    return render(document), file_name_of(document)


def excerpt(reader: Any, item_id: int) -> Document:
    """One item's own paper: "UDSKRIFT" of the minutes it stands in, without anything of the other items."""
    item = item_for(reader, item_id)
    meeting = meeting_for(reader, item.meeting_id)
    whole = _reading(reader, meeting)
    position = _position(reader, meeting, item.pk)
    one = replace(whole, items=(whole.items[position],), not_understood=())
    paper = paper_of(one, undated=meeting.current_version.read_at.date())
    number = f" punkt {one.items[0].number}" if one.items[0].number else ""
    corrected = [row for row in corrections_of(reader, meeting.pk) if row.item_id == item.pk]
    return replace(
        paper,
        title=f"UDSKRIFT {paper.title}{number}",
        items=tuple(_with_corrections(one, corrected) for one in paper.items),
    )


def _position(reader: Any, meeting: Meeting, item_id: int) -> int:
    """Which of the items that the reader sees it is, in the current document."""
    seen = [row.pk for row in items_of(reader, meeting)]
    if item_id not in seen:
        raise Refused("Punktet står ikke i mødets nyeste dokument. Vælg det i den udgave, det stod i.")
    return seen.index(item_id)


def _with_corrections(item: PaperItem, corrections: Iterable[CorrectionShown]) -> PaperItem:
    return replace(item, sections=(*item.sections, *(_correction(row) for row in corrections)))


def _correction(row: CorrectionShown) -> Section:
    approved = f"godkendt {row.approved_on:%d-%m-%Y}" if row.approved_on else "endnu ikke godkendt"
    return Section(f"Rettelse tilføjet {row.at:%d-%m-%Y}, {approved}", (Paragraph(row.text),))


def decision_list_pdf(reader: Any, meeting_id: int) -> tuple[bytes, str]:
    """The PDF of what a meeting decided, an item a row, and a name for the file."""
    document = decision_list(reader, meeting_for(reader, meeting_id))
    return render(document), file_name_of(document)


def decision_list(reader: Any, meeting: Meeting) -> Document:
    """Number, title, outcome and words of each decision that the reader may see."""
    reading = _reading(reader, meeting)
    paper = paper_of(replace(reading, items=(), not_understood=()), undated=meeting.current_version.read_at.date())
    rows = tuple(_row(item) for item in reading.items)
    table = Table(("Punkt", "Titel", "Udfald", "Beslutning"), rows)
    return replace(
        paper,
        title=paper.title.replace("REFERAT", "BESLUTNINGER", 1),
        opening=(Section("Beslutninger", (table,)),),
    )


def _row(item: Item) -> tuple[str, ...]:
    decision = item.decision
    if decision is None:
        return (item.number or "", item.title, "", "")
    return (item.number or "", item.title, str(Outcome(decision.outcome).label), decision.text)


def _reading(reader: Any, meeting: Meeting) -> Minutes:
    if meeting.current_version is None or meeting.current_version.kind != "minutes":
        raise Refused("Mødet har intet referat endnu. Send det først.")
    return readings_for(reader, [meeting])[meeting.pk]
