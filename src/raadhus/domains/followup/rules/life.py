"""What may be done with a promise as it stands, and the Danish sentence where it may not."""

from collections.abc import Mapping
from types import MappingProxyType

from raadhus.pure.kernel.errors import Refused

UNDER_WAY = frozenset({"open", "answered"})
UNNAMED = "Forvaltningen"  # who answers, as told outside the house where a person does and no post

_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "answer": UNDER_WAY,
        "ask_more_time": UNDER_WAY,
        "extend": UNDER_WAY,
        "hand_over": UNDER_WAY,
        "split": UNDER_WAY,
        "drop": UNDER_WAY,
        "wait": UNDER_WAY,
        "reopen": frozenset({"done", "dropped"}),
    }
)
_WHY_NOT: Mapping[str, str] = MappingProxyType(
    {
        "done": "Løftet er gjort. Åbn det igen, hvis der mangler noget.",
        "dropped": "Løftet er opgivet. Åbn det igen, hvis det gælder alligevel.",
        "divided": "Løftet er delt i flere. Vælg den del, det handler om.",
        "open": "Løftet er ikke afsluttet, så det kan ikke åbnes igen.",
        "answered": "Løftet er ikke afsluttet, så det kan ikke åbnes igen.",
    }
)
UNSETTLED = "Ingen har sagt ja til løftet endnu. Godtag det først."
REJECTED = "Løftet er afvist. Fortryd afvisningen først."


def refuse_unless(verb: str, *, status: str, progress: str) -> None:
    """Refuse where a promise of this status and progress does not allow the verb."""
    if status != "accepted":
        raise Refused(REJECTED if status == "rejected" else UNSETTLED)
    if progress not in _FROM[verb]:
        raise Refused(_WHY_NOT[progress])


def refuse_to_wait_on(*, status: str, progress: str) -> None:
    """Refuse to let anything wait for a promise that nobody has accepted, or that is over."""
    if status != "accepted" or progress not in UNDER_WAY:
        raise Refused("Det andet løfte er ikke åbent, så der er ikke noget at vente på. Vælg et, der er åbent.")


REASON = "begrundelsen"


def one_line(text: str, what: str = "svaret", *, longest: int = 1000) -> str:
    """`text` on one line; refused, by the name `what`, where it is empty or longer."""
    said = " ".join(text.split())
    if not said:
        raise Refused(f"Skriv {what} på en linje.")
    if len(said) > longest:
        room = f"{what.capitalize()} er på {len(said)} tegn; der er plads til {longest}."
        raise Refused(f"{room} Skriv kortere, eller læg en fil ved.")
    return said
