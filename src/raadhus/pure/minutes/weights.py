"""How strongly does a line speak for beginning an item? A table of reasons, and where each is seen."""

from raadhus.pure.minutes.case_numbers import case_number_at_end, details_of, is_case_number
from raadhus.pure.minutes.closed import group_of
from raadhus.pure.minutes.contents import Entry
from raadhus.pure.minutes.lines import LIST_MARK
from raadhus.pure.minutes.numbering import Mark, mark_of, title_key
from raadhus.pure.minutes.outcomes import begins_with_outcome
from raadhus.pure.minutes.page import Page

ENOUGH = 3
WEIGHTS = {
    "listed in the contents": 5,
    "led in by a word": 3,
    "a heading below": 3,
    "a case number below": 7,
    "a case number above": 3,
    "set as a heading": 2,
    "set in bold": 1,
    "a case number in it": 3,
    "the next number": 1,
    "a number that goes back": -2,
    "in a list or a table": -2,
    "a sentence": -2,
    "very long": -2,
    "a list running on": -3,
    "just below such a heading": -3,
    "introduced by the line above": -4,
    "words of a decision": -6,
}
_HINTED = {"bold": "set in bold", "li": "in a list or a table", "cell": "in a list or a table"}
_LOOK_AHEAD = 4


def weight_of(page: Page, index: int, mark: Mark | None, entry: Entry | None, last: tuple[int, ...]) -> int:
    """How strongly line `index` speaks for beginning an item, after an item numbered `last`."""
    line = page.lines[index]
    title = mark.title if mark else line.text
    reasons = set(_reasons_around(page, index, keyword=bool(mark and mark.keyword)))
    if entry is not None:
        reasons.add("listed in the contents")
    elif mark is not None and last and mark.order <= last:
        reasons.add("a number that goes back")
    if mark is not None:
        reasons.update(_reasons_in(mark, last))
    if title.endswith((".", ";", ",")) and " " in title and entry is None:
        reasons.add("a sentence")
    if len(title) > 200:
        reasons.add("very long")
    return sum(WEIGHTS[reason] for reason in reasons)


def _reasons_in(mark: Mark, last: tuple[int, ...]) -> list[str]:
    reasons = []
    if mark.keyword:
        reasons.append("led in by a word")
    if case_number_at_end(mark.title)[1] is not None:
        reasons.append("a case number in it")
    if begins_with_outcome(mark.title):
        reasons.append("words of a decision")
    if (last and mark.order[0] == last[0] + 1) or (not last and mark.order[0] == 1):
        reasons.append("the next number")
    return reasons


def _reasons_around(page: Page, index: int, *, keyword: bool) -> list[str]:
    line, reasons = page.lines[index], _below(page, index)
    if line.hint[:1] == "h":
        reasons.append("set as a heading")
    elif line.hint in _HINTED:
        reasons.append(_HINTED[line.hint])
    if not index or index - 1 in page.contents.taken:
        return reasons
    above = page.lines[index - 1]
    if is_case_number(above.text) and group_of(above) is None:
        reasons.append("a case number above")
    heading = page.headings[index - 1]
    if heading is not None and not heading.rest and not keyword and heading.kind in {"recommendation", "attachments"}:
        reasons.append("just below such a heading")
    elif heading is None and not keyword and above.text.endswith((",", ":", " at")) and not is_case_number(above.text):
        reasons.append("introduced by the line above")
    if not keyword and LIST_MARK.match(above.text) and not line.blank_before and page.spaced:
        reasons.append("a list running on")
    return reasons


def _below(page: Page, index: int) -> list[str]:
    """A heading or a case number in the next lines, wrapped ends of the title passed over."""
    for ahead in range(index + 1, min(index + 1 + _LOOK_AHEAD, len(page.lines))):
        if ahead in page.contents.taken:
            return []
        line = page.lines[ahead]
        if page.headings[ahead] is not None:
            return ["a heading below"]
        if details_of(line.text) is not None:
            return ["a case number below"]
        if mark_of(line.text) is not None and title_key(line.text) != title_key(page.lines[index].text):
            return []
        if line.blank_before and page.spaced:
            return []
    return []
