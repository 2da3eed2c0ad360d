"""The arithmetic of a vote: who may, who did, what it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from raadhus.domains.proceedings.rules.attendance import Roll
from raadhus.domains.proceedings.rules.breach import Breach
from raadhus.domains.proceedings.rules.profile import Profile

Majority = Literal["simple", "of_present", "of_all", "two_thirds_of_present", "two_thirds_of_all", "unanimous"]
Result = Literal["adopted", "rejected", "lapsed", "undecided"]
Side = Literal["for", "against", "abstained"]

_SIDES: Mapping[Side, str] = {"for": "for", "against": "imod", "abstained": "undlod"}


@dataclass(frozen=True, slots=True)
class Votes:
    """Who voted how, by attendee key; `stated` are the numbers the minutes give for a side, where they give any."""

    for_: tuple[int, ...] = ()
    against: tuple[int, ...] = ()
    abstained: tuple[int, ...] = ()
    stated: tuple[tuple[Side, int], ...] = ()

    def named(self, side: Side) -> tuple[int, ...]:
        """The keys on one side."""
        return {"for": self.for_, "against": self.against, "abstained": self.abstained}[side]


def result_of(
    profile: Profile, votes: Votes, *, roll: Roll, seats: int, majority: Majority = "simple", chair: int | None = None
) -> Result:
    """What the vote comes to. Simple majority is of the votes cast for or against (§ 11(3), statement 18.1.2).

    A tie by simple majority lapses, is settled by the chair's side, or stays undecided, as the profile says; in every
    other form too few votes for it reject.
    """
    yes, no = len(set(votes.for_)), len(set(votes.against))
    if majority != "simple":
        return "adopted" if _is_enough(yes, no, len(roll.deciding), seats, majority) else "rejected"
    if yes != no:
        return "adopted" if yes > no else "rejected"
    if profile.tie == "chair" and chair is not None and yes:
        if chair in votes.for_:
            return "adopted"
        return "rejected" if chair in votes.against else "undecided"
    return "lapsed" if profile.tie == "lapsed" and yes else "undecided"


def _is_enough(yes: int, no: int, present: int, seats: int, majority: Majority) -> bool:
    if majority == "unanimous":
        return yes > 0 and no == 0 and yes == present
    whole = seats if majority.endswith("_all") else present
    return yes * 3 >= whole * 2 if majority.startswith("two_thirds") else yes * 2 > whole


def check_votes(profile: Profile, votes: Votes, roll: Roll) -> tuple[Breach, ...]:
    """What is wrong with a vote: it is none of the body's ways, a voter could not vote, or names and numbers differ."""
    cast = [*votes.for_, *votes.against, *votes.abstained]
    if profile.decides_by != "votes" and cast:
        return profile.breach(
            "vote.by_votes",
            f"{profile.name} beslutter ved enighed. Skriv beslutningen uden stemmer, eller udsæt punktet.",
        )
    found: tuple[Breach, ...] = ()
    for key in dict.fromkeys(cast):
        found += _check_voter(profile, key, roll, cast.count(key))
    for side, number in votes.stated:
        found += _check_stated(profile, side, number, len(set(votes.named(side))))
    return found + (_check_everyone(profile, cast, roll) if cast else ())


def _check_voter(profile: Profile, key: int, roll: Roll, times: int) -> tuple[Breach, ...]:
    if key not in roll.names:
        return profile.breach("vote.member", "En af stemmerne er afgivet af en, der ikke er på mødet. Fjern stemmen.")
    name, part = roll.names[key], roll.parts[key]
    if times > 1:
        return profile.breach("vote.once", f"{name} står {times} gange i afstemningen. Behold én stemme.")
    if part == "disqualified":
        return profile.breach(
            "disqualified.leaves", f"{name} er inhabil i punktet og kan ikke stemme. Fjern stemmen fra {name}."
        )
    if key not in roll.voters:
        return profile.breach("vote.member", f"{name} er gæst og har ingen stemme. Fjern stemmen.")
    if key in roll.deciding:
        return ()
    return profile.breach(
        "vote.present", f"{name} var ikke til stede ved afstemningen. Fjern stemmen, eller ret fremmødet."
    )


def _check_stated(profile: Profile, side: Side, number: int, named: int) -> tuple[Breach, ...]:
    if number == named or not named:
        return ()
    return profile.breach(
        "vote.named_is_stated",
        f"Der står {number} {_SIDES[side]}, men {named} er nævnt ved navn. Ret tallet eller navnene.",
    )


def _check_everyone(profile: Profile, cast: list[int], roll: Roll) -> tuple[Breach, ...]:
    silent = [roll.names[key] for key in roll.names if key in roll.deciding and key not in cast]
    if not silent:
        return ()
    return profile.breach("vote.everyone", f"Notér, hvordan {_listed(silent)} har stemt, eller at de undlod at stemme.")


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} og {names[-1]}"
