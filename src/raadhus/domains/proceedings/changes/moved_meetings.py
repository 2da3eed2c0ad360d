"""A meeting is held another time, or not at all. Once its agenda was sent, its readers are told by what is frozen."""

import json
from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.meetings.changes import When, move_meeting
from raadhus.domains.meetings.models import Meeting
from raadhus.domains.meetings.queries.reading import moment
from raadhus.domains.proceedings.changes.freezing import freeze, set_paper
from raadhus.domains.proceedings.changes.opening import refuse_stale, sitting_to_arrange
from raadhus.domains.proceedings.changes.sittings import check_clock
from raadhus.domains.proceedings.models import Frozen, FrozenKind, Sitting
from raadhus.domains.proceedings.queries.agenda_content import Content, head_of
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.queries.standing import newest_agenda
from raadhus.domains.proceedings.rules.breach import Breach, refuse_breaches
from raadhus.domains.proceedings.rules.notice import check_moved
from raadhus.domains.proceedings.rules.states import sitting_after
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def move_sitting(
    *, sitting: Sitting, when: When, link: str, revision: int, by: Any, at: datetime
) -> tuple[Breach, ...]:
    """Hold the meeting then and there instead; returns what must be done about it, as warnings.

    After the agenda was sent, what was sent is frozen anew with the new time and nothing else, so that its readers see
    the change. `Conflict` where somebody else has arranged the meeting since `revision`, unless to the same time.
    """
    check_clock(when)
    row = sitting_to_arrange(sitting, by=by, at=at)
    sitting_after(row.state, "move")
    before = _when(row)
    sentence = "En anden har ændret mødet, mens du flyttede det. Se den nye tid, og flyt det igen."
    if row.revision != revision and _words(before) != _words(_when(sitting)):
        refuse_stale(row, revision, sentence, yours=_words(when), theirs=_words(before))
    last = newest_agenda(row)
    sent_at = last.frozen_at if last else None
    moved = check_moved(profile_of(row.meeting.body), was_on=before.starts_on, meets_on=when.starts_on, sent_at=sent_at)
    warnings = refuse_breaches(moved)
    move_meeting(meeting=row.meeting, when=when, by=by, at=at)
    row.meeting = Meeting.objects.select_related("body").get(pk=row.pk)
    row.link = link.strip()
    row.revision += 1
    row.save(update_fields=["link", "revision"])
    facts = {"from": _words(before), "to": _words(when)}
    if last is not None:
        facts |= {"digest": _freeze_head(row, last, by, at, has_new_paper=True).digest}
    record("moved_sitting", "sitting", row.pk, by=by, at=at, facts=facts)
    return warnings


@transaction.atomic
def cancel_sitting(*, sitting: Sitting, because: str, by: Any, at: datetime) -> Sitting:
    """The meeting is not held. Its items stay where they are until they are moved to another."""
    row = sitting_to_arrange(sitting, by=by, at=at)
    after = sitting_after(row.state, "cancel")
    if not because.strip():
        raise Refused("Skriv, hvorfor mødet aflyses, så deltagerne forstår det.")
    last = newest_agenda(row)
    row.state, row.cancelled_because = after, because.strip()
    row.revision += 1
    row.save(update_fields=["state", "cancelled_because", "revision"])
    facts: dict[str, Any] = {"because": row.cancelled_because, "was_sent": last is not None}
    if last is not None:
        facts |= {"digest": _freeze_head(row, last, by, at, has_new_paper=False).digest}
    record("cancelled_sitting", "sitting", row.pk, by=by, at=at, facts=facts)
    return row


def _when(sitting: Sitting) -> When:
    meeting = sitting.meeting
    return When(meeting.starts_on, meeting.starts_at, meeting.ends_at, meeting.place)


def _words(when: When) -> dict[str, str]:
    return {
        "starts_on": str(when.starts_on),
        "starts_at": str(when.starts_at),
        "ends_at": str(when.ends_at or ""),
        "place": when.place,
    }


def _freeze_head(sitting: Sitting, last: Frozen, by: Any, at: datetime, *, has_new_paper: bool) -> Frozen:
    """What was sent last, with the meeting's head as it now is."""
    content: Content = json.loads(last.content)
    meeting = sitting.meeting
    content["head"] = head_of(meeting, sitting)
    content["minutes"] |= {
        "starts_at": moment(meeting.starts_on, meeting.starts_at),
        "ends_at": moment(meeting.ends_on, meeting.ends_at),
        "place": meeting.place or None,
        "source": f"DAGSORDEN {meeting.body.name} d. {meeting.starts_on:%d-%m-%Y}.pdf",
    }
    paper = set_paper(content) if has_new_paper else None
    return freeze(sitting, FrozenKind.SUPPLEMENT, content, paper, by=by, at=at)
