"""`raadhus pdf`: an agenda or minutes from a file → paper. Needs no database and no server."""

from pathlib import Path

import click

from raadhus.domains.meetings.papers.of_structure import paper_of
from raadhus.pure.documents.read import ReadingWorker
from raadhus.pure.documents.write.pdf import render
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.minutes.read import read_minutes


@click.command
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--out", required=True, metavar="PDF", type=click.Path(path_type=Path), help="Hvor PDF'en skrives.")
def pdf(file: Path, out: Path) -> None:
    """Læs en dagsorden eller et referat, og skriv det som tilgængelig PDF (PDF/UA-1 og PDF/A-2a).

    Den samme fil giver den samme PDF, tegn for tegn.
    """
    with ReadingWorker(then=read_minutes) as worker:
        minutes = worker.read(file)
    if not minutes.items:
        raise Refused(f"»{file.name}« er ikke en dagsorden eller et referat: der er ingen punkter i den.")
    data = render(paper_of(minutes))
    try:
        out.write_bytes(data)
    except OSError as error:
        raise Refused(f"»{out}« kan ikke skrives. Vælg en mappe, som findes, og som du må skrive i.") from error
    if left := len(minutes.not_understood):
        click.echo(f"Ikke alt blev forstået: {left} af linjerne står for sig selv forrest i PDF'en.", err=True)
