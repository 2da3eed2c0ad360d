"""What may be said about a row, and by whom: the responsible tell how it goes, the keeper may write every cell."""

from collections.abc import Mapping
from dataclasses import dataclass

from raadhus.domains.followup.rules.sheets.columns import COLUMNS
from raadhus.domains.followup.rules.sheets.values import STATUSES, status_shown
from raadhus.pure.kernel.errors import Refused

ANSWERED = (
    "handling",
    "deliverable",
    "deliverable_body",
    "deliverable_when",
    "fulfilled_when",
    "status",
    "last_answer",
)
EDITED = ("number", "point", *ANSWERED, "deadline")
LONGEST = 5_000
_LONGEST_IN_A_LINE = 500
_SHORT = ("number", "deliverable", "deliverable_body", "deliverable_when", "deadline")


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody writes about a row: texts by the column's key, only those that they give; `status` by its key.

    `revision` is the row's as they saw it.
    """

    texts: Mapping[str, str]
    revision: int


def checked_texts(texts: Mapping[str, str], allowed: tuple[str, ...]) -> dict[str, str]:
    """The texts as they are to stand; `Refused` for one too long, a status that is none, a row without a point."""
    found = {}
    for key, said in texts.items():
        if key not in allowed:
            raise Refused(f"„{COLUMNS[key].heading}“ kan kun rettes af den, der fører arket.")
        most = _LONGEST_IN_A_LINE if key in _SHORT else LONGEST
        if len(said) > most:
            raise Refused(f"„{COLUMNS[key].heading}“ har {len(said)} tegn; der er plads til {most}. Skriv det kortere.")
        found[key] = said.replace("\r\n", "\n").strip()
    if found.get("status", "") not in ("", *STATUSES):
        raise Refused(f"Statussen „{found['status']}“ kendes ikke. Vælg en af dem på listen.")
    if "status" in found:
        found["status"] = status_shown(found["status"])
    if "point" in found and not found["point"]:
        raise Refused("Skriv, hvad punktet i aftalen er.")
    return found


def refuse_empty_answer(texts: Mapping[str, str]) -> None:
    """An answer says something: a status or words."""
    if not texts.get("last_answer", "").strip() and not texts.get("status", ""):
        raise Refused("Skriv et svar, eller vælg en status, så forummet kan se, hvordan det går.")
