"""Real processes on a database of their own: killed at any moment, and two at once.

On SQLite the database is a file in the test's folder; on PostgreSQL it is made on the server and dropped again.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from tests.samples.synthetic import minutes_text

ROOT = Path(__file__).resolve().parents[3]
LOOKED = """
import django, json; django.setup()
from raadhus.domains.meetings.models import Body, Item, Meeting, Version
from raadhus.domains.meetings.queries import broken_meetings
from raadhus.foundation.audit.queries import verify_chain
from raadhus.foundation.files.models import StoredFile
from raadhus.foundation.files.queries import damaged_files
faults = [*broken_meetings(), *map(str, damaged_files())]
counted = [model.objects.count() for model in (Body, Meeting, Version, StoredFile, Item)]
print(json.dumps([counted, faults, verify_chain().first_broken]))
"""
WHOLE_DRAWER = [4, 24, 24, 24, 240]


class House:
    """A set-up data folder, and the `raadhus` command upon it."""

    def __init__(self, folder: Path, database: str) -> None:
        self.environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "src"),
            "RAADHUS_DATA": str(folder),
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "raadhus.config.settings",
        }

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *arguments: str) -> tuple[int, str]:
        process = self.start(*arguments)
        told, _ = process.communicate(timeout=120)
        return process.returncode, told

    def counted(self) -> list[int]:
        """Bodies, meetings, versions, files and items, where all of them are as the log and the checksums say."""
        status, told = self.run("-c", LOOKED)
        assert status == 0, told
        counted, faults, first_broken = json.loads(told)
        assert (faults, first_broken) == ([], None)
        return counted


SERVER = os.environ.get("RAADHUS_TEST_POSTGRESQL") or os.environ.get("DATABASE_URL") or ""


@contextmanager
def _database(template: str) -> Iterator[str]:
    """The address of a new database on the server, made like `template`; empty where SQLite is used."""
    if not SERVER:
        yield ""
        return
    import psycopg

    name = f"raadhus_try_{uuid4().hex}"
    like = template.rpartition("/")[2] or "template1"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        yield f"{SERVER.rpartition('/')[0]}/{name}"
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def ready(tmp_path_factory) -> Iterator[House]:
    """A house as `raadhus setup` leaves it; nobody acts in it."""
    with _database("") as database:
        made = House(tmp_path_factory.mktemp("ready") / "data", database)
        status, told = made.run("-m", "raadhus", "setup")
        assert status == 0, told
        yield made


@pytest.fixture
def house(ready, tmp_path) -> Iterator[House]:
    shutil.copytree(ready.environment["RAADHUS_DATA"], tmp_path / "data")
    with _database(ready.environment["DATABASE_URL"]) as database:
        yield House(tmp_path / "data", database)


@pytest.fixture
def drawer(tmp_path) -> Path:
    """Twenty-four minutes of ten items, in four bodies."""
    folder = tmp_path / "drawer"
    folder.mkdir()
    for number in range(24):
        (folder / f"{number:02}.txt").write_text(minutes_text(number))
    return folder


def test_an_import_killed_at_any_moment_leaves_whole_meetings_or_none(house, drawer):
    chance, imported = random.Random(2022), []
    for _ in range(5):
        imported.append(_killed_after(house, drawer, lines=chance.randint(0, 3), pause=chance.random() * 0.04))
        bodies, meetings, versions, files, items = house.counted()
        assert meetings == versions == files
        assert items == 10 * meetings
        assert bodies <= 4
    assert any(0 < number < 24 for number in imported)  # or the kills came too late to show anything
    status, told = house.run("-m", "raadhus", "import", str(drawer))
    assert status == 0, told
    assert house.counted() == WHOLE_DRAWER


def _killed_after(house: House, drawer: Path, *, lines: int, pause: float) -> int:
    """Kill -9 an import `pause` seconds after it told of `lines` new meetings; returns how many it had told of."""
    process = house.start("-m", "raadhus", "import", str(drawer))
    assert process.stdout
    told = 0
    for line in process.stdout:
        told += "er læst ind." in line
        if told >= lines:
            break
    time.sleep(pause)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    return told


def test_two_imports_at_once_double_nothing(house, drawer):
    backwards = sorted(drawer.iterdir(), reverse=True)
    both = [
        house.start("-m", "raadhus", "import", str(drawer)),
        house.start("-m", "raadhus", "import", *map(str, backwards)),
    ]
    told = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], "\n".join(told)
    assert house.counted() == WHOLE_DRAWER


def test_two_imports_of_one_document_in_two_formats_store_it_once(house, tmp_path):
    text = minutes_text(1)
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "b.txt").write_text(text + "\n\n")
    both = [house.start("-m", "raadhus", "import", str(tmp_path / name)) for name in ("a.txt", "b.txt")]
    told = "".join(process.communicate(timeout=120)[0] for process in both)
    assert told.count("er læst ind.") == 1, told
    assert told.count("Indholdet er det samme") == 1, told
    assert house.counted() == [1, 1, 1, 1, 10]
