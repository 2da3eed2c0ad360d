"""What stands in the way of sending an agenda, each sentence with the place where it is mended."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

_ITEM = re.compile(r"Punkt (?P<number>[\d.]*\d)[:,]")
_PLACES = {
    "notice.late_reason": "edit_item",
    "item.recommended": "recommend",
    "closed.reason": "close_to_public",
    "closed.concrete": "close_to_public",
    "closed.open_again": "close_to_public",
}


@dataclass(frozen=True, slots=True)
class InTheWay:
    """`stops` is a refusal; a warning lets the agenda go out."""

    sentence: str
    source: str
    stops: bool
    address: str


def in_the_way(breaches: Iterable[Any], sitting: Any, numbers: Mapping[int, str]) -> list[InTheWay]:
    """The breaches, those that stop first."""
    by_number = {number: pk for pk, number in numbers.items()}
    shown = [
        InTheWay(one.sentence, one.source, one.severity == "refusal", _place(one, sitting, by_number))
        for one in breaches
    ]
    return sorted(shown, key=lambda one: not one.stops)


def _place(breach: Any, sitting: Any, by_number: Mapping[str, int]) -> str:
    found = _ITEM.match(breach.sentence)
    pk = by_number.get(found["number"]) if found else None
    if pk is None:
        return reverse("explain_late", args=[sitting.pk])
    return reverse(_PLACES.get(breach.rule, "proposal"), args=[pk])
