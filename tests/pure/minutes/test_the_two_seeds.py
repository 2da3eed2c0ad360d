"""The two seeds give what their gold files say, in every fact. They lie beside the repository and may be absent."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from raadhus.pure.kernel.source_text import SourceText, lines_of
from raadhus.pure.minutes.read import read_minutes, read_with_ledger
from raadhus.pure.minutes.structure import as_json

SHARED = Path(__file__).parents[4] / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
pytestmark = pytest.mark.skipif(not SEEDS, reason="../shared/seeds is not on this machine")


def seed(path: Path) -> SourceText:
    return lines_of(path.read_text(encoding="utf-8"), name=path.name)


def gold(path: Path) -> dict[str, Any]:
    return json.loads((SHARED / "seeds" / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))


@pytest.fixture(params=SEEDS, ids=lambda path: path.stem[:3])
def both(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    return as_json(read_minutes(seed(request.param))), gold(request.param)


def without(item: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key not in keys}


def test_what_is_read_fits_the_contract(both):
    schema = json.loads((SHARED / "contracts" / "minutes.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(both[0])


def test_the_meeting_is_the_gold_meeting(both):
    read, right = both
    for name in ("source", "kind", "body", "starts_at", "place", "not_understood"):
        assert read[name] == right[name], name
    assert len(read["items"]) == len(right["items"])


def test_every_item_title_number_case_section_recommendation_and_attachment_is_the_gold_one(both):
    for read, right in zip(both[0]["items"], both[1]["items"], strict=True):
        for section in read["sections"]:
            del section["lines"]
        left_out = ("decision", "commitments", "references")
        assert without(read, *left_out) == without(right, *left_out)


def test_every_decision_has_the_gold_words_and_outcome(both):
    for read, right in zip(both[0]["items"], both[1]["items"], strict=True):
        decision, expected = read["decision"], right["decision"]
        assert decision["text"] == expected["text"]
        assert decision["outcome"] in [expected["outcome"], *expected.get("outcome_also", [])]
        assert [point["number"] for point in decision["points"]] == [point["number"] for point in expected["points"]]
        for point, expected_point in zip(decision["points"], expected["points"], strict=True):
            assert point["outcome"] in [expected_point["outcome"], *expected_point.get("outcome_also", [])]
            assert point["text"] in decision["text"]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_no_line_of_a_seed_is_lost(path):
    source = seed(path)
    assert read_with_ledger(source)[1].lost(source) == []


def overlaps(one: str, other: str) -> bool:
    """Whether two quotes are of the same stretch: the shorter, or most of its words, stands in the longer."""
    words, others = one.casefold().split(), set(other.casefold().split())
    return sum(word in others for word in words) >= 0.6 * len(words)


def windows_agree(one: list[str] | None, other: list[str] | None) -> bool:
    """Whether both say nothing of a day, or name windows that have a day in common."""
    return one == other if one is None or other is None else one[0] <= other[1] and other[0] <= one[1]


def same_promise(read: dict[str, Any], right: dict[str, Any]) -> bool:
    return (
        overlaps(right["quote"], read["quote"])
        and all(read[key] == right[key] for key in ("kind", "who", "body", "found_in"))
        and windows_agree(read["due"], right["due"])
    )


def same_reference(read: dict[str, Any], right: dict[str, Any]) -> bool:
    return overlaps(read["quote"], right["quote"]) and without(read, "quote") == without(right, "quote")


def test_every_promise_is_found_and_none_is_invented(both):
    for read, right in zip(both[0]["items"], both[1]["items"], strict=True):
        assert len(read["commitments"]) == len(right["commitments"]), read["title"]
        for expected in right["commitments"]:
            assert any(same_promise(one, expected) for one in read["commitments"]), expected


def test_every_reference_to_a_meeting_is_found_and_none_is_invented(both):
    for read, right in zip(both[0]["items"], both[1]["items"], strict=True):
        assert len(read["references"]) == len(right["references"]), read["title"]
        for expected in right["references"]:
            assert any(same_reference(one, expected) for one in read["references"]), expected
