"""`raadhus import`: files → the house. A child process reads ahead; this one stores."""

import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from hashlib import file_digest
from pathlib import Path
from typing import Any

import click

from raadhus.interfaces.cli.house import open_house, refuse_unless_set_up
from raadhus.pure.kernel.errors import Refused

SUFFIXES = {".txt", ".pdf", ".docx", ".html", ".htm"}
_SUMMARY = {
    "new": ("nyt møde", "nye møder"),
    "new_version": ("ny version", "nye versioner"),
    "same_file": ("kendt fil", "kendte filer"),
    "same_content": ("fil med kendt indhold", "filer med kendt indhold"),
    "refused": ("afvist", "afviste"),
}


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FIL…", type=click.Path(path_type=Path))
@click.option(
    "--reading",
    type=click.Choice(["everyone", "signed_in"]),
    default="signed_in",
    help="Hvem der læser åbne punkter i forummer, der er nye: alle (everyone), ellers kun dem, der er logget ind.",
)
def import_minutes(files: tuple[Path, ...], reading: str) -> None:
    """Læs dagsordener og referater (.txt, .pdf, .docx, .html) ind; af en mappe alle sådanne filer.

    Hver fil gemmes helt eller slet ikke, og den samme fil igen ændrer intet. En fil, der ikke er et referat eller en
    dagsorden, afvises med en sætning og gemmes ikke; kommandoen slutter så med status 1.
    """
    open_house()
    refuse_unless_set_up()
    paths = list(_expanded(files))
    tally: Counter[str] = Counter()
    for number, (path, what, sentence) in enumerate(_imported(paths, reading), 1):
        tally[what] += 1
        click.echo(f"[{number}/{len(paths)}] {path.name}: {sentence}", err=what == "refused")
    _catch_up()
    click.echo(_summed(tally))
    sys.exit(1 if tally["refused"] else 0)


def _expanded(files: Iterable[Path]) -> Iterator[Path]:
    for path in files:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
        else:
            yield path


def _imported(paths: Iterable[Path], reading_audience: str) -> Iterator[tuple[Path, str, str]]:
    """For each path, in order, what became of it ("refused" or `Imported.what`) and the sentence."""
    from raadhus.domains.meetings.importing import store_minutes

    for path, answer in _read(paths):
        if isinstance(answer, str):
            yield path, "same_file", answer
            continue
        try:
            if isinstance(answer, Refused):
                raise answer
            stored = store_minutes(answer, source=path, reading_audience=reading_audience, by=_operator(), at=_now())
        except Refused as refused:
            yield path, "refused", str(refused)
        else:
            yield path, stored.what, stored.sentence


def _read(paths: Iterable[Path]) -> Iterator[tuple[Path, Any]]:
    """For each path, in order, its reading, its `Refused`, or a sentence where its bytes are known already."""
    from raadhus.pure.documents.read import ReadingWorker
    from raadhus.pure.minutes.read import read_minutes

    waiting: deque[tuple[Path, bool]] = deque()

    def unknown() -> Iterator[Path]:
        for path in paths:
            is_known = _is_known(path)
            waiting.append((path, is_known))
            if not is_known:
                yield path

    with ReadingWorker(then=read_minutes) as worker:
        for answer in worker.read_many(unknown()):
            yield from _known_before(waiting)
            yield waiting.popleft()[0], answer
        yield from _known_before(waiting)


def _known_before(waiting: deque[tuple[Path, bool]]) -> Iterator[tuple[Path, str]]:
    while waiting and waiting[0][1]:
        yield waiting.popleft()[0], "Filen er læst ind før; intet er ændret."


def _is_known(path: Path) -> bool:
    from raadhus.domains.meetings.queries import version_of_bytes

    try:
        with path.open("rb") as stream:
            checksum = file_digest(stream, "sha256").hexdigest()
    except OSError:
        return False  # the reader says what is wrong with it
    return version_of_bytes(_operator(), checksum) is not None


def _operator() -> Any:
    from raadhus.foundation.accounts.queries import Operator

    return Operator()


def _now() -> Any:
    from django.utils import timezone

    return timezone.now()


def _catch_up() -> None:
    from raadhus.domains.search.changes import catch_up

    catch_up()


def _summed(tally: Counter[str]) -> str:
    parts = [
        f"{tally[what]} {one if tally[what] == 1 else more}" for what, (one, more) in _SUMMARY.items() if tally[what]
    ]
    return ", ".join(parts) + "." if parts else "Der var ingen filer at læse."
