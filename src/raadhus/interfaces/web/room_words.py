"""Quorum, votes and attendance of the live side as sentences."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from raadhus.domains.proceedings.queries import attendances_of, profile_of, seats_in
from raadhus.domains.proceedings.rules.attendance import Roll, call_roll
from raadhus.domains.proceedings.rules.profile import Profile
from raadhus.domains.proceedings.rules.quorum import check_quorum, needed
from raadhus.domains.proceedings.rules.votes import Majority, Votes, result_of

MAJORITIES: dict[Majority, object] = {
    "simple": gettext_lazy("Flere for end imod"),
    "of_present": gettext_lazy("Over halvdelen af de tilstedeværende"),
    "of_all": gettext_lazy("Over halvdelen af alle medlemmer"),
    "two_thirds_of_present": gettext_lazy("To tredjedele af de tilstedeværende"),
    "two_thirds_of_all": gettext_lazy("To tredjedele af alle medlemmer"),
    "unanimous": gettext_lazy("Alle de tilstedeværende"),
}
RESULTS = {
    "adopted": gettext_lazy("Det er vedtaget."),
    "rejected": gettext_lazy("Det er forkastet."),
    "lapsed": gettext_lazy("Stemmerne står lige, så det er bortfaldet."),
    "undecided": gettext_lazy("Stemmerne afgør det ikke."),
}


def roll_now(sitting: Any, now: datetime) -> Roll:
    """Who takes part in the meeting at this moment, or took part in it until it was closed."""
    return call_roll(attendances_of(sitting), begins=sitting.opened_at, ends=sitting.closed_at or now)


def quorum_in_words(sitting: Any, roll: Roll) -> tuple[bool, str]:
    """Whether enough are there to decide, and the sentence that says how many that is."""
    profile, seats = profile_of(sitting.meeting.body), seats_in(sitting).count()
    there, wanted = len(roll.deciding), needed(profile, seats)
    if not wanted:
        return True, _("{there} af {seats} medlemmer er til stede.").format(there=there, seats=seats)
    breaches = check_quorum(profile, seats, roll)
    if breaches:
        return False, breaches[0].sentence
    enough = _("{there} af {seats} medlemmer er til stede. Der skal være mindst {wanted}, så I kan beslutte.")
    return True, enough.format(there=there, seats=seats, wanted=wanted)


def unknown_in_words(roll: Roll) -> str:
    """How many members nobody has noted yet; "" where all are."""
    count = sum(roll.parts[key] == "unknown" for key in roll.voters)
    said = ngettext("{n} er ikke noteret endnu.", "{n} er ikke noteret endnu.", count)
    return said.format(n=count) if count else ""


def vote_in_words(
    profile: Profile, votes: Votes, roll: Roll, sitting: Any, people: Sequence[Any], majority: Majority
) -> str:
    """The arithmetic of a vote and what it comes to; "" where nobody voted."""
    if not (votes.for_ or votes.against or votes.abstained):
        return ""
    chair = next((one.pk for one in people if one.member and one.member.role == "chair"), None)
    seats = seats_in(sitting).count()
    result = result_of(profile, votes, roll=roll, seats=seats, majority=majority, chair=chair)
    counted = _("{yes} for, {no} imod, {out} undlod. {there} af {seats} medlemmer er til stede.")
    said = counted.format(
        yes=len(votes.for_), no=len(votes.against), out=len(votes.abstained), there=len(roll.deciding), seats=seats
    )
    return f"{said} {RESULTS[result]}"
