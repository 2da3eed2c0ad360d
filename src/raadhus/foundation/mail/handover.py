"""Speaking SMTP so that one knows afterwards whether the server has the mail.

A server has a mail when it has answered 250 to the end of its text (RFC 5321, 4.1.1.4 and 6.1). Until the text begins
it has not; between the text and the answer nobody can tell.
"""

import smtplib
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime

from raadhus.foundation.mail.models import Mail
from raadhus.foundation.mail.queries import Post
from raadhus.foundation.mail.rules import Server

PATIENCE = 60.0  # seconds for any one answer; far below a job's lease


class NotTaken(Exception):
    """The server has not got the mail; `is_final` where it said that it never will take it."""

    def __init__(self, reply: str, *, is_final: bool = False) -> None:
        super().__init__(reply)
        self.is_final = is_final


class Unsure(Exception):
    """The text went to the server, and no answer came."""


def message_of(mail: Mail, post: Post, *, at: datetime) -> EmailMessage:
    """The mail as it goes over the wire: plain text, with a Message-ID that is the same however often it is sent."""
    message = EmailMessage(policy=policy.SMTP)
    message["From"], message["To"], message["Subject"] = post.sender, mail.to, mail.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{mail.token}@{post.sender_address.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = "da"
    if mail.stop_address:
        message["List-Unsubscribe"] = f"<{mail.stop_address}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(mail.text, charset="utf-8", cte="quoted-printable")
    return message


def hand_over(message: EmailMessage, *, to: str, post: Post, before_text: Callable[[], None]) -> str:
    """Give the message to the server and return its last words. `before_text` is called when all but the text is said.

    Raises `NotTaken` or `Unsure`, and whatever `before_text` raises.
    """
    try:
        smtp = _connected(post.server)
    except (OSError, smtplib.SMTPException) as error:
        raise NotTaken(_said(error)) from error
    try:
        _name_both_ends(smtp, post.sender_address, to)
        before_text()
        reply = _give_text(smtp, message.as_bytes())
        with suppress(OSError, smtplib.SMTPException):
            smtp.quit()
        return reply
    finally:
        smtp.close()


def _connected(server: Server) -> smtplib.SMTP:
    """A greeted, protected and signed-in connection, as far as `server` asks for it."""
    name = socket.gethostname()
    if server.security == "tls":
        context = ssl.create_default_context()
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, name, timeout=PATIENCE, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, name, timeout=PATIENCE)
    try:
        if server.security == "starttls":
            smtp.starttls(context=ssl.create_default_context())
        if server.user:
            smtp.login(server.user, server.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _name_both_ends(smtp: smtplib.SMTP, sender: str, to: str) -> None:
    try:
        smtp.ehlo_or_helo_if_needed()
        for code, reply in (smtp.mail(sender), smtp.rcpt(to)):
            if code not in (250, 251):
                raise _no(code, reply)
    except (OSError, smtplib.SMTPException) as error:
        raise NotTaken(_said(error)) from error


def _give_text(smtp: smtplib.SMTP, text: bytes) -> str:
    try:
        code, reply = smtp.data(text)
    except smtplib.SMTPDataError as error:  # a no to the very word DATA: no text went over
        raise _no(error.smtp_code, error.smtp_error) from error
    except (OSError, smtplib.SMTPException) as error:
        raise Unsure(_said(error)) from error
    if code != 250:
        raise _no(code, reply)
    return _words(code, reply)


def _no(code: int, reply: bytes | str) -> NotTaken:
    return NotTaken(_words(code, reply), is_final=500 <= code < 600)


def _words(code: int, reply: bytes | str) -> str:
    said = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return f"{code} {said}"


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
