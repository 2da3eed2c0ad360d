"""What is frozen of an agenda: the reading, and all that it does not say."""

import json
from typing import Any

from raadhus.domains.meetings.models import Meeting
from raadhus.domains.meetings.rules import reading_from
from raadhus.domains.proceedings.models import Enclosure, Frozen, FrozenKind, Proposal, ProposalState, Sitting, Text
from raadhus.domains.proceedings.queries.agenda_reading import agenda_reading
from raadhus.domains.proceedings.queries.content import digest_of, newest_enclosures
from raadhus.domains.proceedings.queries.facts import items_of
from raadhus.domains.proceedings.queries.standing import newest_agenda
from raadhus.pure.minutes.structure import Minutes, as_json

Content = dict[str, Any]


def agenda_content(sitting: Sitting) -> Content:
    """All of the agenda as it now stands, as JSON can hold it; the items in the order of the reading's."""
    return {
        "minutes": as_json(agenda_reading(sitting)),
        "head": head_of(sitting.meeting, sitting),
        "items": [_item(number, row) for number, row in items_of(sitting)],
    }


def head_of(meeting: Meeting, sitting: Sitting) -> dict[str, Any]:
    """When and where, and whether it is cancelled."""
    return {
        "starts_on": str(meeting.starts_on),
        "starts_at": str(meeting.starts_at),
        "ends_at": str(meeting.ends_at or ""),
        "place": meeting.place,
        "link": sitting.link,
        "cancelled_because": sitting.cancelled_because,
    }


def canonical(content: Content) -> str:
    """`content` as text that is the same for the same content."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def is_as_sent(sitting: Sitting) -> bool:
    """Whether the agenda still says what was last sent; False before it was sent."""
    last = newest_agenda(sitting)
    return last is not None and last.digest == digest_of(canonical(agenda_content(sitting)))


def reading_of(content: Content) -> Minutes:
    """The reading in the content."""
    return reading_from(json.dumps(content["minutes"]))


def frozen_agendas(sitting: Sitting) -> list[Frozen]:
    """The agenda and its supplements as they were sent, oldest first, without their content."""
    kinds = [FrozenKind.AGENDA, FrozenKind.SUPPLEMENT]
    rows = Frozen.objects.filter(sitting=sitting, kind__in=kinds).select_related("version")
    return list(rows.defer("content", "version__content").order_by("number"))


def _item(number: str, row: Proposal) -> dict[str, Any]:
    return {
        "proposal": row.pk,
        "number": number,
        "title": row.title,
        "is_closed": row.is_closed,
        "is_withdrawn": row.state == ProposalState.WITHDRAWN,
        "presenter": row.presenter,
        "guest": row.guest,
        "texts": [_text(one) for one in row.texts.exclude(kind="decision") if one.plain.strip()],
        "enclosures": [_enclosure(one) for one in newest_enclosures(row)],
    }


def _text(one: Text) -> dict[str, Any]:
    facts = {name: getattr(one, name) for name in ("heading", "kind", "plain", "html", "is_confidential")}
    return facts | {"text": one.pk}


def _enclosure(one: Enclosure) -> dict[str, Any]:
    facts = {name: getattr(one, name) for name in ("name", "label", "stage", "is_confidential")}
    return facts | {"enclosure": one.pk, "sha256": one.file.sha256, "replaces": _before(one)}


def _before(one: Enclosure) -> list[int]:
    """The versions that stood here before, the nearest first."""
    found: list[int] = []
    while one.replaces_id is not None:
        found.append(one.replaces_id)
        one = one.replaces
    return found
