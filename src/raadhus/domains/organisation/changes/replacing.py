"""A post gives way to others. What it owes is moved by whoever keeps it (see `followup`)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from raadhus.domains.organisation.changes.posts import LONGEST, only_arrangers
from raadhus.domains.organisation.models import Holding, Post, Succession
from raadhus.domains.organisation.queries import post_called, successors_of
from raadhus.domains.organisation.rules import refuse_abolished
from raadhus.foundation.audit.record import line_up, record
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def replace_post(
    *, post: Post, successors: Sequence[str], from_on: date, words: str, by: Any, at: datetime
) -> list[Post]:
    """End the post before `from_on`; returns the posts that follow it, in the order given, made where they are new.

    Whoever has the old post has it until that day; the new ones are given to people one by one.
    """
    only_arrangers(by)
    line_up()
    row = Post.objects.get(pk=post.pk)
    refuse_abolished(row.title, row.valid_until, [one.title for one in successors_of(row)], on=from_on)
    if Holding.objects.filter(post=row, starts_on__gte=from_on).exists():
        raise Refused(
            f"Nogen får „{row.title}“ den {from_on:%d-%m-%Y} eller senere. Giv dem en af de nye poster først."
        )
    titles = _checked(row, successors)
    new = [_found_or_made(title, from_on) for title in titles]
    Succession.objects.bulk_create(
        Succession(post=row, successor=one, from_on=from_on, words=words.strip()) for one in new
    )
    row.valid_until = from_on
    row.save(update_fields=["valid_until"])
    Holding.objects.filter(Q(ends_on=None) | Q(ends_on__gt=from_on), post=row).update(ends_on=from_on)
    facts = {"by": [one.pk for one in new], "titles": titles, "from": from_on.isoformat(), "words": words.strip()}
    record("replaced_post", "post", row.pk, by=by, at=at, facts=facts)
    return new


def _checked(post: Post, successors: Sequence[str]) -> list[str]:
    titles = list(dict.fromkeys(" ".join(title.split()) for title in successors if title.strip()))
    if not titles:
        raise Refused("Skriv mindst én post eller afdeling, der tager over.")
    if any(title.casefold() == post.title.casefold() for title in titles):
        raise Refused(f"„{post.title}“ kan ikke afløse sig selv. Giv den nye post et andet navn.")
    if any(len(title) > LONGEST for title in titles):
        raise Refused(f"Navnet på en post må højst være {LONGEST} tegn; forkort det.")
    return titles


def _found_or_made(title: str, from_on: date) -> Post:
    found = post_called(title)
    if found is None:
        return Post.objects.create(title=title, valid_from=from_on)
    refuse_abolished(found.title, found.valid_until, [one.title for one in successors_of(found)], on=from_on)
    return found
