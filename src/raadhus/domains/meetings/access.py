"""Who sees which bodies, meetings, items, versions and lines, and who may import and correct."""

from typing import Any

from django.db.models import Q, QuerySet

from raadhus.domains.meetings.models import Body, Item, Meeting, UnreadLine, Version
from raadhus.foundation.accounts.queries import audiences_of, is_administrator, readable_by


def visible_bodies(user: Any) -> QuerySet[Body]:
    """The bodies of which `user` may read anything."""
    if is_administrator(user):
        return Body.objects.all()
    mine = audiences_of(user)
    return Body.objects.filter(Q(open_audience__in=mine) | Q(closed_audience__in=mine))


def visible_meetings(user: Any) -> QuerySet[Meeting]:
    """The meetings that `user` may read; whoever reads a body's closed items also sees the meetings they stand in.

    A meeting that is only planned has no document yet and is in no record: `proceedings` shows it.
    """
    documented = Meeting.objects.filter(current_version__isnull=False)
    if is_administrator(user):
        return documented
    mine = audiences_of(user)
    known = documented.filter(audience__isnull=False)  # half-understood ones are for administrators
    return known.filter(Q(audience__in=mine) | Q(body__closed_audience__in=mine))


def visible_items(user: Any) -> QuerySet[Item]:
    """The items that `user` may read, those of older versions too."""
    return readable_by(user, Item.objects.all())


def visible_versions(user: Any) -> QuerySet[Version]:
    """The documents that `user` may read whole: a file is read by those who may read all that it holds."""
    if is_administrator(user):
        return Version.objects.all()
    return Version.objects.filter(file__audience__in=audiences_of(user))


def visible_unread_lines(user: Any) -> QuerySet[UnreadLine]:
    """Lines that found no item may stem from a closed one, so they follow the whole document."""
    if is_administrator(user):
        return UnreadLine.objects.all()
    return UnreadLine.objects.filter(version__file__audience__in=audiences_of(user))


def may_import(user: Any) -> bool:
    """Whether `user` may add documents."""
    return is_administrator(user)


def may_correct(user: Any) -> bool:
    """Whether `user` may finish and correct a reading."""
    return is_administrator(user)
