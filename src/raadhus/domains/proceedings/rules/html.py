"""HTML as it comes (from the editor, the clipboard, anybody) → the few tags that a text may have, written in one way.

What is kept: paragraphs, two levels of headings, points, tables, pictures that are stored here, links, bold, italic,
sub- and superscript, line breaks. Everything else loses its dress and keeps its words; scripts, styles and comments go.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

import nh3

from raadhus.domains.proceedings.rules.html_reading import blocks_in
from raadhus.domains.proceedings.rules.rich_text import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Picture,
    Points,
    Run,
    all_blocks,
)
from raadhus.pure.kernel.errors import Refused

_DEEPEST = 200  # the parser leaves out what stands deeper than 256 elements
LONGEST = 1_000_000  # characters of HTML, about 300 pages
_SHOWN = {
    "p", "div", "section", "article", "aside", "main", "header", "footer", "nav", "address", "blockquote", "pre",
    "center", "figure", "figcaption", "dl", "dt", "dd", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "a", "img", "br", "b", "strong", "i", "em", "sub",
    "sup", "span", "font", "label", "fieldset", "details", "summary", "form",
}  # fmt: skip
_DROPPED = {"script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math", "textarea", "select"}
_ATTRIBUTES = {
    "*": {"style"},
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start", "type"},
    "th": {"colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff\ud800-\udfff]")
_PICTURE = re.compile(r"/billeder/([1-9][0-9]{0,17})/")


def clean(html: str) -> str:
    """The text in its one look; the same again where it has it already. Too long a text is `Refused`."""
    return written(parsed(html))


def parsed(html: str) -> tuple[Block, ...]:
    """The text as a tree."""
    if len(html) > LONGEST:
        raise Refused("Teksten er for lang til ét afsnit. Del den i flere afsnit, eller vedlæg den som bilag.")
    bare = nh3.clean(
        _CONTROLS.sub("", html),
        tags=_SHOWN,
        clean_content_tags=_DROPPED,
        attributes=_ATTRIBUTES,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )
    return blocks_in(bare if _depth(bare) < _DEEPEST else nh3.clean(bare, tags={"p", "br"}))


def _depth(html: str) -> int:
    """How many elements stand within each other where it is deepest; `html` is well formed."""
    deepest = depth = 0
    for tag in re.finditer(r"<(/?)(?!br|hr|img)[a-z]", html):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest


def written(blocks: Sequence[Block]) -> str:
    """The tree as HTML."""
    return "".join(map(_block, blocks))


def pictures_in(html: str) -> tuple[tuple[int, str], ...]:
    """The number and the description of each picture in a text, in order."""
    return pictures_among(parsed(html))


def pictures_among(blocks: Sequence[Block]) -> tuple[tuple[int, str], ...]:
    """The same of a tree."""
    found = [block for block in all_blocks(blocks) if isinstance(block, Picture)]
    return tuple((int(matched[1]), block.alt) for block in found if (matched := _PICTURE.fullmatch(block.src)))


def renumber_pictures(html: str, numbers: Mapping[int, int]) -> str:
    """A clean text with its pictures named by other numbers; those not in `numbers` keep theirs."""
    named = re.compile(rf'(?<=<img src="){_PICTURE.pattern}(?=")')
    return named.sub(lambda found: f"/billeder/{numbers.get(int(found[1]), int(found[1]))}/", html)


def pictures_left_out(html: str) -> int:
    """How many pictures `clean` takes away, since they are stored elsewhere."""
    return max(0, len(re.findall(r"<(?:img|v:imagedata)\b", html, re.IGNORECASE)) - len(pictures_in(html)))


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_runs(block.runs)}</p>"
    if isinstance(block, Heading):
        return f"<h{block.level}>{_runs(block.runs)}</h{block.level}>"
    if isinstance(block, Picture):
        return f'<img src="{escape(block.src)}" alt="{escape(block.alt)}">'
    if isinstance(block, Points):
        return _points(block)
    return f"<table><tbody>{''.join(map(_row, block.rows))}</tbody></table>"


def _points(points: Points) -> str:
    entries = "".join(f"<li>{_inside(entry)}</li>" for entry in points.entries)
    if not points.style:
        return f"<ul>{entries}</ul>"
    kind = "" if points.style == "1" else f' type="{points.style}"'
    start = "" if points.start == 1 else f' start="{points.start}"'
    return f"<ol{kind}{start}>{entries}</ol>"


def _row(row: Iterable[Cell]) -> str:
    return f"<tr>{''.join(map(_cell, row))}</tr>"


def _cell(cell: Cell) -> str:
    name = "th" if cell.is_head else "td"
    spans = "".join(
        f' {attribute}="{number}"'
        for attribute, number in (("colspan", cell.columns), ("rowspan", cell.rows))
        if number != 1
    )
    return f"<{name}{spans}>{_inside(cell.blocks)}</{name}>"


def _inside(blocks: Sequence[Block]) -> str:
    """What stands in a point or a cell: a paragraph that is alone there, points apart, goes without its tag."""
    first, *rest = blocks or [Paragraph(())]
    if isinstance(first, Paragraph) and all(isinstance(block, Points) for block in rest):
        return _runs(first.runs) + written(rest)
    return written(blocks)


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escape(run.text, quote=False).replace("\n", "<br>")
    for mark in sorted(run.marks):
        text = f"<{mark}>{text}</{mark}>"
    return f'<a href="{escape(run.href)}">{text}</a>' if run.href else text
