"""One cell as JSON keeps it (a text, or {"d": day}, {"t": moment}, {"n": number}), and what a sheet's words mean."""

import re
from datetime import date, datetime
from typing import Any

from raadhus.pure.documents.grid import Cell
from raadhus.pure.documents.read.workbook.styles import shown_day, shown_number

Plain = str | dict[str, Any]
_FORMULA_LIKE = ("=", "+", "-", "@", "'")
LONGEST_POST = 200

STATUSES = {
    "not_begun": ("Ikke begyndt", ("ikke begyndt", "ikke startet", "ikke påbegyndt", "ikke igangsat")),
    "under_way": (
        "I gang",
        ("i gang", "igang", "igangværende", "påbegyndt", "igangsat", "under udførelse", "pågår", "løbende"),
    ),
    "waiting": ("Afventer", ("afventer", "udskudt", "udsat", "sat på pause")),
    "delayed": ("Forsinket", ("forsinket", "er forsinket")),
    "fulfilled": ("Opfyldt", ("opfyldt", "gennemført", "afsluttet", "færdig", "udført", "implementeret", "ok")),
    "dropped": ("Udgår", ("udgår", "udgået", "bortfalder", "bortfaldet", "annulleret")),
}
ENDED = ("fulfilled", "dropped")
_YES, _NO = ("ja", "j", "x", "✓", "ja."), ("nej", "n", "-", "–", "nej.")


def plain_of(cell: Cell) -> Plain:
    """The cell's value and, where it has one, its number format, so that it can be written again as it was."""
    look = {"f": cell.number_format} if cell.number_format else {}
    if isinstance(cell.value, bool):
        return {"b": cell.value}
    if isinstance(cell.value, datetime):
        return {"t": cell.value.isoformat()} | look
    if isinstance(cell.value, date):
        return {"d": cell.value.isoformat()} | look
    return {"n": cell.value} | look if isinstance(cell.value, int | float) else cell.value


def cell_of(plain: Plain) -> Cell:
    """The cell that `plain_of` was given."""
    if isinstance(plain, str):
        return Cell(plain, plain)
    look = str(plain.get("f", ""))
    if "b" in plain:
        return Cell(plain["b"], "SAND" if plain["b"] else "FALSK")
    if "t" in plain:
        moment = datetime.fromisoformat(plain["t"])
        return Cell(moment, shown_day(moment), look)
    if "d" in plain:
        day = date.fromisoformat(plain["d"])
        return Cell(day, shown_day(day), look)
    return Cell(plain["n"], shown_number(plain["n"], look), look)


def text_of(plain: Plain) -> str:
    """The cell as a reader sees it."""
    return cell_of(plain).text


def same(one: str, other: str) -> bool:
    """Whether two texts say the same, however they are broken and spaced."""
    return one.split() == other.split()


def status_of(words: str) -> str | None:
    """The status that `words` name; None where they name none of them."""
    said = " ".join(re.findall(r"\w+", words.casefold()))
    return next((key for key, (_, known) in STATUSES.items() if said in known), None)


def status_shown(key: str) -> str:
    """The status in Danish; "" for none."""
    return STATUSES[key][0] if key else ""


def wants_item(words: str) -> bool | None:
    """Whether a political item is to be delivered; None where the words say neither yes nor no."""
    said = words.strip().casefold()
    return True if said in _YES else False if said in _NO else None


def is_title(words: str) -> bool:
    """Whether `words` can be what a post is called: a formula or a sign is no name, and a long text none either."""
    said = words.strip()
    return (
        0 < len(said) <= LONGEST_POST
        and not said.startswith(_FORMULA_LIKE)
        and any(letter.isalpha() for letter in said)
    )


def titles_in(words: str, known: set[str]) -> list[str]:
    """The posts that a cell names: one a line, or with ";" between. A comma or "/" parts them only where all of the
    parts are `known` (titles in small letters), for many a post has a comma in its name."""
    found: list[str] = []
    for part in re.split(r"[\n;]", words):
        said = " ".join(part.split())
        found += _parted(said, known) or [said]
    return [title for title in dict.fromkeys(found) if title]


def _parted(words: str, known: set[str]) -> list[str]:
    """Known posts that `words` are put together of, the longest first; [] where they are not."""
    if words.casefold() in known:
        return [words]
    for at in (match for match in reversed(list(re.finditer(r"\s*[,/]\s*", words)))):
        first, rest = words[: at.start()], words[at.end() :]
        if first.casefold() in known and (others := _parted(rest, known)):
            return [first, *others]
    return []
