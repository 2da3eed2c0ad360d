"""An administrator says how a body speaks of its promises by mail."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.meetings.models import Body
from raadhus.domains.organisation.queries import post_called
from raadhus.domains.proceedings.access import may_set_up
from raadhus.domains.proceedings.changes.bodies import Rules, set_rules
from raadhus.domains.proceedings.models import BodyRules
from raadhus.domains.proceedings.queries.bodies import UNSET
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def set_reminding(*, body: Body, reminding: Mapping[str, Any], revision: int, by: Any, at: datetime) -> BodyRules:
    """Let the body remind as `reminding` says (names of `Reminding`, only what differs from the profile); its other
    rules stay. `Refused` for a post that nobody knows."""
    title = reminding.get("head_post", "")
    if may_set_up(by) and title and post_called(title) is None:
        raise Refused(f"Der er ingen post „{title}“. Vælg en fra listen, eller opret den under Poster.")
    row = BodyRules.objects.filter(body=body).select_related("passes_to").first()
    known = {name: value for name, value in (row.settings if row else {}).items() if name != "reminding"}
    settings = known | ({"reminding": dict(reminding)} if reminding else {})
    rules = Rules(row.profile if row else UNSET, settings, row.passes_to if row else None)
    return set_rules(body=body, rules=rules, revision=revision, by=by, at=at)
