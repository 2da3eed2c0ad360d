"""`raadhus read`: minutes → what stands in them. Needs no database and no server."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from raadhus.pure.documents.read import ReadingWorker
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.minutes.read import read_minutes
from raadhus.pure.minutes.structure import Minutes, as_json

_KINDS = {"agenda": "dagsorden", "minutes": "referat", "unknown": "hverken genkendt som dagsorden eller referat"}


@click.command
@click.argument("files", nargs=-1, required=True, metavar="FIL…", type=click.Path(path_type=Path))
@click.option("--json", "as_lines", is_flag=True, help="Skriv ét JSON-objekt på en linje for hver fil.")
def read(files: tuple[Path, ...], as_lines: bool) -> None:
    """Læs dagsordener og referater (.txt, .pdf, .docx, .html), og skriv, hvad der står i dem.

    Intet gemmes. En fil, der ikke kan læses, får én sætning på standard error; resten læses alligevel, og kommandoen
    slutter med status 1.
    """
    all_read = True
    with ReadingWorker(then=read_minutes) as worker:
        for path, answer in zip(files, worker.read_many(files), strict=True):
            if isinstance(answer, Refused):
                all_read = False
                click.echo(str(answer), err=True)
            else:
                click.echo(_json_line(path, answer) if as_lines else "\n".join(_summary(path, answer)))
    sys.exit(0 if all_read else 1)


def _json_line(path: Path, minutes: Minutes) -> str:
    return json.dumps(as_json(minutes) | {"source": str(path)}, ensure_ascii=False)


def _summary(path: Path, minutes: Minutes) -> Iterator[str]:
    yield f"{path}: {_KINDS.get(minutes.kind, minutes.kind)}"
    yield f"  {minutes.body or 'ukendt forum'}, {_when(minutes)}, {minutes.place or 'ukendt sted'}"
    for item in minutes.items:
        yield "  " + " ".join(filter(None, (item.number and f"{item.number}.", item.title, _case(item.case_number))))
    promises = sum(len(item.commitments) for item in minutes.items)
    yield f"  {_count(len(minutes.items), 'punkt', 'punkter')}, {_count(promises, 'løfte', 'løfter')}"
    if minutes.not_understood:
        yield f"  {_count(len(minutes.not_understood), 'linje', 'linjer')} er ikke forstået"


def _when(minutes: Minutes) -> str:
    return minutes.starts_at.replace("T", " kl. ") if minutes.starts_at else "ukendt dato"


def _case(number: Any) -> str:
    return f"({number})" if number else ""


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
