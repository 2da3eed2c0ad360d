"""Promises that wait for somebody's word, and who cannot be the one to hear of them."""

from datetime import date, datetime, time
from typing import Any

from django.db.models import F, Q, QuerySet

from raadhus.domains.followup.access import owned_by
from raadhus.domains.followup.models import Commitment, Progress
from raadhus.domains.organisation.queries import holdings_on
from raadhus.foundation.accounts.queries import audiences_of, is_administrator
from raadhus.pure.kernel.danish_day import DENMARK


def silent(rows: QuerySet[Commitment], *, before: date, on: date) -> QuerySet[Commitment]:
    """Those of accepted `rows` that were due before that day and that whoever answers for them has left without a word.

    An answer counts from the deadline's last day on. Asking for more time is a word too. What was accepted or opened
    again later than its deadline is silent only where that, too, was before the day.
    """
    first_moment = datetime.combine(before, time.min, DENMARK)
    untouched = Q(progress=Progress.OPEN) & (Q(answered_at=None) | Q(answered_at__lt=first_moment))
    told_too_early = Q(progress=Progress.ANSWERED, answered_at__date__lt=F("due_last"))
    long_known = Q(accepted_at=None) | Q(accepted_at__lt=first_moment)
    owned = Q(person__isnull=False) | Q(post__in=holdings_on(on).values("post"))
    return rows.filter(untouched | told_too_early, long_known, owned, due_last__lt=before, asked_last=None)


def not_taken_by(user: Any, *, on: date) -> Q:
    """What `user` cannot be the one to hear of: not theirs to read, or they answer for it themselves."""
    own = owned_by(user, on=on)
    return own if is_administrator(user) else own | ~Q(audience__in=audiences_of(user))
