"""What it costs to set minutes as PDF, beside WeasyPrint on the same content where that is installed.

The promise: minutes of 12 pages in under half a second after the first, as the web server makes them: through the
bounded child, tagged, PDF/UA-1 and PDF/A-2a. Each render is another document, so that nothing is had from a cache.
"""

import html
import importlib.util
import os
import resource
import statistics
import time
from collections.abc import Callable
from datetime import date

import pypdfium2

from raadhus.pure.documents.child import Child
from raadhus.pure.documents.tree import Document, Fact, Item, ListEntry, NameList, Paragraph, PointList, Section
from raadhus.pure.documents.write.pdf import BOUNDS, WORK, render

PROMISE = 0.5
ROUNDS = 10
SENTENCES = (
    "Forvaltningen har gennemgået projekterne i område {n} sammen med afdelingscheferne. Tre af projekterne er "
    "forsinkede, fordi lokalplanen først forventes vedtaget efter sommerferien, og ét er faldet bort.",
    "Boligerne fordeler sig på almene familieboliger, ungdomsboliger og ældreboliger, og indflytningen er fordelt over "
    "de kommende kvartaler i 2022-2034. Der er ikke taget stilling til de ikke-lovbundne tiltag i distrikt {n}.",
    "Befolkningsprognosen bygger på programmet. En forsinkelse på et år betyder, at væksten i antallet af skolebørn "
    "rykkes tilsvarende, og at behovet for daginstitutionspladser først topper året efter den 1. februar.",
)


def minutes(items: int, seed: int) -> Document:
    """Minutes with about a page and a half for every item; `seed` makes each text another."""
    return Document(
        title="REFERAT Chefforum d. 20-01-2022",
        date=date(2022, 1, 20),
        author="Chefforum",
        facts=(Fact("Mødedato", "Torsdag d. 20. januar 2022 kl. 09:00"), Fact("Mødested", "Mødelokale 1")),
        items=tuple(_item(number, seed) for number in range(1, items + 1)),
    )


def _item(number: int, seed: int) -> Item:
    account = [Paragraph(" ".join(SENTENCES).format(n=f"{number}.{seed}.{part}")) for part in range(4)]
    points = tuple(ListEntry(f"{point}.", f"at status {seed} for område {point} godkendes.") for point in range(1, 4))
    return Item(
        f"Punkt {number}",
        f"CF - Status på boligbyggeprogrammet, område {number}",
        (f"00.01.00-P10-{number}-22",),
        (
            Section("Anledning", (Paragraph(SENTENCES[0].format(n=number)),)),
            Section("Sagsfremstilling", tuple(account)),
            Section("Indstilling", (Paragraph("Chefen for Økonomi & Stab indstiller,"), PointList(points))),
            Section("Beslutning", (Paragraph(f"Ad 1: Godkendt. {SENTENCES[2]}"),), is_outcome=True),
            Section("Bilag", (NameList(("Status.pptx", "Tidsplan")),)),
        ),
    )


def measured(make: Callable[[Document], bytes], items: int, rounds: int) -> tuple[list[float], bytes]:
    """Seconds for each of `rounds` documents, and the last PDF."""
    times, pdf = [], b""
    for seed in range(rounds):
        document = minutes(items, seed)
        start = time.perf_counter()
        pdf = make(document)
        times.append(time.perf_counter() - start)
    return times, pdf


def told(name: str, times: list[float], pdf: bytes) -> str:
    pages = len(pypdfium2.PdfDocument(pdf))
    rest = times[1:] or times
    return (
        f"{name:<28}{pages:>5} pages   first {times[0]:6.3f} s   following: median {statistics.median(rest):6.3f} s, "
        f"slowest {max(rest):6.3f} s   {len(pdf) / 1000:6.0f} kB"
    )


def by_weasyprint(document: Document) -> bytes:
    """The same content by WeasyPrint, tagged (PDF/UA-1), contents with page numbers."""
    from weasyprint import HTML

    return bytes(HTML(string=_page(document)).write_pdf(pdf_variant="pdf/ua-1"))


def _page(document: Document) -> str:
    contents = "".join(
        f'<li><a href="#i{number}">{html.escape(item.title)}</a></li>' for number, item in enumerate(document.items)
    )
    facts = "".join(f"<p>{html.escape(f'{fact.label} {fact.text}')}</p>" for fact in document.facts)
    items = "".join(
        f'<h2 id="i{number}">{html.escape(f"{item.label}: {item.title}")}</h2><p>{item.notes[0]}</p>'
        + "".join(
            f"<h3>{html.escape(section.heading)}</h3>" + "".join(map(_block, section.blocks))
            for section in item.sections
        )
        for number, item in enumerate(document.items)
    )
    style = """@page{size:A4;margin:30mm 34mm 32mm;@bottom-right{content:counter(page) "/" counter(pages)}}
    body{font:10.5pt sans-serif}h2{break-before:page}a::after{content:leader(".") target-counter(attr(href),page)}"""
    title = html.escape(document.title)
    head = f'<meta charset="utf-8"><title>{title}</title><style>{style}</style>'
    return f'<html lang="da"><head>{head}</head><body><h1>{title}</h1>{facts}<ol>{contents}</ol>{items}</body></html>'


def _block(block: object) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{html.escape(block.text)}</p>"
    if isinstance(block, PointList):
        return f"<ol>{''.join(f'<li>{html.escape(entry.text)}</li>' for entry in block.entries)}</ol>"
    assert isinstance(block, NameList)
    return f"<ul>{''.join(f'<li>{html.escape(name)}</li>' for name in block.names)}</ul>"


def main() -> None:
    child = Child(WORK, BOUNDS)
    short, pdf = measured(lambda document: render(document, child=child), 6, ROUNDS)
    print(told("Typst in the child", short, pdf))
    long, pdf = measured(lambda document: render(document, child=child), 54, 5)
    print(told("Typst in the child", long, pdf))
    child.close()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"the child's peak memory: {peak:.0f} MB")
    usual = statistics.median(short[1:])
    kept = "kept" if usual < PROMISE else "BROKEN"
    load = os.getloadavg()[0]
    print(f"promise, 12 pages in under {PROMISE} s after the first: {kept} (median {usual:.3f} s; load {load:.1f})")
    if importlib.util.find_spec("weasyprint") is None:
        print("WeasyPrint is not measured: it is not installed (pip install weasyprint; apt install libpango-1.0-0).")
        return
    print(told("WeasyPrint", *measured(by_weasyprint, 6, 3)))
    print(told("WeasyPrint", *measured(by_weasyprint, 54, 2)))


if __name__ == "__main__":
    main()
