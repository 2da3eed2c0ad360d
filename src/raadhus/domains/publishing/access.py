"""The gate: what of a body's follow-up everybody may read, and who decides that it is published.

Everything goes by what a reader who is nobody sees in the record, so that a page cannot show more than the minutes do:
an item that is closed, left out of the newest minutes, or not for everybody takes its promises with it at once.
"""

from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, OuterRef, QuerySet

from raadhus.domains.followup.access import may_settle, visible_commitments
from raadhus.domains.followup.models import Commitment, Progress, Status
from raadhus.domains.meetings.access import visible_bodies, visible_items, visible_meetings
from raadhus.domains.meetings.models import Body, Item
from raadhus.domains.proceedings.access import is_secretary, may_set_up, steward_of
from raadhus.domains.publishing.models import FollowupPublication
from raadhus.foundation.accounts.models import AudienceKind

NOBODY = AnonymousUser()


def bodies_open_to_everybody() -> QuerySet[Body]:
    """The bodies whose open items everybody reads; no other may publish."""
    return visible_bodies(NOBODY).filter(open_audience__kind=AudienceKind.EVERYONE)


def publishing_bodies() -> QuerySet[Body]:
    """The bodies that publish their follow-up, by name."""
    on = FollowupPublication.objects.filter(is_on=True).values("body")
    return bodies_open_to_everybody().filter(pk__in=on).order_by("name")


def open_items(body: Body) -> QuerySet[Item]:
    """The open items of the body's newest minutes that everybody reads."""
    rows = visible_items(NOBODY).filter(is_closed=False, version=F("meeting__current_version"))
    return rows.filter(version__kind="minutes", meeting__body=body, meeting__in=visible_meetings(NOBODY))


def publishable(body: Body) -> QuerySet[Commitment]:
    """The accepted promises of these items; of a divided one its parts."""
    rows = visible_commitments(NOBODY).filter(status=Status.ACCEPTED, made_in=body.pk, source_kind="item")
    return rows.filter(Exists(open_items(body).filter(pk=OuterRef("source_id")))).exclude(progress=Progress.DIVIDED)


def may_decide(user: Any) -> bool:
    """Whether `user` lets bodies publish, or not."""
    return may_set_up(user)


def may_publish(user: Any, body: Body, *, on: date) -> bool:
    """Whether `user` publishes the body's follow-up anew and reads what stood there when: who runs the body."""
    return is_secretary(user, body, on=on)


def may_release(user: Any, commitment: Commitment, *, on: date) -> bool:
    """Whether `user` releases the answer of the promise: who keeps it."""
    return may_settle(steward_of(user, commitment.made_in, on=on), commitment)
