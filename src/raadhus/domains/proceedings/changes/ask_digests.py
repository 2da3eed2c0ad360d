"""Asking for digests of promises and for mails about rounds of sheets. What was asked for once is not asked again."""

from datetime import date, datetime, timedelta

from django.db import transaction

from raadhus.domains.followup.queries.sheets.asking import Owing, owing_in_rounds
from raadhus.domains.proceedings.queries.bodies import UNSET
from raadhus.domains.proceedings.queries.digests import digests_on
from raadhus.domains.proceedings.queries.reminded import house_on
from raadhus.domains.proceedings.rules.digest_days import is_quiet, round_near_on
from raadhus.domains.proceedings.rules.profiles import profile_named
from raadhus.domains.proceedings.rules.reminders import is_time_to_remind
from raadhus.foundation.jobs.changes import enqueue
from raadhus.foundation.jobs.queries import keys_known
from raadhus.pure.kernel.danish_day import danish_day

FRESH = timedelta(days=3)  # an opening that is older is no news
OPENED, NEAR = "round_opened", "round_near"


def ask_for_digests(*, day: date, looked: date, at: datetime) -> int:
    """Ask for the digest of everybody who is to have one that day; returns how many. `looked` as in `house_on`.

    The worker does this by itself, so there is nobody to ask whether they may, and the log has no row of it. Finding
    out takes a while, so it stands outside the transaction.
    """
    told = digests_on(house_on(day, looked=looked))
    with transaction.atomic():
        for one in told:
            facts = {"user": one.user.pk, "day": day.isoformat(), "looked": looked.isoformat()}
            enqueue(kind="digest", key=digest_key(day, one.user.pk), payload=facts, run_at=at, at=at)
    return len(told)


def digest_key(day: date, user: int) -> str:
    """Which digest it is: one a day and person."""
    return f"digest:{day}:{user}"


@transaction.atomic
def ask_for_rounds(*, at: datetime) -> None:
    """Ask for a mail to everybody whom a round waits for: at once when it was opened, whatever the day, and again
    shortly before its end, on a day and at an hour for reminding."""
    owing = owing_in_rounds(on=danish_day(at))
    due = {_key(kind, one): (kind, one) for one in owing for kind in _kinds(one, at)}
    known = keys_known(due)
    for key, (kind, one) in due.items():
        if key not in known:
            facts = {"kind": kind, "round": one.round.pk, "user": one.user.pk}
            enqueue(kind="tell_of_round", key=key, payload=facts, run_at=at, at=at)


def _key(kind: str, owing: Owing) -> str:
    return f"{kind}:{owing.round.pk}:{owing.user.pk}"


def _kinds(owing: Owing, at: datetime) -> list[str]:
    """What there is to tell then; whoever heard today that it was opened is not reminded of it too."""
    today, opened_at, due_on = danish_day(at), owing.round.opened_at, owing.round.due_on
    if today > due_on:
        return []
    profile = profile_named(UNSET)  # a sheet is no body's
    is_fresh = at - opened_at < FRESH
    is_time = is_time_to_remind(at) and not is_quiet(profile, today)
    is_near = today > danish_day(opened_at) and today >= round_near_on(profile, due_on)
    return [OPENED] * is_fresh + [NEAR] * (is_time and is_near)
