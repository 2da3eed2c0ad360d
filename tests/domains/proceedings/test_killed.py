"""Kill -9 while somebody decides and writes: whatever was acknowledged stands, and the log's chain is whole."""

import importlib.util
import random
import shutil
import sys
from pathlib import Path

import pytest

from tests.house import database_like

ROOT = Path(__file__).resolve().parents[3]
_spec = importlib.util.spec_from_file_location("bench_killing", ROOT / "bench" / "killing.py")
killing = importlib.util.module_from_spec(_spec)
sys.modules["bench_killing"] = killing
_spec.loader.exec_module(killing)


@pytest.fixture(scope="module")
def trial(tmp_path_factory, ready_house):
    """A house in which ten writers were killed, each at a moment of its own."""
    folder, chance = tmp_path_factory.mktemp("killed") / "data", random.Random(20)
    shutil.copytree(ready_house.environment["RAADHUS_DATA"], folder)
    with database_like(ready_house.environment["DATABASE_URL"]) as database:
        made = killing.Trial(folder, database)
        for _ in range(10):
            made.kill_once(chance)
        yield made


def test_ten_kills_at_random_moments_lose_nothing_that_was_acknowledged(trial):
    assert trial.faults() == []
    assert len(trial.told) > trial.kills  # or the kills came too early to show anything


def test_the_check_sees_what_is_lost(trial):
    kind, key, revision = next(one for one in trial.told if one[0] == "text")
    trial.told.append((kind, key, revision + 10_000))
    assert trial.faults() == [f"lost: text {key} revision {revision + 10_000}", f"went back: text {key}"]
