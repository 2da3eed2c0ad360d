"""What every test may lean on."""

import importlib
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connection
from pytest_django.plugin import blocking_manager_key

SERVER = os.environ.get("RAADHUS_TEST_POSTGRESQL") or os.environ.get("DATABASE_URL")
STORED = {"db", "transactional_db", "ready_house"}  # who asks for one of these touches the database
STANDS = ("foundation.audit.migrations.0002_rows_stand", "domains.proceedings.migrations.0002_sealed_stands")
SHARED = Path(__file__).resolve().parent.parent.parent / "shared"

pytest_plugins = ["tests.cast", "tests.house"]


def pytest_configure() -> None:
    """Weak passwords and no look through all static files: a house does that seldom, the tests would do it each."""
    Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost = 1, 8
    Argon2PasswordHasher.parallelism = 1
    settings.WHITENOISE_AUTOREFRESH = True
    if SERVER:
        connection.ops.__class__.sql_flush = _deletes


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a server, only what touches the database is run: the rest was run beside SQLite and is the same here."""
    if not SERVER:
        return
    kept = [item for item in items if item.get_closest_marker("django_db") or STORED & set(item.fixturenames)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def _deletes(_operations: object, _style: object, tables: list[str], **_: bool) -> list[str]:
    """What empties tables with a few rows each; TRUNCATE makes each of them anew, which takes a hundred times longer.
    Keys are looked at when the transaction ends, so the order does not matter."""
    return [f'DELETE FROM "{table}"' for table in tables]


@pytest.fixture(autouse=True)
def _let_the_flush_through(request):
    """After a test with real transactions the tables are emptied, which the triggers of what stands would refuse."""
    if not _is_with_real_transactions(request.node):
        yield
        return
    request.getfixturevalue("transactional_db")  # so that this ends before the tables are emptied
    yield
    _triggers("take_down")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None):
    """The triggers stand again before the next test, whatever kind of test that is."""
    given = yield
    if nextitem and _is_with_real_transactions(item):  # after the last one the tables are gone
        with item.config.stash[blocking_manager_key].unblock():
            _triggers("put_up")
    return given


def _is_with_real_transactions(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    asked = {"transactional_db", "live_server"} & set(item.fixturenames)
    return bool(asked or (marker and marker.kwargs.get("transaction")))


def _triggers(act: str) -> None:
    with connection.schema_editor() as editor:
        for name in STANDS:
            getattr(importlib.import_module(f"raadhus.{name}"), act)(None, editor)
