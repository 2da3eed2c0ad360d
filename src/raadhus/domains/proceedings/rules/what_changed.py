"""Two frozen contents compared: which parts of which items are not the same, named as the paper names them."""

import json
from collections.abc import Iterator
from typing import Any

_HEAD = {
    "body": "forummets navn",
    "starts_at": "mødets tid",
    "ends_at": "mødets sluttidspunkt",
    "place": "mødestedet",
    "present": "de fremmødte",
    "absent": "de fraværende",
    "kind": "dokumentets art",
}
_ITEM = {
    "number": "nummeret",
    "title": "titlen",
    "case_number": "sagsnummeret",
    "closed": "om punktet er lukket",
    "recommendation": "indstillingen",
    "decision": "beslutningen",
    "attachments": "bilagenes navne",
    "commitments": "løfterne",
    "references": "de nævnte møder",
}


def what_changed(before: str, after: str) -> list[str]:
    """The parts that differ, in Danish ("punkt 2: beslutningen"), in the order of the document; [] where none does.

    Both are frozen contents; one that cannot be read at all is a change of everything.
    """
    try:
        old, new = json.loads(before), json.loads(after)
        return list(dict.fromkeys(_content(old, new)))
    except (ValueError, KeyError, TypeError, AttributeError):
        return ["indholdet kan ikke læses"]


def _content(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    was, now = old["minutes"], new["minutes"]
    for name, says in _HEAD.items():
        if was.get(name) != now.get(name):
            yield says
    items, others = was["items"], now["items"]
    if len(items) != len(others):
        yield f"antallet af punkter ({len(items)} er blevet til {len(others)})"
    for at, (item, other) in enumerate(zip(items, others, strict=False)):
        where = f"punkt {item['number'] or at + 1}"
        yield from (f"{where}: {part}" for part in _item(item, other))
        for name, says in (("enclosures", "bilagenes indhold"), ("points", "udfaldet")):
            if _at(old, name, at) != _at(new, name, at):
                yield f"{where}: {says}"


def _item(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for name, says in _ITEM.items():
        if old[name] != new[name]:
            yield says
    was = [(part["heading"], part["text"]) for part in old["sections"] if part["kind"] != "decision"]
    now = [(part["heading"], part["text"]) for part in new["sections"] if part["kind"] != "decision"]
    for pair in was:
        if pair not in now:
            yield f"afsnittet „{pair[0]}“"
    if len(now) > len(was):
        yield "et nyt afsnit"


def _at(content: dict[str, Any], name: str, at: int) -> Any:
    parts = content.get(name) or []
    return parts[at] if at < len(parts) else None
