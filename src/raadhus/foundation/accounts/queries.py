"""Who somebody is, and which audiences they belong to."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet, Value
from django.db.models.functions import Concat

from raadhus.foundation.accounts.models import Audience, AudienceKind, AudienceMember, CalendarToken, User

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Operator:
    """Whoever runs the `raadhus` command: holding the machine, they may what an administrator may."""

    is_authenticated: bool = True
    is_active: bool = True
    is_superuser: bool = True
    pk: None = None

    def __str__(self) -> str:
        return "kommandolinjen"


def is_administrator(user: Any) -> bool:
    """True for an active administrator and for the operator of the machine."""
    return bool(user.is_active and user.is_superuser)


# What `audiences_of` has answered, by user, while one page is made.
_remembered: ContextVar[dict[int | None, list[int]] | None] = ContextVar("audiences", default=None)


@contextmanager
def audiences_remembered() -> Iterator[None]:
    """Ask for the audiences of each reader once, not within every question: for the making of one page that changes
    nothing."""
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def audiences_of(user: Any) -> QuerySet[Audience, int] | list[int]:
    """The ids of every audience that `user` (a User, AnonymousUser or Operator) belongs to, as a subquery; as a list
    where they are remembered."""
    known = _remembered.get()
    if known is None or is_administrator(user):
        return _audiences(user)
    key = user.pk if user.is_authenticated and user.is_active else None
    if key not in known:
        known[key] = list(_audiences(user))
    return known[key]


def _audiences(user: Any) -> QuerySet[Audience, int]:
    audiences = Audience.objects.order_by().values_list("pk", flat=True)
    if is_administrator(user):
        return audiences
    belongs = Q(kind=AudienceKind.EVERYONE)
    if user.is_authenticated and user.is_active:
        belongs |= Q(kind=AudienceKind.SIGNED_IN)
        named = AudienceMember.objects.filter(user_id=user.pk).values("audience_id")
        belongs |= Q(kind=AudienceKind.NAMED, pk__in=named)
    return audiences.filter(belongs)


def readable_by(user: Any, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Those of `rows` (of a model with an `audience`) that `user` may read; administrators also read those without."""
    return rows if is_administrator(user) else rows.filter(audience__in=audiences_of(user))


def strictest(audiences: Iterable[Audience | None]) -> Audience | None:
    """The audience that lets in no more than each of `audiences`; None (administrators only) where none of them does.

    Two different named audiences have no common part that we know of.
    """
    looseness = {AudienceKind.EVERYONE: 2, AudienceKind.SIGNED_IN: 1, AudienceKind.NAMED: 0}
    given = set(audiences)
    if not given or None in given:
        return None
    tight = min(looseness[AudienceKind(audience.kind)] for audience in given if audience)
    candidates = [audience for audience in given if audience and looseness[AudienceKind(audience.kind)] == tight]
    return None if tight == 0 and len(candidates) > 1 else candidates[0]


def administrators_exist() -> bool:
    """Whether set-up has been done before."""
    return User.objects.filter(is_superuser=True, is_active=True).exists()


def administrators() -> QuerySet[User]:
    """Every administrator who can sign in."""
    return User.objects.filter(is_superuser=True, is_active=True).order_by("pk")


def user_with(pk: int) -> User:
    """The active user with this id, or `ObjectDoesNotExist`; for those who hold a proof of whom they act for."""
    return User.objects.get(pk=pk, is_active=True)


def user_called(name: str) -> User | None:
    """The active user with this full name; None where there is none, or more than one."""
    said = " ".join(name.split())
    named = User.objects.filter(is_active=True).annotate(whole=Concat("first_name", Value(" "), "last_name"))
    found = list(named.filter(whole=said).exclude(first_name="").exclude(last_name="")[:2]) if said else []
    return found[0] if len(found) == 1 else None


def colleagues_of(user: Any) -> QuerySet[User]:
    """Everybody who can sign in, by name, for `user` to choose among; nobody for those who have not signed in."""
    if not (user.is_authenticated and user.is_active):
        return User.objects.none()
    return User.objects.filter(is_active=True).order_by("first_name", "last_name", "username")


def calendar_token_of(user: Any) -> CalendarToken | None:
    """The token of the user's calendar feed that works now, without its secret."""
    return CalendarToken.objects.filter(user_id=user.pk, revoked_at=None).first()


def reader_with_calendar_token(secret: str) -> User:
    """Whose feed `secret` opens; `ObjectDoesNotExist` where it opens none, any more or ever."""
    digest = sha256(secret.encode()).hexdigest()
    return User.objects.get(
        pk__in=CalendarToken.objects.filter(digest=digest, revoked_at=None).values("user"), is_active=True
    )
