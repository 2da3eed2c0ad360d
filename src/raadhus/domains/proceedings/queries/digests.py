"""What one person is told of promises in one digest: what they owe, and what nobody has answered for.

A line has words only where the whole house may read them: a mail is no place for what is closed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from raadhus.domains.followup.access import visible_commitments
from raadhus.domains.followup.models import Commitment, SheetRound, Status
from raadhus.domains.followup.queries import owed_by, ownerless
from raadhus.domains.followup.queries.commitments import NOT_OVER
from raadhus.domains.followup.queries.sheets.asking import Owing, Unheld, owing_in_rounds, unheld_in_rounds
from raadhus.domains.followup.queries.silence import asking_for_time, silent
from raadhus.domains.meetings.models import Item
from raadhus.domains.organisation.queries import holdings_on
from raadhus.domains.proceedings.queries.reminded import House, Turn, falls_to
from raadhus.domains.proceedings.rules.digest_days import silent_before
from raadhus.foundation.accounts.models import Audience, AudienceKind, User
from raadhus.foundation.audit.queries import Act, acts_within
from raadhus.foundation.mail.queries import has_stopped
from raadhus.pure.kernel.danish_day import DENMARK

DIGEST = "digest"  # the mail list that one may stop
MOST = 20  # lines of a kind; the rest are told of as a number
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
_OPEN = (AudienceKind.EVERYONE, AudienceKind.SIGNED_IN)


@dataclass(frozen=True, slots=True)
class Line:
    """A promise as a mail tells of it; `words` is None, and the owner left out, where not the whole house may read it.

    `news` is "new", "granted" or "denied" (more time) where that happened since the last digest, else "".
    """

    commitment: int
    words: str | None
    owner: str
    body: str
    made_on: date | None
    due_on: date | None
    asked_until: date | None
    news: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The first lines of a kind, and how many there are in all."""

    lines: tuple[Line, ...] = ()
    count: int = 0


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
    turns = [one for one in house.turns.values() if not (is_stopped and one.profile.reminding.may_stop)]
    late, near, news = _own(user, house, turns)
    rounds = owing_in_rounds(on=house.day, user=user) if None in house.turns and not is_stopped else []
    told = {line.body for part in (late, near, news) for line in part.lines}
    kept = {one.name for one in turns if not one.profile.reminding.may_stop} & told
    raised = _of_bodies(user, house, house.heads, _raised)
    return Digest(
        user,
        house.day,
        late,
        near,
        news,
        tuple(rounds),
        _of_bodies(user, house, house.keepers, _silent, without={line.commitment for line in raised.lines}),
        _of_bodies(user, house, house.keepers, _ownerless),
        _of_bodies(user, house, house.keepers, _asking),
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


def _own(user: User, house: House, turns: list[Turn]) -> tuple[Part, Part, Part]:
    """What `user` owes to these bodies: late, due soon, and the rest of which there is news."""
    if not turns:
        return Part(), Part(), Part()
    day = house.day
    mine = owed_by(user, on=day)
    late = mine.filter(_any(one.promises for one in turns), due_last__lt=day)
    soon = (one.promises & Q(due_last__gte=day, due_last__lte=day + one.ahead) for one in turns)
    near = mine.filter(_any(soon))
    news = _news_of(mine, house, turns)
    others = mine.filter(pk__in=news).exclude(pk__in=late.order_by().values("pk"))
    others = others.exclude(pk__in=near.order_by().values("pk"))
    return _part(late, house, news), _part(near, house, news), _part(others, house, news)


def _any(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions)


def _news_of(mine: QuerySet[Commitment], house: House, turns: list[Turn]) -> dict[int, str]:
    """What happened last to each of these promises since its body's last digest, where that is news."""
    found: dict[int, str] = {}
    for since in {one.since for one in turns}:
        given_to = _any(one.promises for one in turns if one.since == since)
        keys = mine.filter(given_to).order_by().values_list("pk", flat=True)
        begun, ended = _midnight(since), _midnight(house.day)
        acts: Iterable[Act] = acts_within("commitment", keys, actions=_NEWS, since=begun, until=ended)
        found |= {int(act.object_id): _NEWS[act.action] for act in acts}
    return {pk: news for pk, news in found.items() if news}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, DENMARK)


def _silent(rows: QuerySet[Commitment], turn: Turn, user: User, day: date) -> QuerySet[Commitment]:
    before = silent_before(turn.profile, day, turn.profile.reminding.keeper_after)
    return silent(rows, before=before, on=day)


def _raised(rows: QuerySet[Commitment], turn: Turn, user: User, day: date) -> QuerySet[Commitment]:
    wait = turn.profile.reminding.keeper_after + turn.profile.reminding.head_after
    return silent(rows, before=silent_before(turn.profile, day, wait), on=day)


def _ownerless(rows: QuerySet[Commitment], turn: Turn, user: User, day: date) -> QuerySet[Commitment]:
    return rows.filter(pk__in=ownerless(user, on=day).order_by().values("pk"))


def _asking(rows: QuerySet[Commitment], turn: Turn, user: User, day: date) -> QuerySet[Commitment]:
    return asking_for_time(rows)


def _of_bodies(user: User, house: House, tiers: Any, kind: Any, *, without: Iterable[int] = ()) -> Part:
    """The promises of every body that has a digest which fall to `user` in its tiers, and are of the kind."""
    keys: set[int] = set()
    for body, turn in house.turns.items():
        mine = falls_to(user, tiers[body], on=house.day) if body in house.waiting else None
        if mine is None:
            continue
        rows = visible_commitments(user).filter(NOT_OVER, turn.promises, mine, status=Status.ACCEPTED)
        keys |= set(kind(rows, turn, user, house.day).values_list("pk", flat=True))
    rows = Commitment.objects.filter(pk__in=keys - set(without)).select_related("post", "person")
    return _part(rows.order_by("due_last", "pk"), house, {})


def _part(rows: QuerySet[Commitment], house: House, news: dict[int, str]) -> Part:
    count = rows.count()
    if not count:
        return Part()
    shown = list(rows.select_related("post", "person", "audience")[:MOST])
    items = [row.source_id for row in shown if row.source_kind == "item"]
    closed = set(Item.objects.filter(pk__in=items, is_closed=True).values_list("pk", flat=True))
    return Part(tuple(_line(row, house, closed, news.get(row.pk, "")) for row in shown), count)


def _line(row: Commitment, house: House, closed: set[int], news: str) -> Line:
    is_closed = not is_open(row.audience) or (row.source_kind == "item" and row.source_id in closed)
    words = None if is_closed else " ".join((row.task or row.quote).split())
    turn = house.turns.get(row.made_in)
    body = turn.name if turn else ""
    owner = "" if words is None else row.owner_words
    return Line(row.pk, words, owner, body, row.made_on, row.due_last, row.asked_last, news)


def is_open(audience: Audience | None) -> bool:
    """Whether the whole house may read it, and so a mail may tell of it."""
    return audience is not None and audience.kind in _OPEN
