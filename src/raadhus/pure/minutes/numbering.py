"""Item numbers of every kind, and the title that follows: "Punkt 1: …", "1.a …", "Sag nr. 129", "38Godkendelse".

The number is kept as written, without words such as Punkt, Nr. or Sag.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_NUMBER = r"(?:\d{1,4}(?:\.\d{1,2}){0,2}(?:\.?[a-z](?![a-zæøå]))?|[A-ZÆØÅ]{2,4}-\d{1,4}/\d{2}(?:-[A-Z])?)"
_WORD = r"(?:Dagsordenspunkt|Punkt(?:\s+nr\.?)?|Pkt\.?|Sag\s+nr\.?|Nr\.?|Emne)"
_KEYWORD = re.compile(rf"{_WORD}\s*(?P<number>{_NUMBER})(?:\s*[:.)–-]\s*|\s+|$)(?P<title>.*)", re.IGNORECASE)
_PLAIN = re.compile(rf"(?:[•▪·*-]\s*)?(?P<number>{_NUMBER})(?:\s*[.):]\s*|\s+|\s+[–-]\s+)(?P<title>\S.*)")
_GLUED = re.compile(r"(?P<number>\d{1,3})(?P<title>[A-ZÆØÅ][a-zæøå].*)")
_MONTHS = (
    r"januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sep\.?|okt\.?|nov\.?|dec\.?|kvartal|halvår|behandling|udkast|etape"
)
_NOT_A_TITLE = re.compile(rf"(?:{_MONTHS})\b|at\s|kr\b|pct\b|%|mio\b|[,;/]|\d+[-/.]\d", re.IGNORECASE)
_STARTS = frozenset("0123456789PpSsNnDdEe•▪·*-ABCDEFGHIJKLMOQRTUVWXYZÆØÅ")
_FOLLOWS_A_WORD = re.compile(r"[A-ZÆØÅ0-9\"”»'§(]")
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Mark:
    """An item's number and title as one line gives them; `keyword` where a word such as "Punkt" led them in."""

    number: str
    title: str
    keyword: bool = False

    @property
    def order(self) -> tuple[int, ...]:
        """The number as whole numbers, for "is it the next"; letters count from a=1."""
        return order_of(self.number)


def order_of(number: str) -> tuple[int, ...]:
    """ "1.a" → (1, 1), "ØU-55/07-O" → (55,), "12.3" → (12, 3)."""
    if "/" in number:
        return (int(re.findall(r"\d+", number)[0]),)
    parts = re.findall(r"\d+|[a-z]", number)
    return tuple(int(part) if part.isdigit() else ord(part) - 96 for part in parts)


@lru_cache(maxsize=4096)
def mark_of(text: str) -> Mark | None:
    """The number and title that `text` may begin an item with, or None. The caller weighs the context."""
    if not text or text[0] not in _STARTS or len(text) > LONGEST_TITLE:
        return None
    first = text[0]
    if first.isdigit() or first in "•▪·*-":
        return _plain(text)
    if first in "PpSsNnDdEe" and (match := _KEYWORD.fullmatch(text)):
        title = match.group("title").strip()
        ends_with_mark = text[match.end("number") :].lstrip()[:1] in {":", ".", ")", "–", "-"}
        if not title or (ends_with_mark and title) or _FOLLOWS_A_WORD.match(title):
            return Mark(match.group("number"), title, keyword=True)
        return None
    if "/" in text[:14] and (match := _PLAIN.fullmatch(text)):
        return Mark(match.group("number"), match.group("title"))
    return None


def _plain(text: str) -> Mark | None:
    match = _PLAIN.fullmatch(text)
    if match is None or len(match.group("title")) < 2:
        match = _GLUED.fullmatch(text)
    if match is None:
        return None
    title = match.group("title").strip()
    parted = text[match.start("title") - 1].isspace()
    if (title[0].isdigit() and not parted) or not any(map(str.isalpha, title)):
        return None
    if _NOT_A_TITLE.match(title) or not (title[0].isupper() or title[0].isdigit() or title[0] in "\"”»'§("):
        return None
    return Mark(match.group("number"), title)


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """`title` as titles are compared: letters and digits only, small."""
    return "".join(filter(str.isalnum, title)).casefold()
