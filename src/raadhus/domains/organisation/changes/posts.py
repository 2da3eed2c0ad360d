"""Making posts, giving them to people, and taking them back."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from raadhus.domains.organisation.access import may_arrange
from raadhus.domains.organisation.models import Holding, Post
from raadhus.domains.organisation.queries import post_called, successors_of
from raadhus.domains.organisation.rules import refuse_abolished
from raadhus.foundation.accounts.models import User
from raadhus.foundation.audit.record import line_up, record
from raadhus.pure.kernel.errors import Refused

LONGEST = 200  # a longer text is no name; it stays as words where it stands


@transaction.atomic
def make_post(*, title: str, valid_from: date | None, by: Any, at: datetime) -> Post:
    """A post or department of this title; refused where there is one."""
    only_arrangers(by)
    line_up()
    said = " ".join(title.split())
    if not said or len(said) > LONGEST:
        raise Refused(f"Skriv, hvad posten eller afdelingen hedder, med højst {LONGEST} tegn.")
    if post_called(said):
        raise Refused(f"„{said}“ findes allerede. Brug den, eller skriv et andet navn.")
    post = Post.objects.create(title=said, valid_from=valid_from)
    record("made_post", "post", post.pk, by=by, at=at, facts={"title": said, "from": _iso(valid_from)})
    return post


@transaction.atomic
def give_post(*, post: Post, user: User, starts_on: date, by: Any, at: datetime) -> Holding:
    """Let `user` have the post from that day; others who have it keep it until it is taken from them."""
    only_arrangers(by)
    line_up()
    row = Post.objects.get(pk=post.pk)
    refuse_abolished(row.title, row.valid_until, [one.title for one in successors_of(row)], on=starts_on)
    has_it = Holding.objects.filter(post=row, user=user).filter(Q(ends_on=None) | Q(ends_on__gt=starts_on))
    if has_it.exists():
        raise Refused(f"{user.get_full_name() or user.get_username()} har allerede posten den dag.")
    holding = Holding.objects.create(post=row, user=user, starts_on=starts_on)
    record("gave_post", "post", row.pk, by=by, at=at, facts={"user": user.pk, "from": starts_on.isoformat()})
    return holding


@transaction.atomic
def end_holding(*, holding: Holding, ends_on: date, by: Any, at: datetime) -> None:
    """Let the person have the post until the day before `ends_on`; what the post owes stays with the post."""
    only_arrangers(by)
    line_up()
    row = Holding.objects.get(pk=holding.pk)
    if ends_on <= row.starts_on:
        raise Refused("Man kan ikke slippe en post, før man har fået den. Vælg en senere dag.")
    row.ends_on = ends_on
    row.save(update_fields=["ends_on"])
    facts = {"user": row.user_id, "until": ends_on.isoformat()}
    record("ended_holding", "post", row.post_id, by=by, at=at, facts=facts)


def only_arrangers(user: Any) -> None:
    """`PermissionDenied` for whoever does not arrange posts."""
    if not may_arrange(user):
        raise PermissionDenied("Only administrators arrange posts.")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
