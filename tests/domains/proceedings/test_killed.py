"""Kill -9 while somebody decides and writes: whatever was acknowledged stands, and the log's chain is whole."""

import importlib.util
import os
import random
import sys
from pathlib import Path
from uuid import uuid4

import pytest

ROOT = Path(__file__).resolve().parents[3]
SERVER = os.environ.get("RAADHUS_TEST_POSTGRESQL") or os.environ.get("DATABASE_URL") or ""
_spec = importlib.util.spec_from_file_location("bench_killing", ROOT / "bench" / "killing.py")
killing = importlib.util.module_from_spec(_spec)
sys.modules["bench_killing"] = killing
_spec.loader.exec_module(killing)


@pytest.fixture(scope="module")
def database():
    """An empty database on the server, dropped again; "" where SQLite is used."""
    if not SERVER:
        yield ""
        return
    import psycopg

    name = f"raadhus_kill_{uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield f"{SERVER.rpartition('/')[0]}/{name}"
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def trial(tmp_path_factory, database):
    """A house in which ten writers were killed, each at a moment of its own."""
    made, chance = killing.made(tmp_path_factory.mktemp("killed") / "data", database), random.Random(20)
    for _ in range(10):
        made.kill_once(chance)
    return made


def test_ten_kills_at_random_moments_lose_nothing_that_was_acknowledged(trial):
    assert trial.faults() == []
    assert len(trial.told) > trial.kills  # or the kills came too early to show anything


def test_the_check_sees_what_is_lost(trial):
    kind, key, revision = next(one for one in trial.told if one[0] == "text")
    trial.told.append((kind, key, revision + 10_000))
    assert trial.faults() == [f"lost: text {key} revision {revision + 10_000}", f"went back: text {key}"]
