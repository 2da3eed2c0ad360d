"""A reader's own notes and highlights. The log has that one was written, never what it says: it is nobody else's."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.models import Note, Proposal
from raadhus.domains.proceedings.rules.notes import check_note
from raadhus.foundation.audit.record import record


@dataclass(frozen=True, slots=True)
class NoteWords:
    """`quote` are words of the item that the note is tied to, "" for the item as a whole."""

    quote: str = ""
    text: str = ""
    is_highlight: bool = False


@transaction.atomic
def write_note(*, proposal: Proposal, words: NoteWords, by: Any, at: datetime) -> Note:
    """A note of `by`'s own to an item that was sent; `Proposal.DoesNotExist` where they do not read it."""
    row = access.sent_proposals(by).get(pk=proposal.pk)
    if by.pk is None:
        raise PermissionDenied("Only somebody who signs in keeps notes.")
    quote, text = " ".join(words.quote.split()), words.text.strip()
    check_note(quote, text)
    note = Note.objects.create(proposal=row, user=by, quote=quote, text=text, is_highlight=words.is_highlight, at=at)
    _log("wrote_note", note, by, at)
    return note


@transaction.atomic
def rewrite_note(*, note_id: int, text: str, by: Any, at: datetime) -> Note:
    """Let the note say this instead; `Note.DoesNotExist` where it is not `by`'s."""
    note = access.own_notes(by).get(pk=note_id)
    check_note(note.quote, text)
    note.text, note.at = text.strip(), at
    note.save(update_fields=["text", "at"])
    _log("rewrote_note", note, by, at)
    return note


@transaction.atomic
def remove_note(*, note_id: int, by: Any, at: datetime) -> None:
    """Remove the note for good; `Note.DoesNotExist` where it is not `by`'s."""
    note = access.own_notes(by).get(pk=note_id)
    _log("removed_note", note, by, at)
    note.delete()


def _log(action: str, note: Note, by: Any, at: datetime) -> None:
    record(action, "proposal", note.proposal_id, by=by, at=at, facts={"note": note.pk})
