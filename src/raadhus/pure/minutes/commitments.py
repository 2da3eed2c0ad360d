"""Commitments: who promised what, by when, and what comes back to which body, each with its words.

The text is read clause by clause with the grammar of docs/promises.md; nothing here knows a single sentence.
"""

import re
from dataclasses import dataclass, replace

from raadhus.pure.minutes.actors import Actors, actors_at
from raadhus.pure.minutes.clause_reading import read_clause
from raadhus.pure.minutes.clauses import Clause, begins_with_verb, clause_first, clauses
from raadhus.pure.minutes.commitment_parts import RESPONSIBLE, body_of, due_of, responsible_in
from raadhus.pure.minutes.facts import MeetingFacts
from raadhus.pure.minutes.finite_verbs import finite_verb, tokens
from raadhus.pure.minutes.promise_types import Found, Setting
from raadhus.pure.minutes.promise_words import ACTION_LABEL, ANY_LABEL, POINT_LABEL, REMARKS
from raadhus.pure.minutes.sentences import Stretch, sentences, trimmed
from raadhus.pure.minutes.structure import Commitment

_OWNER_LABEL = re.compile(r"(?:[A-ZÆØÅ]{2,4}|[A-ZÆØÅ][\wæøå]+(?:\s[A-ZÆØÅ][\wæøå]+)?)\s?:\s+(?=[a-zæøå])")
_HEADED = re.compile(
    r"[^.:\n]{4,70}(?::|\s[–-])\s+(?=[A-ZÆØÅ]|på\s|afgøres|genoptages|udskydes|udsættes|fortsættes|drøftes|tages|der\s|skal\s)"
)
_ADDS = re.compile(r",?\s*(?:med|dog)\s", re.I)
_DEADLINE = re.compile(r"(?:svar)?(?:frist|deadline)\s?:", re.I)
_OPENS_LIST = re.compile(r"(?:aftalt|besluttet|aftaler|næste skridt|aktioner|opgaver|to-?do)[^.:]*:\s*$", re.I)


@dataclass(frozen=True, slots=True)
class _Promise:
    """A promise and its stretch of the text."""

    start: int
    end: int
    found: Found


def find_commitments(text: str, *, meeting: MeetingFacts, found_in: str) -> tuple[Commitment, ...]:
    """The commitments of a decision or a point recommended, in order; each quote is a stretch of `text`."""
    promises: list[_Promise] = []
    stated: list[Stretch] = []
    listing = False
    for sentence in sentences(text):
        if RESPONSIBLE.match(text, sentence.start) or _DEADLINE.match(text, sentence.start):
            stated.append(sentence)
            continue
        promises += _in_sentence(text, sentence, listing)
        listing = bool(_OPENS_LIST.search(text, sentence.start, sentence.end)) or (
            listing and text[sentence.start] in "-–•*"
        )
    found = [_commitment(text, promise, meeting, found_in) for promise in promises]
    return tuple(_with_stated(text, found, stated, meeting))


def _in_sentence(text: str, sentence: Stretch, listing: bool) -> list[_Promise]:
    start, end = sentence
    setting = Setting(agreed=listing)
    while label := POINT_LABEL.match(text, start, end):
        start = label.end()
    if label := ACTION_LABEL.match(text, start, end):
        start, setting = label.end(), Setting(agreed=True, action_list=True)
    if label := ANY_LABEL.match(text, start, end):
        start = label.end()
    remarks = REMARKS.search(text, start, end)
    if remarks:
        end = remarks.start()
    if (label := _HEADED.match(text, start, end)) and finite_verb(tokens(text, start, label.end())) is None:
        start = label.end()
    if owner := _OWNER_LABEL.match(text, start, end):
        setting = replace(setting, subject=actors_at(text, start, owner.end()))
        return _read(text, owner.end(), end, setting)
    if first := clause_first(text, start, end):
        start, setting = first, replace(setting, verb_first=True)
    return _read(text, start, end, setting)


def _read(text: str, start: int, end: int, setting: Setting) -> list[_Promise]:
    """The promises of the clauses of one sentence; each runs until the next clause that stands on its own."""
    found: list[_Promise] = []
    state = _State(setting.agreed, setting.subject, True)
    for clause in clauses(text, start, end):
        if not _is_read(text, clause, state):
            state = replace(state, main=state.main and clause.hanging == "relative")
            continue
        agreed = state.agreed_in(clause) or _added(text, clause)
        first = setting.verb_first and clause.start == start
        reading = read_clause(text, clause, Setting(agreed, state.subject, setting.action_list, first))
        if clause.hanging == "relative" and found and reading.found and reading.found.kind == "task":
            continue
        if clause.hanging == "so" and (reading.found is None or (reading.found.kind == "task" and found)):
            continue
        shares = clause.hanging == "and" and begins_with_verb(text, clause)
        if reading.found and not (found and shares and found[-1].end == end):
            found = [*_cut(found, clause.begin), _Promise(clause.start, end, reading.found)]
        elif not shares and clause.hanging == "and":
            found = _cut(found, clause.begin)
        if clause.hanging != "relative":
            state = _State(reading.opens or state.agreed_in(clause), reading.subject or state.subject, True)
    return found


@dataclass(frozen=True, slots=True)
class _State:
    """Between two clauses: an agreement is open, whose turn it is, the last clause stood on its own."""

    agreed: bool
    subject: Actors | None
    main: bool

    def agreed_in(self, clause: Clause) -> bool:
        return self.agreed and clause.hanging in ("main", "at", "and")


def _is_read(text: str, clause: Clause, state: _State) -> bool:
    """Whether a clause can promise: a that-clause only in an agreement, "og" not inside a subordinate clause."""
    that = clause.hanging == "at" or (clause.hanging == "and" and text.startswith("at ", clause.start))
    if clause.hanging == "sub" or (that and not state.agreed):
        return False
    return clause.hanging != "and" or state.main or text[clause.begin] in ",;"


def _added(text: str, clause: Clause) -> bool:
    """Whether a clause adds to what was decided: "Godkendt med den tilføjelse, at …"."""
    return clause.hanging == "attached" and _ADDS.match(text, clause.begin, clause.start) is not None


def _cut(found: list[_Promise], at: int) -> list[_Promise]:
    return [*found[:-1], replace(found[-1], end=min(found[-1].end, at))] if found else []


def _commitment(text: str, promise: _Promise, meeting: MeetingFacts, found_in: str) -> Commitment:
    start, end = trimmed(text, promise.start, promise.end)
    while end > start and text[end - 1] in ".,;: ":
        end -= 1
    found = promise.found
    back = body_of(text, start, end, found.verb_at, found.who, meeting.body) if found.kind == "return" else None
    due = due_of(text, start, end, found.verb_at, meeting.day)
    who = found.who or responsible_in(text, start, end)
    return Commitment(found.kind, text[start:end], who, due, back, found_in)


def _with_stated(
    text: str, found: list[Commitment], stated: list[Stretch], meeting: MeetingFacts
) -> tuple[Commitment, ...]:
    """ "Ansvarlig: X. Frist: D." beside a single promise belongs to it where it names no one and no day itself."""
    if len(found) != 1:
        return tuple(found)
    (only,) = found
    for start, end in stated:
        who = only.who or responsible_in(text, start, end)
        due = only.due or due_of(text, start, end, start, meeting.day)
        only = replace(only, who=who, due=due)
    return (only,)
