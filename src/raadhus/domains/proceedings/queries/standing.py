"""How far the minutes are: finished, read, sent, approved, signed, sealed, corrected."""

from dataclasses import dataclass

from raadhus.domains.proceedings.models import (
    Approval,
    Attendee,
    Correction,
    Frozen,
    FrozenKind,
    Review,
    Role,
    Seal,
    Signature,
    Sitting,
)
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.queries.content import digest_of, minutes_content
from raadhus.domains.proceedings.queries.facts import (
    roll_of_meeting,
)
from raadhus.domains.proceedings.rules.protocol import Signers, must_sign


def newest_minutes(sitting: Sitting) -> Frozen | None:
    """The minutes as they were last finished; None before."""
    return Frozen.objects.filter(sitting=sitting, kind=FrozenKind.MINUTES).order_by("-number").first()


def sent_minutes(sitting: Sitting) -> Frozen | None:
    """The minutes as they were last sent; None before."""
    rows = Frozen.objects.filter(sitting=sitting, kind=FrozenKind.MINUTES, version__isnull=False)
    return rows.select_related("version__file").order_by("-number").first()


def newest_agenda(sitting: Sitting) -> Frozen | None:
    """The agenda as it was last sent, supplements too; None before."""
    kinds = [FrozenKind.AGENDA, FrozenKind.SUPPLEMENT]
    return Frozen.objects.filter(sitting=sitting, kind__in=kinds).order_by("-number").first()


def signers_of(sitting: Sitting) -> Signers:
    """Those who may have to sign, as attendee keys: members and deputies who took part."""
    roll = roll_of_meeting(sitting)
    took_part = {key: roll.names[key] for key in roll.parts if key in roll.voters and roll.took_part(key)}
    people = Attendee.objects.filter(sitting=sitting)
    chair = people.filter(member__role=Role.CHAIR).values_list("pk", flat=True).first()
    secretary = people.filter(member__role=Role.SECRETARY).values_list("pk", flat=True).first()
    return Signers(took_part, chair, secretary)


def signed_by(sitting: Sitting, digest: str) -> frozenset[int]:
    """The attendees who signed the minutes of this digest."""
    rows = Signature.objects.filter(sitting=sitting, digest=digest)
    return frozenset(rows.values_list("attendee_id", flat=True))


def to_sign(sitting: Sitting) -> tuple[int, ...]:
    """Who signs the minutes of this meeting; the chair alone where the chair approves."""
    profile, signers = profile_of(sitting.meeting.body), signers_of(sitting)
    if profile.approves == "chair" and signers.chair is not None:
        return (signers.chair,)
    return must_sign(profile, signers)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the minutes of a sitting are. `is_changed`: something was written since they were finished."""

    finished: Frozen | None
    is_changed: bool
    accepted_by: tuple[str, ...]
    must_be_read_again_by: tuple[str, ...]
    sent: Frozen | None
    missing_signatures: tuple[str, ...]
    approval: Approval | None
    seal: Seal | None
    corrections: tuple[Correction, ...]


def standing_of(sitting: Sitting) -> Standing:
    """How far the minutes are; a review of older words is one that must be done again."""
    finished = newest_minutes(sitting)
    now = digest_of(minutes_content(sitting))
    reviews = Review.objects.filter(sitting=sitting, is_accepted=True).select_related("user")
    fresh = tuple(dict.fromkeys(str(one.user) for one in reviews if one.digest == now))
    stale = tuple(dict.fromkeys(str(one.user) for one in reviews if one.digest != now and str(one.user) not in fresh))
    signed = signed_by(sitting, finished.digest) if finished else frozenset()
    names = dict(Attendee.objects.filter(sitting=sitting).values_list("pk", "name"))
    return Standing(
        finished=finished,
        is_changed=finished is not None and finished.digest != now,
        accepted_by=fresh,
        must_be_read_again_by=stale,
        sent=sent_minutes(sitting),
        missing_signatures=tuple(names[key] for key in to_sign(sitting) if key not in signed),
        approval=Approval.objects.filter(sitting=sitting, what="minutes").first(),
        seal=Seal.objects.filter(sitting=sitting).first(),
        corrections=tuple(Correction.objects.filter(sitting=sitting).order_by("pk")),
    )
