"""The two duties of reminding: find what is due, again and again, and write the mail of each."""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse

from raadhus.domains.proceedings.changes.remind import ask_for_reminders
from raadhus.domains.proceedings.queries import proposal_for, sitting_for
from raadhus.domains.proceedings.rules.meeting_time import danish_day
from raadhus.foundation.accounts.queries import user_with
from raadhus.foundation.jobs.running import Again
from raadhus.foundation.mail.changes import write_mail
from raadhus.foundation.mail.rules import STALE_AFTER
from raadhus.interfaces.worker.letters import About, letter
from raadhus.interfaces.worker.stopping import stop_address

ROUND = timedelta(minutes=1)


def find_reminders(payload: dict[str, Any], *, at: datetime) -> Again:
    """Ask for what is due, and look again in a minute from where the log was read to."""
    return Again(at + ROUND, {"after": ask_for_reminders(after=payload.get("after"), at=at)})


def remind(payload: dict[str, Any], *, at: datetime) -> None:
    """Write the mail, unless the user is gone or may no longer see what it is about."""
    try:
        user = user_with(payload["user"])
        about = _about(payload, user, danish_day(at))
    except ObjectDoesNotExist:
        return
    stop = stop_address(user, payload["mail_list"]) if payload["is_theirs_to_stop"] else ""
    name = user.get_full_name() or user.get_username()
    subject, text = letter(payload["kind"], about, name=name, stop_address=stop)
    write_mail(
        to=user,
        subject=subject,
        text=text,
        kind=payload["kind"],
        key=payload["key"],
        mail_list=payload["mail_list"],
        stop_address=stop,
        stale_at=at + STALE_AFTER,
        at=at,
    )


def _about(payload: dict[str, Any], user: Any, today: date) -> About:
    """What the letter may tell, read as `user`; `ObjectDoesNotExist` where it is not theirs to see."""
    due_on = date.fromisoformat(payload["due_on"]) if payload["due_on"] else None
    if payload["proposal"] is not None:
        proposal = proposal_for(user, payload["proposal"], on=today)
        return About(proposal.body.name, None, None, due_on, f"{settings.SITE_URL}{reverse('front')}")
    meeting = sitting_for(user, payload["sitting"], on=today).meeting
    address = f"{settings.SITE_URL}{reverse('meeting', args=[meeting.pk])}"
    return About(meeting.body.name, meeting.starts_on, meeting.starts_at, due_on, address)
