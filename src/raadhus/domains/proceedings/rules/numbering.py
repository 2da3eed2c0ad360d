"""Agenda numbers, and moving items so that two who do it at once lose nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from raadhus.domains.proceedings.rules.profile import Numbering
from raadhus.pure.kernel.errors import Refused

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Placed:
    """An item in the order of the agenda; `parent` is the item it stands under (1.1 under 1), which comes before it."""

    key: int
    parent: int | None = None


def numbers(style: Numbering, items: Sequence[Placed], *, last_in_year: int = 0) -> dict[int, str]:
    """The number of each item by key, in order.

    "per_meeting" counts from 1, "per_year" goes on after `last_in_year`, "hierarchical" writes 1, 1.1, 1.1.1.
    Only "hierarchical" looks at `parent`. Raises `Refused` where a parent does not stand before its child.
    """
    if style != "hierarchical":
        first = last_in_year + 1 if style == "per_year" else 1
        return {item.key: str(number) for number, item in enumerate(items, first)}
    found: dict[int, str] = {}
    counts: dict[int | None, int] = {}
    for item in items:
        if item.parent is not None and item.parent not in found:
            raise Refused("Et underpunkt står før det punkt, det hører under. Flyt underpunktet ned.")
        counts[item.parent] = counts.get(item.parent, 0) + 1
        above = f"{found[item.parent]}." if item.parent is not None else ""
        found[item.key] = f"{above}{counts[item.parent]}"
    return found


def move(order: Sequence[Key], item: Key, to: int) -> tuple[Key, ...]:
    """`order` with `item` at index `to` (from 0; beyond the end is last). Always the same items, each once."""
    if item not in order:
        raise Refused("Punktet står ikke på dagsordenen mere. Hent siden igen, og se, hvad der er sket.")
    rest = [one for one in order if one != item]
    to = max(0, min(to, len(rest)))
    return (*rest[:to], item, *rest[to:])


def move_as_seen(seen: Sequence[Key], now: Sequence[Key], item: Key, to: int) -> tuple[Key, ...]:
    """`now` after a move made by somebody who still saw `seen`: `item` goes between those whose order still stands.

    It comes before the first that followed it and that nobody else has moved or taken off; where there is none, after
    the last such one before it. What others moved stays where they put it. Raises `Refused` where `item` is gone.
    """
    if item not in now:
        raise Refused("Punktet er taget af dagsordenen, mens du flyttede det. Hent siden, og se, hvad der er sket.")
    wanted = move(seen, item, to)
    rest = [one for one in now if one != item]
    stands = _in_same_order(seen, rest)
    place = wanted.index(item)
    after = next((one for one in wanted[place + 1 :] if one in stands), None)
    if after is not None:
        return move(now, item, rest.index(after))
    before = next((one for one in reversed(wanted[:place]) if one in stands), None)
    return move(now, item, len(rest) if before is None else rest.index(before) + 1)


def _in_same_order(seen: Sequence[Key], now: Sequence[Key]) -> set[Key]:
    """The most items that stand in the same order in both: the rest are those that somebody moved."""
    at = {one: index for index, one in enumerate(seen)}
    common = [one for one in now if one in at]
    chains: list[list[Key]] = []  # the longest that ends with each
    for one in common:
        before = [chain for chain in chains if at[chain[-1]] < at[one]]
        chains.append([*_longest(before), one])
    return set(_longest(chains))


def _longest(chains: list[list[Key]]) -> list[Key]:
    return max(chains, key=lambda chain: len(chain), default=[])
