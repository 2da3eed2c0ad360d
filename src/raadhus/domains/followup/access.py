"""Who sees which commitments and who may settle them."""

from typing import Any

from django.db.models import QuerySet

from raadhus.domains.followup.models import Commitment
from raadhus.foundation.accounts.queries import is_administrator, readable_by


def visible_commitments(user: Any) -> QuerySet[Commitment]:
    """The commitments that `user` may read."""
    return readable_by(user, Commitment.objects.all())


def may_settle(user: Any) -> bool:
    """Whether `user` may accept and reject what a machine suggested."""
    return is_administrator(user)
