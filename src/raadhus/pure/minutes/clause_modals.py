"""Clauses whose finite verb is "skal", "vil" or "bliver": what the verb behind it promises."""

import re
from collections.abc import Callable

from raadhus.pure.minutes.bodies import find_bodies
from raadhus.pure.minutes.finite_verbs import Token
from raadhus.pure.minutes.frame_table import MEETING, READY
from raadhus.pure.minutes.light_verbs import PASSIVE_LIGHT
from raadhus.pure.minutes.promise_table import VERBS, Verb
from raadhus.pure.minutes.promise_types import Found, Site, is_somebody
from raadhus.pure.minutes.word_blocks import words_of

_TALK = frozenset(
    words_of("""
drøfte behandle konkretisere beslutte prioritere diskutere genbesøge tage fremlægge præsentere gøre
""")
)
_STATIVE = frozenset(
    words_of("""
være have kunne blive stå ligge betyde gælde passe lære tænke leve føle få sikre understøtte bidrage skabe
medføre indebære omfatte stemme støtte anbefale indstille mene acceptere respektere overholde opleve kende vide
""")
)
_ALWAYS_STATIVE = frozenset(
    words_of("""
være have kunne blive stå ligge betyde gælde passe lære leve føle medføre indebære omfatte anses forstå opleve
acceptere respektere overholde kende vide stemme støtte anbefale indstille mene
""")
)
_SHORT = frozenset({"gå", "se", "få", "stå", "gøre", "slå"})
_NO_INFINITIVES = frozenset(
    {"inden", "samme", "denne", "disse", "første", "næste", "både", "herefter", "efterfølgende", "samtlige", "alle"}
)
_DEADLINE = re.compile(
    r"\d|møde|ferien|inden|senest|i\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|"
    r"november|december)",
    re.I,
)
_INTO = re.compile(
    r"\s(?:\w+\s)?(?:i\s(?:dialog|gang|kontakt)|videre\smed|på\s(?:besigtigelse|besøg|tur|kursus|"
    r"rundtur))\b"
)
_HAVE = re.compile(r"\bhave\s(?:en|et)\b")
_BY_THEN = re.compile(r"\b(?:inden|senest)\s", re.I)
_IN_OR_ON = re.compile(r"(?:på|i)\s", re.I)
_DONE = re.compile(
    r"\b(?:være|have)\s(?:\w+\s){0,2}?(?:\w+(?:eret|ejdet|fyldt|sendt|lagt)|lavet|fundet|truffet|afholdt|aftalt|"
    r"taget)\b"
)


def promise_of_modal(site: Site, in_the_passive: Callable[[Site, Verb], Found | None]) -> Found | None:
    """What "skal", "vil" or "bliver" with the verb behind it promises; `in_the_passive` reads a passive."""
    modal, rest = site.verb.word, site.words[site.at + 1 :]
    if modal == "vil" and rest and rest[0].word == "gerne":
        return None
    if modal in ("skal", "vil") and (READY.search(site.text, site.start, site.end) or _DONE.search(site.after)):
        return site.task() if site.actor or site.agreed or _DEADLINE.search(site.text, site.start, site.end) else None
    if modal == "skal" and site.actor and (_INTO.match(site.after) or _must_have(site)):
        return site.task()
    done = modal == "bliver" or any(token.word == "blive" for token in rest[:4])
    for index, token in enumerate(rest, site.at + 1):
        verb = VERBS.get(token.word)
        light = PASSIVE_LIGHT.get(token.word)
        if light and not done and light.match(site.text, token.end, site.end):
            return site.task()
        if verb is None and token.word in _STATIVE and token.word != "blive" and modal != "vil":
            break
        if token.word == "findes" and modal == "skal":
            return site.task()
        if done and verb and (form := PASSIVE_LIGHT.get(verb.infinitive + "s")) and form.match(site.text, token.end):
            return site.task()
        if verb is None or verb.voice not in (("participle",) if done else ("infinitive", "passive")):
            continue
        if verb.needs is None or verb.needs.match(site.text, token.end, site.end):
            return _found(site, index, verb, in_the_passive)
    if modal == "skal" and site.agreed and not any(token.word in _ALWAYS_STATIVE - {"omfatte"} for token in rest[:3]):
        return site.task()
    return _any_duty(site) if modal != "bliver" else None


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
    if site.verb.word == "vil":
        return site.task() if is_somebody(site) and _wants_to(rest) else None
    doing = next((token.word for token in rest if token.word.endswith("e") and len(token.word) > 3), None)
    if doing is None and any(token.word in _SHORT for token in rest[:3]) and is_somebody(site):
        return site.task()
    stative = _STATIVE if site.who[0].lower() in ("vi", "alle") or not is_somebody(site) else _ALWAYS_STATIVE
    return None if doing is None or doing in stative else site.task()


def _wants_to(rest: list[Token]) -> bool:
    """Whether an infinitive of doing follows "vil" directly or after an adverb or two."""
    for token in rest[:4]:
        if token.word in ("gerne", "kunne", "ikke", "helst", "nok"):
            return False
        if token.word in _SHORT or (
            token.word.endswith("e") and len(token.word) > 3 and token.word not in _NO_INFINITIVES
        ):
            return token.word not in _STATIVE
    return False
