"""The head of the minutes: kind, body, day, hours, place. What no pattern knows is left for `not_understood`."""

# ruff: noqa: E501  (a row of a table is one line)

import re
from dataclasses import dataclass, field
from datetime import date

from raadhus.pure.minutes.headings import DATE
from raadhus.pure.minutes.lines import Line
from raadhus.pure.minutes.meeting_time import day_in, hours_in
from raadhus.pure.minutes.vocabulary import key_of

_KIND = r"(?P<kind>(?:åbent |lukket |endeligt |foreløbigt |godkendt |tillægs)?(?:beslutnings|møde)?(?:referat|dagsorden|protokol|indkaldelse|beslutninger))"
_WEEKDAY = r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s*,?\s*)?"
_WHEN = rf"{_WEEKDAY}(?:(?:den|d\.?)\s*)?(?:{DATE})"
_BODY = r"(?P<body>[A-ZÆØÅ§][^\n]*?)"
_TITLES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_KIND}\s+(?:[–—-]\s+)?(?:(?:af|til|fra|for|over)\s+)?(?:(?:det\s+)?(?:ordinære?\s+|ekstraordinære?\s+|konstituerende\s+)?møde[t]?\s+)?(?:(?:i|for|med)\s+)?{_BODY}"
        rf"(?:[,\s–-]+(?P<when>{_WHEN})(?P<rest>,?\s+(?:kl\b|i\s|på\s).*)?|,?\s+kl\b.*)?",
        rf"{_BODY}\s*[–—-]\s*{_KIND}(?:\s*[–—-]\s*(?P<when>{_WHEN}))?(?P<rest>)",
        rf"{_BODY}(?:\s*,|\s+(?:den|d\.))\s*(?P<when>{_WHEN})(?P<rest>.*)",
    )
)
_ONLY_KIND = re.compile(rf"{_KIND}\s*:?(?:\s*(?P<when>{_WHEN}))?", re.IGNORECASE)
_ONLY_WHEN = re.compile(rf"(?P<when>{_WHEN})\s*,?(?P<rest>.*)", re.IGNORECASE)
_LABELS = {
    "when": ("mødedato", "dato", "mødedag", "dag", "dato og tid", "tid og sted", "mødetid", "mødetidspunkt", "tidspunkt", "tid", "starttidspunkt", "start", "start kl", "starttid", "mødestart", "hvornår"),
    "end": ("sluttidspunkt", "slut", "slut kl", "sluttid", "mødet slut", "møde slut", "mødet hævet", "mødet sluttede", "mødet slutter", "afsluttet"),
    "place": ("mødested", "sted", "lokale", "mødelokale", "hvor"),
    "body": ("udvalg", "forum", "møde i", "mødeforum", "råd", "organ", "emne", "møde", "gruppe"),
    "kind": ("type", "mødetype", "dokumenttype"),
    "other": ("referent", "mødeleder", "dirigent", "ordstyrer", "formand", "sekretær", "j.nr", "journalnummer", "sagsnr", "sagsnummer", "møde nr", "mødenr", "ref", "initialer", "forside"),
}  # fmt: skip
_FIELD_OF = {label: name for name, labels in _LABELS.items() for label in labels}
_LABELLED = re.compile(
    r"(?P<label>" + "|".join(sorted((re.escape(label) for label in _FIELD_OF), key=len, reverse=True)) + r")"
    r"(?:\s*\.?\s*:\s*|\s+(?=[A-ZÆØÅ0-9]|kl\b|den\b|d\.))(?P<value>.*)",
    re.IGNORECASE,
)
_PLACE_AFTER = re.compile(
    rf"(?:\bkl\.?\s*[\d.:]+(?:\s*[-–]\s*[\d.:]+)?\s*,?\s+(?:i|på)|{DATE}\s*,?\s+(?:i|på)|[Ss]ted:)\s+(?P<place>\S.*)"
)
_END_OF_MEETING = re.compile(
    r"mødet\s+(?:blev\s+)?(?:hævet|sluttede|slut|afsluttet|hæves|sluttet)\b.{0,40}", re.IGNORECASE
)
_MOST_WRAPPED = 3
_BODY_WORD = re.compile(
    r"(?:udvalg(?:et)?|råd(?:et)?|forum(?:met)?|gruppe(?:n)?|bestyrelse(?:n)?|direktion(?:en)?|nævn(?:et)?|magistraten"
    r"|repræsentation(?:en)?|ledelse(?:n)?|kreds(?:en)?|chefgruppe)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Head:
    """What the head says; `understood` holds the indices of the lines it said it in."""

    kind: str | None = None
    body: str | None = None
    day: date | None = None
    hour: str | None = None
    until: str | None = None
    place: str | None = None
    understood: set[int] = field(default_factory=set)


def read_head(lines: list[Line], indices: list[int]) -> Head:
    """The head in the lines at `indices`, those before the first item that are no contents and no list of people."""
    head = Head()
    waiting: str | None = None
    for index in indices:
        if index in head.understood:
            continue
        text = lines[index].text
        if (wrapped := _wrapped_title(head, lines, index)) > 1:
            head.understood.update(range(index, index + wrapped))
            continue
        if waiting and not _LABELLED.fullmatch(text) and _fill(head, waiting, text):
            head.understood.add(index)
            waiting = None
            continue
        waiting = None
        name = _FIELD_OF.get(key_of(text))
        if name and (text.endswith(":") or name in {"when", "place", "end"}):
            waiting = name
            head.understood.add(index)
        elif _labelled(head, text) or _titled(head, text) or _bare(head, text):
            head.understood.add(index)
    return head


def _wrapped_title(head: Head, lines: list[Line], start: int) -> int:
    """How many bold lines from `start` the title was read from; 0 where it is not wrapped."""
    end = start + 1
    while end < len(lines) and end < start + _MOST_WRAPPED and _goes_on_bold(lines[end - 1], lines[end]):
        end += 1
    for last in range(end, start + 1, -1):
        if _titled(head, " ".join(line.text for line in lines[start:last])):
            return last - start
    return 0


def _goes_on_bold(above: Line, line: Line) -> bool:
    return above.hint == line.hint == "bold" and not line.blank_before


def _labelled(head: Head, text: str) -> bool:
    match = _LABELLED.fullmatch(text)
    if match is None:
        return False
    name = _FIELD_OF[match["label"].casefold()]
    value = match["value"].strip()
    return not value or _fill(head, name, value)


def _fill(head: Head, name: str, value: str) -> bool:
    if name == "when":
        return _fill_when(head, value, labelled=True)
    if name == "end":
        head.until = hours_in(value, labelled=True)[0] or head.until
        return head.until is not None
    if name == "place":
        head.place = head.place or value
        return head.place == value
    if name == "body":
        head.body = head.body or value.strip(" .:,")
        return head.body == value.strip(" .:,")
    if name == "kind":
        head.kind = _kind(value) or head.kind
        return _kind(value) is not None
    return False


def _fill_when(head: Head, value: str, *, labelled: bool) -> bool:
    day, (hour, until) = day_in(value), hours_in(value, labelled=labelled)
    head.day, head.hour, head.until = head.day or day, head.hour or hour, head.until or until
    place = _PLACE_AFTER.search(value)
    if place and head.place is None:
        head.place = place["place"].strip()
    return day is not None or hour is not None


def _titled(head: Head, text: str) -> bool:
    if len(text) > 200:
        return False
    if match := _ONLY_KIND.fullmatch(text):
        head.kind = head.kind or _kind(match["kind"])
        return match["when"] is None or _fill_when(head, match["when"], labelled=False)
    for pattern in _TITLES:
        match = pattern.fullmatch(text)
        if match and _is_title(match, text):
            groups = match.groupdict()
            head.kind = head.kind or _kind(groups.get("kind") or "")
            head.body = head.body or groups["body"].strip(" .:,–-")
            _fill_when(head, text, labelled=False)
            return True
    return False


def _is_title(match: re.Match[str], text: str) -> bool:
    body = match["body"]
    if text.endswith(".") or len(body) > 90:
        return False
    return match.groupdict().get("kind") is not None or bool(_BODY_WORD.search(body))


def _bare(head: Head, text: str) -> bool:
    """A line that is only a date, or only the body's name."""
    match = _ONLY_WHEN.fullmatch(text)
    if match and day_in(match["when"]) and len(text) < 160:
        return _fill_when(head, text, labelled=False)
    if head.body is None and len(text) < 80 and _BODY_WORD.search(text) and text[0].isupper() and text[-1] not in ".:,":
        head.body = text
        return True
    return head.body == text


def _kind(text: str) -> str | None:
    lowered = text.casefold()
    if any(word in lowered for word in ("referat", "protokol", "beslutninger")):
        return "minutes"
    return "agenda" if any(word in lowered for word in ("dagsorden", "indkaldelse")) else None


def end_of_meeting(text: str) -> str | None:
    """The hour "HH:MM" at which `text` says that the meeting ended; None where it does not say so."""
    return hours_in(text, labelled=True)[0] if _END_OF_MEETING.fullmatch(text.rstrip(". ")) else None
