"""Whether enough members are there to decide."""

from raadhus.domains.proceedings.rules.attendance import Roll
from raadhus.domains.proceedings.rules.breach import Breach
from raadhus.domains.proceedings.rules.profile import Profile


def needed(profile: Profile, seats: int) -> int:
    """How many of a body's `seats` must be filled: "half" is at least half, so 11 of 21 and 10 of 20."""
    if profile.quorum == "half":
        return (seats + 1) // 2
    return seats // 2 + 1 if profile.quorum == "more_than_half" else 0


def check_quorum(profile: Profile, seats: int, roll: Roll) -> tuple[Breach, ...]:
    """A breach where too few decide. Seats are all of the body's: one who is disqualified leaves the room, so counts
    among the seats and not among those present."""
    there, wanted = len(roll.deciding), needed(profile, seats)
    if there >= wanted:
        return ()
    return profile.breach(
        "quorum",
        f"Der er {there} af {seats} medlemmer til at beslutte, og der skal være mindst {wanted}. "
        "Indkald stedfortrædere, eller udsæt punktet.",
    )
