"""What a member may demand in the minutes: that the council decides (§ 23), and a dissenting opinion."""

from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.proceedings.changes.guarding import item_to_write
from raadhus.domains.proceedings.changes.noting import note_item
from raadhus.domains.proceedings.models import Attendee, Dissent, Proposal, ProposalState, Sitting, Stop
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.queries.facts import (
    roll_of,
    roll_of_meeting,
)
from raadhus.domains.proceedings.rules.breach import Breach, refuse_breaches
from raadhus.domains.proceedings.rules.protocol import check_dissent
from raadhus.domains.proceedings.rules.stop_right import Claim, Decided, check_stop
from raadhus.pure.kernel.errors import Refused

_WORDS = "Beslutningen standses, og sagen ønskes forelagt kommunalbestyrelsen."


@transaction.atomic
def stop_decision(
    *,
    proposal: Proposal,
    attendee: Attendee,
    declared_at: datetime,
    says_council: bool,
    decided: Decided,
    words: str = "",
    by: Any,
    at: datetime,
) -> tuple[Stop, tuple[Breach, ...]]:
    """Enter that a member stops the decision; refused unless all conditions of § 23 are met. Returns what only warns.

    It counts when it was declared, not when it is typed, so a declaration made before the end can be entered after.
    """
    sitting, item = item_to_write(proposal, by=by, at=at)
    _refuse_strangers(attendee, sitting)
    if item.state != ProposalState.DECIDED:
        raise Refused("Punktet er ikke besluttet endnu. Afslut det, før beslutningen kan standses.")
    claim = Claim(attendee.pk, declared_at, sitting.closed_at, True, says_council, decided)
    warnings = refuse_breaches(check_stop(profile_of(sitting.meeting.body), claim, roll_of(item, sitting)))
    if Stop.objects.filter(proposal=item, attendee=attendee).exists():
        raise Refused(f"{attendee.name} har allerede standset beslutningen. Ret ordene i beslutningens tekst.")
    said = words.strip() or _WORDS
    stop = Stop.objects.create(proposal=item, attendee=attendee, words=said, declared_at=declared_at)
    note_item("stopped_decision", item, {"name": attendee.name, "words": said}, by=by, at=at)
    return stop, warnings


@transaction.atomic
def enter_dissent(
    *, proposal: Proposal, attendee: Attendee, text: str, by: Any, at: datetime
) -> tuple[Dissent, tuple[Breach, ...]]:
    """Enter a member's dissenting opinion at the item, at their request; returns what only warns."""
    sitting, item = item_to_write(proposal, by=by, at=at)
    _refuse_strangers(attendee, sitting)
    warnings = refuse_breaches(
        check_dissent(profile_of(sitting.meeting.body), attendee.pk, roll_of_meeting(sitting), text=text)
    )
    dissent = Dissent.objects.create(proposal=item, attendee=attendee, text=text.strip())
    note_item("entered_dissent", item, {"name": attendee.name, "text": text.strip()}, by=by, at=at)
    return dissent, warnings


@transaction.atomic
def remove_dissent(*, dissent: Dissent, by: Any, at: datetime) -> None:
    """Take the opinion out again while the minutes are written; the log keeps it."""
    _, item = item_to_write(dissent.proposal, by=by, at=at)
    Dissent.objects.filter(pk=dissent.pk).delete()
    note_item("removed_dissent", item, {"name": dissent.attendee.name, "text": dissent.text}, by=by, at=at)


def _refuse_strangers(attendee: Attendee, sitting: Sitting) -> None:
    if attendee.sitting_id != sitting.pk:
        raise Refused(f"{attendee.name} er ikke på dette møde. Vælg en fra mødets egen liste.")
