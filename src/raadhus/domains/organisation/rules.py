"""What a post's period allows. No Django, no clock."""

from collections.abc import Sequence
from datetime import date

from raadhus.pure.kernel.errors import Refused


def refuse_abolished(title: str, valid_until: date | None, successors: Sequence[str], *, on: date) -> None:
    """Refuse, with what to choose instead, where the post is not there any more `on` that day."""
    if valid_until is None or on < valid_until:
        return
    told = f"Posten „{title}“ blev nedlagt {valid_until:%d-%m-%Y}."
    if successors:
        raise Refused(f"{told} Vælg i stedet {' eller '.join(successors)}.")
    raise Refused(f"{told} Vælg en post, der findes.")
