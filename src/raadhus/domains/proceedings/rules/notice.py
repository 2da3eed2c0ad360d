"""When an agenda must be out, what a late one must say, and what follows when a meeting is moved after it was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from raadhus.domains.proceedings.rules.breach import Breach
from raadhus.domains.proceedings.rules.danish_days import day_in_words
from raadhus.domains.proceedings.rules.meeting_time import danish_day
from raadhus.domains.proceedings.rules.profile import Profile
from raadhus.pure.kernel.holidays import weekdays_before


@dataclass(frozen=True, slots=True)
class SentItem:
    """An item as it goes out: its number, when it and its material were sent, and why it cannot wait ("" if unsaid)."""

    number: str
    title: str
    sent_at: datetime
    late_because: str = ""


def last_day_to_send(profile: Profile, meets_on: date) -> date:
    """The last day on which agenda and material are in time; the day of sending counts, the day of the meeting not."""
    return weekdays_before(
        meets_on,
        profile.notice_days,
        saturday_counts=profile.saturday_counts,
        customary_off=profile.customary_off,
    )


def is_late(profile: Profile, meets_on: date, sent_at: datetime) -> bool:
    """Whether what was sent then came after the last day, by the Danish calendar day of sending."""
    return danish_day(sent_at) > last_day_to_send(profile, meets_on)


def check_notice(profile: Profile, meets_on: date, items: Sequence[SentItem]) -> tuple[Breach, ...]:
    """What is wrong with when `items` are sent: that some are late, and each late one that does not say why."""
    late = [item for item in items if is_late(profile, meets_on, item.sent_at)]
    if not late:
        return ()
    last = last_day_to_send(profile, meets_on)
    what = "Dagsordenen" if len(late) == len(items) else f"Punkt {', '.join(item.number for item in late)}"
    told = (
        f"{what} sendes efter fristen, som var {day_in_words(last)}. Skriv i dagsordenen, hvorfor det ikke kan vente."
    )
    found = profile.breach("notice.days", told)
    for item in late:
        if not item.late_because.strip():
            found += profile.breach("notice.late_reason", _unsaid(item, last))
    return found


def _unsaid(item: SentItem, last: date) -> str:
    return (
        f"Punkt {item.number}, {item.title}, kommer efter fristen {day_in_words(last)}. "
        "Skriv, hvorfor sagen ikke kan vente, eller flyt den til et senere møde."
    )


def check_moved(profile: Profile, *, was_on: date, meets_on: date, sent_at: datetime | None) -> tuple[Breach, ...]:
    """What must be done when a meeting is moved: nothing before sending; after it all are told, and where the new day
    is earlier the notice may now be too short."""
    if sent_at is None or was_on == meets_on:
        return ()
    told = (
        f"Mødet flyttes fra {day_in_words(was_on)} til {day_in_words(meets_on)}, efter at dagsordenen er sendt. "
        "Send besked om den nye tid til alle, der har fået dagsordenen."
    )
    if is_late(profile, meets_on, sent_at):
        told += f" Fristen for den nye dag var {day_in_words(last_day_to_send(profile, meets_on))}: vælg en senere dag."
    return profile.breach("notice.moved", told)
