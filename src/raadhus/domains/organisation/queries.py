"""Posts, and who has them on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from raadhus.domains.organisation.access import visible_posts
from raadhus.domains.organisation.models import Holding, Person, Post, Succession
from raadhus.foundation.accounts.models import User

_MOST_SUCCESSIONS = 20  # reorganisations in a row


def posts_for(reader: Any, *, on: date | None = None) -> QuerySet[Post]:
    """The posts by title; with `on`, those that are there that day."""
    posts = visible_posts(reader).order_by("title")
    if on is None:
        return posts
    begun = posts.filter(Q(valid_from=None) | Q(valid_from__lte=on))
    return begun.filter(Q(valid_until=None) | Q(valid_until__gt=on))


def post_titles_for(reader: Any) -> list[tuple[int, str]]:
    """The key and title of every post, by title."""
    return list(posts_for(reader).values_list("pk", "title"))


def post_for(reader: Any, pk: int) -> Post:
    """The post, or `ObjectDoesNotExist` where it is not there or not for the reader to know."""
    return visible_posts(reader).get(pk=pk)


def post_called(title: str) -> Post | None:
    """The post with this title, in whatever case; None where there is none, or more than one.

    Looked through here: SQLite knows no case beyond A to Z, and a town has some hundred posts.
    """
    said = " ".join(title.split())
    same = [pk for pk, known in Post.objects.values_list("pk", "title") if known.casefold() == said.casefold()]
    found = list(Post.objects.filter(pk__in=same))
    exact = [post for post in found if post.title == said]
    return exact[0] if exact else found[0] if len(found) == 1 else None


def holdings_on(on: date) -> QuerySet[Holding]:
    """Who has which post that day."""
    begun = Holding.objects.filter(starts_on__lte=on, user__is_active=True)
    return begun.filter(Q(ends_on=None) | Q(ends_on__gt=on))


def posts_held_by(user: Any, *, on: date) -> QuerySet[Post]:
    """The posts that `user` has that day."""
    if getattr(user, "pk", None) is None:
        return Post.objects.none()
    return Post.objects.filter(pk__in=holdings_on(on).filter(user=user.pk).values("post")).order_by("title")


def holders_of(posts: Iterable[int], *, on: date) -> dict[int, list[User]]:
    """For each post (by key) that anybody has that day, who; one query."""
    rows = holdings_on(on).filter(post__in=list(posts)).select_related("user").order_by("starts_on", "pk")
    found: dict[int, list[User]] = {}
    for row in rows:
        found.setdefault(row.post_id, []).append(row.user)
    return found


def titles_held_by(users: Iterable[int], *, on: date) -> dict[int, list[str]]:
    """For each user (by key) who has any post that day, the titles; one query."""
    found: dict[int, list[str]] = {}
    for user, title in holdings_on(on).filter(user__in=list(users)).values_list("user", "post__title"):
        found.setdefault(user, []).append(title)
    return found


def names_of_people() -> frozenset[str]:
    """Every name of a person that the house knows, casefolded: for whoever must keep them out of something."""
    named = Person.objects.values_list("name", flat=True)
    users = User.objects.values_list("first_name", "last_name", "username")
    full = [f"{first} {last}".strip() or username for first, last, username in users]
    return frozenset(" ".join(name.split()).casefold() for name in [*named, *full] if name.strip())


def holders_of_title(title: str, *, on: date) -> list[User]:
    """Who has the post of this title that day, or those that took over from it; [] where nobody has."""
    post = post_called(title) if title.strip() else None
    posts = {post.pk} if post else set()
    for _ in range(_MOST_SUCCESSIONS):
        held = holders_of(posts, on=on)
        if held or not posts:
            return list(dict.fromkeys(user for users in held.values() for user in users))
        posts = set(Succession.objects.filter(post__in=posts).values_list("successor", flat=True))
    return []


def holdings_of(reader: Any, post: Post) -> QuerySet[Holding]:
    """Who has had the post, newest first."""
    rows = Holding.objects.filter(post__in=visible_posts(reader).filter(pk=post.pk))
    return rows.select_related("user").order_by("-starts_on", "-pk")


def successors_of(post: Post) -> list[Post]:
    """The posts that took over, by title; [] where none did."""
    rows = Succession.objects.filter(post=post).select_related("successor")
    return sorted((row.successor for row in rows), key=lambda one: one.title)
