"""A house of a test's own, with real processes upon it.

On SQLite the database is a file in the test's folder; on PostgreSQL it is made on the server and dropped again.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings

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
TABLES = "RAADHUS_TEST_TABLES"  # names the run's database that has all tables and nothing in them, on the server


def pytest_configure(config: pytest.Config) -> None:
    os.environ.setdefault(TABLES, f"raadhus_tables_{uuid4().hex}")  # the workers have it from who started them


def pytest_unconfigure(config: pytest.Config) -> None:
    if SERVER and not hasattr(config, "workerinput"):
        _on_server(f'DROP DATABASE IF EXISTS "{os.environ[TABLES]}" WITH (FORCE)')


def _on_server(order: str) -> None:
    import psycopg

    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(order)


def _address_of(name: str) -> str:
    return f"{SERVER.rpartition('/')[0]}/{name}"


@contextmanager
def database_like(template: str) -> Iterator[str]:
    """The address of a new database on the server, made like `template`; empty where SQLite is used."""
    if not SERVER:
        yield ""
        return
    name = f"raadhus_try_{uuid4().hex}"
    _on_server(f'CREATE DATABASE "{name}" TEMPLATE "{template.rpartition("/")[2]}"')
    yield _address_of(name)
    _on_server(f'DROP DATABASE "{name}" WITH (FORCE)')


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


def tables(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The house, made once in a run, whose database has all its tables and nothing in them."""
    database = _address_of(os.environ[TABLES]) if SERVER else ""

    def make(new: Path) -> None:
        if database:
            _on_server(f'CREATE DATABASE "{os.environ[TABLES]}"')
        _told(House(new, database), "-m", "django", "migrate", "--verbosity", "0")

    return House(made_once(tmp_path_factory, "tables", make), database)


def empty_tables(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> None:
    """Copy an SQLite database into `folder` that has all its tables and nothing in them."""
    shutil.copytree(tables(tmp_path_factory).environment["RAADHUS_DATA"], folder, dirs_exist_ok=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory) -> Iterator[None]:
    """The tests' own database begins as a copy of those tables: to make them takes seconds, in every process."""
    made = tables(tmp_path_factory).environment
    if SERVER:
        settings.DATABASES["default"].setdefault("TEST", {})["TEMPLATE"] = os.environ[TABLES]
        yield
        return
    import sqlite3

    with closing(sqlite3.connect("file:memorydb_default?mode=memory&cache=shared", uri=True)) as memory:
        with closing(sqlite3.connect(Path(made["RAADHUS_DATA"]) / "raadhus.sqlite3")) as kept:
            kept.backup(memory)
        yield  # what is in memory lasts as long as somebody is connected to it


def _told(house: House, *arguments: str) -> None:
    status, told = house.run(*arguments)
    assert status == 0, told


@pytest.fixture(scope="session")
def ready_house(tmp_path_factory) -> Iterator[House]:
    """A house as `raadhus setup` leaves it; nobody acts in it."""
    made = tables(tmp_path_factory).environment
    with database_like(made["DATABASE_URL"]) as database:

        def make(folder: Path) -> None:
            shutil.copytree(made["RAADHUS_DATA"], folder, dirs_exist_ok=True)
            _told(House(folder, database), "-m", "raadhus", "setup")

        name = "ready" if not database else f"ready_{database.rpartition('/')[2]}"
        yield House(made_once(tmp_path_factory, name, make), database)


@pytest.fixture
def house(ready_house, tmp_path) -> Iterator[House]:
    """A set-up house of the test's own."""
    shutil.copytree(ready_house.environment["RAADHUS_DATA"], tmp_path / "data")
    with database_like(ready_house.environment["DATABASE_URL"]) as database:
        yield House(tmp_path / "data", database)
