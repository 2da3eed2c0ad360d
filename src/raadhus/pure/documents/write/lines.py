"""Where a line may end: a text → pieces, so that what is read off the paper again is what was written.

A piece is a text, `{"whole": text}` for what must stay on one line, or None where a line may end within a word.
"""

import re
from typing import Any

_FITS, _STEP = 60, 40  # letters of a word that any line holds; of a longer one, after how many it may be broken
_MONTH = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
# A hyphen at a line's end could be a broken word's; a line that begins with a dash or "1." could be a point.
_WHOLE = re.compile(
    r"(?<![\w.-])[^\W_][\w.]{0,17}(?:-[\w.]{1,18}){1,3}(?![\w.-])"
    r"|(?<!\S)d\. \d{1,2}-\d{1,2}-\d{4}(?!\S)"
    rf"|(?<!\S)[\w,]{{1,20}} (?:[-–—•*]|\d{{1,2}}\. (?:{_MONTH})\b|\d{{1,3}}[.)])(?!\S)"
)
_LONG = re.compile(rf"\S{{{_FITS + 1},}}")

Piece = str | dict[str, str] | None


def pieces_of(text: str) -> Any:
    """`text` itself where nothing in it is special, else its pieces, which put together are `text`."""
    if not _WHOLE.search(text) and not _LONG.search(text):
        return text
    pieces: list[Piece] = []
    position = 0
    for match in _WHOLE.finditer(text):
        pieces += [*_with_breaks(text[position : match.start()]), {"whole": match[0]}]
        position = match.end()
    return pieces + _with_breaks(text[position:])


def _with_breaks(text: str) -> list[Piece]:
    pieces: list[Piece] = []
    position = 0
    for match in _LONG.finditer(text):
        for end in range(match.start() + _STEP, match.end(), _STEP):
            pieces += [text[position:end], None]
            position = end
    return [*pieces, text[position:]] if position < len(text) else pieces
