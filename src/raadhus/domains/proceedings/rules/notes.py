"""A reader's own note or highlight: what it may hold, and whether the words it is tied to still stand."""

from raadhus.pure.kernel.errors import Refused

LONGEST_QUOTE, LONGEST_TEXT = 2_000, 20_000


def check_note(quote: str, text: str) -> None:
    """`Refused` for a note that says nothing, or more than a note is for."""
    if not quote.strip() and not text.strip():
        raise Refused("Noten er tom. Skriv noget, eller markér ord i teksten.")
    if len(quote) > LONGEST_QUOTE:
        raise Refused(f"Du har markeret over {LONGEST_QUOTE} tegn. Markér et kortere stykke.")
    if len(text) > LONGEST_TEXT:
        raise Refused(f"Noten er over {LONGEST_TEXT} tegn. Del den i to.")


def stands_in(quote: str, text: str) -> bool:
    """Whether the quoted words stand in `text`, however the lines break."""
    return " ".join(quote.split()) in " ".join(text.split())
