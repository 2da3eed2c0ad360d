"""What is documented is what there is."""

import subprocess
import sys
from pathlib import Path

import click

from raadhus.interfaces.cli.main import COMMANDS, main

ROOT = Path(__file__).resolve().parent.parent.parent


def test_every_command_stands_in_the_documentation_with_its_present_help() -> None:
    done = subprocess.run(
        [sys.executable, "tools/write_commands.py", "--check"], cwd=ROOT, env={"PYTHONPATH": "src"}, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()


def test_every_command_has_help() -> None:
    with click.Context(main) as root:
        for name in COMMANDS:
            command = main.get_command(root, name)
            assert command is not None
            assert command.help, name


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text()
    assert "make demo" in readme
    assert "make test" in readme


def test_lock_files_name_no_host() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "package-lock.json"):
        text = (ROOT / name).read_text()
        assert "://" not in text, name
