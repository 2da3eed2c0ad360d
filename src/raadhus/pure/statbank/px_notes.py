"""What a PX file says about its figures beside the figures: notes, decimals, precision."""

from collections.abc import Sequence

from raadhus.pure.statbank.labelled import Note
from raadhus.pure.statbank.place import refusal
from raadhus.pure.statbank.px_dimensions import PxDimension
from raadhus.pure.statbank.px_entries import Header

_NOTES = ("NOTE", "NOTEX", "VALUENOTE", "VALUENOTEX", "CELLNOTE", "CELLNOTEX", "INFO", "REFPERIOD", "CONTACT")


def notes_in(header: Header, dimensions: Sequence[PxDimension], languages: tuple[str, ...]) -> list[Note]:
    """All notes; `about` holds what the file puts in brackets (dimension, value), "#" is the file's line break."""
    found = []
    for word in _NOTES:
        for entry in header.all(word, languages):
            text = "".join(header.texts(entry)).replace("#", "\n").strip()
            if text:
                found.append(Note(text, entry.about))
    return found


def decimals_in(header: Header) -> int | None:
    """How many decimals the figures are shown with: SHOWDECIMALS, else DECIMALS."""
    for word in ("SHOWDECIMALS", "DECIMALS"):
        entry = header.find(word)
        if entry is not None:
            said = header.one(word).strip()
            if not said.isdigit() or len(said) > 2:
                raise refusal(
                    header.place(entry.offset), f"{word} er »{said[:20]}« og ikke et helt tal; hent filen igen."
                )
            return int(said)
    return None


def precision_in(
    header: Header, dimensions: Sequence[PxDimension], languages: tuple[str, ...]
) -> dict[tuple[str, str], int]:
    """Other decimals for single values: (dimension, code) to number of decimals."""
    found: dict[tuple[str, str], int] = {}
    by_name = {name: each for each in dimensions for name in (each.main, each.dimension.title)}
    for entry in header.all("PRECISION", languages):
        said = "".join(header.texts(entry)).strip()
        each = by_name.get(entry.about[0]) if len(entry.about) == 2 else None
        if each is None or entry.about[1] not in each.dimension.labels or not said.isdigit() or len(said) > 2:
            raise refusal(
                header.place(entry.offset), "PRECISION peger ikke på en værdi og et antal decimaler; ret den."
            )
        code = each.dimension.codes[each.dimension.labels.index(entry.about[1])]
        found[(each.main, code)] = int(said)
    return found
