"""People and posts, found by exact name or added. What is added is told of by the caller's row in the audit log."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model

from raadhus.domains.organisation.changes.posts import LONGEST
from raadhus.domains.organisation.models import Person, Post

Named = TypeVar("Named", bound=Model)


def find_or_add_people(names: Iterable[str]) -> dict[str, Person]:
    """For each name, the person; names that are too long to be one are left out. Two queries at most."""
    return _find_or_add(Person, "name", names)


def find_or_add_posts(titles: Iterable[str]) -> dict[str, Post]:
    """For each title, the post; titles that are too long to be one are left out. Two queries at most."""
    return _find_or_add(Post, "title", titles)


def _find_or_add(model: type[Named], field: str, words: Iterable[str]) -> dict[str, Named]:
    wanted = sorted({word for word in words if word and len(word) <= LONGEST})
    if not wanted:
        return {}
    found = {getattr(row, field): row for row in model.objects.filter(**{f"{field}__in": wanted})}
    missing = [model(**{field: word}) for word in wanted if word not in found]
    added = model.objects.bulk_create(missing)
    return found | {getattr(row, field): row for row in added}
