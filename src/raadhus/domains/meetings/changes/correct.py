"""A person corrects what a machine read of a meeting or an item. The document itself is never changed."""

from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.cases.changes import find_or_open_case
from raadhus.domains.followup.changes import follow_case
from raadhus.domains.meetings.access import may_correct
from raadhus.domains.meetings.changes.audiences import follow_audiences
from raadhus.domains.meetings.changes.bodies import find_or_make_body
from raadhus.domains.meetings.changes.noting import note
from raadhus.domains.meetings.changes.sealed import refuse_sealed
from raadhus.domains.meetings.models import Decision, Item, Meeting, Outcome
from raadhus.domains.meetings.queries.reading import moment
from raadhus.domains.meetings.rules import LONGEST_BODY
from raadhus.foundation.accounts.models import AudienceKind
from raadhus.foundation.audit.record import line_up
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def correct_meeting(
    *,
    meeting: Meeting,
    body: str,
    starts_on: date | None,
    starts_at: time | None,
    ends_at: time | None,
    place: str,
    by: Any,
    at: datetime,
) -> None:
    """Set what a meeting's head says; empty and None mean unknown. With body and day the meeting opens to its readers.

    A body of a new name is made, open to whoever is signed in.
    """
    _only_correctors(by)
    _check_head(body, starts_on, starts_at)
    line_up()
    row = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=meeting.pk)
    before = _head(row)
    row.body = find_or_make_body(body, reading_audience=AudienceKind.SIGNED_IN, by=by, at=at) if body else None
    row.starts_on, row.starts_at, row.place = starts_on, starts_at, place
    row.ends_on, row.ends_at = (row.ends_on or starts_on, ends_at) if ends_at else (None, None)
    if _head(row) == before:
        return
    refuse_sealed(row.pk)
    _refuse_a_second(row)
    row.save(update_fields=["body", "starts_on", "starts_at", "ends_on", "ends_at", "place"])
    follow_audiences(row, by=by, at=at)
    note("corrected_meeting", row.pk, {"from": before, "to": _head(row)}, by=by, at=at)


def _check_head(body: str, starts_on: date | None, starts_at: time | None) -> None:
    if len(body) > LONGEST_BODY:
        raise Refused(f"Navnet på forummet må højst være {LONGEST_BODY} tegn; forkort det.")
    if starts_at and not starts_on:
        raise Refused("Et klokkeslæt kræver en dato; skriv også mødets dato.")


def _head(meeting: Meeting) -> dict[str, Any]:
    return {
        "body": meeting.body.name if meeting.body else None,
        "starts_at": moment(meeting.starts_on, meeting.starts_at),
        "ends_at": moment(meeting.ends_on, meeting.ends_at),
        "place": meeting.place,
    }


def _refuse_a_second(meeting: Meeting) -> None:
    if meeting.body is None or meeting.starts_on is None:
        return
    same = Meeting.objects.filter(body=meeting.body, starts_on=meeting.starts_on, starts_at=meeting.starts_at)
    if same.exclude(pk=meeting.pk).exists():
        raise Refused(f"{meeting.body.name} har allerede et møde på det tidspunkt; ret dato eller klokkeslæt.")


@transaction.atomic
def correct_item(
    *,
    item: Item,
    number: str,
    title: str,
    case_number: str,
    is_closed: bool,
    outcome: str,
    by: Any,
    at: datetime,
) -> None:
    """Set an item's facts, all of them as they should be; empty means none. What is as before is not noted.

    `outcome` is one of `Outcome`, empty where the item has no decision. Closing an item closes its promises and files;
    it is all that may be done with an item of sealed minutes.
    """
    _only_correctors(by)
    if not title.strip():
        raise Refused("Et punkt skal have en titel; skriv den, som den står i dokumentet.")
    line_up()
    row = Item.objects.select_for_update(of=("self",)).select_related("meeting__body", "decision").get(pk=item.pk)
    before = _facts(row)
    after = {"number": number, "title": title, "case_number": case_number, "is_closed": is_closed, "outcome": outcome}
    changed = {name: [before[name], after[name]] for name in before if before[name] != after[name]}
    if not changed:
        return
    if changed != {"is_closed": [False, True]}:  # who may read is not part of what was sealed
        refuse_sealed(row.meeting_id)
    row.number, row.title, row.is_closed = number, title, is_closed
    row.save(update_fields=["number", "title", "is_closed"])
    if "case_number" in changed:
        _move_to_case(row, case_number, by, at)
    if "outcome" in changed:
        _set_outcome(row, outcome)
    if "is_closed" in changed:
        follow_audiences(row.meeting, by=by, at=at)
    note("corrected_item", row.meeting_id, {"item": row.pk, "changed": changed}, by=by, at=at)


def _facts(row: Item) -> dict[str, Any]:
    decision = getattr(row, "decision", None)
    return {
        "number": row.number,
        "title": row.title,
        "case_number": row.case_words,
        "is_closed": row.is_closed,
        "outcome": decision.outcome if decision else "",
    }


def _move_to_case(row: Item, case_number: str, by: Any, at: datetime) -> None:
    row.case_words = case_number
    row.case = find_or_open_case(case_number, by=by, at=at) if case_number else None
    row.save(update_fields=["case_words", "case"])
    follow_case(source_kind="item", source_id=row.pk, case=row.case)


def _set_outcome(row: Item, outcome: str) -> None:
    decision = getattr(row, "decision", None)
    if decision is None:
        raise Refused("Punktet har ingen beslutning at rette; placer først beslutningens ord under punktet.")
    if outcome not in Outcome.values:
        raise Refused("Vælg et udfald fra listen.")
    Decision.objects.filter(pk=decision.pk).update(outcome=outcome, outcome_is_read=False)


def _only_correctors(user: Any) -> None:
    if not may_correct(user):
        raise PermissionDenied("Only administrators correct readings.")
