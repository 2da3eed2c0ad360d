"""Who may arrange posts. That there are posts, and who has them, is known to everybody who has signed in."""

from typing import Any

from django.db.models import QuerySet

from raadhus.domains.organisation.models import Post
from raadhus.foundation.accounts.queries import is_administrator


def may_arrange(user: Any) -> bool:
    """Whether `user` makes posts, gives them to people and takes them away."""
    return is_administrator(user)


def visible_posts(user: Any) -> QuerySet[Post]:
    """The posts that `user` may know of: all for whoever has signed in, none for others."""
    return Post.objects.all() if user.is_authenticated and user.is_active else Post.objects.none()
