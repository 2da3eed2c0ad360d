"""The attachments: one on a line, numbered or not, glued together, or in a comma list after "Bilag:"."""

import re

_MARK = re.compile(r"(?:[-–—•▪●◦·*]\s*|\d{1,3}[.)]\s+)(?=\S)")
_NONE = re.compile(r"(?:der er )?(?:ingen|intet|nej)(?: bilag)?(?: til (?:punktet|sagen))?\.?|-+", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[\wæøå)])(?=Bilag \d{1,3}\s?[:.–-])")
_FILE = re.compile(r"\.[a-z]{3,4}$", re.IGNORECASE)
_WRAPS = 55  # letters of a line that may have gone on, where each name is a paragraph of its own
_COMMA = re.compile(r"\s*[,;]\s+(?=\S)")


def attachments_of(text: str, *, run_in: bool) -> tuple[str, ...]:
    """The names in the `text` of an attachments section, without bullet or list number; () where it says none.

    `run_in` is whether the text stood in the heading's own line, where a comma parts two attachments.
    """
    lines = [line for paragraph in text.split("\n\n") for line in _unwrapped(paragraph, alone="\n\n" not in text)]
    parts = [part for line in lines for part in _GLUED.split(line)]
    if run_in and len(lines) == 1:
        parts = [piece for part in parts for piece in _COMMA.split(part)]
    names = [_MARK.sub("", part, count=1).strip() if _MARK.match(part) else part.strip() for part in parts]
    return tuple(name for name in names if name and not _NONE.fullmatch(name))


def _unwrapped(paragraph: str, *, alone: bool) -> list[str]:
    """The names of a paragraph. A long one may go on in the next line (where it stands `alone`: in small letters)."""
    names: list[str] = []
    for line in filter(None, (line.strip() for line in paragraph.split("\n"))):
        long = bool(names) and len(names[-1]) >= _WRAPS and not _FILE.search(names[-1])
        if long and not _MARK.match(line) and (line[0].islower() or not alone):
            names[-1] = f"{names[-1]} {line}"
        else:
            names.append(line)
    return names
