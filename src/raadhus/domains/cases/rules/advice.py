"""What the KLE plan says of numbers. Advice is given, nothing is blocked: a number stays valid where it was opened."""

from collections.abc import Iterable

from raadhus.pure.kernel.case_number import CATEGORIES, CaseNumber

# Only what a source confirms (KL's test file for facets; KLE-online's help pages). The rest have no title here.
FACET_TITLES = {
    "A": "Organisering mv.",
    "K": "Klagesager",
    "A53": "Aktindsigt",
    "P15": "Strategi",
    "P22": "Politik",
    "P35": "Møder",
}

SOURCE = "KLE-onlines hjælp, https://www.kle-online.dk/hj%C3%A6lp?page_id=36"
CROSS_CUTTING = "00.01.10-P35"
MEETINGS_FACET = "P35"


def facet_title(facet: str) -> str | None:
    """The title of a facet ("P35") or facet category ("A") where a source confirms it, else None."""
    return FACET_TITLES.get(facet)


def is_category(letter: str) -> bool:
    """Whether `letter` is one of exactly seven facet categories."""
    return len(letter) == 1 and letter in CATEGORIES


def advice_on_collecting_case(number: CaseNumber, titles: Iterable[str]) -> str | None:
    """A Danish sentence where one KLE number gathers items of different titles, else None.

    Meeting cases (facet P35) are meant to gather; so is a case whose items all bear one title. Items that differ may
    still belong together, so this is advice.
    """
    different = {_bare(title) for title in titles}
    if number.form != "kle" or number.facet == MEETINGS_FACET or len(different) < 2:
        return None
    return (
        f"Sagsnummeret {number.as_written} står på {len(different)} punkter med forskellige titler. Er det en "
        f"samlesag, anbefaler KL, at hvert punkt får en sag under sit eget emne, og at tværgående møder selv føres "
        f"under {CROSS_CUTTING} ({SOURCE})."
    )


def _bare(title: str) -> str:
    return " ".join(title.casefold().split())
