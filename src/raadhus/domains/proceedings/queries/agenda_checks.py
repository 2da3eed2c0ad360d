"""Is the agenda ready to be sent? Each rule of the body that is not kept, as a warning or a refusal."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from raadhus.domains.proceedings.models import Hearing, Point, Proposal, ProposalKind, ProposalState, Sitting, Text
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.queries.facts import items_of
from raadhus.domains.proceedings.rules.breach import Breach
from raadhus.domains.proceedings.rules.closedness import Closing, check_closing, open_matter_in
from raadhus.domains.proceedings.rules.notice import SentItem, check_notice
from raadhus.domains.proceedings.rules.profile import Profile
from raadhus.domains.proceedings.rules.templates import check_help


def breaches_of(sitting: Sitting, *, at: datetime) -> tuple[Breach, ...]:
    """What stands in the way of sending now, and what only warns; of items that were sent before, not their time."""
    profile = profile_of(sitting.meeting.body)
    items = [(number, row) for number, row in items_of(sitting) if row.state == ProposalState.ON_AGENDA]
    return (
        *_of_time(profile, sitting, items, at),
        *(one for item in items for one in _of_item(profile, sitting, *item)),
    )


def _of_time(
    profile: Profile, sitting: Sitting, items: Sequence[tuple[str, Proposal]], at: datetime
) -> tuple[Breach, ...]:
    new = [
        SentItem(number, row.title, at, row.late_because or sitting.late_because)
        for number, row in items
        if row.item_id is None
    ]
    return check_notice(profile, sitting.meeting.starts_on, new)


def _of_item(profile: Profile, sitting: Sitting, number: str, row: Proposal) -> Iterator[Breach]:
    texts = list(Text.objects.filter(proposal=row).exclude(kind="decision").values_list("heading", "plain"))
    found = [*check_help(profile, texts), *_of_recommendation(profile, row), *_of_hearings(profile, row)]
    if row.is_closed:
        found += _of_closing(profile, sitting, row)
    for one in found:
        yield Breach(one.rule, one.severity, f"Punkt {number}: {one.sentence}", one.source)


def _of_recommendation(profile: Profile, row: Proposal) -> tuple[Breach, ...]:
    if row.kind != ProposalKind.DECISION or Point.objects.filter(proposal=row).exclude(text="").exists():
        return ()
    told = "Punktet er til beslutning og har ingen indstilling. Skriv den, eller gør det til drøftelse."
    return profile.breach("item.recommended", told)


def _of_hearings(profile: Profile, row: Proposal) -> tuple[Breach, ...]:
    waiting = Hearing.objects.filter(proposal=row, answered_at=None).order_by("due_on", "pk")
    if not waiting:
        return ()
    names = ", ".join(f"{one.department} (frist {one.due_on:%d-%m-%Y})" for one in waiting)
    return profile.breach("hearing.answered", f"Der mangler høringssvar fra {names}. Indhent dem, eller send uden.")


def _of_closing(profile: Profile, sitting: Sitting, row: Proposal) -> tuple[Breach, ...]:
    closing = Closing(row.closed_because, row.closed_words, row.open_again_on)
    found = check_closing(profile, closing, sitting.meeting.starts_on)
    matter = open_matter_in(profile, row.title)
    if matter is None:
        return found
    told = f"Titlen tyder på {matter.name}, som behandles for åbne døre. Åbn punktet, hvis det er det, sagen gælder."
    return (*found, Breach("closed.never", "warning", told, matter.source))
