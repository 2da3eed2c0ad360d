"""The outbox as administrators see it, and how mail is sent from here."""

from dataclasses import dataclass
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.db.models import Count, QuerySet

from raadhus.foundation.accounts.queries import is_administrator
from raadhus.foundation.mail.models import Mail, State, Stopped
from raadhus.foundation.mail.rules import Server, refuse_sender, server_from

TO_LOOK_AT = (State.UNSURE, State.REFUSED)  # a person decides about these


@dataclass(frozen=True, slots=True)
class Post:
    """The way out: the mail server, and whom mails are from ("Rådhus <raadhus@kommune.dk>")."""

    server: Server
    sender: str

    @property
    def sender_address(self) -> str:
        return parseaddr(self.sender)[1]


def way_out() -> Post | None:
    """How mails leave; None where no server is set up, and then they stay in the outbox. `Refused` where it is set
    up wrongly."""
    if not settings.SMTP_URL:
        return None
    server = server_from(settings.SMTP_URL)
    refuse_sender(settings.MAIL_FROM)
    return Post(server, settings.MAIL_FROM)


def mail_with(pk: int) -> Mail:
    """The mail, for the worker that sends it."""
    return Mail.objects.get(pk=pk)


def mails_for(reader: Any, *, state: str = "") -> QuerySet[Mail]:
    """The outbox, newest first, of one state where it is given; empty for anybody but administrators."""
    mails = Mail.objects.select_related("user").order_by("-made_at", "-pk")
    if not is_administrator(reader):
        return mails.none()
    return mails.filter(state=state) if state in State.values else mails


def mail_figures(reader: Any) -> dict[str, int]:
    """How many mails there are of each state that has any; nothing for anybody but administrators."""
    return dict(mails_for(reader).order_by().values_list("state").annotate(Count("pk")))


def has_stopped(user: Any, mail_list: str) -> bool:
    """Whether the person wants no more mails of this list."""
    return Stopped.objects.filter(user_id=user.pk, mail_list=mail_list).exists()
