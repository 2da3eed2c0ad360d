"""One row of a body's public register: date, case, decision, responsible, deadline, status, remark."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from raadhus.domains.followup.rules.life import UNNAMED

# progress of a promise: its status in the register
STATUSES = {"open": "open", "answered": "under_way", "done": "done", "dropped": "given_up"}
_DAYS = ("date", "due_first", "due_last", "done_on", "remark_on")
_WORDS = ("body", "date", "case", "item", "item_title", "decision")


@dataclass(frozen=True, slots=True)
class PublicRow:
    """What everybody may read of one promise. `promise` and `item` are keys; days are None where nobody knows them;
    `responsible` is the title of a post or department, empty where nobody has it."""

    promise: int
    body: str
    date: date | None
    case: str
    item: int
    item_title: str
    decision: str
    responsible: str
    due_first: date | None
    due_last: date | None
    status: str
    done_on: date | None
    remark: str
    remark_on: date | None

    def as_content(self) -> dict[str, Any]:
        """The row as JSON keeps it: days as "2022-01-20"."""
        plain = {one.name: getattr(self, one.name) for one in fields(self)}
        return plain | {name: plain[name].isoformat() if plain[name] else None for name in _DAYS}

    def says_the_same_as(self, other: "PublicRow") -> bool:
        """Whether the words of the minutes are the same: what was corrected there must not stand on here."""
        return all(getattr(self, name) == getattr(other, name) for name in _WORDS)


def row_from(content: dict[str, Any]) -> PublicRow:
    """The row that `content` was made of."""
    days = {name: date.fromisoformat(content[name]) if content[name] else None for name in _DAYS}
    return PublicRow(**(content | days))


def digest_of_rows(contents: Mapping[int, Mapping[str, Any]]) -> str:
    """The sha256 (hex) of rows' contents by promise, whatever their order: noted in the log when they are published."""
    plain = json.dumps(sorted(contents.items()), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def responsible_words(post: str, held: Sequence[str], *, has_person: bool, names: Collection[str]) -> str:
    """Who is responsible, never by a person's name: the post's title; where only a person is, the title of the one
    post they have, else the administration as such. `names` (casefolded) are people's; a title with one of them in it
    is not said."""
    if post:
        return UNNAMED if _names_somebody(post, names) else post
    if not has_person:
        return ""
    fit = [title for title in held if not _names_somebody(title, names)]
    return fit[0] if len(fit) == 1 else UNNAMED


def _names_somebody(title: str, names: Collection[str]) -> bool:
    """Whether the title is a name, or has a whole name in it; a first name alone may be part of any word."""
    said = " ".join(title.split()).casefold()
    return said in names or any(" " in name and name in said for name in names)
