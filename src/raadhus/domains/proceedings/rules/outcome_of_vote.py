"""Does the outcome say what the vote came to?"""

from raadhus.domains.proceedings.rules.breach import Breach
from raadhus.domains.proceedings.rules.profile import Profile
from raadhus.domains.proceedings.rules.votes import Result, Votes

_ADOPTS = frozenset({"approved", "recommended", "noted"})
_TURNS_DOWN = frozenset({"rejected", "lapsed"})
_CAME_TO = {"adopted": "vedtaget", "rejected": "forkastet", "lapsed": "bortfaldet ved stemmelighed"}


def check_outcome(profile: Profile, outcome: str, result: Result, votes: Votes) -> tuple[Breach, ...]:
    """A refusal where `outcome` is another than the vote gives; what is put off or passed on was voted on as such."""
    is_right = {
        "adopted": outcome not in _TURNS_DOWN,
        "rejected": outcome not in _ADOPTS and outcome != "lapsed",
        "lapsed": outcome not in _ADOPTS and outcome != "rejected",
        "undecided": True,
    }[result]
    if is_right:
        return ()
    yes, no = len(set(votes.for_)), len(set(votes.against))
    return profile.breach(
        "vote.named_is_stated",
        f"{yes} stemte for og {no} imod, så indstillingen er {_CAME_TO[result]}. Ret udfaldet eller stemmerne.",
    )
