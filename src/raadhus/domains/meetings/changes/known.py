"""The rows that a reading points at, looked up once a document."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from raadhus.domains.cases.changes import find_or_open_cases
from raadhus.domains.cases.models import Case
from raadhus.domains.meetings.models import Body
from raadhus.domains.organisation.changes import find_or_add_people, find_or_add_posts
from raadhus.domains.organisation.models import Person, Post
from raadhus.pure.minutes.structure import Minutes


@dataclass(frozen=True, slots=True)
class Known:
    """Rows by the words that name them; words without a row are missing."""

    cases: dict[str, Case]
    posts: dict[str, Post]
    people: dict[str, Person]
    bodies: dict[str, Body]  # by name and by abbreviation


def look_up(reading: Minutes, *, by: Any, at: datetime) -> Known:
    """Find what the reading names; cases, posts and people that are new are added, bodies only mentioned are not."""
    cases = (item.case_number for item in reading.items if item.case_number)
    posts = (item.recommendation.by for item in reading.items if item.recommendation and item.recommendation.by)
    bodies = {reference.body for item in reading.items for reference in item.references}
    return Known(
        cases=find_or_open_cases(cases, by=by, at=at),
        posts=find_or_add_posts(posts),
        people=find_or_add_people((*reading.present, *reading.absent)),
        bodies=_bodies(bodies),
    )


def _bodies(words: set[str]) -> dict[str, Body]:
    rows = Body.objects.filter(Q(name__in=words) | Q(abbreviation__in=words - {""})) if words else []
    found: dict[str, Body] = {}
    for row in rows:
        if row.abbreviation:
            found[row.abbreviation] = row
    return found | {row.name: row for row in rows}
