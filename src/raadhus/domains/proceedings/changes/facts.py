"""An item's facts: what it is called, its case, who presents it, who comes for it, and whether it is closed."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from raadhus.domains.proceedings.changes.opening import proposal_to_edit, refuse_stale
from raadhus.domains.proceedings.changes.propose import check_idea
from raadhus.domains.proceedings.models import Proposal, ProposalKind
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.rules.states import proposal_after
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class Facts:
    """All of an item's facts as they should be; empty and None mean none. `late_because` says why an item that comes
    after the deadline could not wait."""

    title: str
    kind: str = ProposalKind.DECISION
    case_number: str = ""
    presenter: str = ""
    guest: str = ""
    guest_from: time | None = None
    guest_until: time | None = None
    late_because: str = ""


NAMES = tuple(Facts.__dataclass_fields__)
_CONFLICT = "Punktet blev ændret, mens du rettede det. Se begge udgaver, og vælg, hvad der skal stå."


def facts_of(row: Proposal) -> Facts:
    """The facts as they stand."""
    return Facts(**{name: getattr(row, name) for name in NAMES})


@transaction.atomic
def edit_facts(*, proposal: Proposal, facts: Facts, revision: int, by: Any, at: datetime) -> Proposal:
    """Set the item's facts as `by` saw them at `revision`; `Conflict` with both where another wrote meanwhile.

    What is as before is not noted.
    """
    check_idea(facts.title, facts.kind, facts.case_number)
    _check_guest(facts)
    row = proposal_to_edit(proposal, by=by, at=at)
    proposal_after(row.state, "edit")
    yours, theirs = asdict(facts), asdict(facts_of(row))
    refuse_stale(row, revision, _CONFLICT, yours=yours, theirs=theirs)
    return _write(row, yours, theirs, "edited_item", by, at)


def _check_guest(facts: Facts) -> None:
    if (facts.guest_from or facts.guest_until) and not facts.guest.strip():
        raise Refused("Skriv, hvem gæsten er, eller fjern klokkeslættet.")
    if facts.guest_from and facts.guest_until and facts.guest_until <= facts.guest_from:
        raise Refused("Gæsten går, før gæsten kommer. Ret et af de to klokkeslæt.")


@transaction.atomic
def take_case_number(*, proposal: Proposal, case_number: str, by: Any, at: datetime) -> Proposal:
    """Let the item have the number that was suggested for it, whatever else was written meanwhile."""
    row = proposal_to_edit(proposal, by=by, at=at)
    proposal_after(row.state, "edit")
    check_idea(row.title, row.kind, case_number)
    return _write(
        row, {"case_number": case_number.strip()}, {"case_number": row.case_number}, "took_case_number", by, at
    )


def _write(
    row: Proposal, yours: dict[str, Any], theirs: dict[str, Any], action: str, by: Any, at: datetime
) -> Proposal:
    changed = [name for name in yours if yours[name] != theirs[name]]
    if not changed:
        return row
    for name in changed:
        setattr(row, name, yours[name])
    row.revision += 1
    row.save(update_fields=[*changed, "revision"])
    told = {name: [_plain(theirs[name]), _plain(yours[name])] for name in changed}
    record(action, "proposal", row.pk, by=by, at=at, facts={"changed": told})
    return row


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | str) else value.isoformat()


@transaction.atomic
def close_to_public(
    *, proposal: Proposal, reason: str, words: str, open_again_on: date | None, revision: int, by: Any, at: datetime
) -> Proposal:
    """Close the item: `reason` is a key of the body's reasons, `words` the concrete ground, `open_again_on` the day to
    look at it again. What the ground lacks is told when the agenda is checked; a reason there must be."""
    row = proposal_to_edit(proposal, by=by, at=at)
    proposal_after(row.state, "edit")
    reasons = {one.key: one.says for one in profile_of(row.body).closing_reasons}
    if reason not in reasons:
        raise Refused(f"Vælg, hvorfor punktet lukkes: {'; '.join(reasons.values())}.")
    yours = {"is_closed": True, "closed_because": reason, "closed_words": words.strip(), "open_again_on": open_again_on}
    return _close(row, yours, revision, "closed_to_public", by, at)


@transaction.atomic
def open_to_public(*, proposal: Proposal, revision: int, by: Any, at: datetime) -> Proposal:
    """Open the item again; its confidential parts stay confidential. What was sent opens with the next sending."""
    row = proposal_to_edit(proposal, by=by, at=at)
    proposal_after(row.state, "edit")
    yours = {"is_closed": False, "closed_because": "", "closed_words": "", "open_again_on": None}
    return _close(row, yours, revision, "opened_to_public", by, at)


def _close(row: Proposal, yours: dict[str, Any], revision: int, action: str, by: Any, at: datetime) -> Proposal:
    theirs = {name: getattr(row, name) for name in yours}
    sentence = "En anden har ændret, om punktet er lukket. Se begge udgaver, og vælg, hvad der skal gælde."
    refuse_stale(row, revision, sentence, yours=yours, theirs=theirs)
    return _write(row, yours, theirs, action, by, at)
