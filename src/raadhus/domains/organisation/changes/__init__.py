"""Every write of posts and people."""

from raadhus.domains.organisation.changes.known import find_or_add_people, find_or_add_posts
from raadhus.domains.organisation.changes.posts import LONGEST, end_holding, give_post, make_post
from raadhus.domains.organisation.changes.replacing import replace_post

__all__ = [
    "LONGEST",
    "end_holding",
    "find_or_add_people",
    "find_or_add_posts",
    "give_post",
    "make_post",
    "replace_post",
]
