"""The house on a day as reminders see it: which bodies have a digest then, and to whom each body's silence goes.

To whom: tiers of users. A promise falls to the first tier in which somebody can read it and does not owe it.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from raadhus.domains.followup.access import owned_by
from raadhus.domains.followup.models import UNDER_WAY, Commitment, Status
from raadhus.domains.followup.queries.silence import not_taken_by
from raadhus.domains.meetings.models import Body
from raadhus.domains.organisation.queries import holders_of_title
from raadhus.domains.proceedings.models import Member, Role
from raadhus.domains.proceedings.queries.bodies import UNSET, profiles_by_body
from raadhus.domains.proceedings.rules.digest_days import told_since
from raadhus.domains.proceedings.rules.profile import Profile
from raadhus.domains.proceedings.rules.profiles import profile_named
from raadhus.foundation.accounts.models import User
from raadhus.foundation.accounts.queries import administrators

Key = int | None  # a body's; None for promises that no body we know of was given
Tiers = Sequence[Sequence[User]]
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Turn:
    """A body that has a digest that day, with the news since the last."""

    body: Key
    name: str
    profile: Profile
    since: date

    @property
    def ahead(self) -> timedelta:
        return timedelta(days=self.profile.reminding.days_ahead)


@dataclass(frozen=True, slots=True)
class House:
    """All that the digests of a day have in common. `waiting` are the bodies with promises under way."""

    day: date
    turns: dict[Key, Turn]
    waiting: Collection[Key]
    keepers: dict[Key, Tiers]
    heads: dict[Key, Tiers]


def house_on(day: date, *, looked: date | None) -> House:
    """The house that day. `looked` is the last day on which somebody looked what was to be sent; None gives every body
    a digest, with the news of a week: what a digest would say if one went out."""
    profiles: dict[Key, Profile] = {None: profile_named(UNSET), **profiles_by_body()}
    names: dict[Key, str] = dict(Body.objects.values_list("pk", "name"))
    since = {pk: day - _WEEK if looked is None else told_since(one, day, looked=looked) for pk, one in profiles.items()}
    turns = {pk: Turn(pk, names.get(pk, ""), profiles[pk], begun) for pk, begun in since.items() if begun is not None}
    seats, last = _seats(day), list(administrators())
    keepers: dict[Key, Tiers] = {}
    heads: dict[Key, Tiers] = {}
    for pk in turns:
        secretaries, chairs = seats[pk, Role.SECRETARY], seats[pk, Role.CHAIR]
        keepers[pk] = [one for one in (secretaries, chairs, last) if one]
        named = holders_of_title(profiles[pk].reminding.head_post, on=day)
        heads[pk] = [one for one in (named, chairs) if one]
    return House(day, turns, _waiting(), keepers, heads)


def _waiting() -> set[Key]:
    rows = Commitment.objects.filter(status=Status.ACCEPTED, progress__in=UNDER_WAY).order_by()
    return set(rows.values_list("made_in", flat=True).distinct())


def _seats(day: date) -> dict[tuple[Key, str], list[User]]:
    """Secretaries and chairs by body, those who can sign in."""
    found: dict[tuple[Key, str], list[User]] = defaultdict(list)
    rows = Member.objects.filter(user__is_active=True, role__in=[Role.SECRETARY, Role.CHAIR], starts_on__lte=day)
    for row in rows.filter(Q(ends_on=None) | Q(ends_on__gt=day)).select_related("user").order_by("starts_on", "pk"):
        found[row.body_id, row.role].append(row.user)
    return found


def falls_to(user: User, tiers: Tiers, *, on: date) -> Q | None:
    """Which of a body's promises `user` hears of in these tiers; None where they are in none. That `user` can read them
    is asked of `visible_commitments`."""
    place = next((number for number, tier in enumerate(tiers) if user in tier), None)
    if place is None:
        return None
    mine = ~owned_by(user, on=on)
    for other in (one for tier in tiers[:place] for one in tier):
        mine &= not_taken_by(other, on=on)
    return mine


def shares_of(user: User, tiers: Mapping[Key, Tiers], house: House) -> dict[Key, Q]:
    """As `falls_to`, for each body with promises under way in whose tiers `user` is."""
    found = {pk: falls_to(user, tiers[pk], on=house.day) for pk in house.turns if pk in house.waiting}
    return {pk: mine for pk, mine in found.items() if mine is not None}
