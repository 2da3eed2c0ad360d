"""Who and what the promises name: what a list of them can be asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from raadhus.domains.followup.models import Commitment, Named, Status
from raadhus.foundation.accounts.by_audience import ByAudience


@dataclass(frozen=True, slots=True)
class Words:
    """Everybody named as responsible, and the bodies to which anything comes back, as written; each in alphabetical
    order. The rejected are left out."""

    responsible: tuple[str, ...]
    returned_to: tuple[str, ...]


def words_for(reader: Any) -> Words:
    """The words in what the reader may see."""
    return words_by_audience().for_reader(reader)


def words_by_audience() -> ByAudience[Words, Words]:
    """The words in what every audience reads, to be kept and opened for one reader at a time."""
    named = Named.objects.exclude(commitment__status=Status.REJECTED)
    back = Commitment.objects.filter(kind="return").exclude(status=Status.REJECTED).exclude(body="")
    responsible = _by_audience(named, "commitment__audience", "name__text")
    returned_to = _by_audience(back, "audience", "body")
    return ByAudience(
        {
            audience: Words(tuple(responsible.get(audience, ())), tuple(returned_to.get(audience, ())))
            for audience in responsible.keys() | returned_to.keys()
        },
        _joined,
    )


def _joined(parts: list[Words]) -> Words:
    return Words(_together(one.responsible for one in parts), _together(one.returned_to for one in parts))


def _by_audience(rows: QuerySet[Any], audience: str, words: str) -> dict[int | None, list[str]]:
    found: dict[int | None, list[str]] = {}
    for pk, text in rows.order_by().values_list(audience, words).distinct():
        found.setdefault(pk, []).append(text)
    return found


def _together(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({word for part in parts for word in part}, key=str.casefold))
