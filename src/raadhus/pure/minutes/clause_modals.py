"""Clauses whose finite verb is "skal", "vil" or "bliver": what the verb behind it promises."""

import re
from collections.abc import Callable

from raadhus.pure.minutes.bodies import find_bodies
from raadhus.pure.minutes.frame_table import MEETING, READY
from raadhus.pure.minutes.promise_table import VERBS, Verb
from raadhus.pure.minutes.promise_types import Found, Site
from raadhus.pure.minutes.word_blocks import words_of

_TALK = frozenset(
    words_of("""
drøfte behandle konkretisere beslutte prioritere diskutere genbesøge tage fremlægge præsentere gøre
""")
)
_STATIVE = frozenset(
    words_of("""
være have kunne blive stå ligge betyde gælde leve føle få sikre understøtte bidrage skabe medføre indebære omfatte
""")
)
_DEADLINE = re.compile(r"\d|møde|ferien|inden|senest")
_INTO = re.compile(r"\s(?:\w+\s)?(?:i\s(?:dialog|gang|kontakt)|videre\smed|på\sbesigtigelse)\b")
_HAVE = re.compile(r"\bhave\s(?:en|et)\b")
_BY_THEN = re.compile(r"\b(?:inden|senest)\s", re.I)
_IN_OR_ON = re.compile(r"(?:på|i)\s", re.I)
_DONE = re.compile(
    r"\b(?:være|have)\s(?:\w+\s){0,2}?(?:\w+(?:eret|ejdet|fyldt|sendt|lagt)|lavet|fundet|truffet|afholdt|aftalt|taget)\b"
)


def promise_of_modal(site: Site, in_the_passive: Callable[[Site, Verb], Found | None]) -> Found | None:
    """What "skal", "vil" or "bliver" with the verb behind it promises; `in_the_passive` reads a passive."""
    modal, rest = site.verb.word, site.words[site.at + 1 :]
    if rest and rest[0].word == "gerne":
        return None
    if modal == "skal" and (READY.search(site.text, site.start, site.end) or _DONE.search(site.after)):
        return site.task() if site.actor or site.agreed or _DEADLINE.search(site.after) else None
    if modal == "skal" and site.actor and (_INTO.match(site.after) or _must_have(site)):
        return site.task()
    done = modal == "bliver" or any(token.word == "blive" for token in rest[:4])
    for index, token in enumerate(rest, site.at + 1):
        verb = VERBS.get(token.word)
        if verb is None and token.word in _STATIVE and token.word != "blive" and modal != "vil":
            return None
        if verb is None or verb.voice not in (("participle",) if done else ("infinitive", "passive")):
            continue
        if verb.needs is None or verb.needs.match(site.text, token.end, site.end):
            return _found(site, index, verb, in_the_passive)
    return _any_duty(site) if modal == "skal" else None


def _must_have(site: Site) -> bool:
    """ "Inden udgangen af året skal alle dagtilbud have en plan"."""
    return bool(_HAVE.search(site.after) and _BY_THEN.search(site.text, site.start, site.end))


def _found(site: Site, index: int, verb: Verb, in_the_passive: Callable[[Site, Verb], Found | None]) -> Found | None:
    inner = Site(site.text, site.start, site.end, site.words, index, site.actor, site.agreed)
    if verb.voice != "infinitive":
        return in_the_passive(inner, verb)
    if site.actor is None and not site.agreed:
        return None
    if verb.infinitive in _TALK and (MEETING.search(site.text, site.start, site.end) or _at_a_body(inner)):
        return Found("return", inner.verb.start, site.who if site.verb.word == "skal" else ())
    return Found("return" if verb.sense == "return" else "task", inner.verb.start, site.who)


def _at_a_body(site: Site) -> bool:
    """Whether the clause begins "På Chefforum den 3. februar …"."""
    before = site.text[site.start : site.verb.start]
    return bool(_IN_OR_ON.match(before)) and bool(find_bodies(site.text, site.start, site.verb.start))


def _any_duty(site: Site) -> Found | None:
    """An actor's "skal" with any verb of doing: "Chefforum skal orientere sig …"."""
    if site.actor is None or site.who[0].lower().startswith(("kommunen", "alle borgere")):
        return None
    rest = site.words[site.at + 1 :]
    doing = next((token.word for token in rest if token.word.endswith("e") and len(token.word) > 3), None)
    return None if doing is None or doing in _STATIVE else site.task()
