"""The grammar of Danish date phrases without their preposition: first words, pattern, reader."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from raadhus.pure.minutes.date_readers import (
    Reader,
    read_day,
    read_in,
    read_month,
    read_quarter,
    read_season,
    read_this,
    read_week,
    read_weekday,
    read_within,
    read_year,
)
from raadhus.pure.minutes.date_table import FULL_MONTHS, MONTHS, NUMBERS, ORDINALS, SEASONS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the grammar, tried only at a word among `starts` ("0" stands for any number).

    `needs` is what must stand before it, since the words alone are no date ("3/2", "fredag", "2023").
    """

    starts: tuple[str, ...]
    pattern: re.Pattern[str]
    reader: Reader
    needs: re.Pattern[str] | None = None


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_ANY_MONTH, _MONTH, _WEEKDAY = _either(MONTHS), _either(FULL_MONTHS), _either(WEEKDAYS)
_NUMBER = rf"(?P<number>\d{{1,3}}|{_either(NUMBERS)})"
_ORDINAL = rf"(?P<number>[1-4]|{_either(ORDINALS)})\.?"
_UNIT = r"(?P<unit>hverdage?|arbejdsdage?|dage?|uger?|måned(?:er)?|år)\b"
_SEASON = "|".join(row.words for row in SEASONS)
_LEAD = rf"(?:(?P<weekday>{_WEEKDAY}),?\s(?:d(?:en|\.)\s?)?|d(?:en|\.)\s?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_UNTIL = r"(?:\s?(?:-|–|og|til)\s?(?:den\s)?(?P<until>\d{1,2})\.?)?"
_DAY_STARTS = ("den", "d", *WEEKDAYS)
_OF = r"(?:\s(?:i|af))?"


def _rule(starts: Iterable[str], pattern: str, reader: Reader, needs: str | None = None) -> Rule:
    before = re.compile(rf"(?:{needs})\s?$", re.I) if needs else None
    return Rule(tuple(starts), re.compile(pattern, re.I), reader, before)


_PREPOSITION = (
    r"\b(?:i|til|inden|senest|før|efter|fra|for|og|primo|medio|ultimo|af|først|sidst|midt|ved|kommende|pr\.|"
    r"frist|deadline:?)"
)
_PART_OF_YEAR = (
    r"\b(?:i løbet af|primo|medio|ultimo|udgangen af|begyndelsen af|starten af|midten af|slutningen af|"
    r"senest i|inden|i)"
)
_SEASON_STARTS = (
    "sommerferien", "sommerferie", "sommeren", "sommer", "sommerpausen", "foråret", "forår", "efteråret",
    "efterår", "efterårsferien", "efterårsferie", "vinterferien", "vinterferie", "vinteren", "vinter", "jul",
    "julen", "juleferien", "juleferie", "nytår", "nytåret", "årsskiftet", "påske", "påsken", "påskeferien",
    "påskeferie", "pinse", "pinsen", "pinseferien",
)  # fmt: skip

RULES = (
    _rule(
        (*_DAY_STARTS, "0"),
        rf"{_LEAD}?(?P<day>\d{{1,2}})\.?{_UNTIL}\s?(?P<name>(?:{_MONTH})\b|(?:{_ANY_MONTH})\b\.?)(?:,?\s{_YEAR}\b)?",
        read_day,
    ),
    _rule(
        (*_DAY_STARTS, "0"),
        rf"{_LEAD}?(?P<day>\d{{1,2}})(?P<until>(?!))?(?P<sep>[-./])(?P<month>\d{{1,2}})(?P=sep)(?P<year>20\d\d|\d\d)\b",
        read_day,
    ),
    _rule(("0",), r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b", read_day),
    _rule(
        _DAY_STARTS,
        rf"{_LEAD}(?P<day>\d{{1,2}})[./](?P<month>1[0-2]|0?[1-9])\b(?![./-]?\d)\.?(?:\s{_YEAR}\b)?",
        read_day,
    ),
    _rule(
        ("0",),
        rf"(?P<day>\d{{1,2}})[./](?P<month>1[0-2]|0?[1-9])\b(?![./-]?\d|\s?(?:%|pct|mio|kr|time|stilling))"
        rf"(?:\s{_YEAR}\b)?",
        read_day,
        r"\b(?:inden|senest|før|pr\.|deadline:?|frist:?|til og med|frem til|mødet)",
    ),
    _rule(FULL_MONTHS, rf"(?P<name>{_MONTH})(?:\s?(?:/|-|–|og)\s?(?P<to>{_MONTH}))?\s{_YEAR}\b", read_month),
    _rule(
        FULL_MONTHS,
        rf"(?P<name>{_MONTH})(?:\s?(?:/|-|–|og)\s?(?P<to>{_MONTH}))?(?:(?P<year>(?!)))?\b(?:\småned\b)?",
        read_month,
        _PREPOSITION,
    ),
    _rule(
        ("uge", "ugerne"),
        rf"uge(?:rne)?\s(?P<week>\d{{1,2}})\b(?:\s?(?:-|–|/|og|til)\s?(?P<until>\d{{1,2}})\b)?(?:\s(?:i\s)?{_YEAR}\b)?",
        read_week,
    ),
    _rule(("0", *ORDINALS), rf"{_ORDINAL}\s(?:kvartal|halvår)\b(?:{_OF}\s{_YEAR}\b)?", read_quarter),
    _rule(("q1", "q2", "q3", "q4"), rf"Q(?P<number>[1-4])\b(?:\s{_YEAR}\b)?", read_quarter),
    _rule(("kvartal",), rf"kvartal\s(?P<number>[1-4])\b(?:\s{_YEAR}\b)?", read_quarter),
    _rule(
        _SEASON_STARTS,
        rf"(?P<season>{_SEASON})\b(?:\s{_YEAR}(?:/\d\d(?:\d\d)?)?\b)?",
        read_season,
    ),
    _rule(("0",), rf"{_YEAR}\b(?!\s?[-–/]\s?\d)", read_year, _PART_OF_YEAR),
    _rule(
        ("næste", "det", "kommende"),
        r"(?:næste år|det (?:nye|kommende|næste) år|kommende år)\b(?P<year>(?!))?",
        read_year,
    ),
    _rule(
        ("året",),
        r"året\b(?P<year>(?!))?",
        read_year,
        r"\b(?:udgangen af|slutningen af|løbet af|resten af)",
    ),
    _rule(
        ("denne", "næste", "kommende", "indeværende", "den"),
        r"(?:(?:den|det)\s)?(?P<which>denne|næste|kommende|indeværende)\s(?P<unit>uge|måned|kvartal|halvår)\b",
        read_this,
    ),
    _rule(("ugen", "måneden", "kvartalet", "halvåret"), r"(?P<which>(?!))?(?P<unit>ugen|måneden|kvartalet|halvåret)\b",
          read_this, r"\b(?:udgangen af|slutningen af|løbet af|afslutningen af)"),
    _rule(("om",), rf"om\s(?:ca\.?\s|cirka\s)?{_NUMBER}\s{_UNIT}", read_in),
    _rule(("inden", "i", "de", "højst", "senest", "0", *NUMBERS),
          rf"(?:inden\sfor\s(?:de\s(?:næste|kommende)\s)?|inden\s|i\sløbet\saf\s(?:de\s(?:næste|kommende)\s)?|"
          rf"de\s(?:næste|kommende)\s|senest\s){_NUMBER}\s{_UNIT}(?!\sfør)(?:\sefter\smødet)?", read_within),
    _rule(("0", *NUMBERS), rf"{_NUMBER}\s{_UNIT}\sefter\s(?:mødet|dette\smøde|dags\sdato)", read_within),
    _rule(WEEKDAYS, rf"(?P<weekday>{_WEEKDAY})\b(?!\s(?:den|d\.|\d))", read_weekday,
          r"\b(?:på|inden|senest|senest på|til|førstkommende|kommende|næste|nu på|deadline:?|frist:?)"),
    _rule(("i",), r"(?P<weekday>i morgen)\b", read_weekday),
)  # fmt: skip


def _by_first_word() -> dict[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = {}
    for rule in RULES:
        for word in rule.starts:
            found.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


RULES_BY_FIRST_WORD = _by_first_word()
