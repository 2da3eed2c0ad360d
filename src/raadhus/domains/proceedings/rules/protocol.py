"""What makes minutes final: read by two, signed or approved as the body does it, dissent by those who were there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from raadhus.domains.proceedings.rules.attendance import Roll
from raadhus.domains.proceedings.rules.breach import Breach
from raadhus.domains.proceedings.rules.profile import Profile


@dataclass(frozen=True, slots=True)
class Signers:
    """Who could sign: `took_part` maps the members who took part in the meeting to their names."""

    took_part: Mapping[int, str]
    chair: int | None = None
    secretary: int | None = None


def must_sign(profile: Profile, signers: Signers) -> tuple[int, ...]:
    """Who signs the minutes, by key."""
    if profile.signs == "members":
        return tuple(signers.took_part)
    wanted = {"chair": [signers.chair], "chair_and_secretary": [signers.chair, signers.secretary]}
    return tuple(key for key in wanted.get(profile.signs, []) if key is not None)


def check_signatures(profile: Profile, signers: Signers, signed: Collection[int]) -> tuple[Breach, ...]:
    """A breach that names those whose signature is missing."""
    missing = [key for key in must_sign(profile, signers) if key not in signed]
    if not missing:
        return ()
    names = [signers.took_part.get(key, "sekretæren" if key == signers.secretary else "formanden") for key in missing]
    return profile.breach("minutes.signed", f"Referatet mangler underskrift fra {', '.join(names)}. Bed om den.")


def check_review(profile: Profile, *, writer: int, accepted_by: Collection[int]) -> tuple[Breach, ...]:
    """A breach where nobody but the writer has read the minutes and accepted them."""
    if set(accepted_by) - {writer}:
        return ()
    return profile.breach(
        "minutes.reviewed", "Kun den, der skrev referatet, har læst det. Bed en anden om at læse det."
    )


def check_approval(profile: Profile, *, is_approved: bool, is_signed: bool) -> tuple[Breach, ...]:
    """A breach where minutes are to be sealed before the body has approved them in its own way."""
    done = is_signed if profile.approves == "signatures" else is_approved
    if done:
        return ()
    how = {
        "signatures": "Indhent underskrifterne, før referatet forsegles.",
        "chair": "Lad formanden godkende referatet, før det forsegles.",
        "next_meeting": "Sæt godkendelsen på næste møde, og forsegl referatet bagefter.",
    }
    return profile.breach("minutes.approved", f"Referatet er ikke godkendt. {how[profile.approves]}")


def check_dissent(profile: Profile, member: int, roll: Roll, *, text: str) -> tuple[Breach, ...]:
    """What is wrong with a dissenting opinion: the body has none, the member was not at the meeting, or it is empty.

    `roll` is of the whole meeting: who took part in the meeting may have a dissent entered.
    """
    name, rule = roll.names.get(member, "Den, der ønsker det tilført,"), "dissent.took_part"
    if not profile.has_dissent:
        return profile.breach(
            rule,
            f"{profile.name} har ingen protokoltilførsel. Skriv synspunktet i beslutningens tekst, hvis alle er enige.",
        )
    if member not in roll.voters or not roll.took_part(member):
        return profile.breach(
            rule, f"{name} deltog ikke i mødet som medlem. Kun de, der deltog, kan få en mening tilført."
        )
    if not text.strip():
        return profile.breach(rule, f"Skriv kort, hvad {name} mener, eller fjern tilførslen.")
    return ()
