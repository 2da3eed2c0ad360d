"""Does the register of what was public when say what the log says? For `raadhus verify`."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from raadhus.domains.meetings.models import Body
from raadhus.domains.publishing.models import PublishedRow, ReleasedRemark
from raadhus.domains.publishing.rules import digest_of_rows
from raadhus.foundation.audit.queries import acts_called
from raadhus.pure.kernel.danish_day import DENMARK


def broken_register() -> Iterator[str]:
    """A Danish sentence for each moment at which a public page became or ceased to be something else than the log says,
    and for each released remark in other words than the log's."""
    noted: dict[int, dict[datetime, dict[str, Any]]] = defaultdict(dict)
    for act in acts_called("published_followup"):
        noted[int(act.object_id)][act.at] = act.facts
    told = {*noted, *PublishedRow.objects.order_by().values_list("body", flat=True).distinct()}
    names = dict(Body.objects.filter(pk__in=told).values_list("pk", "name"))
    for body in sorted(told):
        for at in _broken_moments(body, noted[body]):
            when = at.astimezone(DENMARK)
            yield (
                f"Den offentlige opfølgning for {names.get(body, f'forum {body}')}, som den blev den {when:%d.%m.%Y} "
                f"kl. {when:%H.%M.%S}, er ikke, hvad loggen siger, der blev offentliggjort."
            )
    yield from _broken_remarks()


def _broken_moments(body: int, noted: dict[datetime, dict[str, Any]]) -> list[datetime]:
    came: dict[datetime, dict[int, Any]] = defaultdict(dict)
    went: dict[datetime, set[int]] = defaultdict(set)
    for row in PublishedRow.objects.filter(body=body).iterator():
        came[row.since][row.commitment] = row.content
        if row.until is not None:
            went[row.until].add(row.commitment)
    return [at for at in sorted({*noted, *came, *went}) if not _is_as_noted(noted.get(at), came[at], went[at])]


def _is_as_noted(facts: dict[str, Any] | None, came: dict[int, Any], went: set[int]) -> bool:
    if facts is None:
        return False
    return facts["digest"] == digest_of_rows(came) and {*facts["removed"], *facts["changed"]} == went


def _broken_remarks() -> Iterator[str]:
    words = {(int(act.object_id), act.at): act.facts["words"] for act in acts_called("released_answer")}
    for remark in ReleasedRemark.objects.order_by("pk").iterator():
        if words.get((remark.commitment, remark.released_at)) != remark.text:
            yield f"Den offentliggjorte bemærkning til løfte {remark.commitment} er ikke den, der står i loggen."
