"""Other meetings that an item names: a body and a day, week or month that stand together in one sentence."""

import re
from datetime import date

from raadhus.pure.minutes.bodies import body_meant, find_bodies
from raadhus.pure.minutes.date_readers import Looking
from raadhus.pure.minutes.dates import DateWords, find_windows
from raadhus.pure.minutes.facts import MeetingFacts
from raadhus.pure.minutes.sentences import sentences
from raadhus.pure.minutes.structure import Reference

_HINT = re.compile(
    r"\d[-./]\d|\d\.?\s?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|uge\s\d|"
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b",
    re.I,
)
_DIGIT = re.compile(r"\d")
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
_DID = (
    r"(?:besluttede|godkendte|behandlede|vedtog|drøftede|tiltrådte|tog|udsatte|anbefalede|fik|har|vil|skal|behandler|drøfter|mødes|holder|"
    r"forventes|nedsatte|afviste|bad|ønskede|kan|afholder|blev|var|konkluderede|aftalte|sendte|fremsatte)"
)
_MEETING = (
    r"(?:(?:ordinære|ekstraordinære|første|næste|kommende|seneste|sidste|andet|afsluttende)\s)?"
    r"(?:\w*mød(?:e|et|er)|seminar)"
)
# What may stand between a body and its date, and between a date and its body.
_BODY_THEN_DATE = re.compile(
    rf"s?(?:\s{_MEETING})?(?:,?\s(?:igen|først|senest))?"
    rf"(?:\s{_DID}(?:\s(?:igen|at\s\w+|sagen|punktet|den|forslaget|\w+(?:en|et|erne)))?(?:\s\w+)?(?:\sved\s\w+)?)?"
    rf"(?:\s(?:og|samt)\s\w+)?(?:\stil\s(?:endelig\s)?(?:godkendelse|behandling|orientering|beslutning|drøftelse|vedtagelse))?"
    rf"(?:,?\s(?:på|til|ved)\s(?:et\s|sit\s|deres\s|det\s)?{_MEETING})?(?:\s(?:i|til|på|der\sholdes))?,?\s?$",
    re.I,
)
_DATE_THEN_BODY = re.compile(rf",?\s(?:{_DID}\s|i\s|(?:på|til|ved)\s(?:{_MEETING}\s(?:i|for)\s)?)$", re.I)
_LEAD = re.compile(r"\b(?:(?:\w+\s)?forelægges\s|på\s(?:mødet\si\s|et\smøde\si\s)?)$", re.I)
_DEADLINE = re.compile(r"(?:inden|senest)\b", re.I)
_WITH = re.compile(r"\b(?:med|valg\stil)\s$", re.I)
_PAST = re.compile(r"\b(?:\w+(?:ede|te)|blev|var|har|havde|fra|siden|tog|fik|senest[e]?|sidste)\b", re.I)
_FUTURE = re.compile(
    r"\b(?:vil|skal|forelægges|behandles|fremlægges|drøftes|kommer|tages|genoptages|udskydes|udsættes|forventes|sendes|mødes|\w+es)\b",
    re.I,
)


def find_references(text: str, *, meeting: MeetingFacts) -> tuple[Reference, ...]:
    """The meetings named in `text`, in order, each body and window once; this meeting itself is none of them.

    Without the meeting's day nothing is found: no year could be inferred, no direction told.
    """
    if meeting.day is None:
        return ()
    found: dict[tuple[str, str | None], Reference] = {}
    for start, end in sentences(text):
        if _may_hint(text[start:end]) and _HINT.search(text, start, end):
            for reference in _in_sentence(text[start:end], meeting.body, meeting.day):
                found.setdefault((reference.body.lower(), reference.first), reference)
    return tuple(found.values())


def _may_hint(sentence: str) -> bool:
    """Whether `_HINT` is worth its time: it wants a digit or a month."""
    if _DIGIT.search(sentence):
        return True
    small = sentence.lower()
    return any(month in small for month in _MONTHS)


def _in_sentence(sentence: str, own: str | None, on: date) -> list[Reference]:
    bodies = find_bodies(sentence, 0, len(sentence))
    if not bodies:
        return []
    dated = [words for words in find_windows(sentence, on=on) if words.first and not words.vague]
    return [
        reference
        for words in dated
        for body in bodies
        if (reference := _reference(sentence, body, words, own, on)) is not None
    ]


def _reference(sentence: str, body: re.Match[str], words: DateWords, own: str | None, on: date) -> Reference | None:
    if _DEADLINE.match(words.quote) or _WITH.search(sentence[: body.start()]):
        return None
    before = body.end("body") <= words.start
    between = sentence[body.end("body") : words.start] if before else sentence[words.end : body.start()]
    if len(between) > 90 or not (_BODY_THEN_DATE if before else _DATE_THEN_BODY).match(between):
        return None
    resolved = _resolved(sentence, body, words, on)
    named = body_meant(body["body"], own)
    if resolved.first is None or resolved.last is None or (resolved.first == on and named == own):
        return None
    start, end = min(body.start(), words.start), max(body.end(), words.end)
    lead = _LEAD.search(sentence[:start])
    direction = "past" if resolved.last < on else "future"
    quote = sentence[lead.start() if lead else start : end]
    return Reference(direction, named, resolved.first.isoformat(), resolved.last.isoformat(), quote)


def _resolved(sentence: str, body: re.Match[str], words: DateWords, on: date) -> DateWords:
    """The same date with its year sought the way the tense of the sentence points."""
    looking: Looking = "nearest"
    if re.search(r"(?:19|20)\d\d", words.quote) is None:
        near = sentence[max(0, min(body.start(), words.start) - 40) : max(body.end(), words.end) + 25]
        past, future = _PAST.search(near), _FUTURE.search(near)
        looking = "past" if past and not future else "future" if future and not past else "nearest"
    again = find_windows(words.quote, on=on, looking=looking)
    return again[0] if again else words
