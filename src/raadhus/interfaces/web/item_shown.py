"""An item of a meeting that is held, as its page shows it: points with chips, promises with what was understood."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.utils.translation import gettext as _

from raadhus.domains.proceedings.queries import pledges_of, points_of, profile_of, roll_of
from raadhus.domains.proceedings.queries.facts import votes_of
from raadhus.domains.proceedings.rules.attendance import Roll
from raadhus.domains.proceedings.rules.phrases import asked_by, phrase_for
from raadhus.domains.proceedings.rules.profile import Phrase, Profile
from raadhus.domains.proceedings.rules.promise_line import read_promise_line
from raadhus.domains.proceedings.rules.votes import Majority, Side, Votes
from raadhus.interfaces.web.room_words import vote_in_words
from raadhus.interfaces.web.typed import Typed

SIDES: tuple[Side, ...] = ("for", "against", "abstained")


@dataclass(frozen=True, slots=True)
class Chip:
    """An outcome of the body's phrase book under its key; `asks` where it must know more before it is written."""

    letter: str
    says: str
    asks: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Voter:
    key: int
    name: str
    side: str


@dataclass(frozen=True, slots=True)
class PointShown:
    """A point and its form: what stands, or what was typed where it could not be kept."""

    row: Any
    chips: tuple[Chip, ...]
    words: str
    amended: str
    when: str
    to: str
    majority: str
    voters: tuple[Voter, ...]
    counted: str
    questions: tuple[tuple[str, str], ...]
    typed: Typed
    open_typed: Typed

    @property
    def name(self) -> str:
        """What its form is called on the page."""
        return f"point-{self.row.number}"


@dataclass(frozen=True, slots=True)
class PledgeShown:
    """A promise with what is still unclear in it."""

    row: Any
    questions: tuple[str, ...]
    typed: Typed


def points_shown(sitting: Any, item: Any, people: Sequence[Any], typed: Typed, now: datetime) -> list[PointShown]:
    """Every point of the item, in order."""
    profile, roll = profile_of(sitting.meeting.body), roll_of(item, sitting, now=now)
    return [_point(row, profile, roll, sitting, people, typed) for row in points_of(item)]


def _point(row: Any, profile: Profile, roll: Roll, sitting: Any, people: Sequence[Any], typed: Typed) -> PointShown:
    mine, stored = typed.here(f"point-{row.number}"), votes_of(row)
    given = mine.values
    voters = _voters(profile, roll, people, stored, given)
    votes = Votes(*(tuple(one.key for one in voters if one.side == side) for side in SIDES))
    majority = cast(Majority, given.get("majority", row.majority))
    return PointShown(
        row=row,
        chips=tuple(_chip(phrase, row, profile) for phrase in profile.phrases),
        words=given.get("words", row.words),
        amended=given.get("amended", row.amended),
        when=given.get("when", row.due_words),
        to=given.get("to", ""),
        majority=majority,
        voters=voters,
        counted=vote_in_words(profile, votes, roll, sitting, people, majority),
        questions=_questions(profile, mine.asks),
        typed=mine,
        open_typed=typed.here(f"open-{row.number}"),
    )


def _chip(phrase: Phrase, row: Any, profile: Profile) -> Chip:
    asks = asked_by(phrase)
    same = phrase.outcome == row.outcome
    twins = sum(one.outcome == row.outcome for one in profile.phrases) > 1
    is_chosen = same and (not twins or ("text" in asks) is bool(row.amended))
    return Chip(phrase.letter, phrase.words.split("{")[0].strip(" .:"), bool(asks), is_chosen)


def _voters(profile: Profile, roll: Roll, people: Sequence[Any], stored: Votes, given: Any) -> tuple[Voter, ...]:
    """Those who decide, each on the side that was typed or stored; nobody where the body does not vote."""
    if profile.decides_by != "votes":
        return ()
    sides = {key: side for side in SIDES for key in stored.named(side)}
    listed = [one for one in people if one.pk in roll.deciding or one.pk in sides]
    return tuple(Voter(one.pk, one.name, given.get(f"vote-{one.pk}", sides.get(one.pk, ""))) for one in listed)


def _questions(profile: Profile, letter: str) -> tuple[tuple[str, str], ...]:
    """What the phrase under `letter` must know, as field and question."""
    ask = {
        "when": _("Hvornår skal punktet på igen?"),
        "to": _("Hvem går sagen til?"),
        "text": _("Hvad blev vedtaget i stedet?"),
    }
    return tuple((gap, ask[gap]) for gap in asked_by(phrase_for(profile, letter))) if letter else ()


def pledges_shown(sitting: Any, item: Any, typed: Typed) -> list[PledgeShown]:
    """Every promise of the item, asked anew what it does not say."""
    meeting = sitting.meeting
    return [
        PledgeShown(
            row,
            read_promise_line(row.line, on=meeting.starts_on, body=meeting.body.name).questions,
            typed.here(f"pledge-{row.pk}"),
        )
        for row in pledges_of(item)
    ]


def standing_words(row: Any) -> str:
    """What stands on a point now, for somebody who was about to write another thing."""
    return f"{row.get_outcome_display()}: {row.words}" if row.outcome else _("Intet udfald.")
