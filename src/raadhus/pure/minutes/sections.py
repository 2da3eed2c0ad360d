"""One item's lines → its title, case number and sections, each line noted in the ledger."""

from dataclasses import dataclass, field

from raadhus.pure.minutes.case_numbers import case_number_at_end, details_of, is_case_number
from raadhus.pure.minutes.headings import Heading
from raadhus.pure.minutes.ledger import DETAIL, HEADING, TEXT, TITLE, Ledger
from raadhus.pure.minutes.lines import LIST_MARK, Line
from raadhus.pure.minutes.numbering import title_key
from raadhus.pure.minutes.outcomes import begins_with_outcome
from raadhus.pure.minutes.page import Page
from raadhus.pure.minutes.recommendations import begins_recommendation
from raadhus.pure.minutes.start import Start

_LONGEST_WRAPPED = 300
# Kinds that are said in their heading's own line; what follows after a blank line is no more theirs.
_ONE_LINE = frozenset({"competence", "attendance"})


@dataclass(slots=True)
class Part:
    """A section in the making: `body` and `day` as its heading names them, `run_in` where text stood in its line."""

    heading: str
    kind: str
    first: int
    last: int
    pieces: list[str] = field(default_factory=list)
    body: str | None = None
    day: str | None = None
    run_in: bool = False

    def add(self, line: Line, text: str) -> None:
        """One more line; a blank line before it makes a new paragraph."""
        if self.pieces:
            self.pieces.append("\n\n" if line.blank_before else "\n")
        self.pieces.append(text)
        self.last = line.last

    @property
    def text(self) -> str:
        """The section's text, paragraphs kept."""
        return "".join(self.pieces)


@dataclass(slots=True)
class RawItem:
    """An item's title and parts, before they are understood."""

    number: str | None
    title: str
    case_number: str | None = None
    stated_closed: bool | None = None
    parts: list[Part] = field(default_factory=list)


def read_item(page: Page, start: Start, indices: list[int], ledger: Ledger) -> RawItem:
    """The item that begins at `start` and has the lines at `indices` (its title's first)."""
    indices = list(indices)
    item = RawItem(start.number, start.title)
    _take_title(page, start, indices, item, ledger)
    _take_details(page, indices, item, ledger)
    _Sections(page, indices, item, ledger).read()
    return item


def _take_title(page: Page, start: Start, indices: list[int], item: RawItem, ledger: Ledger) -> None:
    lines = page.lines
    for index in (start.index, start.again, start.number_below):
        if index is not None:
            ledger.put(TITLE, lines[index].first, lines[index].last)
            indices.remove(index)
    if start.number_below is not None:
        match = (
            page.layout.number_pattern.fullmatch(lines[start.number_below].text) if page.layout.number_pattern else None
        )
        item.number = match["number"] if match else None
    if start.case_above is not None:
        _read_details(lines[start.case_above], item)
        ledger.put(DETAIL, lines[start.case_above].first, lines[start.case_above].last)
    while indices and _goes_on(page, start, item.title, indices):
        line = lines[indices.pop(0)]
        item.title = f"{item.title} {line.text}".strip()
        ledger.put(TITLE, line.first, line.last)
    item.title, in_title = case_number_at_end(item.title)
    item.case_number = item.case_number or in_title


def _goes_on(page: Page, start: Start, title: str, indices: list[int]) -> bool:
    """Whether the next line is the title's wrapped end: the contents say so, or it can be nothing else."""
    line = page.lines[indices[0]]
    if page.headings[indices[0]] is not None or is_case_number(line.text) or len(title) > _LONGEST_WRAPPED:
        return False
    if not title:
        return len(line.text) < _LONGEST_WRAPPED
    if start.entry is not None:
        whole = title_key(f"{title} {line.text}")
        return len(whole) > len(title_key(title)) and start.entry.key.startswith(whole)
    if line.blank_before or not page.spaced or LIST_MARK.match(line.text) or len(title) < 50 or len(line.text) > 120:
        return False
    following = page.lines[indices[1]] if len(indices) > 1 else None
    return line.text[0].islower() and not title.endswith(".") and (following is None or following.blank_before)


def _take_details(page: Page, indices: list[int], item: RawItem, ledger: Ledger) -> None:
    while indices and page.headings[indices[0]] is None:
        line = page.lines[indices[0]]
        if not _read_details(line, item):
            return
        ledger.put(DETAIL, line.first, line.last)
        indices.pop(0)


def _read_details(line: Line, item: RawItem) -> bool:
    details = details_of(line.text)
    if details is None or (details.case_number and item.case_number and details.case_number != item.case_number):
        return False
    item.case_number = item.case_number or details.case_number
    if details.closed is not None:
        item.stated_closed = details.closed or item.stated_closed
    for label, value in details.others:
        item.parts.append(Part(label, "other", line.first, line.last, [value], run_in=True))
    return True


class _Sections:
    """Goes through an item's lines once and parts them at the headings that are meant as such."""

    def __init__(self, page: Page, indices: list[int], item: RawItem, ledger: Ledger) -> None:
        self.page, self.indices, self.item, self.ledger = page, indices, item, ledger
        self.current: Part | None = None
        self.has_recommendation = any(
            heading.kind == "recommendation" for index in indices if (heading := page.headings[index]) is not None
        )

    def read(self) -> None:
        """Fill the item's parts."""
        for position, index in enumerate(self.indices):
            line, heading = self.page.lines[index], self.page.headings[index]
            if heading is not None and self._is_meant(position, heading):
                self._open(line, heading)
            else:
                self._text(position, line)

    def _is_meant(self, position: int, heading: Heading) -> bool:
        """An everyday word with nothing under it, in a list of attachments or an empty section, is text."""
        if heading.rest and heading.kind == "competence":
            return self.current is None or bool(self.current.pieces)
        if heading.core or heading.rest:
            return True
        following = self.indices[position + 1] if position + 1 < len(self.indices) else None
        empty = following is None or self.page.headings[following] is not None
        current = self.current
        return not (empty and current is not None and (current.kind == "attachments" or not current.pieces))

    def _open(self, line: Line, heading: Heading) -> None:
        self.current = Part(heading.text, heading.kind, line.first, line.last, body=heading.body, day=heading.day)
        self.item.parts.append(self.current)
        self.ledger.put(HEADING, line.first, line.last)
        if heading.rest:
            self.current.run_in = True
            self.current.pieces.append(heading.rest)

    def _text(self, position: int, line: Line) -> None:
        if self._begins_recommendation(position, line):
            self._unheaded(line, "recommendation")
        elif self.current is None or (self.current.run_in and self.current.kind in _ONE_LINE and line.blank_before):
            self._unheaded(line, self._kind_without_heading(position, line))
        else:
            self.current.add(line, line.text)
        self.ledger.put(TEXT, line.first, line.last)

    def _unheaded(self, line: Line, kind: str) -> None:
        self.current = Part("", kind, line.first, line.last, [line.text])
        self.item.parts.append(self.current)

    def _begins_recommendation(self, position: int, line: Line) -> bool:
        if self.has_recommendation or position + 1 >= len(self.indices):
            return False
        if self.current is not None and (
            self.current.kind == "decision" or not (line.blank_before or not self.page.spaced)
        ):
            return False
        following = self.page.lines[self.indices[position + 1]].text
        self.has_recommendation = begins_recommendation(line.text, following)
        return self.has_recommendation

    def _kind_without_heading(self, position: int, line: Line) -> str:
        """Text under the title sums up where an account follows; alone it is the decision or the account itself."""
        kinds = {
            heading.kind for index in self.indices[position:] if (heading := self.page.headings[index]) is not None
        }
        if kinds & {"account", "occasion"}:
            return "summary"
        return "decision" if not kinds and begins_with_outcome(line.text) else "account"
