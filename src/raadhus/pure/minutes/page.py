"""The document as it is read: its lines, the headings among them, its contents and its layout."""

from raadhus.pure.minutes.contents import contents_of
from raadhus.pure.minutes.headings import Heading, heading_of
from raadhus.pure.minutes.layouts.layout import Layout
from raadhus.pure.minutes.lines import Line
from raadhus.pure.minutes.outcomes import begins_with_outcome
from raadhus.pure.minutes.starts import Page
from raadhus.pure.minutes.vocabulary import CORE, key_of

_SENTENCE_ENDS = (".", ":", "!", "?")


def page_of(lines: list[Line], layout: Layout) -> Page:
    """`lines` with all that is needed to find the items."""
    spaced = _is_spaced(lines)
    contents = contents_of(lines)
    return Page(lines, _headings(lines, contents.taken, layout, spaced=spaced), contents, layout, spaced)


def _is_spaced(lines: list[Line]) -> bool:
    """Whether headings have a blank line above them here; without it every short line is a possible heading."""
    sure = [line.blank_before for line in lines if line.key in CORE]
    sure = sure or [line.blank_before for line in lines[1:]]
    return sum(sure) * 2 >= len(sure)


def _headings(lines: list[Line], taken: set[int], layout: Layout, *, spaced: bool) -> list[Heading | None]:
    extra = {key_of(word): kind for word, kind in layout.headings.items()}
    found: list[Heading | None] = []
    kind = ""
    for index, line in enumerate(lines):
        heading = None
        if index not in taken:
            heading = heading_of(line, extra) or _glued_to_text(line, layout)
            if heading is not None and not _stands_as_heading(
                lines, index, heading, kind, spaced=spaced, below_heading=bool(found and found[-1])
            ):
                heading = None
        found.append(heading)
        kind = heading.kind if heading else kind
    return found


def _glued_to_text(line: Line, layout: Layout) -> Heading | None:
    pattern = layout.run_in_pattern
    match = pattern.fullmatch(line.text) if pattern else None
    return Heading(match["heading"], layout.headings[match["heading"]], match["rest"], core=True) if match else None


def _stands_as_heading(
    lines: list[Line], index: int, heading: Heading, current: str, *, spaced: bool, below_heading: bool
) -> bool:
    line = lines[index]
    if line.hint in {"li", "cell"} and not heading.core:
        return False
    if heading.kind == "attendance" and current == "decision":
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        alone = not heading.rest and not below_heading and (line.blank_before or line.hint != "")
        return alone and not begins_with_outcome(following)
    if heading.core or heading.rest or line.hint[:1] == "h" or line.hint == "bold" or line.blank_before:
        return True
    return not spaced and index > 0 and (below_heading or lines[index - 1].text.endswith(_SENTENCE_ENDS))
