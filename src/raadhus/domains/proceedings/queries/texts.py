"""One text with its revisions and pictures, by reader."""

import json
from datetime import date
from typing import Any

from django.db.models import QuerySet

from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.models import Picture, Text, TextRevision
from raadhus.domains.proceedings.queries.standing import newest_agenda
from raadhus.domains.proceedings.rules.html import pictures_in


def text_for(reader: Any, pk: int, *, on: date) -> Text:
    """The text with its proposal, body and last writer, or `ObjectDoesNotExist`."""
    text = Text.objects.select_related("proposal__body", "proposal__meeting__sitting", "edited_by").get(pk=pk)
    if not _sees(reader, text, on):
        raise Text.DoesNotExist
    return text


def may_write(reader: Any, text: Text, *, on: date) -> bool:
    """Whether the reader may write in a text that they see; what its item's state allows is said when they save."""
    if text.kind == "decision":
        return access.is_secretary(reader, text.proposal.body, on=on)
    return access.may_edit(reader, text.proposal, on=on)


def is_kept_back(text: Text) -> bool:
    """Whether not everybody who reads the agenda reads the text: no machine but the server keeps it."""
    return text.is_confidential or text.proposal.is_closed


def revisions_of(reader: Any, text: Text, *, on: date) -> QuerySet[TextRevision]:
    """How a text that the reader sees stood after each save, newest first."""
    rows = TextRevision.objects.filter(text=text) if _sees(reader, text, on) else TextRevision.objects.none()
    return rows.select_related("by").order_by("-revision")


def html_at(text: Text, revision: int) -> str:
    """The text as it stood at a revision; as it stands now where that is not known."""
    row = TextRevision.objects.filter(text=text, revision=revision).first()
    return row.html if row else text.html


def picture_for(reader: Any, pk: int, *, on: date) -> Picture:
    """A picture in a text that the reader sees on its way or as it was sent, or `ObjectDoesNotExist`."""
    picture = Picture.objects.select_related("file", "text__proposal__body").get(pk=pk)
    if not _sees(reader, picture.text, on) and not _was_sent(reader, picture):
        raise Picture.DoesNotExist
    return picture


def _was_sent(reader: Any, picture: Picture) -> bool:
    """Whether the picture stands in the text as the reader was sent it."""
    text = picture.text
    item = access.sent_proposals(reader).select_related("body", "meeting__sitting").filter(pk=text.proposal_id).first()
    if item is None or item.meeting is None or (text.is_confidential and not access.reads_closed(reader, item.body)):
        return False
    frozen = newest_agenda(item.meeting.sitting)
    items = json.loads(frozen.content)["items"] if frozen else []
    sent = (one for each in items if each["proposal"] == item.pk for one in each["texts"] if one["text"] == text.pk)
    return any(
        picture.pk in dict(pictures_in(one["html"])) and one["is_confidential"] == text.is_confidential for one in sent
    )


def _sees(reader: Any, text: Text, on: date) -> bool:
    follows = access.visible_proposals(reader, on=on).filter(pk=text.proposal_id).exists()
    return follows and access.visible_texts(reader, text.proposal).filter(pk=text.pk).exists()
