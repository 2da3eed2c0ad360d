"""What a rule profile means, in a sentence and rule by rule with where each comes from."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadhus.domains.proceedings.rules.profile import Profile
from raadhus.domains.proceedings.rules.rule_table import RULES


@dataclass(frozen=True, slots=True)
class ShownRule:
    """What a rule asks, whether a breach stops or warns, and its source."""

    says: str
    is_stopping: bool
    source: str


def rules_of(profile: Profile) -> list[ShownRule]:
    """Every rule that the profile has, in the table's order."""
    in_force = profile.rules
    return [
        ShownRule(says, in_force[key].severity == "refusal", in_force[key].source)
        for key, says in RULES.items()
        if key in in_force
    ]


def in_a_sentence(profile: Profile) -> str:
    """Who calls, how long before, how it decides, and behind which doors."""
    notice = ngettext("{n} hverdag", "{n} hverdage", profile.notice_days).format(n=profile.notice_days)
    decides = {"votes": _("afgør ved afstemning"), "consensus": _("afgør i enighed")}[profile.decides_by]
    quorum = {
        "half": _(", når mindst halvdelen er til stede"),
        "more_than_half": _(", når over halvdelen er til stede"),
        "none": "",
    }[profile.quorum]
    doors = _("åbne døre") if profile.is_public else _("lukkede døre")
    facts: dict[str, Any] = {"by": profile.called_by, "notice": notice, "decides": decides + quorum, "doors": doors}
    return _("Indkaldes af {by}, får dagsordenen {notice} før, {decides} og mødes for {doors}.").format(**facts)
