"""The columns that a follow-up sheet may have, their Danish headings, and the words by which others call them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

OWN, LEFT_OUT = "own", "left_out"  # a column of the sheet's own, kept as it is; one that is not taken in


@dataclass(frozen=True, slots=True)
class Column:
    """A kind of column: its heading, its share of a page's width, and how others begin their heading for it."""

    heading: str
    width: int
    known_as: tuple[str, ...]


COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        "number": Column("Nr.", 2, ("nr", "nummer", "pkt", "pkt nr", "punkt nr", "løbenr", "løbenummer", "id", "#")),
        "point": Column(
            "Aftalens punkt", 8,
            ("aftalens punkt", "aftalepunkt", "punkt", "aftaletekst", "tekst i aftalen", "aftalens tekst", "initiativ",
             "indsats", "tiltag", "emne", "beskrivelse", "budgetaftalens tekst", "tekst"),
        ),
        "handling": Column(
            "Handling", 9,
            ("handling", "handlinger", "handlingskolonne", "konkrete handlinger", "hvad gør vi", "proces",
             "næste skridt", "hvordan"),
        ),
        "main_post": Column(
            "Ansvarlig", 4,
            ("ansvarlig", "hovedansvarlig", "ansvarlig chef", "ansvarlig afdelingschef", "afdelingschef", "hvem",
             "chef", "ansvarlig hoved", "ansvarlig hovedansvarlig"),
        ),
        "helping_posts": Column(
            "Medansvarlige", 4,
            ("medansvarlig", "medansvarlige", "øvrige ansvarlige", "øvrige", "bidragydere", "bidrager", "involverede",
             "ansvarlig øvrige", "ansvarlig med", "ansvarlig medansvarlige", "ansvarlig bidrager"),
        ),
        "deliverable": Column(
            "Politisk mødesag", 3,
            ("politisk mødesag", "politisk sag", "mødesag", "politisk mødesag som leverance", "leverance",
             "politisk behandling"),
        ),
        "deliverable_body": Column(
            "Udvalg", 3,
            ("udvalg", "politisk udvalg", "fagudvalg", "forum", "politisk mødesag udvalg", "leverance udvalg"),
        ),
        "deliverable_when": Column(
            "Forelægges", 3,
            ("forelægges", "mødedato", "politisk mødedato", "forelægges hvornår", "politisk mødesag hvornår",
             "politisk mødesag dato", "leverance hvornår", "leverance dato"),
        ),
        "fulfilled_when": Column(
            "Opfyldt når", 5,
            ("opfyldt når", "hvornår er punktet opfyldt", "punktet er opfyldt når", "succeskriterium",
             "succeskriterier", "mål", "kriterium"),
        ),
        "deadline": Column("Frist", 3, ("frist", "deadline", "tidsfrist", "senest", "hvornår", "tidspunkt", "dato")),
        "status": Column("Status", 3, ("status", "status nu", "tilstand", "stade")),
        "last_answer": Column(
            "Seneste svar", 7,
            ("seneste svar", "svar", "bemærkninger", "bemærkning", "kommentar", "kommentarer", "statusbemærkning",
             "bemærkninger til status", "noter"),
        ),
    }
)  # fmt: skip
STANDARD = tuple(COLUMNS)


def key_of(heading: str) -> str:
    """Which kind of column a heading names; `OWN` where it names none of them."""
    said = plain(heading)
    for key, column in COLUMNS.items():
        if said in column.known_as or said == plain(column.heading):
            return key
    return OWN


def plain(heading: str) -> str:
    """The heading's words in small letters without signs, as they are compared."""
    return " ".join(re.findall(r"[\wæøå#]+", heading.casefold()))
