"""Open or closed? Stated by a group's heading, by the title, or by a line under it; in doubt it is closed."""

import re

from raadhus.pure.minutes.lines import Line

_WHAT = r"(?:dagsordens?punkter|dagsorden|punkter|sager|møde|referat|del)"
_OPEN_GROUP = re.compile(
    rf"(?:åbne|åben|åbent|offentlige?)\s+{_WHAT}\s*:?",
    re.IGNORECASE,
)
_CLOSED_GROUP = re.compile(
    rf"(?:lukkede|lukket|ikke[- ]offentlige?|fortrolige?)\s+{_WHAT}\s*:?",
    re.IGNORECASE,
)
_CLOSED_TITLE = re.compile(
    r"\(?\s*lukket\b|.*\(\s*(?:lukket|fortrolig|ikke offentlig)t?(?:\s+(?:punkt|sag))?\s*\)"
    r"|.*[-–:,]\s*(?:lukket|fortrolig)t?(?:\s+(?:punkt|sag|dagsorden))?$"
    r"|\(?\s*(?:fortrolig|ikke offentlig)t?\b"
    r"|.*\b(?:lukket|fortrolig)t?\s+(?:dagsordens)?(?:punkt|sag)\b",  # also behind a prefix: "DF - Lukket punkt: …"
    re.IGNORECASE,
)


def group_of(line: Line) -> bool | None:
    """True where `line` heads a group of closed items, False of open ones, None where it heads none."""
    if not line.key or len(line.text) > 40:
        return None
    if _CLOSED_GROUP.fullmatch(line.text):
        return True
    return False if _OPEN_GROUP.fullmatch(line.text) else None


def title_is_closed(title: str) -> bool:
    """Whether the title itself says so, e.g. "Lukket punkt: …" or "… (Lukket)"."""
    return bool(_CLOSED_TITLE.match(title))


def is_closed(*, group: bool | None, title: str, stated: bool | None, listed: bool | None) -> bool:
    """Whether an item is closed. A closed group closes all in it, whatever the item says of itself."""
    return bool(group) or bool(stated) or bool(listed) or title_is_closed(title)
