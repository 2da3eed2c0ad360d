"""Well-formed HTML → the tree of a text; Word's points, Google's bold and other dress are read from the styles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lxml import html as lxml_html
from lxml.etree import _Element

from raadhus.domains.proceedings.rules.rich_text import (
    EMPHASIS,
    STRONG,
    SUBSCRIPT,
    SUPERSCRIPT,
    Block,
    Cell,
    Heading,
    Paragraph,
    Picture,
    Points,
    Run,
    Table,
    joined,
)
from raadhus.domains.proceedings.rules.word_paste import WordPoint, as_points, is_marker, level_of

_INLINE = {"a", "img", "br", "b", "strong", "i", "em", "sub", "sup", "span", "font", "label"}
_MARKS = {"b": STRONG, "strong": STRONG, "i": EMPHASIS, "em": EMPHASIS, "sub": SUBSCRIPT, "sup": SUPERSCRIPT}
_STYLED = {
    STRONG: re.compile(r"(?<![\w-])font-weight:\s*(?:bold|bolder|[6-9]00)\b"),
    EMPHASIS: re.compile(r"(?<![\w-])font-style:\s*(?:italic|oblique)\b"),
    SUBSCRIPT: re.compile(r"(?<![\w-])vertical-align:\s*sub\b"),
    SUPERSCRIPT: re.compile(r"(?<![\w-])vertical-align:\s*super\b"),
}
_UNSTYLED = {
    STRONG: re.compile(r"(?<![\w-])font-weight:\s*(?:normal|lighter|[1-5]00)\b"),
    EMPHASIS: re.compile(r"(?<![\w-])font-style:\s*normal\b"),
}
_OURS = re.compile(r"(?:https?://[^/]+)?(/billeder/[1-9][0-9]{0,17}/)")
_DEEPEST = 60  # elements within each other; what is nested deeper gives its bare words
_WIDEST = 100


@dataclass(slots=True)
class _Look:
    """How words look where the reading has come to."""

    marks: frozenset[str] = frozenset()
    href: str = ""
    depth: int = 0


@dataclass(slots=True)
class _Page:
    """What has been read of one container: whole blocks, and the runs of the paragraph that is being read."""

    blocks: list[Block | WordPoint] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

    def end_paragraph(self) -> None:
        runs = joined(self.runs)
        self.runs = []
        if runs:
            self.blocks.append(Paragraph(runs))

    def break_line(self, look: _Look) -> None:
        """A line break; the second in a row ends the paragraph."""
        before = next((run.text for run in reversed(self.runs) if run.text != " "), "")
        if before == "\n":
            self.end_paragraph()
        else:
            self.runs.append(Run("\n", look.marks, look.href))


def blocks_in(html: str) -> tuple[Block, ...]:
    """The blocks of a page whose headings may be of any level: the highest becomes the third, the others the fourth."""
    if not html.strip():
        return ()
    body = lxml_html.fragment_fromstring(html, create_parent="div")
    blocks = _blocks(body, _Look())
    levels = sorted({block.level for block in _headings(blocks)})
    if levels and levels[0] < 3:
        return _with_levels(blocks, {level: 3 if level == levels[0] else 4 for level in levels})
    return _with_levels(blocks, {level: min(level, 4) for level in levels})


def _blocks(element: _Element, look: _Look) -> tuple[Block, ...]:
    page = _Page()
    _read_children(element, look, page)
    return _finished(page)


def _finished(page: _Page) -> tuple[Block, ...]:
    """All that was read, Word's points gathered in lists."""
    page.end_paragraph()
    found: list[Block] = []
    for is_word, group in groupby(page.blocks, key=lambda block: isinstance(block, WordPoint)):
        given = list(group)
        found += as_points(given) if is_word else given  # type: ignore[arg-type]
    return tuple(found)


def _read_children(element: _Element, look: _Look, page: _Page) -> None:
    _add(element.text, look, page)
    for child in element:
        _read(child, look, page)
        _add(child.tail, look, page)


def _add(text: str | None, look: _Look, page: _Page) -> None:
    if text:
        page.runs.append(Run(re.sub(r"\s+", " ", text), look.marks, look.href))


def _read(element: _Element, look: _Look, page: _Page) -> None:
    if look.depth > _DEEPEST:
        _add("".join(element.itertext()), look, page)
    elif element.tag in _INLINE:
        _read_inline(element, _look_of(element, look), page)
    else:
        page.end_paragraph()
        page.blocks += _block(element, _look_of(element, look))


def _read_inline(element: _Element, look: _Look, page: _Page) -> None:
    if element.tag == "br":
        page.break_line(look)
    elif element.tag == "img":
        ours = _OURS.fullmatch(element.get("src", "").strip())
        if ours:
            page.end_paragraph()
            page.blocks.append(Picture(ours[1], " ".join(element.get("alt", "").split())))
    else:
        _read_children(element, look, page)


def _look_of(element: _Element, look: _Look) -> _Look:
    style = element.get("style", "").lower()
    own = {_MARKS[element.tag]} if element.tag in _MARKS else set()
    own |= {mark for mark, pattern in _STYLED.items() if pattern.search(style)}
    gone = {mark for mark, pattern in _UNSTYLED.items() if pattern.search(style)}
    href = element.get("href", "").strip() if element.tag == "a" else ""
    return _Look(look.marks - gone | own - gone, href if _leads_somewhere(href) else look.href, look.depth + 1)


def _leads_somewhere(href: str) -> bool:
    return bool(href) and not href.startswith("#")


def _block(element: _Element, look: _Look) -> Sequence[Block | WordPoint]:
    if element.tag in ("ul", "ol"):
        return _list(element, look)
    if element.tag == "table":
        return _table(element, look)
    if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return _heading(element, look)
    level = level_of(element)
    if not level:
        return _blocks(element, look)
    point = _word_point(element, look, level)
    return [point] if point.blocks else []


def _heading(element: _Element, look: _Look) -> tuple[Block, ...]:
    """A heading, not bold as a whole; what is no words in it (a picture, points) follows after it."""
    blocks = _blocks(element, _Look(depth=look.depth))
    runs: list[Run] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            runs += [*([Run("\n")] if runs else []), *_not_bold(block).runs]
    rest = tuple(block for block in blocks if not isinstance(block, Paragraph))
    return (Heading(int(element.tag[1]), joined(runs)), *rest) if runs else rest


def _word_point(element: _Element, look: _Look, level: int) -> WordPoint:
    marker = ""
    for span in element.xpath(".//span"):
        if is_marker(span):
            marker = marker or "".join(span.itertext())
            span.text = None
            for child in list(span):
                span.remove(child)
    return WordPoint(level, marker, _blocks(element, look))


def _list(element: _Element, look: _Look) -> tuple[Block, ...]:
    entries: list[tuple[Block, ...]] = [blocks] if (blocks := _loose(element.text, look)) else []
    for child in element:
        is_point = child.tag == "li"
        blocks = _blocks(child, _look_of(child, look)) if is_point else _alone(child, look)
        if not is_point and entries:  # a list straight in a list belongs to the point before it
            entries[-1] += blocks
        elif blocks:
            entries.append(blocks)
        if blocks := _loose(child.tail, look):
            entries.append(blocks)
    if not entries:
        return ()
    if element.tag == "ul":
        return (Points(tuple(entries)),)
    kind = element.get("type", "1")
    return (Points(tuple(entries), kind if kind in "1aAiI" else "1", _number(element.get("start"), 1, 9999)),)


def _alone(element: _Element, look: _Look) -> tuple[Block, ...]:
    page = _Page()
    _read(element, look, page)
    return _finished(page)


def _loose(text: str | None, look: _Look) -> tuple[Block, ...]:
    """Words that stand straight in a list, outside its points."""
    page = _Page()
    _add(text, look, page)
    return _finished(page)


def _table(element: _Element, look: _Look) -> tuple[Block, ...]:
    inside: list[Block] = []
    rows = []
    for row in element.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr"):
        cells = tuple(_cell(cell, look) for cell in row if cell.tag in ("td", "th"))
        if cells:
            rows.append(cells)
    for caption in element.xpath("./caption"):
        inside += _blocks(caption, look)
    return (*inside, *([Table(tuple(rows))] if rows else []))


def _cell(element: _Element, look: _Look) -> Cell:
    is_head = element.tag == "th"
    blocks: list[Block] = []
    for block in _blocks(element, _Look(look.marks, "", look.depth + 2)):
        blocks += _flat(block) if isinstance(block, Table) else [block]
    if is_head:
        blocks = [_not_bold(block) if isinstance(block, Paragraph) else block for block in blocks]
    columns, rows = (_number(element.get(name), 1, _WIDEST) for name in ("colspan", "rowspan"))
    return Cell(tuple(blocks), is_head and bool(blocks), columns, rows)  # an empty cell heads nothing


def _not_bold(paragraph: Paragraph) -> Paragraph:
    """The paragraph in a place that is bold by itself."""
    return Paragraph(joined([Run(run.text, run.marks - {STRONG}, run.href) for run in paragraph.runs]))


def _flat(table: Table) -> list[Block]:
    """A table within a table, as the blocks of its cells."""
    return [block for row in table.rows for cell in row for block in cell.blocks]


def _number(words: str | None, least: int, most: int) -> int:
    return int(words) if words and words.isascii() and words.isdigit() and least <= int(words) <= most else least


def _headings(blocks: Sequence[Block]) -> list[Heading]:
    return [block for block in blocks if isinstance(block, Heading)]


def _with_levels(blocks: Sequence[Block], levels: dict[int, int]) -> tuple[Block, ...]:
    """Headings of the levels that a text has; a heading in a point or a cell is a bold paragraph."""
    return tuple(
        Heading(levels[block.level], block.runs) if isinstance(block, Heading) else _without_headings(block)
        for block in blocks
    )


def _without_headings(block: Block) -> Block:
    if isinstance(block, Heading):
        return Paragraph(tuple(Run(run.text, run.marks | {STRONG}, run.href) for run in block.runs))
    if isinstance(block, Points):
        entries = tuple(tuple(map(_without_headings, entry)) for entry in block.entries)
        return Points(entries, block.style, block.start)
    if isinstance(block, Table):
        rows = tuple(
            tuple(
                Cell(tuple(map(_without_headings, cell.blocks)), cell.is_head, cell.columns, cell.rows) for cell in row
            )
            for row in block.rows
        )
        return Table(rows)
    return block
