"""Which acts on a promise still stand, once those that were taken back are left out."""

from collections.abc import Iterable
from typing import Any


def standing(acts: Iterable[Any]) -> list[Any]:
    """Of `acts` on one promise, oldest first, those that nobody took back; undoing an undoing brings its act back.

    An act is an `Act` of the log; only those that say what was there before can be taken back, and only they count.
    """
    kept: list[Any] = []
    taken: list[Any] = []
    for act in acts:
        if "before" not in act.facts:
            continue
        if act.action != "undid_change":
            kept.append(act)
            taken = []
        elif act.facts.get("what") == "undid_change" and taken:
            kept.append(taken.pop())
        elif kept:
            taken.append(kept.pop())
    return kept
