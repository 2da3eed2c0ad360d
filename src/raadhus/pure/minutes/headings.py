"""Is this line a section's heading, and what does it open?

The words are in `vocabulary`; here are the few forms that hold a name or a date.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from raadhus.pure.minutes.lines import Line
from raadhus.pure.minutes.vocabulary import CORE, KIND_OF, LONGEST_HEADING, key_of

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_NUMERIC_DATE = r"\d{1,2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{2,4}|\d{4}-\d{2}-\d{2}"
DATE = rf"(?:{_NUMERIC_DATE}|\d{{1,2}}\.?\s+(?:{'|'.join(MONTHS)})\s+\d{{4}})"
_POINT = r"(?:,?\s*(?:pkt|punkt|sag)\.?\s*(?:nr\.?\s*)?\d+)?"
_DATED_DECISION = re.compile(
    rf"(?P<heading>Beslutning(?:er)?(?:\s+(?:i|fra|truffet\s+i|af|for|på))?\s+(?P<body>[A-ZÆØÅ§].{{1,80}}?),?\s+"
    rf"(?:den\s+|d\.\s*)?(?P<date>{DATE}){_POINT})\s*(?::|$)\s*(?P<rest>.*)"
)
_DATED_BODY = re.compile(
    rf"(?P<heading>(?P<body>[A-ZÆØÅ§][^.:;]{{2,80}}?),?\s+(?:den\s+|d\.\s*)?(?P<date>{DATE})(?P<point>{_POINT}))\s*:?"
)
_BODY_LIKE = re.compile(
    r"udvalg|råd\b|rådet|bestyrelse|direktion|forum|magistrat|nævn|gruppe|repræsentation|ledelse|MED\b|[A-ZÆØÅ]{2,4}\b",
)
_POSSESSIVE = re.compile(
    r"[A-ZÆØÅ][\wæøåÆØÅ ,&/-]{3,70}s (?P<what>indstilling|anbefaling|beslutning|erklæring|bemærkninger|vurdering)"
)
_POSSESSIVE_KIND = {"indstilling": "recommendation", "anbefaling": "recommendation", "beslutning": "decision"}
_ADJECTIVE = re.compile(
    r"(?:økonomiske|juridiske|personalemæssige|miljømæssige|sundhedsmæssige|klimamæssige|planmæssige|organisatoriske"
    r"|bevillingsmæssige|planlægningsmæssige)(?: og \w+)? (?:konsekvenser|forhold|aspekter|vurderinger?)"
    r"(?:[ /].{0,40})?"
)
_RUN_IN = re.compile(r"(?P<heading>[A-ZÆØÅ][^:]{2,40}?)\s?:\s*(?P<rest>\S.*)", re.DOTALL)
_RUN_IN_KINDS = frozenset({"decision", "recommendation", "attachments", "attendance", "competence"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as written, the kind it opens, and what stands after it in the same line.

    `core` words open a section wherever they stand alone; the others are also everyday words. `body` and `day`
    are given where the heading says whose decision it is and when it was made.
    """

    text: str
    kind: str
    rest: str = ""
    core: bool = False
    body: str | None = None
    day: str | None = None


def heading_of(line: Line, extra: Mapping[str, str]) -> Heading | None:
    """The heading that `line` could be, by its words alone; `extra` is the layout's own key → kind."""
    text = line.text
    if not text[0].isupper() and text[0] != "§":
        return None
    kind = extra.get(line.key) or KIND_OF.get(line.key) if line.key else None
    if kind is not None and text[-1] not in ".,;":
        return Heading(text.rstrip(" :"), kind, core=line.key in CORE or line.key in extra)
    if text[0] == "B" and (match := _DATED_DECISION.fullmatch(text)):
        return Heading(match["heading"], "decision", match["rest"], core=True, body=match["body"], day=match["date"])
    if ":" in text[:43] and (heading := _run_in(text, extra)):
        return heading
    if len(text) > LONGEST_HEADING:
        return None
    return _with_a_name(text, line.key)


def _run_in(text: str, extra: Mapping[str, str]) -> Heading | None:
    match = _RUN_IN.fullmatch(text)
    if match is None:
        return None
    key = key_of(match["heading"])
    kind = extra.get(key) or KIND_OF.get(key)
    if kind is None or not (kind in _RUN_IN_KINDS or key in CORE):
        return None
    return Heading(match["heading"], kind, match["rest"], core=key in CORE)


def _with_a_name(text: str, key: str) -> Heading | None:
    if text[-1].isdigit() or text[-1] == ":":
        match = _DATED_BODY.fullmatch(text)
        if match and (match["point"] or _BODY_LIKE.search(match["body"])):
            return Heading(match["heading"], "decision", core=True, body=match["body"], day=match["date"])
    if (match := _POSSESSIVE.fullmatch(text.rstrip(" :"))) and text.count(" ") <= 8:
        kind = _POSSESSIVE_KIND.get(match["what"], "account")
        return Heading(text.rstrip(" :"), kind, core=kind != "account")
    if key and _ADJECTIVE.fullmatch(key):
        return Heading(text.rstrip(" :"), "consequences")
    return None
