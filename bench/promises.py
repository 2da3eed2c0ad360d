"""How well promises and meetings named are found: recall and precision on the annotated sentences, split by split.

Run: PYTHONPATH=src python bench/promises.py [--misses] [SPLIT …]. Rules are written on the splits "write…" only;
"held" is every "measure…" together, of which only totals are ever printed.
A promise counts as found where it overlaps the annotated words by at least half of the shorter of the two.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from raadhus.pure.minutes.commitments import find_commitments
from raadhus.pure.minutes.facts import MeetingFacts
from raadhus.pure.minutes.references import find_references

SAMPLES = Path(__file__).resolve().parents[1] / "tests" / "samples" / "commitments" / "sentences.jsonl"
SPLITS = ["write", "write2", "write3", "write4", "write5", "write6", "measure", "measure2", "measure3", "held"]
HELD = ("measure", "measure2", "measure3")
FIELDS = ("kind", "who", "due", "body")


def rows(split: str) -> list[dict[str, Any]]:
    """The annotated sentences of one split, of one writing of it ("measure:5"), or all held out ("held")."""
    every = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    name, _, writing = split.partition(":")
    names = HELD if name == "held" else (name,)
    return [row for row in every if row["split"] in names and (not writing or str(row["writing"]) == writing)]


def overlaps(text: str, one: str, other: str) -> bool:
    """Whether two stretches of `text` share at least half of the shorter."""
    a, b = text.find(one), text.find(other)
    shared = min(a + len(one), b + len(other)) - max(a, b)
    return min(a, b) >= 0 and shared * 2 >= min(len(one), len(other))


def paired(text: str, wanted: list[Any], found: list[Any], same: Any) -> list[tuple[Any, Any]]:
    """Wanted and found one to one; None stands where the other side has nothing."""
    left = list(found)
    pairs: list[tuple[Any, Any]] = []
    for one in wanted:
        match = next((other for other in left if same(text, one, other)), None)
        if match is not None:
            left.remove(match)
        pairs.append((one, match))
    return pairs + [(None, other) for other in left]


def same_promise(text: str, wanted: dict[str, Any], found: Any) -> bool:
    return overlaps(text, wanted["quote"], found.quote)


def same_meeting(text: str, wanted: dict[str, Any], found: Any) -> bool:
    return (wanted["body"].lower(), wanted["from"]) == (found.body.lower(), found.first)


def right(field: str, wanted: dict[str, Any], found: Any) -> bool:
    """Whether one field of a promise found is as annotated (windows to the day, names in any order)."""
    given, expected = getattr(found, field), wanted[field]
    if field == "who":
        return set(given) == set(expected)
    if field == "due":
        return (list(given) if given else None) == expected
    return (given or "").lower() == (expected or "").lower() if field == "body" else given == expected


def measure(split: str, misses: bool = False) -> Counter[str]:
    """Counts over one split: found, missed, invented, and each field right, for promises and for meetings named."""
    counts: Counter[str] = Counter()
    for row in rows(split):
        facts = MeetingFacts(row["meeting"]["body"], date.fromisoformat(row["meeting"]["day"]))
        found = find_commitments(row["text"], meeting=facts, found_in="decision")
        pairs = paired(row["text"], row["commitments"], list(found), same_promise)
        count(counts, row["text"], pairs, "", misses)
        named = find_references(row["text"], meeting=facts)
        count(
            counts, row["text"], paired(row["text"], row["references"], list(named), same_meeting), "meeting ", misses
        )
        counts["sentences"] += 1
        counts["with a promise"] += bool(row["commitments"])
    return counts


def count(counts: Counter[str], text: str, pairs: Iterable[tuple[Any, Any]], what: str, misses: bool) -> None:
    for wanted, found in pairs:
        state = "invented" if wanted is None else "missed" if found is None else "found"
        counts[what + state] += 1
        wrong = [] if state != "found" or what else [field for field in FIELDS if not right(field, wanted, found)]
        for field in FIELDS:
            counts[field] += state == "found" and not what and field not in wrong
        if misses and (state != "found" or wrong):
            print(f"  {what}{state} {wrong or ''} {text!r}\n      wanted {wanted}\n      found  {found}")


def rate(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def recall(counts: Counter[str], what: str = "") -> float:
    return rate(counts[what + "found"], counts[what + "found"] + counts[what + "missed"])


def precision(counts: Counter[str], what: str = "") -> float:
    return rate(counts[what + "found"], counts[what + "found"] + counts[what + "invented"])


def main(arguments: list[str]) -> None:
    misses = "--misses" in arguments
    for split in [word for word in arguments if not word.startswith("-")] or SPLITS:
        if misses and not split.startswith("write"):
            raise SystemExit(f"{split}: the single misses of what is held out are not for looking at")
        counts = measure(split, misses)
        fields = " ".join(f"{field} {rate(counts[field], counts['found']):.3f}" for field in FIELDS)
        print(f"{split:9} {counts['sentences']} sentences, {counts['with a promise']} with a promise")
        print(
            f"  promises  recall {recall(counts):.3f} precision {precision(counts):.3f} · right where found: {fields}"
        )
        print(f"  meetings  recall {recall(counts, 'meeting '):.3f} precision {precision(counts, 'meeting '):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
