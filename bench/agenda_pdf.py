"""The PDF of an agenda of 112 pages, beside WeasyPrint on the same content in the same run.

The content is the reading of an agenda as `send_agenda` sets it: structure → tree → PDF, tagged, PDF/UA-1 and PDF/A-2a,
in the bounded child that the site uses. WeasyPrint gets the same tree as HTML, tagged (PDF/UA-1), contents with page
numbers. Turns are taken one by one, so that both meet the same machine; each document is another. PAGES and ROUNDS in
the environment set the length and how often.
"""

import importlib.util
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from bench.paper import by_weasyprint
from raadhus.domains.meetings.papers.of_structure import paper_of
from raadhus.pure.documents.child import Child
from raadhus.pure.documents.tree import Document
from raadhus.pure.documents.write.pdf import BOUNDS, WORK, render
from raadhus.pure.minutes.structure import Item, Minutes, Recommendation, Section

PAGES, ROUNDS = int(os.environ.get("PAGES", "112")), int(os.environ.get("ROUNDS", "5"))
NOWHERE = (0, 0)
ACCOUNT = (
    "Forvaltningen har gennemgået projekterne i område {n} sammen med afdelingscheferne. Tre af projekterne er "
    "forsinkede, fordi lokalplanen først forventes vedtaget efter sommerferien, og ét er faldet bort. Boligerne "
    "fordeler sig på almene familieboliger, ungdomsboliger og ældreboliger, og indflytningen er fordelt over de "
    "kommende kvartaler i 2034-2046. Der er ikke taget stilling til de ikke-lovbundne tiltag i distrikt {n}."
)


def agenda(items: int, seed: int) -> Minutes:
    """An agenda whose items fill about two pages each; `seed` makes each text another."""
    return Minutes(
        source="DAGSORDEN Kommunalbestyrelsen.pdf",
        kind="agenda",
        body="Kommunalbestyrelsen",
        starts_at="2034-09-21T17:00",
        ends_at=None,
        place="Kommunalbestyrelsens mødesal",
        items=tuple(_item(number, seed) for number in range(1, items + 1)),
    )


def _item(number: int, seed: int) -> Item:
    points = tuple(f"at status {seed}.{point} for område {number} godkendes" for point in range(1, 4))
    account = "\n\n".join(ACCOUNT.format(n=f"{number}.{seed}.{part}") for part in range(8))
    told = "Økonomiudvalget indstiller,\n\n" + "\n".join(f"{at}. {point}" for at, point in enumerate(points, 1))
    names = (f"Status på område {number}", "Tidsplan")
    return Item(
        number=str(number),
        title=f"Status på boligbyggeprogrammet, område {number}",
        case_number=f"00.01.00-P10-{number}-34",
        closed=False,
        sections=(
            Section("Resumé", "summary", ACCOUNT.format(n=number), NOWHERE),
            Section("Sagsfremstilling", "account", account, NOWHERE),
            Section("Indstilling", "recommendation", told, NOWHERE),
            Section("Bilag", "attachments", "\n\n".join(names), NOWHERE),
        ),
        recommendation=Recommendation("Økonomiudvalget", points),
        attachments=names,
    )


def items_for(pages: int, make: Callable[[Document], bytes]) -> int:
    """How many items make a PDF of `pages` pages, contents and all, or the nearest above."""
    items = max(1, pages // 2 - 2)
    while (found := len(pypdfium2.PdfDocument(make(paper_of(agenda(items, 0)))))) < pages:
        items += max(1, (pages - found) // 3)
    return items


def main() -> None:
    with_peer = importlib.util.find_spec("weasyprint") is not None
    child = Child(WORK, BOUNDS)
    ways: dict[str, Callable[[Document], bytes]] = {"raadhus": lambda document: render(document, child=child)}
    items = items_for(PAGES, ways["raadhus"])
    if with_peer:
        ways["WeasyPrint"] = by_weasyprint
        by_weasyprint(paper_of(agenda(2, 0)))  # its fonts are found before anything is measured
    times: dict[str, list[float]] = {name: [] for name in ways}
    pdfs: dict[str, bytes] = {}
    for seed in range(1, ROUNDS + 1):
        for name, make in ways.items():
            start = time.perf_counter()
            pdfs[name] = make(paper_of(agenda(items, seed)))
            times[name].append(time.perf_counter() - start)
    child.close()
    print(f"an agenda of {items} items, {ROUNDS} rounds, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for name, pdf in pdfs.items():
        usual, slowest, pages = statistics.median(times[name]), max(times[name]), len(pypdfium2.PdfDocument(pdf))
        print(
            f"{name:<12}{pages:>5} pages   median {usual:7.3f} s   slowest {slowest:7.3f} s   {len(pdf) / 1000:6.0f} kB"
        )
    if with_peer:
        ratio = statistics.median(times["WeasyPrint"]) / statistics.median(times["raadhus"])
        print(f"WeasyPrint takes {ratio:.1f} times as long")
    else:
        print("WeasyPrint is not measured: pip install weasyprint; apt install libpango-1.0-0 libpangoft2-1.0-0")


if __name__ == "__main__":
    assert Path("bench").is_dir(), "run from the root of the house"
    main()
