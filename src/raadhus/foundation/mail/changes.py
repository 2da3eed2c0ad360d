"""A mail's way: written, marked before it is handed over, and what became of it. Every step but the last is one row.

The steps of the machine have no rows in the audit log; the mail's own row tells of them. What a person decides has.
"""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.foundation.accounts.models import User
from raadhus.foundation.accounts.queries import is_administrator
from raadhus.foundation.audit.record import line_up, record
from raadhus.foundation.jobs.changes import enqueue
from raadhus.foundation.mail.models import Mail, State, Stopped
from raadhus.foundation.mail.queries import TO_LOOK_AT, has_stopped
from raadhus.foundation.mail.rules import is_address
from raadhus.pure.kernel.errors import Refused

NO_ADDRESS = "Brugeren har ingen mailadresse, der kan bruges."
LONGEST_REPLY = 500


@transaction.atomic
def write_mail(
    *,
    to: User,
    subject: str,
    text: str,
    kind: str,
    key: str,
    mail_list: str,
    stop_address: str,
    stale_at: datetime,
    at: datetime,
) -> Mail | None:
    """Put a mail in the outbox and ask for it to be sent; the same `key` again is the same mail, and changes nothing.

    None where the person is no longer let in, or has stopped `mail_list`. One without a usable address is kept as
    refused, so that somebody sees it.
    """
    if not to.is_active or has_stopped(to, mail_list):
        return None
    facts = {
        "kind": kind,
        "user": to,
        "to": to.email if is_address(to.email) else "",
        "subject": " ".join(subject.split())[:200],
        "text": text,
        "stop_address": stop_address,
        "made_at": at,
        "stale_at": stale_at,
        "token": uuid4().hex,
    }
    if not facts["to"]:
        facts |= {"state": State.REFUSED, "reply": NO_ADDRESS, "settled_at": at}
    mail, is_new = Mail.objects.get_or_create(key=key, defaults=facts)
    if is_new and mail.state == State.QUEUED:
        _ask_for_sending(mail, at)
    return mail


def _ask_for_sending(mail: Mail, at: datetime) -> None:
    enqueue(kind="send_mail", key=f"send_mail:{mail.pk}:{mail.handovers}", payload={"mail": mail.pk}, run_at=at, at=at)


def begin_handover(*, mail: Mail) -> bool:
    """Mark the mail as going over to the mail server; False where another worker was first, or it is settled."""
    mine = Mail.objects.filter(pk=mail.pk, state=State.QUEUED, handovers=mail.handovers)
    if not mine.update(state=State.SENDING, handovers=mail.handovers + 1):
        return False
    mail.state, mail.handovers = State.SENDING, mail.handovers + 1
    return True


def note_sent(*, mail: Mail, reply: str, at: datetime) -> None:
    """The server has said yes. Also where it was thought unsure meanwhile: whoever handed it over knows."""
    _of_this_handover(mail, State.SENDING, State.UNSURE).update(
        state=State.SENT, reply=reply[:LONGEST_REPLY], settled_at=at
    )


def note_unsure(*, mail: Mail, reply: str, at: datetime) -> None:
    """The text went to the server, and no answer came back: it may have it or not."""
    _of_this_handover(mail, State.SENDING).update(state=State.UNSURE, reply=reply[:LONGEST_REPLY], settled_at=at)


def note_not_taken(*, mail: Mail, reply: str) -> None:
    """The server has not got it, and it may be tried again; counts as a try."""
    _of_this_handover(mail, State.QUEUED, State.SENDING).update(
        state=State.QUEUED, reply=reply[:LONGEST_REPLY], tries=mail.tries + 1
    )


def note_refused(*, mail: Mail, reply: str, at: datetime) -> None:
    """The server has not got it, and will not take it."""
    _of_this_handover(mail, State.QUEUED, State.SENDING).update(
        state=State.REFUSED, reply=reply[:LONGEST_REPLY], tries=mail.tries + 1, settled_at=at
    )


def write_anew(*, mail: Mail, subject: str, text: str) -> None:
    """What it tells has changed since it was written, and it has not been handed over."""
    mail.subject, mail.text = " ".join(subject.split())[:200], text
    _of_this_handover(mail, State.QUEUED).update(subject=mail.subject, text=mail.text)


def note_stale(*, mail: Mail, at: datetime) -> None:
    """It is not worth sending any more: it waited too long, or what it told of is over."""
    _of_this_handover(mail, State.QUEUED).update(state=State.STALE, settled_at=at)


def _of_this_handover(mail: Mail, *states: State) -> Any:
    return Mail.objects.filter(pk=mail.pk, handovers=mail.handovers, state__in=states)


@transaction.atomic
def send_again(*, mail: Mail, stale_at: datetime, by: Any, at: datetime) -> None:
    """A person decides that an unsure or refused mail goes out once more, to the address that its person has now."""
    row = _to_be_settled(mail, by)
    address = row.user.email if row.user else row.to
    if not is_address(address):
        raise Refused(f"{NO_ADDRESS} Skriv den på brugeren, og send igen.")
    row.to, row.state, row.tries, row.reply, row.settled_at, row.stale_at = address, State.QUEUED, 0, "", None, stale_at
    row.handovers += 1
    row.save(update_fields=["to", "state", "tries", "reply", "settled_at", "stale_at", "handovers"])
    _ask_for_sending(row, at)
    record("sent_mail_again", "mail", row.pk, by=by, at=at, facts={"was": mail.state})


@transaction.atomic
def set_aside(*, mail: Mail, by: Any, at: datetime) -> None:
    """A person decides that nothing more is done about an unsure or refused mail."""
    row = _to_be_settled(mail, by)
    row.state, row.settled_at = State.SET_ASIDE, at
    row.save(update_fields=["state", "settled_at"])
    record("set_mail_aside", "mail", row.pk, by=by, at=at, facts={"was": mail.state})


def _to_be_settled(mail: Mail, by: Any) -> Mail:
    if not is_administrator(by):
        raise PermissionDenied("Only administrators decide about the outbox.")
    line_up()
    row = Mail.objects.select_for_update(of=("self",)).select_related("user").get(pk=mail.pk)
    if row.state not in TO_LOOK_AT:
        raise Refused("Mailen er allerede afgjort; genindlæs siden.")
    return row


@transaction.atomic
def stop_list(*, user: User, mail_list: str, by: Any, at: datetime) -> None:
    """The person gets no more mails of this list; doing so twice changes nothing."""
    line_up()
    _, is_new = Stopped.objects.get_or_create(user=user, mail_list=mail_list, defaults={"at": at})
    if is_new:
        record("stopped_mail_list", "user", user.pk, by=by, at=at, facts={"list": mail_list})


@transaction.atomic
def resume_list(*, user: User, mail_list: str, by: Any, at: datetime) -> None:
    """The person gets mails of this list again."""
    line_up()
    removed, _ = Stopped.objects.filter(user=user, mail_list=mail_list).delete()
    if removed:
        record("resumed_mail_list", "user", user.pk, by=by, at=at, facts={"list": mail_list})
