"""The duty of a worker that sends a mail: at most once to the mail server, and never a doubt that nobody sees."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Any

from raadhus.foundation.jobs.rules import wait_after
from raadhus.foundation.jobs.running import Duty, NotNow
from raadhus.foundation.mail import changes
from raadhus.foundation.mail.handover import NotTaken, Unsure, hand_over, message_of
from raadhus.foundation.mail.models import Mail, State
from raadhus.foundation.mail.queries import Post, mail_with, way_out
from raadhus.foundation.mail.rules import MOST_TRIES

CUT_SHORT = "Arbejdet blev afbrudt, mens mailen blev afleveret; mailserveren kan have fået den."


class _Elsewhere(Exception):
    """Another worker is handing the mail over."""


# What a mail would say if it were written now, as subject and text; None where there is nothing to say any more.
Anew = Callable[[Mail, datetime], tuple[str, str] | None]


def duties(anew: Mapping[str, Anew] = MappingProxyType({})) -> dict[str, Duty]:
    """`send_mail` where a mail server is set up, else nothing: then mails stay in the outbox, unharmed. A mail of a
    kind in `anew` is written anew just before it is sent."""
    return {"send_mail": Duty(partial(send_mail, anew=anew), reaches_out=True)} if way_out() else {}


def send_mail(payload: dict[str, Any], *, at: datetime, anew: Mapping[str, Anew] = MappingProxyType({})) -> None:
    """Send the mail unless it is settled. One found half handed over becomes unsure and is not sent.

    Raises `NotNow` where the server has not got it and may take it later.
    """
    mail, post = mail_with(payload["mail"]), way_out()
    if mail.state == State.SENDING:
        changes.note_unsure(mail=mail, reply=CUT_SHORT, at=at)
    if mail.state != State.QUEUED or post is None:
        return
    if at >= mail.stale_at or not _still_holds(mail, anew.get(mail.kind), at):
        changes.note_stale(mail=mail, at=at)
        return
    _send(mail, post, at)


def _still_holds(mail: Mail, anew: Anew | None, at: datetime) -> bool:
    """Whether the mail has something to tell; it then says what is so now."""
    said = (mail.subject, mail.text) if anew is None else anew(mail, at)
    if said is not None and said != (mail.subject, mail.text):
        changes.write_anew(mail=mail, subject=said[0], text=said[1])
    return said is not None


def _send(mail: Mail, post: Post, at: datetime) -> None:
    def mark() -> None:
        if not changes.begin_handover(mail=mail):
            raise _Elsewhere

    try:
        reply = hand_over(message_of(mail, post, at=at), to=mail.to, post=post, before_text=mark)
    except _Elsewhere:
        return
    except Unsure as unsure:
        changes.note_unsure(mail=mail, reply=str(unsure), at=at)
    except NotTaken as refusal:
        _try_later_or_never(mail, refusal, at)
    else:
        changes.note_sent(mail=mail, reply=reply, at=at)


def _try_later_or_never(mail: Mail, refusal: NotTaken, at: datetime) -> None:
    if refusal.is_final or mail.tries + 1 >= MOST_TRIES:
        changes.note_refused(mail=mail, reply=str(refusal), at=at)
        return
    changes.note_not_taken(mail=mail, reply=str(refusal))
    raise NotNow(at + wait_after(mail.tries + 1))
