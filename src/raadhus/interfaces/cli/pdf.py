"""`raadhus pdf`: an agenda or minutes from a file → paper. Needs no database and no server."""

from pathlib import Path

import click

from raadhus.domains.meetings.papers.of_structure import paper_of
from raadhus.pure.documents.read import ReadingWorker
from raadhus.pure.documents.write.formats import FORMATS
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.minutes.read import read_minutes


@click.command
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--out", required=True, metavar="UD", type=click.Path(path_type=Path), help="Hvor papiret skrives.")
def pdf(file: Path, out: Path) -> None:
    """Læs en dagsorden eller et referat, og skriv det som tilgængelig PDF (PDF/UA-1 og PDF/A-2a).

    Ender navnet i --out på .docx eller .html, skrives en Word-fil eller en webside af det samme.
    Den samme fil giver det samme papir, tegn for tegn.
    """
    with ReadingWorker(then=read_minutes) as worker:
        minutes = worker.read(file)
    if not minutes.items:
        raise Refused(f"»{file.name}« er ikke en dagsorden eller et referat: der er ingen punkter i den.")
    ending = out.suffix.lower().removeprefix(".")
    data = FORMATS[ending if ending in FORMATS else "pdf"].write(paper_of(minutes))
    try:
        out.write_bytes(data)
    except OSError as error:
        raise Refused(f"»{out}« kan ikke skrives. Vælg en mappe, som findes, og som du må skrive i.") from error
    if left := len(minutes.not_understood):
        click.echo(f"Ikke alt blev forstået: {left} af linjerne står for sig selv forrest i papiret.", err=True)
