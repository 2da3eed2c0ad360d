"""The lines under (or over) an item's title: case number, open or closed, document number, initials.

Any form of case number is kept as written: KLE `00.01.00-A21-2-21`, Acadre `12/27845`, KMD `330-2018-3619`,
eDoc `2012-28504`, a region's `1-51-71-3321-08`, or whatever follows "Sagsnr.", "J.nr." and the like.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

_FORMS = (
    r"\d{2}\.\d{2}(?:\.\d{2})?\s?-\s?[A-ZÆØÅ]\d{2}\s?-\s?\d{1,6}\s?-\s?\d{2,4}",
    r"\d{2}\.\d{2}\.\d{2}\s?[A-ZÆØÅ]\d{2}",
    r"\d-\d{2}-\d{2}-\d{1,5}-\d{2}",
    r"\d{3}-\d{4}-\d{1,7}",
    r"\d{4}-\d{4,7}(?:-\d{1,4})?",
    r"\d{2,4}/\d{3,7}",
    r"[A-Z]{2,4}-\d{4}-\d{3,7}",
)
_FORM = "(?:" + "|".join(_FORMS) + ")"
_BARE = re.compile(rf"[(\[]?(?P<case>{_FORM})[)\]]?")
_LABEL = (
    r"(?:Acadre\s)?(?:Sags?[\s-]?(?:nr|nummer|id)|Sag|J\.?\s?nr|Journal\s?(?:nr|nummer)|KLE(?:-nr|-emne)?|ESDH-sag)"
)
_LABELLED = re.compile(
    rf"{_LABEL}\b\.?\s*:?\s*(?P<case>(?=\S*\d){_FORM}|(?:[A-ZÆØÅ]?\d[\w./-]{{1,30}}))", re.IGNORECASE
)
_AT_END = re.compile(rf"^(?P<title>.*\S)\s*\((?P<case>{_FORM})\)$")
_FLAG = re.compile(
    r"\(?(?:(?P<open>åbent|åben|åben sag|åbent punkt|offentlig)|(?P<closed>lukket|lukket sag|lukket punkt"
    r"|fortrolig(?:t)?|ikke offentlig(?:t)?|personsag))\)?\.?",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?P<label>Dok(?:ument)?\.?\s?(?:nr\.?)?|Initialer)\s*:?\s+(?P<value>\S.*)"
    r"|(?P<name>Sagsbehandler|Sagsansvarlig|Forvaltning|Afdeling|Center|Kategori|Sagstype|Punkttype|Type|Åben/lukket"
    r"|Tidsforbrug|Tid|Punktansvarlig|Forelægger)\s*:\s*(?P<said>\S.*)"
)
_WORTH_A_LOOK = re.compile(r"\d|:|åben|åbent|lukket|offentlig|fortrolig|personsag|Initialer", re.IGNORECASE)
_GAP = re.compile(r"\s{2,}|\t|\s\|\s")
LONGEST_DETAIL = 160


@dataclass(frozen=True, slots=True)
class Details:
    """What one such line says. `closed` is None where it says nothing of it; `others` are label and value."""

    case_number: str | None = None
    closed: bool | None = None
    others: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=4096)
def details_of(text: str) -> Details | None:
    """What a detail line says, or None where any part of it is something else."""
    if len(text) > LONGEST_DETAIL or not _WORTH_A_LOOK.search(text):
        return None
    details = Details()
    for part in _GAP.split(text.strip()):
        said = _with_part(part.strip(), details)
        if said is None:
            return None
        details = said
    return details


def _with_part(part: str, details: Details) -> Details | None:
    """`details` and what `part` says; None where it is no detail."""
    if match := _BARE.fullmatch(part) or _LABELLED.fullmatch(part):
        return replace(details, case_number=details.case_number or match.group("case"))
    if match := _FLAG.fullmatch(part):
        return replace(details, closed=bool(match.group("closed")) or bool(details.closed))
    if match := _OTHER.fullmatch(part):
        other = (match["label"] or match["name"], match["value"] or match["said"])
        return replace(details, others=(*details.others, other))
    return None


@lru_cache(maxsize=4096)
def is_case_number(text: str) -> bool:
    """Whether the whole of `text` is one case number, with or without a label."""
    return len(text) <= 60 and bool(_BARE.fullmatch(text) or _LABELLED.fullmatch(text))


def case_number_at_end(title: str) -> tuple[str, str | None]:
    """A title and the case number in brackets at its end, if there is one."""
    if title.endswith(")") and (match := _AT_END.match(title)):
        return match.group("title"), match.group("case")
    return title, None
