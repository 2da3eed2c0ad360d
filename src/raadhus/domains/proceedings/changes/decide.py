"""A point is decided: outcome, words, the text adopted instead, votes, or when it comes back."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, cast

from django.db import transaction

from raadhus.domains.meetings.models import Outcome
from raadhus.domains.proceedings.changes.guarding import item_to, refuse_older
from raadhus.domains.proceedings.changes.noting import note_item
from raadhus.domains.proceedings.models import Attendee, Point, Proposal, Role, Sitting
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.queries.facts import (
    attendances_of,
    disqualified_by_decision,
    item_revision,
    roll_of,
    seats_in,
)
from raadhus.domains.proceedings.rules.attendance import Roll, check_attendance
from raadhus.domains.proceedings.rules.breach import Breach, refuse_breaches
from raadhus.domains.proceedings.rules.deferral import Deferral, read_deferral
from raadhus.domains.proceedings.rules.disqualification import check_decided
from raadhus.domains.proceedings.rules.outcome_of_vote import check_outcome
from raadhus.domains.proceedings.rules.phrases import phrase_for, wording
from raadhus.domains.proceedings.rules.profile import Profile
from raadhus.domains.proceedings.rules.quorum import check_quorum
from raadhus.domains.proceedings.rules.votes import Majority, Votes, check_votes, result_of
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is decided on a point.

    Either `letter`, a key of the body's phrase book, or `outcome`. `words` are the decision as typed; None takes the
    phrase's, with `when`, `to` and `amended` in it; "" leaves the words to the item's own text. `when` is what was
    said after "udsat til". `votes` are attendee keys; `majority` is one of `rules.votes.Majority`.
    """

    letter: str = ""
    outcome: str = ""
    words: str | None = None
    amended: str = ""
    when: str = ""
    to: str = ""
    votes: Votes | None = None
    majority: str = "simple"


@transaction.atomic
def decide_point(
    *, point: Point, ruling: Ruling, revision: int, seen: int, by: Any, at: datetime
) -> tuple[Breach, ...]:
    """Decide a point, or decide it anew; returns what only warns.

    `revision` is the point's and `seen` the item's (`queries.item_revision`) that were on the screen: where another
    has decided it or the item was edited meanwhile, it is refused and nothing is lost.
    """
    sitting, item, _ = item_to("decide", point.proposal, by=by, at=at)
    row = Point.objects.get(pk=point.pk)
    refuse_older(seen, item_revision(item), _EDITED)
    refuse_older(revision, row.revision, _decided_by_another(row))
    profile = profile_of(sitting.meeting.body)
    ruling = _worded(profile, ruling)
    deferral = _deferral(ruling, sitting.meeting.starts_on)
    warnings = refuse_breaches(_breaches(profile, ruling, sitting, item, at))
    _write(row, ruling, deferral)
    note_item("decided_point", item, _facts(row), by=by, at=at)
    return warnings


_EDITED = "Punktet er rettet, siden du åbnede det. Læs teksten igen, og beslut så."


def _decided_by_another(row: Point) -> str:
    said = row.words or Outcome(row.outcome).label if row.outcome else "intet udfald"
    return f"En anden har skrevet på indstillingens punkt {row.number}: „{said}“. Hent siden igen, og se det."


def _worded(profile: Profile, ruling: Ruling) -> Ruling:
    """`ruling` with its outcome and its words."""
    if ruling.letter:
        outcome = phrase_for(profile, ruling.letter).outcome
    else:
        outcome = ruling.outcome
    if outcome not in Outcome.values:
        raise Refused("Vælg et udfald fra listen.")
    if ruling.words is not None:
        return replace(ruling, outcome=outcome, words=ruling.words.strip())
    letter = ruling.letter or _letter_of(profile, outcome, has_text=bool(ruling.amended))
    words = wording(profile, letter, when=ruling.when, to=ruling.to, text=ruling.amended)
    return replace(ruling, outcome=outcome, words=words)


def _letter_of(profile: Profile, outcome: str, *, has_text: bool) -> str:
    fits = [phrase for phrase in profile.phrases if phrase.outcome == outcome]
    chosen = [phrase for phrase in fits if ("{text}" in phrase.words) is has_text] or fits
    if not chosen:
        raise Refused(f"{profile.name} har ingen fast ordlyd for „{Outcome(outcome).label}“. Skriv beslutningen selv.")
    return chosen[0].letter


def _deferral(ruling: Ruling, on: date | None) -> Deferral | None:
    """When the matter comes back; what cannot be understood is asked, never guessed."""
    if ruling.outcome != Outcome.DEFERRED or on is None:
        return None
    read = read_deferral(ruling.when, on=on)
    if read.question:
        raise Refused(read.question)
    return read


def _breaches(profile: Profile, ruling: Ruling, sitting: Sitting, item: Proposal, at: datetime) -> tuple[Breach, ...]:
    """All that is wrong with deciding this now, by those who are there."""
    roll = roll_of(item, sitting, now=at)
    return (
        *check_quorum(profile, seats_in(sitting).count(), roll),
        *check_attendance(profile, attendances_of(sitting), roll),
        *check_decided(profile, roll, disqualified_by_decision(item)),
        *(_vote_breaches(profile, ruling, ruling.votes, sitting, roll) if ruling.votes else ()),
    )


def _vote_breaches(profile: Profile, ruling: Ruling, votes: Votes, sitting: Sitting, roll: Roll) -> tuple[Breach, ...]:
    found = check_votes(profile, votes, roll)
    if any(breach.severity == "refusal" for breach in found):
        return found
    chair = Attendee.objects.filter(sitting=sitting, member__role=Role.CHAIR).values_list("pk", flat=True).first()
    majority = cast(Majority, ruling.majority)
    result = result_of(profile, votes, roll=roll, seats=seats_in(sitting).count(), majority=majority, chair=chair)
    return (*found, *check_outcome(profile, ruling.outcome, result, votes))


def _write(row: Point, ruling: Ruling, deferral: Deferral | None) -> None:
    row.outcome, row.words, row.amended = ruling.outcome, ruling.words or "", ruling.amended.strip()
    row.votes = _plain(ruling.votes) if ruling.votes else None
    row.majority, row.left_open_because = ruling.majority, ""
    row.due_words = deferral.words[:200] if deferral else ""
    row.due_first = deferral.first if deferral else None
    row.due_last = deferral.last if deferral else None
    row.revision += 1
    row.save()


def _plain(votes: Votes) -> dict[str, list[int]]:
    return {"for": list(votes.for_), "against": list(votes.against), "abstained": list(votes.abstained)}


def _facts(row: Point) -> dict[str, Any]:
    return {
        "point": row.number,
        "outcome": row.outcome,
        "words": row.words,
        "amended": row.amended,
        "due": [str(row.due_first or ""), str(row.due_last or "")],
        "votes": row.votes,
        "revision": row.revision,
    }


@transaction.atomic
def undecide_point(*, point: Point, revision: int, by: Any, at: datetime) -> None:
    """Take the decision on a point back; the log keeps what it was."""
    _, item, _ = item_to("decide", point.proposal, by=by, at=at)
    row = Point.objects.get(pk=point.pk)
    refuse_older(revision, row.revision, _decided_by_another(row))
    before = _facts(row)
    row.outcome = row.words = row.amended = row.due_words = ""
    row.votes = row.due_first = row.due_last = None
    row.revision += 1
    row.save()
    note_item("undecided_point", item, {"was": before, "point": row.number}, by=by, at=at)
