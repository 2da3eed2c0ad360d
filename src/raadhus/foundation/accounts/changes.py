"""Making users and audiences, and the secrets of calendar feeds."""

import secrets
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.foundation.accounts.models import Audience, AudienceKind, AudienceMember, CalendarToken, User
from raadhus.foundation.accounts.queries import Operator, is_administrator
from raadhus.foundation.audit.record import line_up, record
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def make_administrator(*, username: str, by: Operator, at: datetime) -> str:
    """Make a local administrator and return the password, which is kept nowhere but as a hash."""
    if not isinstance(by, Operator):
        raise PermissionDenied("Only whoever holds the machine makes administrators.")
    if User.objects.filter(username=username).exists():
        raise Refused(f"Brugeren {username} findes allerede; vælg et andet brugernavn.")
    password = secrets.token_urlsafe(15)
    user = User.objects.create_superuser(username=username, password=password)
    record("made_administrator", "user", user.pk, by=by, at=at, facts={"username": username})
    return password


@transaction.atomic
def make_audience(*, name: str, kind: str, by: Any, at: datetime) -> Audience:
    """Make an audience; a named one has no members yet."""
    _only_administrators(by)
    audience = Audience.objects.create(name=name, kind=AudienceKind(kind))
    record("made_audience", "audience", audience.pk, by=by, at=at, facts={"name": name, "kind": kind})
    return audience


@transaction.atomic
def change_readers(*, audience: Audience, kind: str, by: Any, at: datetime) -> None:
    """Let everyone, everyone signed in, or only the named members read what points at `audience`."""
    _only_administrators(by)
    facts = {"from": audience.kind, "to": AudienceKind(kind).value}
    Audience.objects.filter(pk=audience.pk).update(kind=kind)
    record("changed_readers", "audience", audience.pk, by=by, at=at, facts=facts)


@transaction.atomic
def let_in(*, user: User, audience: Audience, by: Any, at: datetime) -> None:
    """Make `user` a member of a named audience; already being one changes nothing."""
    _only_administrators(by)
    _, is_new = AudienceMember.objects.get_or_create(audience=audience, user=user)
    if is_new:
        record("let_in", "audience", audience.pk, by=by, at=at, facts={"user": user.pk})


@transaction.atomic
def let_out(*, user: User, audience: Audience, by: Any, at: datetime) -> None:
    """End the membership, if there is one."""
    _only_administrators(by)
    removed, _ = AudienceMember.objects.filter(audience=audience, user=user).delete()
    if removed:
        record("let_out", "audience", audience.pk, by=by, at=at, facts={"user": user.pk})


@transaction.atomic
def make_calendar_token(*, by: User, at: datetime) -> str:
    """A new secret for the feed of `by`'s own meetings; it cannot be shown again, and the one before stops working."""
    if not isinstance(by, User) or not by.is_active:
        raise PermissionDenied("A calendar feed belongs to somebody who signs in.")
    _revoke(by, at)
    token = secrets.token_urlsafe(32)
    row = CalendarToken.objects.create(user=by, digest=sha256(token.encode()).hexdigest(), made_at=at)
    record("made_calendar_token", "user", by.pk, by=by, at=at, facts={"token": row.pk})
    return token


@transaction.atomic
def revoke_calendar_token(*, by: User, at: datetime) -> None:
    """Stop the feed of `by`'s meetings at once; without one nothing is done."""
    if _revoke(by, at):
        record("revoked_calendar_token", "user", by.pk, by=by, at=at, facts={})


def _revoke(user: User, at: datetime) -> int:
    line_up()  # two at once would both find none, and both make one
    return CalendarToken.objects.filter(user=user, revoked_at=None).update(revoked_at=at)


def _only_administrators(user: Any) -> None:
    if not is_administrator(user):
        raise PermissionDenied("Only administrators decide who reads what.")
