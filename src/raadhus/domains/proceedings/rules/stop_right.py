"""The right of a committee member to stop a decision and have the council decide (§ 23): six conditions, each its own.

What is asked is only what the law and the ministry's statements ask. That a member voted for, or gives no reason,
therefore changes nothing: `Claim` has neither.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from raadhus.domains.proceedings.rules.attendance import Roll
from raadhus.domains.proceedings.rules.breach import Breach
from raadhus.domains.proceedings.rules.danish_days import day_in_words
from raadhus.domains.proceedings.rules.meeting_time import DENMARK, length
from raadhus.domains.proceedings.rules.profile import Profile

Decided = Literal["decision", "refusal", "lapsed", "procedural", "orientation"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A member's declaration: when, whether the minutes have it, and whether it says that the council shall decide.

    `adjourned_at` is None while the meeting runs. `decided` is what the committee did in the item.
    """

    member: int
    declared_at: datetime
    adjourned_at: datetime | None
    is_in_minutes: bool
    says_council: bool
    decided: Decided


def check_stop(profile: Profile, claim: Claim, roll: Roll) -> tuple[Breach, ...]:
    """The conditions that `claim` does not meet; with none that refuses, the decision is stopped."""
    if not profile.has_stop_right:
        return profile.breach(
            "stop.body",
            f"En beslutning i {profile.name.lower()} kan ikke standses. Skriv den afvigende mening i referatet.",
        )
    return (
        *_on_the_meeting(profile, claim),
        *_clearly(profile, claim),
        *_by_one_who_took_part(profile, claim, roll),
        *_of_a_decision(profile, claim),
    )


def _on_the_meeting(profile: Profile, claim: Claim) -> tuple[Breach, ...]:
    rule = "stop.before_adjourned"
    if claim.adjourned_at is not None and length(claim.adjourned_at, claim.declared_at).total_seconds() >= 0:
        at = claim.adjourned_at.astimezone(DENMARK)
        return profile.breach(
            rule, f"Mødet blev hævet kl. {at:%H.%M}, og standsning erklæres inden. Bed udvalget tage sagen op igen."
        )
    if not claim.is_in_minutes:
        return profile.breach(rule, "Standsningen står ikke i referatet. Skriv erklæringen ind, før mødet hæves.")
    return ()


def _clearly(profile: Profile, claim: Claim) -> tuple[Breach, ...]:
    if claim.says_council:
        return ()
    return profile.breach(
        "stop.says_council",
        "Erklæringen siger ikke, at sagen skal for kommunalbestyrelsen. Spørg medlemmet, og skriv svaret i referatet.",
    )


def _by_one_who_took_part(profile: Profile, claim: Claim, roll: Roll) -> tuple[Breach, ...]:
    rule, name = "stop.took_part", roll.names.get(claim.member, "Den, der vil standse sagen,")
    part = roll.parts.get(claim.member)
    if claim.member not in roll.voters:
        return profile.breach(rule, f"{name} er ikke medlem af udvalget. Kun et medlem kan standse beslutningen.")
    if part == "disqualified":
        return profile.breach(
            rule, f"{name} er inhabil i punktet. Kun et medlem, der deltog, kan standse beslutningen."
        )
    if not roll.took_part(claim.member):
        return profile.breach(
            rule,
            f"{name} var ikke med i punktet. Kun et medlem, der var med helt eller delvis, kan standse beslutningen.",
        )
    return ()


def _of_a_decision(profile: Profile, claim: Claim) -> tuple[Breach, ...]:
    if claim.decided in ("decision", "refusal", "lapsed"):
        return ()
    what = "om sagens gang" if claim.decided == "procedural" else "alene en orientering"
    return profile.breach(
        "stop.not_procedural", f"Det, udvalget besluttede, er {what} og kan ikke standses. Lad punktet gå sin gang."
    )


def check_way_to_council(
    profile: Profile, *, stopped_on: date, council_on: date | None, first_council_on: date | None
) -> tuple[Breach, ...]:
    """Whether a stopped matter is on its way: `council_on` is the council meeting it is set for, `first_council_on`
    the first that can still be given notice. Other committees may have it first."""
    rule = "stop.without_delay"
    if council_on is None:
        when = f" {day_in_words(first_council_on)}" if first_council_on else ""
        return profile.breach(
            rule,
            f"Beslutningen blev standset {day_in_words(stopped_on)}, og sagen er ikke på vej til kommunalbestyrelsen. "
            f"Sæt den på mødet{when}.",
        )
    if first_council_on is not None and council_on > first_council_on:
        return profile.breach(
            rule,
            f"Den standsede sag er sat til {day_in_words(council_on)}, "
            f"men kan nå mødet {day_in_words(first_council_on)}. "
            "Flyt den frem, eller skriv, hvorfor den må vente.",
        )
    return ()
