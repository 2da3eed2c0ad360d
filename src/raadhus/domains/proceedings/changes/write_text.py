"""A text is written: saved whole each time, upon the revision that its writer saw, and never over somebody else's."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.changes.recommending import follow_recommendation
from raadhus.domains.proceedings.models import Picture, Proposal, ProposalState, SittingState, Text, TextRevision
from raadhus.domains.proceedings.rules.html import parsed, pictures_among, written
from raadhus.domains.proceedings.rules.meeting_time import danish_day
from raadhus.domains.proceedings.rules.pictures import check_described, picture_type
from raadhus.domains.proceedings.rules.plain import plain_of_blocks
from raadhus.domains.proceedings.rules.states import proposal_after, sitting_after
from raadhus.foundation.accounts.queries import Operator
from raadhus.foundation.audit.record import line_up, record
from raadhus.foundation.files.changes import keep_file
from raadhus.foundation.files.models import StoredFile
from raadhus.foundation.files.queries import file_with_checksum
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused

_ELSEWHERE = "En anden har skrevet i teksten, mens du skrev. Begge tekster er her; vælg, hvad der skal stå."
LONGEST_HEADING = 300
_FOREIGN = "Et billede i teksten hører til en anden tekst. Gem billedet på din maskine, og sæt det ind igen."


def save_text(*, text_id: int, html: str, revision: int, by: Any, at: datetime) -> Text:
    """The text with `html`, cleaned, as its next revision; words that already stand there are no new one.

    `revision` is the one that was seen: where somebody has written since, nothing is written and `Conflict` has both
    texts as `html` and `plain`. `Refused` where the item can no longer be written in, `ObjectDoesNotExist` where the
    text is not `by`'s to see, `PermissionDenied` where it is not theirs to write.
    """
    blocks = parsed(html)
    pictures = pictures_among(blocks)
    check_described(pictures)
    numbers = [number for number, _ in pictures]
    return _save(text_id, written(blocks), plain_of_blocks(blocks), numbers, revision, by, at)


def restore_text(*, text_id: int, to: int, revision: int, by: Any, at: datetime) -> Text:
    """The text as it stood at revision `to`, as a new revision."""
    older = TextRevision.objects.filter(text=text_id, revision=to).first()
    if older is None:
        raise TextRevision.DoesNotExist
    return save_text(text_id=text_id, html=older.html, revision=revision, by=by, at=at)


@transaction.atomic
def add_confidential_text(*, proposal: Proposal, heading: str, by: Any, at: datetime) -> Text:
    """An empty text beside the item's open ones that only its writers and the readers of closed items ever see.

    It is frozen with the agenda but stands in no document of the record, so in no paper, search or copy.
    """
    line_up()
    item = (
        access.visible_proposals(by, on=danish_day(at)).select_related("body", "meeting__sitting").get(pk=proposal.pk)
    )
    if not access.may_edit(by, item, on=danish_day(at)) or not access.reads_confidential(by, item):
        raise PermissionDenied("A confidential text is added by a writer of the item who may also read it.")
    _check_item(item)
    heading = " ".join(heading.split())
    if item.is_closed:
        raise Refused("Hele punktet er lukket, så alle dets afsnit er det. Skriv i et af dem.")
    if not heading or len(heading) > LONGEST_HEADING:
        raise Refused(f"Giv afsnittet en overskrift på højst {LONGEST_HEADING} tegn.")
    last = Text.objects.filter(proposal=item).aggregate(last=Max("position"))["last"] or 0
    facts = {"heading": heading, "kind": "other", "is_confidential": True}
    text = Text.objects.create(proposal=item, position=last + 1, edited_by=_account(by), edited_at=at, **facts)
    record("added_confidential_text", "proposal", item.pk, by=by, at=at, facts={"text": text.pk})
    return text


@transaction.atomic
def keep_picture(*, text_id: int, data: bytes, name: str, by: Any, at: datetime) -> Picture:
    """A picture to put into the text, read by whoever reads the text."""
    kind = picture_type(data)
    text = _text_to_write(text_id, by, at)
    row = Picture.objects.create(
        text=text, file=_file(data, name, by, at), media_type=kind, added_by=_account(by), added_at=at
    )
    record("put_picture", "text", text.pk, by=by, at=at, facts={"picture": row.pk, "sha256": row.file.sha256})
    return row


@transaction.atomic
def _save(text_id: int, html: str, plain: str, pictures: list[int], revision: int, by: Any, at: datetime) -> Text:
    text = _text_to_write(text_id, by, at)
    if text.html == html:
        return text
    if text.revision != revision:
        yours, theirs = {"html": html, "plain": plain}, {"html": text.html, "plain": text.plain}
        raise Conflict(_ELSEWHERE, yours=yours, theirs=theirs, revision=text.revision)
    if pictures and Picture.objects.filter(pk__in=pictures, text=text.pk).count() != len(set(pictures)):
        raise Refused(_FOREIGN)
    _keep_what_stood(text)
    text.html, text.plain, text.revision = html, plain, text.revision + 1
    text.edited_by, text.edited_at = _account(by), at
    text.save(update_fields=["html", "plain", "revision", "edited_by", "edited_at"])
    TextRevision.objects.create(text=text, revision=text.revision, html=html, by=text.edited_by, at=at)
    if text.kind == "recommendation":
        follow_recommendation(text.proposal)
    told = {"revision": text.revision, "sha256": sha256(html.encode()).hexdigest()}
    record("wrote_text", "text", text.pk, by=by, at=at, facts=told)
    return text


def _text_to_write(text_id: int, by: Any, at: datetime) -> Text:
    """The text as it stands now that every other writer waits, with its item; few questions, for it is asked often."""
    line_up()
    rows = Text.objects.select_for_update(of=("self",)).select_related("proposal__body", "proposal__meeting__sitting")
    text = rows.get(pk=text_id)
    item, is_decision, today = text.proposal, text.kind == "decision", danish_day(at)
    may = access.is_secretary(by, item.body, on=today) if is_decision else access.may_edit(by, item, on=today)
    if text.is_confidential and not access.reads_confidential(by, item):
        raise Text.DoesNotExist
    if not may:
        access.visible_proposals(by, on=today).get(pk=item.pk)
        raise PermissionDenied("Only the author, the head who has it and the secretary write in a text.")
    (_check_minutes if is_decision else _check_item)(item)
    return text


def _check_item(proposal: Proposal) -> None:
    """`Refused` for an item that was decided or withdrawn, or whose minutes are finished."""
    proposal_after(proposal.state, "edit")
    state = proposal.meeting.sitting.state if proposal.meeting else ""
    if state in (SittingState.APPROVED, SittingState.SEALED):
        sitting_after(state, "edit_minutes")


def _check_minutes(proposal: Proposal) -> None:
    """`Refused` for a decision while there is no meeting to decide at, or its minutes are finished."""
    if proposal.meeting is None:
        raise Refused("Punktet er ikke på et møde. Sæt det på en dagsorden først.")
    sitting_after(proposal.meeting.sitting.state, "edit_minutes")
    if proposal.state not in (ProposalState.ON_AGENDA, ProposalState.DECIDED):
        proposal_after(proposal.state, "decide")


def _keep_what_stood(text: Text) -> None:
    """The first revision of a text that a template made, so that every revision can be read."""
    if text.revision == 1 and not TextRevision.objects.filter(text=text, revision=text.revision).exists():
        at = text.edited_at or text.proposal.proposed_at
        TextRevision.objects.create(text=text, revision=text.revision, html=text.html, by=text.edited_by, at=at)


def _file(data: bytes, name: str, by: Any, at: datetime) -> StoredFile:
    """The file with these bytes. One that is there already keeps its readers: this text does not take it from them."""
    try:
        return file_with_checksum(Operator(), sha256(data).hexdigest())
    except StoredFile.DoesNotExist:
        return keep_file(data=data, name=name, origin="picture", audience=None, by=by, at=at)


def _account(by: Any) -> Any:
    return by if by.pk is not None else None
