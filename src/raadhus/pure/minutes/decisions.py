"""The decision: its words, its outcome, and the outcome of each recommendation it answers ("Ad 1")."""

import re

from raadhus.pure.minutes.outcomes import begins_with_outcome, of_all, outcome_of
from raadhus.pure.minutes.structure import Decision, DecisionPoint
from raadhus.pure.minutes.votes import votes_of

_NUMBERS = r"(?P<numbers>\d{1,2}(?:\s*(?:,|og|&|-|–|til)\s*\d{1,2})*)"
_AD = re.compile(
    r"^[ \t]*(?:Ad\.?|At|Vedr\.?|Punkt|Pkt\.?|Indstillingspunkt|Indstillingens punkt)"
    rf"\s*(?:pkt\.?|punkt|nr\.?)?\s*{_NUMBERS}"
    r"(?!\d)\s*(?:[.):–-]+\s*|\s+|$)(?=(?P<text>.*))",
    re.IGNORECASE | re.MULTILINE,
)
_AD_WITH_MARK = re.compile(r"\d\s*[.):–-]")
_BARE = re.compile(rf"^[ \t]*{_NUMBERS}\s?[.):]+\s*(?=\S)", re.MULTILINE)
_INLINE = re.compile(
    r"\b(?:punkt|pkt\.?|ad)\s*(?P<number>\d{1,2})\s*:?\s*(?:blev |er |bliver )?"
    r"(?P<text>[a-zæøåA-ZÆØÅ]\w+(?: \w+){0,3})",
    re.IGNORECASE,
)
_PRESENCE = re.compile(
    r"^(?:(?:Fraværende|Ikke til stede|Afbud|Afbud fra|Fremmøde|Til stede)(?: (?:med|uden) afbud)?\s*:[^\n]*"
    r"|Afbud fra [^\n]*|[^\n.]{3,250} (?:var fraværende|deltog ikke)\b[^\n]{0,80})$",
    re.MULTILINE,
)


def decision_of(text: str, recommended: int) -> Decision | None:
    """The decision a section's `text` states, given how many points were recommended; None where it is empty."""
    if not text.strip():
        return None
    said = _PRESENCE.sub("", text).strip()
    points = _points(said, recommended)
    lead = said[: _first_mark(said, recommended)].strip() if points else said
    outcome = _whole(lead, points) if points else _without_points(said)
    return Decision(text, outcome, tuple(points), votes_of(text))


def _without_points(said: str) -> str:
    if not said:
        return "none"
    inline = [outcome_of(match["text"]) for match in _INLINE.finditer(said)]
    known = [outcome for outcome in inline if outcome not in {"other", "none"}]
    return "mixed" if len(known) > 1 and len(set(known)) > 1 else outcome_of(said)


def _whole(lead: str, points: list[DecisionPoint]) -> str:
    outcomes = [point.outcome for point in points]
    stated = outcome_of(lead) if lead else "other"
    return of_all(outcomes if stated in {"other", "none"} else [stated, *outcomes])


def _marks(text: str, recommended: int) -> list[re.Match[str]]:
    marks = [match for match in _AD.finditer(text) if _leads(match)]
    if marks:
        return marks
    bare = list(_BARE.finditer(text))
    pieces = _pieces(text, bare)
    decided = [piece for piece in pieces if begins_with_outcome(piece) or outcome_of(piece) != "other"]
    starts_at_one = bool(bare) and _expanded(bare[0]["numbers"])[0] == 1
    fits = not recommended or all(number <= recommended for match in bare for number in _expanded(match["numbers"]))
    return bare if starts_at_one and fits and len(decided) * 2 > len(bare) else []


def _leads(match: re.Match[str]) -> bool:
    """ "Ad 1" always leads a point; "At 1" and "Punkt 1" only with a mark after the number."""
    word = match.group(0).strip().casefold()
    return word.startswith(("ad", "vedr")) or bool(_AD_WITH_MARK.search(match.group(0)))


def _first_mark(text: str, recommended: int) -> int:
    marks = _marks(text, recommended)
    return marks[0].start() if marks else len(text)


def _points(text: str, recommended: int) -> list[DecisionPoint]:
    marks = _marks(text, recommended)
    return [
        DecisionPoint(number, piece, outcome_of(piece))
        for match, piece in zip(marks, _pieces(text, marks), strict=True)
        for number in _expanded(match["numbers"])
    ]


def _pieces(text: str, marks: list[re.Match[str]]) -> list[str]:
    ends = [*(match.start() for match in marks[1:]), len(text)]
    return [text[match.end() : end].strip() for match, end in zip(marks, ends, strict=False)]


def _expanded(numbers: str) -> list[int]:
    """ "2-4" → 2, 3, 4; "1, 2 og 5" → 1, 2, 5. A range that runs backwards is its two ends."""
    found: list[int] = []
    for part in re.split(r"\s*(?:,|og|&)\s*", numbers):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        found.extend(range(ends[0], ends[-1] + 1) if ends[0] <= ends[-1] else ends)
    return found
