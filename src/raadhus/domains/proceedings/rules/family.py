"""Items under items: whatever is moved, each stands right after what it belongs under."""

from collections.abc import Mapping, Sequence

from raadhus.pure.kernel.errors import Refused


def in_families(order: Sequence[int], parents: Mapping[int, int | None]) -> tuple[int, ...]:
    """`order` with each item's children right behind it, brothers in the order they had; the same items, each once.

    A parent that is not in `order` counts as none. `Refused` where an item stands under itself.
    """
    here = set(order)
    children: dict[int | None, list[int]] = {}
    for one in order:
        parent = parents.get(one)
        children.setdefault(parent if parent in here else None, []).append(one)
    found: list[int] = []
    waiting = list(reversed(children.get(None, [])))
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting.extend(reversed(children.get(one, [])))
    if len(found) != len(order):
        raise Refused("Et punkt kan ikke stå under sig selv. Vælg et andet punkt, det hører under.")
    return tuple(found)
