"""The phrase books: one letter for each usual outcome, and the words it writes.

The words are such that the minutes' reader finds the same outcome in them again; a test holds the two together.
"""

from raadhus.domains.proceedings.rules.profile import Phrase

_SHARED = (
    Phrase("G", "approved", "Godkendt."),
    Phrase("Æ", "approved", "Godkendt med følgende ændring: {text}"),
    Phrase("E", "noted", "Taget til efterretning."),
    Phrase("D", "discussed", "Drøftet."),
    Phrase("U", "deferred", "Udsat til {when}."),
    Phrase("X", "withdrawn", "Punktet udgik af dagsordenen."),
    Phrase("T", "returned", "Sendt tilbage til {to}."),
    Phrase("V", "referred", "Oversendt til {to}."),
    Phrase("I", "none", "Ingen bemærkninger."),
)
_VOTED = (
    Phrase("F", "rejected", "Forkastet."),
    Phrase("B", "lapsed", "Bortfaldet ved stemmelighed."),
)

ADMINISTRATIVE = (*_SHARED, Phrase("A", "recommended", "Anbefales over for {to}."), Phrase("F", "rejected", "Afvist."))
COUNCIL = (*_SHARED, *_VOTED)
COMMITTEE = (*_SHARED, *_VOTED, Phrase("A", "recommended", "Anbefales over for {to}."))
