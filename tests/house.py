"""A house of a test's own, with real processes upon it.

On SQLite the database is a file in the test's folder; on PostgreSQL it is made on the server and dropped again.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

ROOT = Path(__file__).resolve().parents[1]


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


SERVER = os.environ.get("RAADHUS_TEST_POSTGRESQL") or os.environ.get("DATABASE_URL") or ""


@contextmanager
def database_like(template: str) -> Iterator[str]:
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


def made_once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The folder `name` as `make` left it: the first worker of the run makes it, the others wait for it."""
    root = tmp_path_factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    folder, half = root / name, root / f"{name}.half"
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            shutil.rmtree(half, ignore_errors=True)
            half.mkdir()
            make(half)
            half.rename(folder)
    return folder


def empty_tables(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> None:
    """Copy a database into `folder` that has all its tables and nothing in them."""

    def make(new: Path) -> None:
        _told(House(new, ""), "-m", "django", "migrate", "--verbosity", "0")

    shutil.copytree(made_once(tmp_path_factory, "tables", make), folder, dirs_exist_ok=True)


def _told(house: House, *arguments: str) -> None:
    status, told = house.run(*arguments)
    assert status == 0, told


@pytest.fixture(scope="session")
def ready_house(tmp_path_factory) -> Iterator[House]:
    """A house as `raadhus setup` leaves it; nobody acts in it."""
    with database_like("") as database:

        def make(folder: Path) -> None:
            if not database:
                empty_tables(tmp_path_factory, folder)
            _told(House(folder, database), "-m", "raadhus", "setup")

        name = "ready" if not database else f"ready_{database.rpartition('/')[2]}"
        yield House(made_once(tmp_path_factory, name, make), database)


@pytest.fixture
def house(ready_house, tmp_path) -> Iterator[House]:
    """A set-up house of the test's own."""
    shutil.copytree(ready_house.environment["RAADHUS_DATA"], tmp_path / "data")
    with database_like(ready_house.environment["DATABASE_URL"]) as database:
        yield House(tmp_path / "data", database)
