"""What a linter cannot see: keys point down, only `changes` writes, only interfaces know the clock, files are small."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import Model

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "raadhus"

# From the bottom up; neighbours on one line are strangers. A key points to its own line's own app or further down.
LAYERS = [
    ["audit"],
    ["accounts"],
    ["files", "jobs"],
    ["mail"],
    ["organisation"],
    ["cases"],
    ["followup"],
    ["meetings"],
    ["proceedings"],
    ["search", "publishing"],
]
ALL_PURPOSE = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "managers", "handlers"}
WRITES = {
    "save",
    "delete",
    "create",
    "create_user",
    "create_superuser",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}
CLOCKS = {"now", "utcnow", "today", "localtime", "localdate", "gmtime", "time_ns"}


def _modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path.relative_to(PACKAGE), ast.parse(path.read_text())


MODULES = list(_modules())


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _writes_rows(call: ast.Call) -> bool:
    """Whether the call looks like a write of rows. A dict's or a hash's `update` takes what it takes by position."""
    if not isinstance(call.func, ast.Attribute):
        return False
    return call.func.attr in WRITES or (call.func.attr == "update" and bool(call.keywords) and not call.args)


def _reads_the_clock(call: ast.Call) -> bool:
    function = call.func
    if isinstance(function, ast.Attribute):
        is_time_time = function.attr == "time" and isinstance(function.value, ast.Name) and function.value.id == "time"
        return function.attr in CLOCKS or is_time_time
    return isinstance(function, ast.Name) and function.id in CLOCKS


def _may_write(path: Path) -> bool:
    room = path.parts[2:]  # after band and domain
    return bool(room) and (room[0] in {"changes", "changes.py"} or path.parts[1:] == ("audit", "record.py"))


def _rank(label: str) -> int:
    return next(rank for rank, apps_there in enumerate(LAYERS) if label in apps_there)


def test_every_app_with_tables_has_its_layer() -> None:
    ours = {model._meta.app_label for model in apps.get_models() if model.__module__.startswith("raadhus.")}
    assert ours == {label for layer in LAYERS for label in layer}


def test_foreign_keys_point_down() -> None:
    upward = []
    for model in apps.get_models():
        if not model.__module__.startswith("raadhus."):
            continue
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if field.auto_created or target is None or not target.__module__.startswith("raadhus."):
                continue
            here, there = model._meta.app_label, target._meta.app_label
            if here != there and _rank(there) >= _rank(here):
                upward.append(f"{model.__name__}.{field.name} → {target.__name__}")
    assert upward == []


def test_rows_are_written_only_in_changes() -> None:
    bands = {"domains", "foundation", "interfaces"}
    found = [
        f"{path}:{call.lineno}"
        for path, tree in MODULES
        if path.parts[0] in bands and not _may_write(path)
        for call in _calls(tree)
        if _writes_rows(call)
    ]
    assert found == []


def test_the_clock_is_read_only_in_interfaces() -> None:
    found = [
        f"{path}:{call.lineno}"
        for path, tree in MODULES
        if path.parts[0] != "interfaces" and path.parts[:2] != ("foundation", "jobs")
        for call in _calls(tree)
        if _reads_the_clock(call)
    ]
    assert found == []
    assert not any("auto_now" in (PACKAGE / path).read_text() for path, _ in MODULES if path.name == "models.py")


def test_no_module_is_called_after_nothing() -> None:
    parts = {part.removesuffix(".py") for path, _ in MODULES for part in path.parts}
    assert parts & ALL_PURPOSE == set()


def test_files_have_at_most_400_lines() -> None:
    long = {str(path): lines for path, _ in MODULES if (lines := (PACKAGE / path).read_text().count("\n")) > 400}
    assert long == {}


def test_functions_have_at_most_50_lines() -> None:
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path, tree in MODULES
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _length(node) > 50
    ]
    assert long == []


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_except_is_bare_and_no_signal_is_used() -> None:
    bare = [
        f"{path}:{node.lineno}"
        for path, tree in MODULES
        for node in ast.walk(tree)
        if (isinstance(node, ast.ExceptHandler) and node.type is None)
        or (isinstance(node, ast.ImportFrom) and node.module in {"django.db.models.signals", "django.dispatch"})
    ]
    assert bare == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(path) for path, tree in MODULES if tree.body and path.name != "apps.py" and not ast.get_docstring(tree)
    ]
    assert [path for path in silent if path != "__main__.py"] == []


def test_every_import_contract_is_kept() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        env={"PYTHONPATH": "src", "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("line", "is_write"),
    [
        ("row.save()", True),
        ("Item.objects.filter(pk=1).update(title='x')", True),
        ("Item.objects.bulk_create(rows)", True),
        ("hash.update(data)", False),
        ("facts.update({'a': 1})", False),
        ("create(1)", False),
    ],
)
def test_what_counts_as_a_write(line: str, is_write: bool) -> None:
    assert any(_writes_rows(call) for call in _calls(ast.parse(line))) is is_write


@pytest.mark.parametrize(
    ("line", "is_read"),
    [
        ("timezone.now()", True),
        ("datetime.now(UTC)", True),
        ("date.today()", True),
        ("time.time()", True),
        ("now()", True),
        ("time.monotonic()", False),
        ("self.time()", False),
    ],
)
def test_what_counts_as_reading_the_clock(line: str, is_read: bool) -> None:
    assert any(_reads_the_clock(call) for call in _calls(ast.parse(line))) is is_read


def test_rows_with_an_order_of_their_own_never_stand_in_doubt() -> None:
    """Two rows with one position come as they lie on the disk: on PostgreSQL now this way, now that."""
    doubtful = [model.__name__ for model in apps.get_models() if _is_ours(model) and not _order_is_total(model)]
    assert doubtful == []


def _is_ours(model: type[Model]) -> bool:
    return model.__module__.startswith("raadhus.")


def _order_is_total(model: type[Model]) -> bool:
    last = model._meta.ordering[-1].lstrip("-") if model._meta.ordering else "pk"
    unique = {field for one in model._meta.total_unique_constraints for field in one.fields}
    return last == "pk" or last in unique


@pytest.mark.django_db
def test_every_table_is_as_its_migrations_make_it() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
