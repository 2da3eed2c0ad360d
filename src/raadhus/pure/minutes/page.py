"""The document as it is read: its lines, the headings among them, its contents and its layout."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from raadhus.pure.minutes.contents import Contents, contents_of
from raadhus.pure.minutes.headings import Heading, heading_of
from raadhus.pure.minutes.layouts.layout import Layout
from raadhus.pure.minutes.lines import Line
from raadhus.pure.minutes.outcomes import begins_with_outcome
from raadhus.pure.minutes.vocabulary import CORE, key_of

_SENTENCE_ENDS = (".", ":", "!", "?")


@dataclass(slots=True)
class Page:
    """All that is known of the lines when items are sought."""

    lines: list[Line]
    headings: Sequence[Heading | None]
    contents: Contents
    layout: Layout
    spaced: bool


def page_of(lines: list[Line], layout: Layout) -> Page:
    """`lines` with all that is needed to find the items."""
    contents = contents_of(lines)
    manner = _manner_of(lines)
    headings = _Headings(lines, layout, manner).in_lines(contents.taken)
    return Page(lines, headings, contents, layout, manner.blank_above)


@dataclass(frozen=True, slots=True)
class _Manner:
    """How headings are set here: mostly with a blank line above, and below."""

    blank_above: bool
    blank_below: bool


def _manner_of(lines: list[Line]) -> _Manner:
    """Seen from the headings that are no everyday words; without any, from all lines."""
    sure = [index for index, line in enumerate(lines) if line.key in CORE] or range(1, len(lines))
    above = [lines[index].blank_before for index in sure]
    below = [lines[index + 1].blank_before for index in sure if index + 1 < len(lines)]
    return _Manner(sum(above) * 2 >= len(above), sum(below) * 2 > len(below))


class _Headings:
    """Tells which lines are meant as headings: by their words, and by how headings are set in this document."""

    def __init__(self, lines: list[Line], layout: Layout, manner: _Manner) -> None:
        self.lines, self.layout, self.manner = lines, layout, manner
        self.extra = {key_of(word): kind for word, kind in layout.headings.items()}

    def in_lines(self, taken: Set[int]) -> list[Heading | None]:
        """For each line its heading, None where it is none or stands in the contents (`taken`)."""
        found: list[Heading | None] = []
        kind = ""
        for index, line in enumerate(self.lines):
            heading = None if index in taken else heading_of(line, self.extra) or self._glued_to_text(line)
            if heading is not None and not self._is_meant(index, heading, kind, below=bool(found and found[-1])):
                heading = None
            found.append(heading)
            kind = heading.kind if heading else kind
        return found

    def _glued_to_text(self, line: Line) -> Heading | None:
        pattern = self.layout.run_in_pattern
        match = pattern.fullmatch(line.text) if pattern else None
        if match is None:
            return None
        return Heading(match["heading"], self.layout.headings[match["heading"]], match["rest"], core=True)

    def _is_meant(self, index: int, heading: Heading, current: str, *, below: bool) -> bool:
        """`current` is the kind of the section it would end, `below` whether it stands right below a heading."""
        line = self.lines[index]
        following = self.lines[index + 1] if index + 1 < len(self.lines) else None
        if line.hint in {"li", "cell"} and not heading.core:
            return False
        if heading.kind == "attendance" and current == "decision":
            alone = not heading.rest and not below and (line.blank_before or line.hint != "")
            return alone and not (following and begins_with_outcome(following.text))
        if heading.core or heading.rest or line.hint[:1] == "h" or line.hint == "bold":
            return True
        if self.manner.blank_below and following is not None and not following.blank_before:
            return False
        if line.blank_before:
            return True
        ended = below or (index > 0 and self.lines[index - 1].text.endswith(_SENTENCE_ENDS))
        return not self.manner.blank_above and ended
