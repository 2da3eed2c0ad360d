"""Which reading replaces which, and which item is which."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from raadhus.domains.meetings.rules.kept_text import on_one_line
from raadhus.pure.minutes.structure import Item, Minutes, as_json

_RANK = {"unknown": 0, "agenda": 1, "minutes": 2}


def replaces(new_kind: str, current_kind: str) -> bool:
    """Whether a document that comes later is the better reading: minutes stand above an agenda, whatever came last."""
    return _RANK[new_kind] >= _RANK[current_kind]


def same_items(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Which new item (by index) is which old one (by index); each old one is used once, the surest likeness first.

    Number and title; else title; else number and case; else a case that one item alone has in each.
    """
    pairs: dict[int, int] = {}
    for key in (_number_and_title, _title, _number_and_case, _case):
        _pair(pairs, old, new, key, alone=key is _case)
    return pairs


def _pair(pairs: dict[int, int], old: Sequence[Item], new: Sequence[Item], key: Any, *, alone: bool) -> None:
    taken = set(pairs.values())
    free: dict[Any, list[int]] = {}
    for index, item in enumerate(old):
        if index not in taken and key(item):
            free.setdefault(key(item), []).append(index)
    wanting = [index for index, item in enumerate(new) if index not in pairs]
    for index in wanting:
        likes = free.get(key(new[index]), [])
        rivals = sum(key(new[other]) == key(new[index]) for other in wanting)
        if likes and not (alone and (len(likes) > 1 or rivals > 1)):
            pairs[index] = likes.pop(0)


def _number_and_title(item: Item) -> Any:
    return (item.number, _words(item.title))


def _title(item: Item) -> Any:
    return _words(item.title)


def _number_and_case(item: Item) -> Any:
    return (item.number, item.case_number) if item.number and item.case_number else None


def _case(item: Item) -> Any:
    return item.case_number


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def same_parts(old: Item, new: Item) -> bool:
    """Whether the same words stand under the two items, wherever in its document each of them stands."""
    return bool(_parts(old) == _parts(new))


def _parts(item: Item) -> Any:
    bare = replace(item, number=None, title="", case_number=None, closed=False, commitments=())
    (plain,) = as_json(Minutes("", "unknown", None, None, None, None, items=(bare,)))["items"]
    for section in plain["sections"]:
        del section["lines"]
    return on_one_line(plain)
