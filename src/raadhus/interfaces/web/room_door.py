"""From a meeting's own page to what the reader has to do with it: run it, read its minutes, sign them, follow it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from raadhus.domains.proceedings import access, queries


@dataclass(frozen=True, slots=True)
class Door:
    """A link in words."""

    says: str
    address: str


def door_of(reader: Any, sitting: Any, *, runs: bool) -> Door | None:
    """What is next at this meeting for the reader, who runs it or not; None where nothing is. `sitting` is None for one
    that was only read from paper."""
    if sitting is None or reader.pk is None:
        return None
    if runs:
        return _to_run(sitting)
    if sitting.state == "minutes":
        waiting = next((one for one in queries.reviews_waiting(reader) if one.sitting_id == sitting.pk), None)
        if waiting is not None:
            return Door(_("Læs referatet igennem"), reverse("review", args=[waiting.pk]))
    if queries.has_to_sign(reader, sitting):
        return Door(_("Underskriv referatet"), reverse("sign", args=[sitting.pk]))
    seats = access.seats_of(reader, on=timezone.localdate())
    if sitting.state == "in_session" and seats.filter(body=sitting.meeting.body_id):
        return Door(_("Storskærm"), reverse("screen", args=[sitting.pk]))
    return None


def _to_run(sitting: Any) -> Door | None:
    says = {
        "sent": (_("Gå til mødet"), "room"),
        "in_session": (_("Gå til mødet"), "room"),
        "minutes": (_("Skriv referatet færdigt"), "minutes"),
        "approved": (_("Forsegl referatet"), "minutes"),
    }
    found = says.get(sitting.state)
    return Door(found[0], reverse(found[1], args=[sitting.pk])) if found else None
