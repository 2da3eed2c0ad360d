"""The commitments of a whole item: from the decision, and from what it adopts of the recommendation."""

import re

from raadhus.pure.minutes.commitments import find_commitments
from raadhus.pure.minutes.facts import MeetingFacts
from raadhus.pure.minutes.structure import Commitment, Decision, Recommendation

_ADOPTED = frozenset({"approved"})
_UNCLEAR = frozenset({"mixed", "other"})
_ADOPTING = re.compile(
    r"\b(?:godkendt|godkendte|tiltrådt|tiltrådte|vedtaget|vedtog|indstillingen\s(?:blev\s)?fulgt|som\sindstillet|nikkede\stil|"
    r"tilsluttede\ssig|tilslutning\stil|følger?\sindstillingen)\b",
    re.I,
)
_CONTENT = re.compile(r"[\wæøåÆØÅ]{5,}")
_STEM = 6
_RESTATED = 0.6


def commitments_of(
    *, recommendation: Recommendation | None, decision: Decision | None, meeting: MeetingFacts
) -> tuple[Commitment, ...]:
    """The commitments of one item, those of adopted recommendations first.

    A point recommended counts where it was adopted (its own "Ad n", else the whole decision) and the decision does
    not say it again in its own words. What was noted, deferred, withdrawn, rejected or only passed on adopts nothing.
    """
    if decision is None:
        return ()
    decided = find_commitments(decision.text, meeting=meeting, found_in="decision")
    return (*_recommended(recommendation, decision, decided, meeting), *decided)


def _recommended(
    recommendation: Recommendation | None,
    decision: Decision,
    decided: tuple[Commitment, ...],
    meeting: MeetingFacts,
) -> list[Commitment]:
    found: list[Commitment] = []
    for number, point in enumerate(recommendation.points if recommendation else (), 1):
        if not _is_adopted(number, decision):
            continue
        for commitment in find_commitments(point, meeting=meeting, found_in="recommendation"):
            if not any(_restates(one.quote, commitment.quote) for one in decided):
                found.append(commitment)
    return found


def _is_adopted(number: int, decision: Decision) -> bool:
    own = next((point for point in decision.points if point.number == number), None)
    outcome = own.outcome if own else decision.outcome
    if own is None and decision.points:
        return False
    return outcome in _ADOPTED or (
        outcome in _UNCLEAR and bool(_ADOPTING.search((own.text if own else "") or decision.text))
    )


def _restates(decided: str, recommended: str) -> bool:
    """Whether most of the longer words of the point stand in the decision's promise, by their first six letters."""
    said = {word.lower()[:_STEM] for word in _CONTENT.findall(decided)}
    wanted = {word.lower()[:_STEM] for word in _CONTENT.findall(recommended)}
    return bool(wanted) and len(wanted & said) >= _RESTATED * len(wanted)
