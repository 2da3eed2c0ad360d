"""The duties of the digests of promises and of the mails about rounds of sheets: find, write, and write anew before
sending."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse

from raadhus.domains.followup.queries.sheets.asking import owing_in_rounds
from raadhus.domains.proceedings.changes.ask_digests import NEAR, OPENED, ask_for_digests, ask_for_rounds
from raadhus.domains.proceedings.queries.digests import DIGEST, Digest, digest_of
from raadhus.domains.proceedings.queries.reminded import house_on
from raadhus.domains.proceedings.rules.reminders import is_time_to_remind
from raadhus.foundation.accounts.queries import user_with
from raadhus.foundation.jobs.queries import asked_with
from raadhus.foundation.jobs.running import Again
from raadhus.foundation.mail.changes import write_mail
from raadhus.foundation.mail.queries import has_stopped
from raadhus.foundation.mail.rules import STALE_AFTER
from raadhus.foundation.mail.sending import Anew
from raadhus.interfaces.worker.digest_letters import Addresses, digest_letter
from raadhus.interfaces.worker.round_letters import round_letter
from raadhus.interfaces.worker.stopping import stop_address
from raadhus.pure.kernel.danish_day import danish_day

ROUNDS = "rounds"  # the mail list of rounds of sheets
_KEPT = "digest_kept"  # of a digest in which nothing can be stopped; nobody is ever offered to stop it
_WAIT = timedelta(minutes=1)
_DAY = timedelta(days=1)
Letter = tuple[str, str]


def find_digests(payload: dict[str, Any], *, at: datetime) -> Again:
    """Ask for what rounds call for, each minute, and for the day's digests, once; then look again in a minute."""
    ask_for_rounds(at=at)
    today, looked = danish_day(at), _day(payload.get("looked"))
    if looked == today or not is_time_to_remind(at):
        return Again(at + _WAIT, payload)
    ask_for_digests(day=today, looked=looked or today - _DAY, at=at)
    return Again(at + _WAIT, {"looked": today.isoformat()})


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def write_digest(payload: dict[str, Any], *, at: datetime) -> None:
    """Write the mail, unless the user is gone or what it was to tell is over."""
    written = _digest(payload)
    if written is None:
        return
    digest, stop, (subject, text) = written
    write_mail(
        to=digest.user,
        subject=subject,
        text=text,
        kind="digest",
        key=f"digest:{payload['day']}:{payload['user']}",
        mail_list=DIGEST if stop else _KEPT,
        stop_address=stop,
        stale_at=at + STALE_AFTER,
        at=at,
    )


def _digest(payload: Mapping[str, Any]) -> tuple[Digest, str, Letter] | None:
    """The digest as the rows stand now, its stop address and its letter; None where there is nothing to tell."""
    try:
        user = user_with(payload["user"])
    except ObjectDoesNotExist:
        return None
    house = house_on(date.fromisoformat(payload["day"]), looked=date.fromisoformat(payload["looked"]))
    digest = digest_of(user, house)
    return None if digest.is_empty else (digest, *letter_of(digest))


def letter_of(digest: Digest) -> tuple[str, Letter]:
    """Where the digest is stopped ("" where it cannot be), and its subject and text."""
    stop = stop_address(digest.user, DIGEST) if digest.may_stop else ""
    return stop, digest_letter(digest, _addresses(), name=_name(digest.user), stop_address=stop)


def _name(user: Any) -> str:
    return user.get_full_name() or user.get_username()


def _addresses() -> Addresses:
    def full(name: str, *parts: int, asked: str = "") -> str:
        return f"{settings.SITE_URL}{reverse(name, args=parts)}{asked}"

    return Addresses(
        promise=lambda pk: full("promise", pk),
        mine=full("my_promises"),
        rows=full("my_sheet_rows"),
        late=full("promises", asked="?tid=over"),
        sheet=lambda pk: full("sheet", pk),
        choices=full("my_mails"),
    )


def tell_of_round(payload: dict[str, Any], *, at: datetime) -> None:
    """Write the mail, unless the user has answered meanwhile, or the round is closed."""
    letter = _round_letter(payload, danish_day(at))
    if letter is None:
        return
    user = user_with(payload["user"])
    write_mail(
        to=user,
        subject=letter[0],
        text=letter[1],
        kind=payload["kind"],
        key=f"{payload['kind']}:{payload['round']}:{payload['user']}",
        mail_list=ROUNDS,
        stop_address=stop_address(user, ROUNDS),
        stale_at=at + STALE_AFTER,
        at=at,
    )


def _round_letter(payload: Mapping[str, Any], today: date) -> Letter | None:
    """The subject and text as the round stands; None where it waits no more for the user, or is past its end."""
    try:
        user = user_with(payload["user"])
    except ObjectDoesNotExist:
        return None
    owing = [one for one in owing_in_rounds(on=today, user=user) if one.round.pk == payload["round"]]
    if not owing or today > owing[0].round.due_on:
        return None
    address = f"{settings.SITE_URL}{reverse('my_sheet_rows')}"
    stop = stop_address(user, ROUNDS)
    return round_letter(payload["kind"], owing[0], address, name=_name(user), stop_address=stop)


def _digest_anew(mail: Any, at: datetime) -> Letter | None:
    payload = asked_with(mail.key)
    written = _digest(payload) if payload else None
    return written[2] if written else None


def _round_anew(mail: Any, at: datetime) -> Letter | None:
    payload = asked_with(mail.key)
    if payload is None or has_stopped(mail.user, ROUNDS):
        return None
    return _round_letter(payload, danish_day(at))


# What waited is written anew before it is sent: what was answered meanwhile is told no more.
ANEW: Mapping[str, Anew] = {"digest": _digest_anew, OPENED: _round_anew, NEAR: _round_anew}
