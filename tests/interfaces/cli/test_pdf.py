"""`raadhus pdf`: a file → its paper."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from raadhus.interfaces.cli.main import main
from tests.pure.documents.write.pdf_checks import broken_rules, words_of

MINUTES = """REFERAT Chefforum d. 20-01-2022

Mødedato Torsdag d. 20. januar 2022 kl. 09:00

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


def test_minutes_become_a_pdf_that_keeps_every_rule(minutes: Path, tmp_path: Path) -> None:
    out = tmp_path / "referat.pdf"
    result = run("pdf", minutes, "--out", out)
    assert (result.exit_code, result.output) == (0, "")
    pdf = out.read_bytes()
    assert "Punkt 1: CF - Godkendelse af dagsorden 00.01.00-A21-2-21 Beslutning Godkendt." in words_of(pdf)
    assert broken_rules(pdf) == []


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_the_name_to_write_to_says_whether_it_is_a_word_file_or_a_web_page(
    minutes: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"referat.{ending}"
    assert run("pdf", minutes, "--out", out).exit_code == 0
    read = json.loads(run("read", "--json", out).stdout)
    assert (read["kind"], read["starts_at"]) == ("minutes", "2022-01-20T09:00")
    assert [(one["title"], one["decision"]["outcome"]) for one in read["items"]] == [
        ("CF - Godkendelse af dagsorden", "approved")
    ]


def test_the_same_file_gives_the_same_bytes(minutes: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        run("pdf", minutes, "--out", tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_file_that_is_no_minutes_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    recipe = tmp_path / "opskrift.txt"
    recipe.write_text("Kog vandet.\n\nKom risene i.\n")
    result = run("pdf", recipe, "--out", tmp_path / "ud.pdf")
    assert result.exit_code == 1
    assert result.stderr == "»opskrift.txt« er ikke en dagsorden eller et referat: der er ingen punkter i den.\n"
    assert not (tmp_path / "ud.pdf").exists()


def test_a_place_that_cannot_be_written_is_refused_with_a_sentence(minutes: Path, tmp_path: Path) -> None:
    result = run("pdf", minutes, "--out", tmp_path / "findes" / "ikke.pdf")
    assert result.exit_code == 1
    assert "kan ikke skrives. Vælg en mappe" in result.stderr


def test_lines_that_were_not_understood_are_told_and_stand_in_front(minutes: Path, tmp_path: Path) -> None:
    minutes.write_text("Stemplet og journaliseret af nogen\n\n" + MINUTES)
    out = tmp_path / "referat.pdf"
    result = run("pdf", minutes, "--out", out)
    assert "1 af linjerne står for sig selv forrest" in result.stderr
    assert "Ikke forstået ved læsningen Stemplet og journaliseret af nogen" in words_of(out.read_bytes())


def test_it_needs_no_django(minutes: Path, tmp_path: Path) -> None:
    code = f"""
import sys
from click.testing import CliRunner
from raadhus.interfaces.cli.main import main
result = CliRunner().invoke(main, ["pdf", {str(minutes)!r}, "--out", {str(tmp_path / "x.pdf")!r}])
sys.exit(result.exit_code or "django" in sys.modules)
"""
    environment = {"PYTHONPATH": str(Path(__file__).parents[3] / "src")}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0
