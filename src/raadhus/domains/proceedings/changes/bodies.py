"""Setting up how a body works: its rules, its seats, and what stands on every agenda. Administrators do it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings.access import may_set_up
from raadhus.domains.proceedings.changes.opening import refuse_stale
from raadhus.domains.proceedings.models import BodyRules, Member, Role, StandingItem
from raadhus.domains.proceedings.rules.profiles import profile_named, with_settings
from raadhus.foundation.accounts.changes import let_in, let_out
from raadhus.foundation.accounts.models import User
from raadhus.foundation.audit.record import line_up, record
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class Rules:
    """How a body is to work: the key of a profile, what it sets otherwise, and the body that it passes matters to."""

    profile: str
    settings: Mapping[str, Any]
    passes_to: Body | None = None


@dataclass(frozen=True, slots=True)
class EveryAgenda:
    """An item that every agenda of a body begins or, with `stands_last`, ends with."""

    title: str
    recommendation: str = ""
    stands_last: bool = False
    case_number: str = ""


@transaction.atomic
def set_rules(*, body: Body, rules: Rules, revision: int, by: Any, at: datetime) -> BodyRules:
    """Give the body its rules, 0 as `revision` where it has none yet. With its first rules come the standing items of
    the profile, which the body may then change."""
    _only_administrators(by)
    line_up()
    with_settings(profile_named(rules.profile), rules.settings)
    row = BodyRules.objects.filter(body=body).first()
    if row is None:
        row = BodyRules(body=body, revision=0)
        if not StandingItem.objects.filter(body=body).exists():
            standing = profile_named(rules.profile).standing
            _write_standing(body, [EveryAgenda(one.title, one.recommendation, one.stands_last) for one in standing])
    yours = {"profile": rules.profile, "settings": dict(rules.settings), "passes_to": _name(rules.passes_to)}
    theirs = {"profile": row.profile, "settings": row.settings, "passes_to": _name(row.passes_to)}
    if row.pk and row.revision:
        sentence = "Reglerne blev ændret, mens du rettede dem. Se de to udgaver, og vælg, hvad der skal gælde."
        refuse_stale(row, revision, sentence, yours=yours, theirs=theirs)
    row.profile, row.settings, row.passes_to = rules.profile, dict(rules.settings), rules.passes_to
    row.revision += 1
    row.save()
    record("set_rules", "body", body.pk, by=by, at=at, facts={"from": theirs, "to": yours})
    return row


def _name(body: Body | None) -> str | None:
    return body.name if body else None


@transaction.atomic
def seat_member(
    *,
    body: Body,
    name: str,
    user: User | None,
    role: str,
    group: str,
    starts_on: date,
    reads_closed: bool,
    by: Any,
    at: datetime,
) -> Member:
    """Give somebody a seat from that day. `reads_closed` lets `user` read the body's closed items at once."""
    _only_administrators(by)
    if not name.strip():
        raise Refused("Skriv navnet på den, der får pladsen.")
    if role not in Role.values:
        raise Refused("Vælg en rolle fra listen.")
    if reads_closed and user is None:
        raise Refused("Kun den, der kan logge ind, kan læse lukkede punkter. Vælg en bruger, eller fjern krydset.")
    member = Member.objects.create(
        body=body, user=user, name=name.strip(), role=role, group=group.strip(), starts_on=starts_on
    )
    if user is not None and reads_closed:
        let_in(user=user, audience=body.closed_audience, by=by, at=at)
    facts = {"member": member.pk, "name": member.name, "role": member.role, "from": starts_on.isoformat()}
    record("seated_member", "body", body.pk, by=by, at=at, facts=facts)
    return member


@transaction.atomic
def end_seat(*, member: Member, ends_on: date, by: Any, at: datetime) -> None:
    """Let the seat end before `ends_on`, and with it the reading of closed items, at once and whatever the day, unless
    the user has another seat in the body."""
    _only_administrators(by)
    row = Member.objects.select_related("body", "user").get(pk=member.pk)
    if ends_on <= row.starts_on:
        raise Refused("Pladsen kan ikke slutte, før den begynder. Vælg en senere dag.")
    row.ends_on = ends_on
    row.save(update_fields=["ends_on"])
    others = Member.objects.filter(body=row.body, user=row.user, ends_on=None)
    if row.user is not None and not others.exists():
        let_out(user=row.user, audience=row.body.closed_audience, by=by, at=at)
    facts = {"member": row.pk, "name": row.name, "until": ends_on.isoformat()}
    record("ended_seat", "body", row.body_id, by=by, at=at, facts=facts)


@transaction.atomic
def set_standing_items(*, body: Body, items: Sequence[EveryAgenda], by: Any, at: datetime) -> None:
    """Let every agenda of the body from now on begin and end with `items`, in this order; sent ones stay."""
    _only_administrators(by)
    if any(not item.title.strip() for item in items):
        raise Refused("Et fast punkt skal have en titel. Skriv den, eller fjern punktet.")
    StandingItem.objects.filter(body=body).delete()
    _write_standing(body, items)
    facts = {"titles": [item.title for item in items]}
    record("set_standing_items", "body", body.pk, by=by, at=at, facts=facts)


def _write_standing(body: Body, items: Sequence[EveryAgenda]) -> None:
    StandingItem.objects.bulk_create(
        StandingItem(
            body=body,
            position=position,
            title=item.title.strip(),
            case_number=item.case_number.strip(),
            recommendation=item.recommendation,
            stands_last=item.stands_last,
        )
        for position, item in enumerate(items, 1)
    )


def _only_administrators(user: Any) -> None:
    if not may_set_up(user):
        raise PermissionDenied("Only administrators set up bodies.")
