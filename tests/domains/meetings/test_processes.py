"""Real processes on a database of their own: killed at any moment, and two at once."""

import json
import random
import signal
import time
from pathlib import Path

import pytest

from tests.house import House
from tests.samples.synthetic import minutes_text

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


def counted(house: House) -> list[int]:
    """Bodies, meetings, versions, files and items, where all of them are as the log and the checksums say."""
    status, told = house.run("-c", LOOKED)
    assert status == 0, told
    counted, faults, first_broken = json.loads(told)
    assert (faults, first_broken) == ([], None)
    return counted


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
        bodies, meetings, versions, files, items = counted(house)
        assert meetings == versions == files
        assert items == 10 * meetings
        assert bodies <= 4
    assert any(0 < number < 24 for number in imported)  # or the kills came too late to show anything
    status, told = house.run("-m", "raadhus", "import", str(drawer))
    assert status == 0, told
    assert counted(house) == WHOLE_DRAWER


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
    assert counted(house) == WHOLE_DRAWER


def test_two_imports_of_one_document_in_two_formats_store_it_once(house, tmp_path):
    text = minutes_text(1)
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "b.txt").write_text(text + "\n\n")
    both = [house.start("-m", "raadhus", "import", str(tmp_path / name)) for name in ("a.txt", "b.txt")]
    told = "".join(process.communicate(timeout=120)[0] for process in both)
    assert told.count("er læst ind.") == 1, told
    assert told.count("Indholdet er det samme") == 1, told
    assert counted(house) == [1, 1, 1, 1, 10]
