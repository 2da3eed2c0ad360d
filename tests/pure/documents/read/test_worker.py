"""The reading child: what it returns, what it works ahead, and how it survives."""

import os
from pathlib import Path

import pytest

from raadhus.pure.documents.read import Limits, ReadingWorker, read_bounded, read_file
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.kernel.source_text import SourceText
from tests.pure.documents.read import after_reading
from tests.pure.documents.read.makers import pdf


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in range(5)]
    for number, path in enumerate(paths):
        path.write_text(f"Punkt {number}\n\nGodkendt.")
    return paths


def test_the_child_reads_as_we_would_ourselves(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf("*Punkt 1*\n\nGodkendt.\n#pagebreak()\nPunkt 2"))
    assert read_bounded(path) == read_file(path)


def test_the_same_child_reads_on_until_it_is_worn(files: list[Path]) -> None:
    with ReadingWorker(then=after_reading.own_process, limits=Limits(documents_a_child=2)) as worker:
        first, second, third = (worker.read(path) for path in files[:3])
    assert first == second != third
    assert os.getpid() not in (first, third)


def test_what_comes_after_reading_is_done_in_the_child(files: list[Path]) -> None:
    with ReadingWorker(then=after_reading.first_line) as worker:
        assert worker.read(files[3]) == after_reading.FirstLine("3.txt", "Punkt 3")


def test_many_come_in_order_with_the_refused_among_them(files: list[Path], tmp_path: Path) -> None:
    paths = [files[0], tmp_path / "x.pdf", *files[1:]]
    with ReadingWorker() as worker:
        found = list(worker.read_many(paths))
    assert [type(answer) for answer in found] == [SourceText, Refused, *[SourceText] * 4]
    assert str(found[1]) == "»x.pdf« findes ikke. Kontrollér stien og navnet."
    assert found[5].name == "4.txt"


def test_no_more_than_two_files_are_asked_for_ahead(files: list[Path]) -> None:
    asked: list[Path] = []

    def one_by_one():
        for path in files:
            asked.append(path)
            yield path

    with ReadingWorker() as worker:
        many = worker.read_many(one_by_one())
        assert next(many).name == "0.txt"
        assert asked == files[:3]
        many.close()
        assert worker.read(files[4]).name == "4.txt"


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(files: list[Path]) -> None:
    with ReadingWorker(then=after_reading.sleep_over_the_first, limits=Limits(wall_seconds=1.5)) as worker:
        late, early = worker.read_many(files[:2])
    assert str(late) == "»0.txt« var ikke læst efter 1.5 sekunder og er opgivet. Gem filen igen, eller del den op."
    assert early == "1.txt"


def test_a_file_that_wants_too_much_memory_is_refused_and_the_next_is_read(files: list[Path]) -> None:
    with ReadingWorker(then=after_reading.devour_the_first) as worker:
        greedy, modest = worker.read_many(files[:2])
    assert str(greedy) == "»0.txt« kræver for meget hukommelse at læse. Gem filen igen, eller del den op."
    assert modest == "1.txt"


def test_a_file_that_kills_the_child_is_refused_and_the_next_is_read(files: list[Path]) -> None:
    with ReadingWorker(then=after_reading.die_of_the_first) as worker:
        deadly, harmless = worker.read_many(files[:2])
    assert "fik læseprogrammet til at gå ned" in str(deadly)
    assert harmless == "1.txt"


def test_a_bug_is_no_refusal(files: list[Path]) -> None:
    with ReadingWorker(then=after_reading.stumble) as worker, pytest.raises(RuntimeError, match="KeyError: 'stumbled'"):
        worker.read(files[0])


def test_the_child_cannot_make_us_build_what_we_do_not_know(files: list[Path]) -> None:
    with ReadingWorker(then=after_reading.smuggle) as worker, pytest.raises(Exception, match="no dataclass"):
        worker.read(files[0])


def test_what_comes_after_reading_must_be_importable() -> None:
    with pytest.raises(ValueError, match="cannot be imported"):
        ReadingWorker(then=lambda text: text)
