"""The table of Danish date words: names, numbers, and where in the year a season begins and ends.

Seasons are windows because minutes use them as such; docs/promises.md says why each has the days it has.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from raadhus.pure.kernel.holidays import easter_sunday

MONTHS = {
    name: number
    for number, names in enumerate(
        ("januar jan", "februar feb febr", "marts mar", "april apr", "maj", "juni jun", "juli jul", "august aug",
         "september sep sept", "oktober okt", "november nov", "december dec"),
        1,
    )
    for name in names.split()
}  # fmt: skip
FULL_MONTHS = tuple(name for name in MONTHS if len(name) > 4 or name in ("maj", "juni", "juli"))
WEEKDAYS = {
    name: number for number, name in enumerate(("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"))
}
NUMBERS = {
    name: number
    for number, names in enumerate(
        ("en et én ét", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten",
         "fjorten"),
        1,
    )
    for name in names.split()
}  # fmt: skip
ORDINALS = {"første": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4}

SOON = (
    "snarest muligt", "snarligt", "snarest", "hurtigst muligt", "så hurtigt som muligt", "så snart som muligt",
    "straks", "omgående", "inden længe", "på sigt", "løbende", "fremover", "fremadrettet",
    "efterfølgende", "senere på året", "på et senere tidspunkt", "senere",
)  # fmt: skip
NEXT_MEETING = (
    r"(?:(?:det|et|de|vores|udvalgets|dets|deres)\s)?"
    r"(?:næstkommende|førstkommende|næste|kommende|nærmeste|snarligt|senere|følgende)\s"
    r"(?:(?:ordinære?|fælles|almindelige|gang)\s)?(?:[a-zæøå]+)?møder?\b",
    r"næste\sgang\b",
)
RECURRING = (
    r"hvert\s(?:år|kvartal|halvår|(?:\d+|andet|tredje|fjerde|femte)\.?\sår)",
    r"hver\s(?:måned|uge|gang|(?:anden|tredje)\s\w+)", r"årligt", r"halvårligt", r"kvartalsvist?", r"månedligt",
    r"ugentligt", r"\w+\sgange\s(?:om\såret|årligt)",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day of the year: (month, day), days from Easter Sunday, or the weekday (1–7) of an ISO week."""

    kind: str
    a: int
    b: int = 0
    next_year: bool = False

    def in_year(self, year: int) -> date:
        """The day in the season of `year`."""
        year += self.next_year
        if self.kind == "easter":
            return easter_sunday(year) + timedelta(days=self.a)
        return date.fromisocalendar(year, self.a, self.b) if self.kind == "week" else date(year, self.a, self.b)


def _on(month: int, day: int, *, next_year: bool = False) -> Anchor:
    return Anchor("day", month, day, next_year)


@dataclass(frozen=True, slots=True)
class Season:
    """What "i", "inden" and "efter" mean of a season: a window, the last day before it, a window after it."""

    words: str
    inside: tuple[Anchor, Anchor]
    before: Anchor
    after: tuple[Anchor, Anchor]

    def in_year(self, year: int) -> tuple[date, date]:
        """First and last day of the season that begins in `year`."""
        return self.inside[0].in_year(year), self.inside[1].in_year(year)


SEASONS = (
    Season(r"sommerferien?", (_on(7, 1), _on(7, 31)), _on(6, 30), (_on(8, 1), _on(9, 30))),
    Season(r"sommer(?:en|pausen)?", (_on(6, 1), _on(8, 31)), _on(6, 30), (_on(8, 1), _on(9, 30))),
    Season(r"forår(?:et)?", (_on(3, 1), _on(5, 31)), Anchor("day", 2, 28), (_on(6, 1), _on(6, 30))),
    Season(
        r"efterårsferien?",
        (Anchor("week", 42, 1), Anchor("week", 42, 7)),
        Anchor("week", 41, 7),
        (Anchor("week", 43, 1), _on(11, 30)),
    ),
    Season(r"efterår(?:et)?", (_on(9, 1), _on(11, 30)), _on(8, 31), (_on(12, 1), _on(12, 31))),
    Season(
        r"vinterferien?",
        (Anchor("week", 7, 1), Anchor("week", 7, 7)),
        Anchor("week", 6, 7),
        (Anchor("week", 8, 1), _on(3, 31)),
    ),
    Season(
        r"vinter(?:en)?",
        (_on(12, 1), _on(2, 28, next_year=True)),
        _on(11, 30),
        (_on(3, 1, next_year=True), _on(3, 31, next_year=True)),
    ),
    Season(
        r"jul(?:en|eferien?)?",
        (_on(12, 24), _on(12, 31)),
        _on(12, 23),
        (_on(1, 2, next_year=True), _on(1, 31, next_year=True)),
    ),
    Season(
        r"nytår(?:et)?|årsskiftet",
        (_on(12, 31), _on(1, 1, next_year=True)),
        _on(12, 31),
        (_on(1, 1, next_year=True), _on(1, 31, next_year=True)),
    ),
    Season(
        r"påske(?:n|ferien?)?",
        (Anchor("easter", -8), Anchor("easter", 1)),
        Anchor("easter", -4),
        (Anchor("easter", 2), Anchor("easter", 30)),
    ),
    Season(
        r"pinse(?:n|ferien?)?",
        (Anchor("easter", 49), Anchor("easter", 50)),
        Anchor("easter", 48),
        (Anchor("easter", 51), Anchor("easter", 79)),
    ),
)
