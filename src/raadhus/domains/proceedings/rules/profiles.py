"""Finding a body's rule profile, and what the body has set otherwise.

A body may set how it counts and names things; it may not drop a rule, only say whether a rule that has no law behind
it warns or refuses.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, get_args

from raadhus.domains.proceedings.rules import profile as shapes
from raadhus.domains.proceedings.rules.breach import Severity
from raadhus.domains.proceedings.rules.profile import InForce, Phrase, Profile
from raadhus.domains.proceedings.rules.profile_table import ALL
from raadhus.domains.proceedings.rules.reminding_settings import with_reminding
from raadhus.domains.proceedings.rules.sources import HOUSE, LOCAL, SPECIAL_COMMITTEE
from raadhus.pure.kernel.errors import Refused

PROFILES: Mapping[str, Profile] = MappingProxyType({profile.key: profile for profile in ALL})
MOST_DAYS = 30

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "quorum": get_args(shapes.Quorum),
    "decides_by": get_args(shapes.Decides),
    "tie": get_args(shapes.Tie),
    "signs": get_args(shapes.Signs),
    "approves": get_args(shapes.Approves),
    "numbering": get_args(shapes.Numbering),
}
_SWITCHES = ("saturday_counts", "customary_off", "has_deputies", "has_dissent")
_OWN = (LOCAL, HOUSE, SPECIAL_COMMITTEE)  # what a body, or the council for a special committee, may set itself
# A setting that a rule with another source stands behind cannot be changed.
_BEHIND = {
    "quorum": "quorum",
    "decides_by": "vote.everyone",
    "tie": "vote.everyone",
    "has_deputies": "deputies.allowed",
    "has_dissent": "dissent.took_part",
}


def profile_named(key: str) -> Profile:
    """The profile; raises `Refused` with the names there are where there is none of that key."""
    if key not in PROFILES:
        names = ", ".join(sorted(PROFILES))
        raise Refused(f"Der er ingen regelprofil „{key}“. Vælg en af disse: {names}.")
    return PROFILES[key]


def with_settings(profile: Profile, settings: Mapping[str, Any]) -> Profile:
    """`profile` as a body has set it; raises `Refused` for a name or value that a profile cannot have.

    Names are `Profile`'s; besides them "phrases" {letter: words}, "severities" {rule: "warning" | "refusal"} and
    "reminding" {name of `Reminding`: value}.
    """
    for name, value in settings.items():
        if name == "phrases":
            profile = replace(profile, phrases=_phrases(profile, value))
        elif name == "severities":
            profile = replace(profile, rules=_rules(profile, value))
        elif name == "reminding":
            profile = replace(profile, reminding=with_reminding(profile.reminding, value))
        else:
            profile = replace(profile, **{name: _checked(profile, name, value)})
    return profile


def _checked(profile: Profile, name: str, value: Any) -> Any:
    checked = _shaped(name, value)
    _refuse_what_law_settles(profile, name, checked)
    return checked


def _shaped(name: str, value: Any) -> Any:
    if name in _CHOICES:
        if value not in _CHOICES[name]:
            raise Refused(f"Indstillingen {name} kan være {', '.join(_CHOICES[name])}, ikke „{value}“.")
        return value
    if name in _SWITCHES:
        if not isinstance(value, bool):
            raise Refused(f"Indstillingen {name} er ja eller nej (true eller false), ikke „{value}“.")
        return value
    if name == "notice_days":
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST_DAYS:
            raise Refused(f"Antallet af hverdage er et helt tal fra 0 til {MOST_DAYS}, ikke „{value}“.")
        return value
    if name == "called_by":
        if not isinstance(value, str) or not value.strip():
            raise Refused("Skriv, hvem der indkalder, for eksempel „formanden“.")
        return value.strip()
    raise Refused(f"En regelprofil har ingen indstilling „{name}“. Fjern den, eller ret navnet.")


def _refuse_what_law_settles(profile: Profile, name: str, value: Any) -> None:
    stands = profile.rules.get(_BEHIND.get(name, ""))
    if stands and stands.source not in _OWN and value != getattr(profile, name):
        raise Refused(f"Indstillingen {name} følger for {profile.name} af {stands.source} og kan ikke ændres.")
    if name == "notice_days" and profile.rules["notice.days"].source not in _OWN and value < profile.notice_days:
        source = profile.rules["notice.days"].source
        raise Refused(f"{profile.name} skal have mindst {profile.notice_days} hverdage efter {source}.")


def _phrases(profile: Profile, given: Mapping[str, str]) -> tuple[Phrase, ...]:
    letters = {phrase.letter for phrase in profile.phrases}
    for letter, words in given.items():
        if letter not in letters:
            raise Refused(
                f"Der er intet udfald med bogstavet „{letter}“. Brug et af disse: {' '.join(sorted(letters))}."
            )
        if not words.strip():
            raise Refused(f"Ordlyden for „{letter}“ er tom. Skriv den, eller fjern indstillingen.")
    return tuple(replace(phrase, words=given.get(phrase.letter, phrase.words)) for phrase in profile.phrases)


def _rules(profile: Profile, given: Mapping[str, Severity]) -> Mapping[str, InForce]:
    changed = dict(profile.rules)
    for rule, severity in given.items():
        stands = changed.get(rule)
        if stands is None:
            raise Refused(f"Profilen {profile.name} har ingen regel „{rule}“. Fjern indstillingen, eller ret navnet.")
        if severity not in get_args(Severity):
            raise Refused(f"En regel kan advare (warning) eller afvise (refusal), ikke „{severity}“.")
        if stands.source not in _OWN and severity != stands.severity:
            raise Refused(f"Reglen „{rule}“ følger af {stands.source} og kan ikke sættes anderledes.")
        changed[rule] = InForce(severity, stands.source)
    return MappingProxyType(changed)
