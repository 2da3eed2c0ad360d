"""`raadhus setup`, `import` and `verify`, run as an operator runs them."""

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples.synthetic import minutes_text

ROOT = Path(__file__).resolve().parents[3]


def _raadhus(data: Path, *arguments: str) -> tuple[int, str]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "RAADHUS_DATA": str(data)}
    done = subprocess.run(
        [sys.executable, "-m", "raadhus", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
    )
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Path:
    """A data folder with two minutes in it; the tests below only add to it or look at it."""
    folder = tmp_path_factory.mktemp("cli")
    data = folder / "data"
    status, told = _raadhus(data, "setup", "--administrator", "mette")
    assert (status, told.count("Administrator: mette"), told.count("Kodeord (vises kun nu): ")) == (0, 1, 1), told
    (folder / "drawer").mkdir()
    for number in (0, 1):
        (folder / "drawer" / f"{number}.txt").write_text(minutes_text(number))
    (folder / "drawer" / "billede.png").write_bytes(b"no minutes")
    status, told = _raadhus(data, "import", str(folder / "drawer"))
    assert status == 0, told
    assert told.splitlines() == [
        "[1/2] 0.txt: 10 punkter er læst ind.",
        "[2/2] 1.txt: 10 punkter er læst ind.",
        "2 nye møder.",
    ]
    return folder


def test_setting_up_again_shows_no_password_and_changes_nothing(house):
    key = (house / "data" / "secret_key").read_text()
    status, told = _raadhus(house / "data", "setup")
    assert status == 0
    assert "Administrator: findes" in told
    assert "Kodeord" not in told
    assert (house / "data" / "secret_key").read_text() == key


def test_the_key_and_the_folder_are_the_owners_alone(house):
    assert stat.S_IMODE((house / "data" / "secret_key").stat().st_mode) == 0o600
    assert stat.S_IMODE((house / "data").stat().st_mode) == 0o700


def test_what_is_no_minutes_is_refused_with_a_sentence_and_the_rest_is_read(house):
    (house / "brev.txt").write_text("Kære Bo\n\nTak for sidst.\n\nHilsen Ida\n")
    known = house / "drawer" / "0.txt"
    status, told = _raadhus(house / "data", "import", str(house / "brev.txt"), str(known), str(house / "mangler.pdf"))
    assert status == 1
    assert sorted(line[:5] for line in told.splitlines()[:-1]) == ["[1/3]", "[2/3]", "[3/3]"]
    assert "brev.txt: Filen ligner hverken en dagsorden eller et referat" in told
    assert "0.txt: Filen er læst ind før; intet er ændret." in told
    assert told.splitlines()[-1] == "1 kendt fil, 2 afviste."


def test_a_house_that_is_not_set_up_says_so(tmp_path):
    for command in ("import", "verify"):
        status, told = _raadhus(tmp_path / "nowhere", command, *(["a.txt"] if command == "import" else []))
        assert status == 1
        assert "kør »raadhus setup« først" in told


@pytest.mark.skipif(bool(os.environ.get("DATABASE_URL")), reason="acts upon the SQLite file")
def test_verify_names_the_first_broken_row_the_damaged_file_and_the_changed_meeting(house, tmp_path):
    import shutil

    data = shutil.copytree(house / "data", tmp_path / "data")
    status, told = _raadhus(data, "verify")
    assert status == 0
    assert told.startswith("Loggen er ubrudt: ")
    with sqlite3.connect(data / "raadhus.sqlite3") as connection:
        connection.execute("DROP TRIGGER audit_row_stands_UPDATE")
        connection.execute("UPDATE audit_entry SET actor = 'en anden' WHERE number = 3")
        connection.execute("UPDATE meetings_item SET title = 'x' WHERE id = (SELECT min(id) FROM meetings_item)")
    (kept,) = list((data / "files").glob("*/*"))[:1]
    kept.write_bytes(b"noget andet")
    status, told = _raadhus(data, "verify")
    assert status == 1
    assert told.splitlines()[0] == "Loggens række 3 er ændret."
    assert told.count("mangler eller er beskadiget; hent den fra en sikkerhedskopi.") == 1
    assert told.count("er ændret uden om loggen.") == 1
