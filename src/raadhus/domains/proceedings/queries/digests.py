"""What one person is told of promises in one digest: what they owe, and what nobody has answered for."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Q, QuerySet

from raadhus.domains.followup.access import visible_commitments
from raadhus.domains.followup.models import Commitment, SheetRound, Status
from raadhus.domains.followup.queries import owed_by
from raadhus.domains.followup.queries.commitments import NOT_OVER, without_owner
from raadhus.domains.followup.queries.sheets.asking import Owing, Unheld, owing_in_rounds, unheld_in_rounds
from raadhus.domains.followup.queries.silence import silent
from raadhus.domains.organisation.queries import holdings_on
from raadhus.domains.proceedings.queries.digest_lines import Part, part_of
from raadhus.domains.proceedings.queries.reminded import House, Key, Turn, shares_of
from raadhus.domains.proceedings.rules.digest_days import silent_before
from raadhus.foundation.accounts.models import User
from raadhus.foundation.audit.queries import acts_within
from raadhus.foundation.mail.queries import has_stopped
from raadhus.pure.kernel.danish_day import DENMARK

DIGEST = "digest"  # the mail list that one may stop
_NEWS = {
    "accepted_commitment": "new",
    "handed_over_commitment": "new",
    "reorganised_commitment": "new",
    "made_part": "new",
    "took_up_commitment": "new",
    "granted_more_time": "granted",
    "denied_more_time": "denied",
    "undid_change": "",
}


@dataclass(frozen=True, slots=True)
class Digest:
    """One person's digest of a day. First what they owe: late, due soon, news of the rest, rounds of sheets. Then what
    they hear of for a body: without an answer, nobody's, asking for more time; `raised` is what was passed on to them.

    `kept_for` are the bodies whose promises cannot be stopped.
    """

    user: User
    day: date
    late: Part
    near: Part
    news: Part
    rounds: tuple[Owing, ...]
    silent: Part
    ownerless: Part
    asking: Part
    raised: Part
    unheld: tuple[Unheld, ...]
    kept_for: tuple[str, ...]
    may_stop: bool

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.rounds or self.unheld or any(part.count for part in self.own + self.of_bodies))

    @property
    def own(self) -> tuple[Part, ...]:
        return self.late, self.near, self.news

    @property
    def of_bodies(self) -> tuple[Part, ...]:
        return self.silent, self.ownerless, self.asking, self.raised


def digest_of(user: User, house: House) -> Digest:
    """What `user` is told that day; what they have stopped is left out."""
    is_stopped = has_stopped(user, DIGEST)
    turns = {pk: one for pk, one in house.turns.items() if not (is_stopped and one.profile.reminding.may_stop)}
    late, near, news = _own(user, house, turns)
    rounds = owing_in_rounds(on=house.day, user=user) if None in house.turns and not is_stopped else []
    told = {line.body for part in (late, near, news) for line in part.lines}
    kept = {one.name for one in turns.values() if not one.profile.reminding.may_stop} & told
    kept_by_me, headed = shares_of(user, house.keepers, house), shares_of(user, house.heads, house)
    raised = _of_bodies(user, house, headed, _raised)
    return Digest(
        user,
        house.day,
        late,
        near,
        news,
        tuple(rounds),
        _of_bodies(user, house, kept_by_me, _silent, without={line.commitment for line in raised.lines}),
        _of_bodies(user, house, kept_by_me, _ownerless),
        _of_bodies(user, house, kept_by_me, _asking),
        raised,
        tuple(unheld_in_rounds(on=house.day, kept_by=user)) if None in house.turns else (),
        tuple(sorted(kept)),
        may_stop=bool(rounds or told - kept),
    )


def digests_on(house: House) -> list[Digest]:
    """Every digest of that day that has something to tell."""
    told = [digest_of(user, house) for user in _receivers(house)] if house.turns else []
    return [one for one in told if not one.is_empty]


def _receivers(house: House) -> list[User]:
    """Whoever may have something to hear: who has a post or owes something, keeps a body or a sheet."""
    owing = Commitment.objects.filter(NOT_OVER, status=Status.ACCEPTED, person__isnull=False).values("person")
    keeping = SheetRound.objects.filter(closed_at=None, sheet__kept_by__isnull=False).values("sheet__kept_by")
    holding = holdings_on(house.day).values("user")
    tiers = [
        user.pk for by_body in (house.keepers, house.heads) for told in by_body.values() for one in told for user in one
    ]
    known = Q(pk__in=owing) | Q(pk__in=keeping) | Q(pk__in=holding) | Q(pk__in=set(tiers))
    return list(User.objects.filter(known, is_active=True).order_by("pk"))


def _own(user: User, house: House, turns: Mapping[Key, Turn]) -> tuple[Part, Part, Part]:
    """What `user` owes to these bodies: late, due soon, and the rest of which there is news."""
    owed = owed_by(user, on=house.day).values_list("pk", "made_in", "due_last")
    mine = [(pk, turns[body], due or date.max) for pk, body, due in owed if body in turns] if turns else []
    news = _news_of([(pk, turn) for pk, turn, _ in mine], house)
    late = [pk for pk, _, due in mine if due < house.day]
    near = [pk for pk, turn, due in mine if house.day <= due <= house.day + turn.ahead]
    others = [pk for pk, turn, due in mine if due > house.day + turn.ahead and pk in news]
    return part_of(late, house, news), part_of(near, house, news), part_of(others, house, news)


def _news_of(mine: Iterable[tuple[int, Turn]], house: House) -> dict[int, str]:
    """What happened last to each of these promises since its body's last digest, where that is news."""
    begun = {pk: turn.since for pk, turn in mine}
    if not begun:
        return {}
    since, until = _midnight(min(begun.values())), _midnight(house.day)
    found = {}
    for act in acts_within("commitment", begun, actions=_NEWS, since=since, until=until):
        if act.at >= _midnight(begun[int(act.object_id)]):
            found[int(act.object_id)] = _NEWS[act.action]
    return {pk: news for pk, news in found.items() if news}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, DENMARK)


Kind = Callable[[QuerySet[Commitment], Turn, date], QuerySet[Commitment]]


def _silent(rows: QuerySet[Commitment], turn: Turn, day: date) -> QuerySet[Commitment]:
    before = silent_before(turn.profile, day, turn.profile.reminding.keeper_after)
    return silent(rows, before=before, on=day)


def _raised(rows: QuerySet[Commitment], turn: Turn, day: date) -> QuerySet[Commitment]:
    wait = turn.profile.reminding.keeper_after + turn.profile.reminding.head_after
    return silent(rows, before=silent_before(turn.profile, day, wait), on=day)


def _ownerless(rows: QuerySet[Commitment], turn: Turn, day: date) -> QuerySet[Commitment]:
    return without_owner(rows, on=day)


def _asking(rows: QuerySet[Commitment], turn: Turn, day: date) -> QuerySet[Commitment]:
    return rows.filter(asked_last__isnull=False)


def _of_bodies(user: User, house: House, shares: Mapping[Key, Q], kind: Kind, *, without: Collection[int] = ()) -> Part:
    """Of each body's promises those that are `user`'s share and of the kind, soonest due first."""
    found: list[tuple[date, int]] = []
    for body, mine in shares.items():
        rows = visible_commitments(user).filter(NOT_OVER, mine, status=Status.ACCEPTED, made_in=body)
        keys = kind(rows, house.turns[body], house.day).values_list("due_last", "pk")
        found += [(due or date.max, pk) for due, pk in keys if pk not in without]
    return part_of([pk for _, pk in sorted(found)], house, {})
