"""Who sees which commitments, who may settle them, and who answers for them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet, Value

from raadhus.domains.followup.models import Commitment
from raadhus.domains.organisation.queries import posts_held_by
from raadhus.foundation.accounts.queries import audiences_of, is_administrator, readable_by


@dataclass(frozen=True, slots=True)
class Steward:
    """A `user` who runs the body (by key) in which promises were made, as whoever knows the bodies vouches for."""

    user: Any
    body: int

    def __str__(self) -> str:
        return str(self.user)


def acting_user(by: Any) -> Any:
    """Whoever acts, as a row can point at them; the operator of the machine is nobody's row."""
    user = by.user if isinstance(by, Steward) else by
    return user if getattr(user, "pk", None) else None


def visible_commitments(user: Any) -> QuerySet[Commitment]:
    """The commitments that `user` may read."""
    reader = user.user if isinstance(user, Steward) else user
    return readable_by(reader, _told_to(reader))


def visible_in_order(user: Any) -> QuerySet[Commitment]:
    """As `visible_commitments`, for lists that are read from one end. The sum keeps a database from gathering all that
    the reader may see before it sorts it: it walks the order instead, and asks of each row whose it is."""
    reader = user.user if isinstance(user, Steward) else user
    if is_administrator(reader):
        return Commitment.objects.all()
    return _told_to(reader).alias(read_by=F("audience_id") + 0).filter(read_by__in=audiences_of(reader))


def _told_to(reader: Any) -> QuerySet[Commitment]:
    """All; each knows whether it is told to somebody outside the house, who hears of posts and not of people."""
    rows = Commitment.objects.all()
    return rows if getattr(reader, "is_authenticated", True) else rows.annotate(is_told_outside=Value(True))


def may_settle(user: Any, commitment: Commitment | None = None) -> bool:
    """Whether `user` accepts, rejects, corrects, hands over and prolongs `commitment`; any at all, without one."""
    if isinstance(user, Steward):
        return commitment is not None and commitment.made_in == user.body
    return is_administrator(user)


def owned_by(user: Any, *, on: date) -> Q:
    """What `user` answers for that day, in person or through a post."""
    return Q(person=getattr(user, "pk", None)) | Q(post__in=posts_held_by(user, on=on).values("pk"))


def may_answer(user: Any, commitment: Commitment, *, on: date) -> bool:
    """Whether `user` tells how it goes: who answers for it that day, and who may settle it."""
    acting = acting_user(user)
    if may_settle(user, commitment):
        return True
    if acting is None or not acting.is_active:
        return False
    return visible_commitments(acting).filter(owned_by(acting, on=on), pk=commitment.pk).exists()
