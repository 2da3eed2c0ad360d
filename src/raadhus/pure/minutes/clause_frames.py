"""Clauses read by a frame: agreements, requests, wishes of a body, duties taken on, matters put off."""

import re

from raadhus.pure.minutes.actors import Actors, actors_at, is_sure
from raadhus.pure.minutes.bodies import find_bodies
from raadhus.pure.minutes.clauses import Clause
from raadhus.pure.minutes.finite_verbs import Token, tokens
from raadhus.pure.minutes.frame_table import (
    AGREED,
    CHOSEN,
    CHOSEN_WHO,
    DONE_BY,
    DUTY,
    EXPECTED_BACK,
    HANDED_TO,
    HELD_BY,
    ON_AGAIN,
    ON_AGENDA,
    PUT_OFF,
    REMINDER,
    REQUEST,
    SEE_AGAIN,
    TO_GET_SHOWN,
    TO_THE_OFFICE,
    WISH,
    is_matter,
)
from raadhus.pure.minutes.promise_table import VERBS, Verb
from raadhus.pure.minutes.promise_types import NOTHING, Found, Reading
from raadhus.pure.minutes.promise_words import ADVERBS, NOT

_AT_OR_END = re.compile(
    r"\s*(?:(?:endvidere|desuden|ligeledes|også|samtidig|derfor|dog|således)\s*)*(?:at\b|$|[-–:])|\s?(?:med|mellem|på|efter|i|ved|under|enstemmigt|herefter)\b[^,.]{0,60}$",
    re.I,
)
_ASKED_FOR = re.compile(r"(?!at\b)(?:[\wæøå.-]+\s){0,4}?om\s(?!at\sfå|at\ssagen|protokol)\w")
_DECIDED = re.compile(r"beslut|vedtog|godkend", re.I)
_ONLY_ADVERBS = re.compile(rf"\s?{ADVERBS.pattern}", re.I)


def read_framed(text: str, clause: Clause, actor: Actors | None) -> Reading | None:
    """The reading by a frame, or None where no frame fits."""
    start, end = clause.start, clause.end
    agreed = AGREED.match(text, start, end)
    if agreed and _AT_OR_END.match(text, agreed.end(), end):
        return _agreement(text, agreed.end(), clause, actor)
    if reminder := REMINDER.match(text, start, end):
        return Reading(Found("task", reminder.end()))
    denied = NOT.search(text, start, end) is not None
    lead = actors_at(text, start, end)
    duty = DUTY.search(text, start, end)
    if duty and duty.start() == start and actor and lead is None and not denied:
        return Reading(Found("task", start, actor.names), subject=actor)
    if (
        duty
        and lead
        and not denied
        and not _is_the_state(lead)
        and _ONLY_ADVERBS.fullmatch(text[lead.end : duty.start()])
    ):
        return Reading(Found("task", duty.start(), lead.names), subject=lead)
    if not denied and (held := _held(text, clause)):
        return Reading(Found("task", start, held.names), subject=held)
    if not denied and DONE_BY.match(text, start, end):
        return Reading(Found("task", start))
    if ON_AGAIN.match(text, start, end):
        return Reading(Found("return", start))
    request = REQUEST.search(text, start, end)
    if request and not denied:
        return _request(text, request, clause, lead)
    wish = WISH.search(text, start, end)
    if wish:
        return _wish(text, wish, clause, actor, denied)
    put_off = PUT_OFF.search(text, start, end)
    if put_off and not denied and is_matter(text, start, put_off.start()):
        back_to_office = put_off[0].startswith("send") and TO_THE_OFFICE.match(text[put_off.end() : end])
        return Reading(Found("task" if back_to_office else "return", put_off.start()))
    for pattern in (EXPECTED_BACK, TO_GET_SHOWN, ON_AGENDA, SEE_AGAIN):
        match = pattern.search(text, start, end)
        if match and not denied:
            return Reading(Found("return", match.start()))
    return None


def _is_the_state(actors: Actors) -> bool:
    """Whether what is said of them is law or standing order: the municipality as such."""
    return actors.names[0].lower().startswith(("kommune", "alle borgere"))


def _held(text: str, clause: Clause) -> Actors | None:
    """Who holds the task now ("Bolden ligger hos Marianne"), or was chosen for it ("Det blev Arne, der …")."""
    if handed := HANDED_TO.match(text, clause.start, clause.end):
        holder = actors_at(text, handed.end(), clause.end)
        return None if holder is None or _is_the_state(holder) else holder
    if by := HELD_BY.match(text, clause.start, clause.end):
        return actors_at(text, by.end(), clause.end)
    if chosen := CHOSEN.match(text, clause.start, clause.end):
        one = actors_at(text, chosen.end(), clause.end)
        return one if one and CHOSEN_WHO.match(text, one.end) else None
    return None


def _agreement(text: str, at: int, clause: Clause, actor: Actors | None) -> Reading:
    rest = text[at : clause.end]
    if NOT.search(rest):
        return NOTHING
    if rest.lower().startswith("at ") or " at " in f" {rest}":
        words = tokens(text, at, clause.end)
        word = next((word for word in words if word.word in VERBS), None)
        verb = VERBS[word.word] if word else None
        if word and verb and rest.lower().startswith("at ") and _does(text, word, verb, clause, at):
            return Reading(Found("return" if verb.sense == "return" else "task", at))
    return Reading(opens=True)


def _does(text: str, word: Token, verb: Verb, clause: Clause, at: int) -> bool:
    """Whether "besluttede at …" is followed by work, and not by what is hereby done ("at give afslag")."""
    if verb.voice != "infinitive" or (verb.infinitive == "nedsætte" and _DECIDED.search(text, clause.start, at)):
        return False
    return verb.infinitive != "meddele" or verb.needs is None or verb.needs.match(text, word.end) is not None


def _request(text: str, match: re.Match[str], clause: Clause, lead: Actors | None) -> Reading:
    asked = actors_at(text, match.end(), clause.end)
    if asked:
        return Reading(Found("task", match.start(), asked.names))
    if _asks_outside(text, match, clause, lead):
        return Reading(Found("task", match.start(), lead.names if lead else ()), subject=lead)
    if re.match(r"om\s(?!at\s(?:ordet|komme))\S", text[match.end() : clause.end]):
        return Reading(Found("task", match.start()), opens=True) if _speaks_for_a_body(text, clause, lead) else NOTHING
    return Reading(opens=True)


def _asks_outside(text: str, match: re.Match[str], clause: Clause, lead: Actors | None) -> bool:
    """Whether somebody is to ask others ("Formanden anmoder ministeriet om et møde"): present, no member's wish."""
    if (
        lead is None
        or match[0].split()[0].lower() not in ("beder", "anmoder")
        or "(" in text[clause.start : match.start()]
    ):
        return False
    return is_sure(lead.names[0]) and _ASKED_FOR.match(text, match.end(), clause.end) is not None


def _speaks_for_a_body(text: str, clause: Clause, lead: Actors | None) -> bool:
    """Whether the one who asks is a body, its chair, or "vi"; a single member's wish binds nobody."""
    if lead is None:
        return clause.hanging == "and"
    bodies = find_bodies(text, clause.start, lead.end)
    return bool(bodies) or lead.names[0].lower() in ("vi", "formanden", "borgmesteren", "kommunaldirektøren")


def _wish(text: str, match: re.Match[str], clause: Clause, actor: Actors | None, denied: bool) -> Reading | None:
    before = text[clause.start : match.start()]
    bodies = find_bodies(text, clause.start, match.start())
    by_body = (
        bool(bodies)
        and not bodies[-1]["genitive"]
        and _ONLY_ADVERBS.fullmatch(text[bodies[-1].end() : match.start()]) is not None
    )
    shared = not before and actor is not None and bool(find_bodies(actor.names[0], 0, len(actor.names[0])))
    if not (by_body or shared or "ønskes" in match[0].lower() or before.lower() == "vi "):
        return None
    if denied:
        return NOTHING
    if match["object"] or match[0].startswith(("udb", "efterlys", "imødes")):
        return Reading(Found("task", match.start()))
    return Reading(opens=True, subject=actor) if match.end() >= clause.end - 1 else None
