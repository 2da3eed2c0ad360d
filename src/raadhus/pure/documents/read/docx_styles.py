"""What a Word paragraph's style says of it: heading level, list, bold, hidden."""

import re
from dataclasses import dataclass

from lxml import etree

from raadhus.pure.documents.read.docx_numbering import W

_HEADING = re.compile(r"heading ([1-9])", re.I)
_DEPTH = 20
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Style:
    """`heading` from 1 to 6 or None; `list_id` and `list_level` as in numbering.xml; None where a style is silent."""

    heading: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    bold: bool | None = None
    hidden: bool | None = None


def styles_in(root: etree._Element | None) -> dict[str, Style]:
    """Every style by its id, with what it takes from the styles it is based on."""
    if root is None:
        return {}
    elements = {style.get(f"{W}styleId", ""): style for style in root.iterchildren(f"{W}style")}
    return {style_id: _resolved(style_id, elements) for style_id in elements}


def properties(holder: etree._Element) -> Style:
    """What the paragraph and run properties directly under `holder` (a style, paragraph or run) say."""
    paragraph, run = holder.find(f"{W}pPr"), holder.find(f"{W}rPr")
    list_id = level = None
    if paragraph is not None and (numbering := paragraph.find(f"{W}numPr")) is not None:
        list_id, level = value(numbering, "numId"), value(numbering, "ilvl")
    return Style(
        _heading(holder, paragraph),
        list_id,
        int(level) if level and level.isdecimal() else None,
        _switch(run, "b"),
        _switch(run, "vanish"),
    )


def value(holder: etree._Element | None, tag: str) -> str | None:
    """The w:val of the child `tag` of `holder`."""
    child = holder.find(f"{W}{tag}") if holder is not None else None
    return child.get(f"{W}val") if child is not None else None


def _resolved(style_id: str, elements: dict[str, etree._Element]) -> Style:
    own = Style()
    for _ in range(_DEPTH):
        if style_id not in elements:
            break
        own = over(own, properties(elements[style_id]))
        style_id = value(elements[style_id], "basedOn") or ""
    return own


def over(upper: Style, lower: Style) -> Style:
    """`upper`, and `lower` wherever `upper` is silent."""
    return Style(
        lower.heading if upper.heading is None else upper.heading,
        lower.list_id if upper.list_id is None else upper.list_id,
        lower.list_level if upper.list_level is None else upper.list_level,
        lower.bold if upper.bold is None else upper.bold,
        lower.hidden if upper.hidden is None else upper.hidden,
    )


def _heading(holder: etree._Element, paragraph: etree._Element | None) -> int | None:
    name = (value(holder, "name") or "").strip()
    if match := _HEADING.fullmatch(name):
        return min(int(match[1]), 6)
    if name.lower() == "title":
        return 1
    outline = value(paragraph, "outlineLvl")
    return int(outline) + 1 if outline and outline in "012345" else None


def _switch(run: etree._Element | None, tag: str) -> bool | None:
    child = run.find(f"{W}{tag}") if run is not None else None
    return None if child is None else child.get(f"{W}val") not in _OFF
