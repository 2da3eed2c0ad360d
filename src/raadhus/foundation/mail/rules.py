"""What a mail may be, and how the address of a mail server is written. No Django, no clock."""

import re
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parseaddr
from typing import Literal
from urllib.parse import unquote, urlsplit

from raadhus.pure.kernel.errors import Refused

MOST_TRIES = 8  # as long as foundation.jobs tries other work
STALE_AFTER = timedelta(days=3)  # what could not be sent in this time is not news any more

Security = Literal["none", "starttls", "tls"]
_SCHEMES: dict[str, tuple[Security, int]] = {
    "smtp": ("none", 25),
    "smtp+starttls": ("starttls", 587),
    "smtps": ("tls", 465),
}
_ADDRESS = re.compile(r"[!-?A-~]+@[A-Za-z0-9.-]+\.?[A-Za-z0-9]")
_HOW = "Skriv den som smtps://bruger:kodeord@mail.kommune.dk, smtp+starttls://… eller smtp://127.0.0.1:25."


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server, and how one speaks to it; `user` is empty where it asks for no name."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = ""


def server_from(url: str) -> Server:
    """The server that `url` names. Raises `Refused` where it names none, or would send a password unprotected."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in _SCHEMES or not parts.hostname or port == -1:
        raise Refused(f"RAADHUS_SMTP_URL er ikke adressen på en mailserver. {_HOW}")
    security, usual_port = _SCHEMES[parts.scheme]
    if parts.username and security == "none":
        raise Refused("RAADHUS_SMTP_URL ville sende kodeordet ubeskyttet; brug smtps:// eller smtp+starttls://.")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Server(parts.hostname, port or usual_port, security, user, password)


def is_address(text: str) -> bool:
    """Whether `text` is one mail address that every mail server takes: plain letters, no name, no line break."""
    return len(text) <= 254 and bool(_ADDRESS.fullmatch(text))


def refuse_sender(text: str) -> None:
    """Raise `Refused` unless `text` is an address, with or without a name ("Rådhus <raadhus@kommune.dk>")."""
    if "\n" in text or not is_address(parseaddr(text)[1]):
        raise Refused("RAADHUS_MAIL_FROM skal være en mailadresse, for eksempel »Rådhus <raadhus@kommune.dk>«.")
