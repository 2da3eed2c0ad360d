"""A reading as text to keep, its digest, and the way back."""

import hashlib
import json
from dataclasses import dataclass
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
    return hashlib.sha256(_text(on_one_line(content)).encode(errors="surrogatepass")).hexdigest()


def on_one_line(value: Any) -> Any:
    """`value` with every stretch of white space in its texts as one space."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: on_one_line(part) for key, part in value.items()}
    if isinstance(value, list):
        return [on_one_line(part) for part in value]
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
