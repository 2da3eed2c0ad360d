"""Danish date words in running text, resolved to windows relative to a meeting (docs/promises.md has the table)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from raadhus.pure.minutes.date_readers import Clock, Core, Looking
from raadhus.pure.minutes.date_rules import RULES_BY_FIRST_WORD, Rule
from raadhus.pure.minutes.date_table import NEXT_MEETING, RECURRING, SOON

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DateWords:
    """A stretch `text[start:end]` that says when. `first` and `last` bound it, both None where no day follows.

    `kind` is "date", or why there is no window: "soon" (snarest), "next_meeting", "recurring" (hvert år).
    `until` is whether only the end was stated (inden, senest). `doubt` is a Danish sentence where the words
    contradict each other; the text is still kept as written.
    """

    quote: str
    start: int
    end: int
    first: date | None
    last: date | None
    vague: bool
    kind: str = "date"
    until: bool = False
    doubt: str | None = None


_WORD = re.compile(r"[0-9]+|[A-Za-zÆØÅæøåÉé]+[0-9]?")
_PART = (
    r"(?:primo|medio|ultimo|(?:begyndelsen|starten|midten|slutningen|udgangen|afslutningen|løbet|resten)\saf|"
    r"først\si|midt\si|sidst\si)\s"
)
_BEFORE = re.compile(
    rf"\b(?P<op>inden\sfor|inden|senest|før|frem\stil|indtil|til\sog\smed|(?:med\s)?(?:svar)?frist(?:en)?(?:\ser)?:?|"
    rf"(?:med\s)?deadline(?:\ser)?:?|efter|tidligst|fra(?:\sog\smed)?|omkring|ca\.|op\stil|"
    rf"ved|med|i|til|pr\.|på|over|henover)?\s?(?:(?:i|til|på|med|ved|den)\s)?(?P<part>{_PART})?$",
    re.I,
)
_UNTIL_OPS = ("senest", "frem til", "indtil", "til og med", "frist", "deadline")
_ENDS = re.compile(
    r"\b(?:(?P<op>inden|senest|ved|med)\s(?:ved\s)?)?(?P<unit>ugens|månedens|kvartalets|halvårets|årets)\s(?:udgang|udløb|afslutning)\b",
    re.I,
)
_NO_WINDOW = tuple(
    (kind, re.compile(rf"\b(?:{'|'.join(words)})", re.I))
    for kind, words in (("next_meeting", NEXT_MEETING), ("recurring", RECURRING), ("soon", SOON))
)


def find_date_words(text: str, *, on: date, looking: Looking = "future") -> tuple[DateWords, ...]:
    """The date phrases of `text` in order, none overlapping, seen from a meeting held `on` that day.

    An unstated year is the first that is not over ("future"), the last that has begun ("past") or the closest.
    """
    return _without_overlaps([*_dated(text, Clock(on, looking)), *_ends(text, on), *_undated(text)])


def find_windows(text: str, *, on: date, looking: Looking = "future") -> tuple[DateWords, ...]:
    """The date phrases that have a first and a last day; "snarest" and "næste møde" are not among them."""
    return _without_overlaps([*_dated(text, Clock(on, looking)), *_ends(text, on)])


def _without_overlaps(found: list[DateWords]) -> tuple[DateWords, ...]:
    found.sort(key=lambda words: (words.start, -words.end))
    kept: list[DateWords] = []
    for words in found:
        if not kept or words.start >= kept[-1].end:
            kept.append(words)
        elif words.kind == "date" and kept[-1].kind != "date":
            kept[-1] = words
    return tuple(kept)


def _dated(text: str, clock: Clock) -> list[DateWords]:
    found: list[DateWords] = []
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        first_word = "0" if word[0].isdigit() else word[0].lower()
        for rule in RULES_BY_FIRST_WORD.get(first_word, ()):
            words = _read(text, word.start(), rule, clock)
            if words:
                found.append(words)
                end = words.end
                break
    return found


def _read(text: str, at: int, rule: Rule, clock: Clock) -> DateWords | None:
    match = rule.pattern.match(text, at)
    if match is None:
        return None
    left = text[max(0, at - 40) : at]
    if rule.needs is not None and not rule.needs.search(left):
        return None
    core = rule.reader(match, clock)
    if core is None:
        return None
    before = _BEFORE.search(left)
    start = at - len(left) + before.start() if before else at
    start += len(text[start:at]) - len(text[start:at].lstrip())
    operator = (before["op"] or "").lower() if before else ""
    part = (before["part"] or "").lower().strip() if before else ""
    return _worded(text[start : match.end()], start, core, operator, part, clock)


def _worded(quote: str, start: int, core: Core, operator: str, part: str, clock: Clock) -> DateWords:
    first, last = _part_of(core, part) if part else (core.first, core.last)
    until = operator.endswith(_UNTIL_OPS) or operator.startswith(("med frist", "frist", "svarfrist", "deadline"))
    vague = core.vague or bool(part and not part.startswith("udgangen"))
    if operator in ("inden", "før", "op til") or (operator in ("frem til", "indtil") and core.unit == "season"):
        until = True
        if not part and core.unit in ("week", "month", "season", "year"):
            last = _day_before(core, clock)
    if operator in ("efter", "tidligst"):
        (first, last), vague = _after(core, clock), True
    if operator in ("omkring", "ca."):
        first, last, vague = first - 7 * _DAY, last + 7 * _DAY, True
    if until and core.unit != "span":
        first = min(clock.on, last)
    quote = quote.rstrip()
    return DateWords(quote, start, start + len(quote), first, last, vague, until=until, doubt=core.doubt)


def _part_of(core: Core, part: str) -> tuple[date, date]:
    """The part named by primo, medio, ultimo and their like; a week is not divided."""
    if core.unit == "week" or part.startswith(("løbet", "resten")):
        return core.first, core.last
    if part.startswith(("udgangen", "afslutningen")):
        return core.last, core.last
    year = core.unit == "year"
    early, late = (31, 31) if year else (10, 10)
    if part.startswith(("primo", "begyndelsen", "starten", "først")):
        return core.first, min(core.first + (early - 1) * _DAY, core.last)
    if part.startswith(("medio", "midten", "midt")):
        middle = core.first + (core.last - core.first) // 2
        half = 30 if year else 5
        return middle - half * _DAY, middle + half * _DAY
    return max(core.last - late * _DAY, core.first), core.last


def _day_before(core: Core, clock: Clock) -> date:
    """The last day of "inden" a window; of a season as the table has it, in the first year it still lies ahead."""
    if core.season is None:
        return core.first - _DAY
    season, year = core.season, core.year
    if year is None:
        ahead = clock.choose(lambda each: (season.before.in_year(each), season.before.in_year(each)))
        return ahead[1] if ahead else core.first - _DAY
    return season.before.in_year(year)


def _after(core: Core, clock: Clock) -> tuple[date, date]:
    """The window of "efter": of a season as the table has it, else the thirty days that follow."""
    if core.season is None:
        return core.last + _DAY, core.last + 30 * _DAY
    first, last = core.season.after
    if core.year is not None:
        return first.in_year(core.year), last.in_year(core.year)
    window = clock.choose(lambda each: (first.in_year(each), last.in_year(each)))
    return window or (core.last + _DAY, core.last + 30 * _DAY)


def _ends(text: str, on: date) -> list[DateWords]:
    """ "ugens udgang" is the Sunday; "inden" makes it [meeting day, Sunday]. Months, quarters and years likewise."""
    found: list[DateWords] = []
    if not any(word in text for word in ("udgang", "udløb", "afslutning")):
        return found
    for match in _ENDS.finditer(text):
        last = _end_of(match["unit"].lower(), on)
        until = (match["op"] or "").lower() in ("inden", "senest")
        first = on if until or match["unit"].lower() == "ugens" else last
        found.append(DateWords(match[0], match.start(), match.end(), first, last, False, until=until))
    return found


def _end_of(unit: str, on: date) -> date:
    if unit == "ugens":
        return on + (6 - on.weekday()) * _DAY
    months = {"månedens": 1, "kvartalets": 3, "halvårets": 6, "årets": 12}[unit]
    month = (on.month - 1) // months * months + months
    return date(on.year + month // 12, month % 12 + 1, 1) - _DAY


def _undated(text: str) -> list[DateWords]:
    return [
        DateWords(match[0], match.start(), match.end(), None, None, True, kind)
        for kind, pattern in _NO_WINDOW
        for match in pattern.finditer(text)
    ]
