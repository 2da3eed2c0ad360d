"""What it costs to read a minutes PDF, beside the bare text extraction by pypdfium2 in the same run.

The promise: text, paragraphs, headers and footers, broken words and the whole structure of the minutes for at most
three times what PDFium takes for the text alone, for each page, process start apart. PAGES in the environment sets the
length.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import typst

from raadhus.pure.documents.read import ReadingWorker, read_file
from raadhus.pure.minutes.read import read_minutes

ROUNDS = 9
PROMISE = 3.0
PAGE = """#set page(paper: "a4", header: [Nordby Kommune], footer: context [Side #counter(page).display() af
#counter(page).final().first()])
#set text(lang: "da", size: 11pt, hyphenate: true)
#set par(justify: true)
= REFERAT Chefforum d. 03-02-2022
Mødedato Torsdag d. 3. februar 2022 kl. 09:00

Mødested Mødelokale 2
"""
ITEM = """
== Punkt {number}: CF - Status på boligbyggeprogrammet, område {number}
00.01.00-P10-{number}-22

*Anledning*

Chefforum skal drøfte status på boligbyggeprogrammet for område {number}, inden det forelægges direktionen.

*Sagsfremstilling*

Forvaltningen har gennemgået projekterne i området sammen med afdelingscheferne. Tre af projekterne er forsinkede, fordi
lokalplanen først forventes vedtaget efter sommerferien, og ét er faldet bort. De resterende følger den tidsplan, som
blev aftalt i efteråret. Boligerne fordeler sig på almene familieboliger, ungdomsboliger og ældreboliger, og
indflytningen er fordelt over de kommende {number} kvartaler.

Befolkningsprognosen bygger på programmet. En forsinkelse på et år betyder, at væksten i antallet af skolebørn rykkes
tilsvarende, og at behovet for daginstitutionspladser først topper året efter. Økonomiafdelingen vurderer, at det kan
rummes i budgettet, hvis ibrugtagningen af den nye daginstitution følger med. Der er ikke taget stilling til, hvordan
kapaciteten i de nærliggende distrikter skal udnyttes i mellemtiden, og det vil indgå i den kommende analyse af
skoledistrikterne.

*Indstilling*

Chefen for Økonomi indstiller,

+ at status tages til efterretning
+ at afdelingscheferne melder ændringer ind inden den 1. marts 2022.

*Beslutning*

Ad 1: Taget til efterretning.

Ad 2: Godkendt, idet Teknik sender en samlet oversigt til Chefforum inden ugens udgang.

*Bilag*

Status på boligbyggeprogrammet, område {number}.pptx

Tidsplan.pdf
"""


def minutes_pdf(pages: int) -> bytes:
    """Minutes of about this many pages, a little over one item a page."""
    return typst.compile((PAGE + "".join(ITEM.format(number=number) for number in range(1, pages + 1))).encode())


def bare(path: Path) -> int:
    """The text of every page by PDFium and nothing else; the number of pages."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    for page in document:
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    pages = len(document)
    document.close()
    return pages


def whole(path: Path) -> int:
    """From file to the structure of the minutes; the number of items."""
    return len(read_minutes(read_file(path)).items)


def cpu_seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def report(path: Path, pages: int) -> bool:
    """Print what each kind of reading costs; whether the promise is kept."""
    kinds = {"bare PDFium text": bare, "read_file": read_file, "read_file + read_minutes": whole}
    rounds = [[cpu_seconds(lambda kind=kind: kind(path)) for kind in kinds.values()] for _ in range(ROUNDS)]
    best = [min(column) / pages for column in zip(*rounds, strict=True)]
    for name, seconds in zip(kinds, best, strict=True):
        print(f"{name:26} {seconds * 1000:6.2f} ms a page   {seconds / best[0]:5.2f} × bare")
    print(f"promise: at most {PROMISE:g} ×: {'kept' if best[-1] <= PROMISE * best[0] else 'BROKEN'}")
    return best[-1] <= PROMISE * best[0]


def report_child(path: Path, pages: int) -> None:
    """Print what the way through the child process adds, start apart, with the child working ahead."""
    copies = 20
    with ReadingWorker(then=read_minutes) as worker:
        worker.read(path)
        began = time.perf_counter()
        for _ in worker.read_many([path] * copies):
            pass
        seconds = (time.perf_counter() - began) / copies
    print(f"in the child, to its answer {seconds / pages * 1000:5.2f} ms a page of elapsed time")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.pdf"
        path.write_bytes(minutes_pdf(int(os.environ.get("PAGES", "60"))))
        pages = bare(path)
        print(f"{pages} pages, {whole(path)} items, best of {ROUNDS} rounds in processor time")
        kept = report(path, pages)
        report_child(path, pages)
    return 0 if kept else 1


if __name__ == "__main__":
    raise SystemExit(main())
