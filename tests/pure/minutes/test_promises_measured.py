"""The figures of bench/promises.py hold: floors on the split that no rule was written on, and the seeds' gold."""

import importlib.util
import json
import random
from datetime import date
from pathlib import Path

import pytest

from raadhus.pure.minutes.adopted import commitments_of
from raadhus.pure.minutes.commitments import find_commitments
from raadhus.pure.minutes.facts import MeetingFacts
from raadhus.pure.minutes.references import find_references
from raadhus.pure.minutes.structure import Decision, DecisionPoint, Recommendation

ROOT = Path(__file__).resolve().parents[3]
GOLD = sorted((ROOT.parent / "shared" / "seeds" / "gold").glob("*.json"))
_spec = importlib.util.spec_from_file_location("bench_promises", ROOT / "bench" / "promises.py")
bench = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(bench)


@pytest.mark.parametrize(("split", "least"), [("write", 150), ("write2", 300), ("measure2", 300), ("held", 600)])
def test_the_annotated_set_is_large_and_at_least_half_of_it_promises_nothing(split, least):
    rows = bench.rows(split)
    assert len(rows) >= least
    assert sum(not row["commitments"] for row in rows) * 2 >= len(rows)


@pytest.mark.parametrize("split", ["write", "write2", "write3", "write4", "write5", "write6"])
def test_the_splits_that_the_rules_were_written_on_are_nearly_all_understood(split):
    counts = bench.measure(split)
    assert bench.recall(counts) >= 0.96
    assert bench.precision(counts) >= 0.97


@pytest.mark.parametrize("split", ["write", "write2", "write3", "write4", "write5", "write6"])
def test_no_sentence_that_rules_are_written_on_is_held_out(split):
    assert not {row["text"] for row in bench.rows(split)} & {row["text"] for row in bench.rows("held")}


def test_the_single_misses_of_what_is_held_out_are_refused():
    with pytest.raises(SystemExit, match="not for looking at"):
        bench.main(["--misses", "measure2"])


def test_recall_and_precision_hold_on_the_split_that_is_only_measured_on():
    counts = bench.measure("held")
    assert bench.recall(counts) >= 0.95
    assert bench.precision(counts) >= 0.945
    assert bench.recall(counts, "meeting ") >= 0.80
    assert bench.precision(counts, "meeting ") >= 0.85


@pytest.mark.parametrize(
    ("split", "recall", "precision"), [("measure", 0.96, 0.94), ("measure2", 0.93, 0.93), ("measure3", 0.95, 0.95)]
)
def test_each_held_out_split_keeps_its_own_figures(split, recall, precision):
    counts = bench.measure(split)
    assert bench.recall(counts) >= recall
    assert bench.precision(counts) >= precision


def test_nothing_is_invented_in_damaged_text():
    rng = random.Random(2022)
    texts = [row["text"] for row in bench.rows("write")]
    meeting = MeetingFacts("Chefforum", date(2022, 1, 20))
    for _ in range(300):
        text = " ".join(rng.sample(texts, 5))
        for _ in range(4):
            at = rng.randrange(len(text))
            text = (
                text[:at]
                + rng.choice(["", "\n", " ", "\n\n- ", ".", text[at : at + 9]])
                + text[at + rng.randrange(12) :]
            )
        for promise in find_commitments(text, meeting=meeting, found_in="decision"):
            assert promise.quote
            assert promise.quote in text
            assert all(name in text for name in promise.who)
            assert promise.body is None or promise.body in {"Chefforum"} or promise.body in text
        for named in find_references(text, meeting=meeting):
            assert named.quote in text
            assert named.body in {"Chefforum"} or named.body in text


@pytest.mark.parametrize("field", ["kind", "who", "due", "body"])
def test_what_is_found_is_found_with_the_right_parts(field):
    counts = bench.measure("held")
    assert counts[field] / counts["found"] >= 0.92


def items():
    for path in GOLD:
        minutes = json.loads(path.read_text(encoding="utf-8"))
        facts = MeetingFacts(minutes["body"], date.fromisoformat(minutes["starts_at"][:10]))
        yield from (pytest.param(item, facts, id=f"{facts.day}-{item['number']}") for item in minutes["items"])


@pytest.mark.parametrize(("item", "facts"), list(items()))
def test_the_seeds_promises_and_meetings_are_found_and_none_invented(item, facts):
    recommended, decided = item["recommendation"], item["decision"]
    recommendation = Recommendation(recommended["by"], tuple(recommended["points"]))
    points = tuple(DecisionPoint(one["number"], one["text"], one["outcome"]) for one in decided["points"])
    decision = Decision(decided["text"], decided["outcome"], points)
    found = commitments_of(recommendation=recommendation, decision=decision, meeting=facts)
    assert [parts_of(one) for one in found] == [parts_of_gold(one) for one in item["commitments"]]
    for one, gold in zip(found, item["commitments"], strict=True):
        assert one.quote.startswith(gold["quote"])
    text = "\n\n".join(section["text"] for section in item["sections"] if section["kind"] != "attachments")
    named = find_references(text, meeting=facts)
    assert {(one.direction, one.body, one.first, one.last) for one in named} == {
        (one["direction"], one["body"], one["from"], one["to"]) for one in item["references"]
    }


def parts_of(one):
    return one.kind, one.who, one.due, one.body, one.found_in


def parts_of_gold(one):
    return one["kind"], tuple(one["who"]), one["due"] and tuple(one["due"]), one["body"], one["found_in"]
