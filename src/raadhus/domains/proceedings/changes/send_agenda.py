"""The agenda goes out, and what is new after it: frozen, stored in the record, and read there by its readers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.proceedings.changes.freezing import freeze, set_paper
from raadhus.domains.proceedings.changes.opening import sitting_to_arrange
from raadhus.domains.proceedings.models import Frozen, FrozenKind, Sitting
from raadhus.domains.proceedings.queries.agenda_checks import breaches_of
from raadhus.domains.proceedings.queries.agenda_content import Content, agenda_content, canonical
from raadhus.domains.proceedings.queries.content import digest_of
from raadhus.domains.proceedings.queries.sittings import placed
from raadhus.domains.proceedings.queries.standing import newest_agenda
from raadhus.domains.proceedings.rules.breach import Breach, refuse_breaches
from raadhus.domains.proceedings.rules.states import sitting_after
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.errors import Refused

_TRIES = 3


@dataclass(frozen=True, slots=True)
class Sent:
    """What was frozen, and the rules that were not kept but only warn."""

    frozen: Frozen
    warnings: tuple[Breach, ...]


def send_agenda(*, sitting: Sitting, by: Any, at: datetime) -> Sent:
    """Send the agenda as it stands; `Refused` with every rule that forbids it, in one sentence after the other.

    The paper is set before anybody has to wait; where somebody wrote meanwhile, it is set anew.
    """
    return _send(sitting, "send", by, at)


def send_supplement(*, sitting: Sitting, by: Any, at: datetime) -> Sent:
    """Send what is new since the agenda went out: added items, late and replaced enclosures, changed words.

    `papers.supplement` tells only that; the record's newest document is the whole agenda as it now is.
    """
    return _send(sitting, "supplement", by, at)


def _send(sitting: Sitting, verb: str, by: Any, at: datetime) -> Sent:
    for _ in range(_TRIES):
        content = _ready_to_send(sitting, verb, by, at)[2]
        sent = _freeze(sitting, verb, content, set_paper(content), by, at)
        if sent is not None:
            return sent
    raise Refused("Dagsordenen bliver ved med at blive ændret, mens den sættes. Vent et øjeblik, og send den igen.")


@transaction.atomic
def _ready_to_send(
    sitting: Sitting, verb: str, by: Any, at: datetime
) -> tuple[Sitting, tuple[Breach, ...], Content, str]:
    """The sitting, what only warns, the content, and the state after; `Refused` where it may not be sent."""
    row = sitting_to_arrange(sitting, by=by, at=at)
    after = sitting_after(row.state, verb)
    if not placed(row):
        raise Refused("Dagsordenen har ingen punkter. Sæt mindst et på, eller aflys mødet.")
    warnings = refuse_breaches(breaches_of(row, at=at))
    content = agenda_content(row)
    if verb == "supplement":
        _refuse_nothing_new(row, content)
    return row, warnings, content, after


def _refuse_nothing_new(sitting: Sitting, content: Content) -> None:
    last = newest_agenda(sitting)
    if last is not None and last.digest == digest_of(canonical(content)):
        raise Refused(f"Der er intet nyt siden {last.frozen_at:%d-%m-%Y}. Tilføj et punkt eller et bilag først.")


@transaction.atomic
def _freeze(sitting: Sitting, verb: str, content: Content, paper: bytes, by: Any, at: datetime) -> Sent | None:
    """None where the agenda is no longer what the paper says."""
    row, warnings, now, after = _ready_to_send(sitting, verb, by, at)
    if canonical(now) != canonical(content):
        return None
    kind = FrozenKind.AGENDA if verb == "send" else FrozenKind.SUPPLEMENT
    frozen = freeze(row, kind, content, paper, by=by, at=at)
    row.state = after
    row.revision += 1
    row.save(update_fields=["state", "revision"])
    facts = {
        "number": frozen.number,
        "digest": frozen.digest,
        "version": frozen.version.number,
        "items": len(content["items"]),
        "warnings": [one.rule for one in warnings],
    }
    action = "sent_agenda" if verb == "send" else "sent_supplement"
    record(action, "sitting", row.pk, by=by, at=at, facts=facts)
    return Sent(frozen, warnings)
