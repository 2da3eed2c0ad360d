"""An item is withdrawn at the meeting: it keeps its place and number in the minutes, and nothing more is decided."""

from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.proceedings.changes.decidable import make_decidable, say_withdrawn
from raadhus.domains.proceedings.changes.guarding import item_to
from raadhus.domains.proceedings.changes.noting import note_item
from raadhus.domains.proceedings.models import Proposal
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.rules.phrases import wording


@transaction.atomic
def withdraw_item(*, proposal: Proposal, because: str, words: str | None, by: Any, at: datetime) -> None:
    """The item goes out. `words` are its decision, None for the body's phrase; `because` is not in the minutes."""
    sitting, row, after = item_to("withdraw", proposal, by=by, at=at)
    make_decidable(row)
    said = wording(profile_of(sitting.meeting.body), "X") if words is None else words.strip()
    say_withdrawn(row, said)
    row.state, row.withdrawn_because, row.ended_at = after, because.strip(), row.ended_at or at
    row.save(update_fields=["state", "withdrawn_because", "ended_at"])
    note_item("withdrew_item", row, {"because": because.strip(), "words": said}, by=by, at=at)
