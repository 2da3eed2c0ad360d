"""`raadhus read`: one line a file on standard output, one sentence a failure on standard error."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from raadhus.interfaces.cli.main import COMMANDS, main

MINUTES = """REFERAT Chefforum d. 20-01-2022

Mødedato Torsdag d. 20. januar 2022 kl. 09:00

Mødested Mødelokale 1

Punkt 1: CF - Godkendelse af dagsorden

00.01.00-A21-2-21

Beslutning

Godkendt.
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "referat.txt"
    path.write_text(MINUTES)
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_each_file_is_one_json_object_on_a_line_in_the_order_given(minutes: Path, tmp_path: Path) -> None:
    second = tmp_path / "a.txt"
    second.write_text(MINUTES.replace("Chefforum", "Direktørforum"))
    result = run("read", minutes, second, "--json")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["source"] for one in found] == [str(minutes), str(second)]
    assert [one["body"] for one in found] == ["Chefforum", "Direktørforum"]
    assert found[0]["items"][0]["case_number"] == "00.01.00-A21-2-21"
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_read(minutes: Path, tmp_path: Path) -> None:
    empty = tmp_path / "tom.pdf"
    empty.touch()
    result = run("read", tmp_path / "nix.pdf", minutes, empty, "--json")
    assert result.stderr.splitlines() == [
        "»nix.pdf« findes ikke. Kontrollér stien og navnet.",
        "»tom.pdf« er tom (0 byte). Hent eller gem filen igen.",
    ]
    assert [json.loads(line)["kind"] for line in result.stdout.splitlines()] == ["minutes"]
    assert result.exit_code == 1


def test_without_json_a_person_sees_what_stands_in_it(minutes: Path) -> None:
    lines = run("read", minutes).stdout.splitlines()
    assert lines == [
        f"{minutes}: referat",
        "  Chefforum, 2022-01-20 kl. 09:00, Mødelokale 1",
        "  1. CF - Godkendelse af dagsorden (00.01.00-A21-2-21)",
        "  1 punkt, 0 løfter",
    ]


def test_reading_needs_no_django() -> None:
    code = "import sys; import raadhus.interfaces.cli.read; print('django' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert done.stdout == "False\n"


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_every_command_has_help_in_danish(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Brug: ")
    assert "Vis denne hjælp." in result.stdout
    assert "Usage" not in result.stdout
    assert "Options" not in result.stdout


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["laes"], "Kommandoen findes ikke"),
        (["read"], "Der mangler FIL…."),
        (["read", "--jsn", "x"], "Tilvalget --jsn findes ikke."),
    ],
)
def test_what_was_typed_wrong_is_said_in_danish(typed: list[str], says: str) -> None:
    result = run(*typed)
    assert result.stderr.startswith(says)
    assert "--help" in result.stderr
    assert result.exit_code == 2
