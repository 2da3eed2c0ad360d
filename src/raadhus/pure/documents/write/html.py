"""A document tree → a web page of its own: one file without scripts, for screens, readers of screens and print."""

import html
from collections.abc import Iterable, Iterator

from raadhus.pure.documents.tree import Block, Document, Item, ListEntry, NameList, Paragraph, PointList, Section, Table
from raadhus.pure.documents.write.characters import shown
from raadhus.pure.documents.write.list_forms import BULLET, form_of

_STYLE = """
:root { color-scheme: light dark; font: 1.125rem/1.6 "IBM Plex Sans", system-ui, sans-serif; }
body { max-width: 42rem; margin: 2rem auto 4rem; padding: 0 1.25rem; }
h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 3rem; } h3 { margin: 2rem 0 .3rem; font-size: 1.1rem; }
p, ul, ol, table, .points, .names { margin: 0 0 1rem; } .note, .facts b { color: GrayText; font-weight: 400; }
.points > div { padding-left: 2rem; text-indent: -2rem; } 
.outcome { border-left: 3px solid; padding-left: 1.25rem; } .outcome h3 { margin-top: 0; }
table { border-collapse: collapse; } th, td { border-bottom: 1px solid GrayText; padding: .3rem .6rem; text-align: left; vertical-align: top; }
@media print { :root { font-size: 10.5pt; } body { max-width: none; margin: 0; } .item { break-before: page; } a { color: inherit; text-decoration: none; } }
"""  # noqa: E501


def write_html(document: Document) -> str:
    """The page, in `document.language`; the same text for the same tree. Every text in it is text, never markup."""
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{_text(document.language)}">',
            f'<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<meta name="author" content="{_text(document.author)}"><meta name="date" content="{document.date}">'
            f"<title>{_text(document.title)}</title><style>{_STYLE}</style></head>",
            f"<body><main><h1>{_text(document.title) or '–'}</h1>",
            *(f'<p class="facts"><b>{_text(fact.label)}</b> {_text(fact.text)}</p>' for fact in document.facts),
            *(line for section in document.opening for line in _section(section, 2)),
            *_contents(document),
            *(line for number, item in enumerate(document.items, 1) for line in _item(item, number)),
            "</main></body></html>\n",
        )
    )


def _text(text: str) -> str:
    return html.escape(shown(text)).replace("\n", "<br>")


def _contents(document: Document) -> Iterator[str]:
    if document.items:
        heading = _text(document.contents_heading)
        # No <nav>: who saves the page as text, or reads it by a machine, wants the contents with the rest.
        yield f'<div role="navigation" aria-labelledby="indhold"><h2 id="indhold">{heading}</h2><ol>'
        for number, item in enumerate(document.items, 1):
            yield f'<li><a href="#punkt-{number}">{_text(item.title)}</a></li>'
        yield "</ol></div>"


def _item(item: Item, number: int) -> Iterator[str]:
    label = f"{_text(item.label)}: " if item.label else ""
    yield f'<section class="item" aria-labelledby="punkt-{number}">'
    yield f'<h2 id="punkt-{number}">{label}{_text(item.title) or "–"}</h2>'
    yield from (f'<p class="note">{_text(note)}</p>' for note in item.notes)
    for section in item.sections:
        yield from _section(section, 3)
    yield "</section>"


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"<section{' class=outcome' if section.is_outcome else ''}>"
    if section.heading:
        yield f"<h{level}>{_text(section.heading)}</h{level}>"
    yield from map(_block, section.blocks)
    yield "</section>"


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_text(block.text)}</p>"
    if isinstance(block, NameList):
        return _plain_list(block.names, "names")
    if isinstance(block, PointList):
        return _points(block.entries)
    assert isinstance(block, Table)
    head = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in block.head)
    rows = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _points(entries: tuple[ListEntry, ...]) -> str:
    """A list that the browser counts as its points are marked; where it would not, the markers as text."""
    form = form_of(entries)
    texts = [entry.text for entry in entries]
    if form and form.kind == "bullet" and form.sign == BULLET:
        return f"<ul>{_entries(texts)}</ul>"
    if form and form.kind in ("decimal", "letter") and form.sign == ".":
        kind = ' type="a"' if form.kind == "letter" else ""
        start = f' start="{form.start}"' if form.start != 1 else ""
        return f"<ol{kind}{start}>{_entries(texts)}</ol>"
    return _plain_list([f"{one.marker} {one.text}" for one in entries], "points")


def _plain_list(texts: Iterable[str], name: str) -> str:
    """A list without signs of the browser's own, also where the page is saved as text."""
    entries = "".join(f'<div role="listitem">{_text(text)}</div>' for text in texts)
    return f'<div class="{name}" role="list">{entries}</div>'


def _entries(texts: Iterable[str]) -> str:
    return "".join(f"<li>{_text(text)}</li>" for text in texts)
