"""What the matter allows: which documents are minutes, which reading replaces which, which item is which."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from raadhus.pure.minutes.structure import (
    Commitment,
    Decision,
    DecisionPoint,
    Item,
    Minutes,
    NotUnderstood,
    Recommendation,
    Reference,
    Section,
    as_json,
)

LONGEST_BODY = 200

_RANK = {"unknown": 0, "agenda": 1, "minutes": 2}


@dataclass(frozen=True, slots=True)
class Written:
    """A reading as it is kept.

    `content` is JSON text that is the same for the same reading; `digest` the sha256 (hex) of what the reading says,
    whatever its file is called, on whichever lines it stands and wherever its lines are broken: a PDF and the Word file
    that it was made of say the same.
    """

    content: str
    digest: str


def written(reading: Minutes) -> Written:
    """The reading's text and digest."""
    plain = as_json(reading)
    return Written(_text(plain), _digest(plain))


def digest_of(reading: Minutes) -> str:
    """The digest alone, as in `Written`."""
    return _digest(as_json(reading))


def _digest(content: dict[str, Any]) -> str:
    del content["source"]
    for item in content["items"]:
        for section in item["sections"]:
            del section["lines"]
    for line in content["not_understood"]:
        del line["line"]
    return hashlib.sha256(_text(_on_one_line(content)).encode(errors="surrogatepass")).hexdigest()


def _on_one_line(value: Any) -> Any:
    """`value` with every stretch of white space in its texts as one space."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: _on_one_line(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_on_one_line(part) for part in value]
    return value


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def reading_from(content: str) -> Minutes:
    """The reading that `content` was `written` of."""
    given = json.loads(content)
    parts = {
        "present": tuple(given["present"]),
        "absent": tuple(given["absent"]),
        "items": tuple(_item_from(item) for item in given["items"]),
        "not_understood": tuple(NotUnderstood(**line) for line in given["not_understood"]),
    }
    return Minutes(**(given | parts))


def _item_from(given: dict[str, Any]) -> Item:
    parts = {
        "sections": tuple(Section(**(part | {"lines": tuple(part["lines"])})) for part in given["sections"]),
        "recommendation": _recommendation_from(given["recommendation"]),
        "decision": _decision_from(given["decision"]),
        "attachments": tuple(given["attachments"]),
        "commitments": tuple(_commitment_from(part) for part in given["commitments"]),
        "references": tuple(_reference_from(part) for part in given["references"]),
    }
    return Item(**(given | parts))


def _recommendation_from(given: dict[str, Any] | None) -> Recommendation | None:
    return Recommendation(given["by"], tuple(given["points"])) if given else None


def _decision_from(given: dict[str, Any] | None) -> Decision | None:
    if given is None:
        return None
    points = tuple(DecisionPoint(**point) for point in given["points"])
    return Decision(given["text"], given["outcome"], points, given.get("votes"))


def _commitment_from(given: dict[str, Any]) -> Commitment:
    due = tuple(given["due"]) if given["due"] else None
    return Commitment(**(given | {"who": tuple(given["who"]), "due": due}))


def _reference_from(given: dict[str, Any]) -> Reference:
    return Reference(given["direction"], given["body"], given["from"], given["to"], given["quote"])


def why_no_minutes(reading: Minutes, content: str) -> str | None:
    """A Danish sentence saying why the document cannot be kept as an agenda or minutes, or None where it can.

    A document that names itself needs one item, or body and date; one that does not also needs a body, a date or a
    headed section, and more of its text in the items than outside.
    """
    if reading.body and len(reading.body) > LONGEST_BODY:
        return f"Navnet på forummet er over {LONGEST_BODY} tegn; ret overskriften i dokumentet og prøv igen."
    if not _is_text(content):
        return "Filen indeholder tegn, som ikke er tekst; gem den igen som PDF eller Word og prøv igen."
    if reading.kind == "unknown" and not _looks_like_minutes(reading):
        return "Filen ligner hverken en dagsorden eller et referat; vælg en fil med punkter og et mødehoved."
    if not reading.items and not (reading.body and reading.starts_at):
        return "Der blev ikke fundet nogen punkter i filen; vælg en fil, hvor punkterne er skrevet som tekst."
    return None


def _is_text(content: str) -> bool:
    """Whether a database can keep it: no NUL and no half character."""
    try:
        content.encode()
    except UnicodeEncodeError:
        return False
    return "\\u0000" not in content.replace("\\\\", "")


def _looks_like_minutes(reading: Minutes) -> bool:
    headed = any(section.kind != "other" for item in reading.items for section in item.sections)
    understood = sum(len(item.title) + sum(len(part.text) for part in item.sections) for item in reading.items)
    left_over = sum(len(line.text) for line in reading.not_understood)
    return bool(reading.items and (reading.body or reading.starts_at or headed) and understood > left_over)


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
    return _parts(old) == _parts(new)


def _parts(item: Item) -> Any:
    bare = replace(item, number=None, title="", case_number=None, closed=False, commitments=())
    (plain,) = as_json(Minutes("", "unknown", None, None, None, None, items=(bare,)))["items"]
    for section in plain["sections"]:
        del section["lines"]
    return _on_one_line(plain)
