"""Clauses read by their finite verb: what the table makes of it, and of a modal before it."""

import re
from dataclasses import replace

from raadhus.pure.minutes.actors import Actors, actors_at
from raadhus.pure.minutes.bodies import find_bodies
from raadhus.pure.minutes.clauses import Token, is_past
from raadhus.pure.minutes.frame_table import MEETING, READY, is_matter
from raadhus.pure.minutes.promise_table import VERBS, Verb
from raadhus.pure.minutes.promise_types import Found, Kind, Setting
from raadhus.pure.minutes.promise_words import HABIT
from raadhus.pure.minutes.word_blocks import words_of

_TALK = frozenset(
    words_of("""
drøfte behandle konkretisere beslutte prioritere diskutere genbesøge tage fremlægge præsentere gøre
""")
)
_STATIVE = frozenset(
    words_of("""
være have kunne blive stå ligge betyde gælde leve føle få sikre understøtte bidrage skabe
""")
)
_OUTCOME = frozenset(
    words_of("""
er var har havde kan kunne bør burde må måtte ville skulle blev godkendes tiltrædes vedtages gælder ligger betyder
vurderes anbefales indstilles forventes tages fremgår bevilges ønsker mener afvises finder
""")
)
_BY = re.compile(r"\baf\s")


def promise_of(
    text: str, words: list[Token], at: int, actor: Actors | None, setting: Setting, end: int
) -> Found | None:
    """What the finite verb `words[at]` promises for `actor`, in a clause that ends at `end`."""
    token = words[at]
    if token.word in ("skal", "vil", "bliver"):
        return _modal(text, words, at, actor, setting, end)
    verb = VERBS.get(token.word)
    if HABIT.search(text, words[0].start, end) and not setting.agreed:
        return None
    if verb is None or not _fits(verb, text, token.end, end):
        return _any_verb(token, words, at, actor, setting)
    if verb.voice == "active" and actor is None and not setting.agreed:
        return None
    return _found(text, verb, token, words[0].start, end, actor)


def _fits(verb: Verb, text: str, at: int, end: int) -> bool:
    return verb.needs is None or bool(verb.needs.match(text, at, end))


def _any_verb(token: Token, words: list[Token], at: int, actor: Actors | None, setting: Setting) -> Found | None:
    """In an agreement every verb binds but those that only describe or say how it went."""
    if not setting.agreed or token.word in _OUTCOME or is_past(words, at):
        if setting.agreed and token.word == "har" and any(word.word == "ansvar" for word in words[at : at + 5]):
            return Found("task", token.start, actor.names if actor else ())
        return None
    return Found("task", token.start, actor.names if actor else ())


def _found(text: str, verb: Verb, token: Token, start: int, end: int, actor: Actors | None) -> Found | None:
    passive = verb.voice == "passive"
    who = _agent(text, token.end, end) if passive else (actor.names if actor else ())
    back = bool(MEETING.search(text, start, end)) or _to_a_body(text, token.end, end)
    if verb.sense == "task":
        return Found("task", token.start, who)
    if verb.sense == "return":
        return Found("return", token.start, who)
    if _always_back(text, verb, token, start, end):
        return Found("return", token.start, who)
    if verb.infinitive in ("drøfte", "behandle", "løfte") and passive and not back:
        return None
    if (
        passive
        and verb.infinitive in ("fremlægge", "præsentere")
        and not back
        and not re.search(r"\d|\bi\s\w+|efter", text[token.end : end])
    ):
        return None
    kind: Kind = "return" if back and verb.infinitive != "evaluere" else "task"
    if verb.infinitive == "vende" and not MEETING.search(text, start, end):
        kind = "task"
    return Found(kind, token.start, who)


def _always_back(text: str, verb: Verb, token: Token, start: int, end: int) -> bool:
    after = text[token.end : end]
    if verb.infinitive in ("tage", "sætte", "komme"):
        return bool(re.search(r"\bdagsorden|\bigen\b", after)) or (
            verb.voice == "passive" and re.match(r"\s(?:\w+\s)?op\b", after) is not None
        )
    if verb.infinitive == "flytte":
        return is_matter(text, start, token.start)
    return verb.infinitive == "få" or (verb.infinitive == "mødes" and "igen" in after)


def _to_a_body(text: str, at: int, end: int) -> bool:
    return any(
        re.search(r"(?:for|i|til|på|over\sfor)\s(?:et\s|den\s|det\s)?$", text[at : body.start()])
        for body in find_bodies(text, at, end)
    )


def _agent(text: str, at: int, end: int) -> tuple[str, ...]:
    """ "besvares af økonomiafdelingen": the one behind a passive."""
    for by in _BY.finditer(text, at, end):
        agent = actors_at(text, by.end(), end)
        if agent:
            return agent.names
    return ()


def _modal(text: str, words: list[Token], at: int, actor: Actors | None, setting: Setting, end: int) -> Found | None:
    modal, start = words[at].word, words[0].start
    after = words[at + 1 :]
    if after and after[0].word == "gerne":
        return None
    if HABIT.search(text, start, end) and not setting.agreed:
        return None
    if READY.search(text, start, end) and (
        actor or setting.agreed or re.search(r"\d|møde|ferien", text[words[at].end : end])
    ):
        return Found("task", words[at].start, actor.names if actor else ())
    voices = (
        ("participle",)
        if modal == "bliver" or any(word.word == "blive" for word in after[:4])
        else ("infinitive", "passive")
    )
    for token in after:
        verb = VERBS.get(token.word)
        if token.word in _STATIVE and verb is None and modal != "vil" and token.word not in ("blive",):
            return None
        if verb is not None and verb.voice in voices and _fits(verb, text, token.end, end):
            return _modal_found(text, verb, token, modal, start, end, actor, setting)
    return _any_duty(words, at, actor) if modal == "skal" else None


def _modal_found(
    text: str, verb: Verb, token: Token, modal: str, start: int, end: int, actor: Actors | None, setting: Setting
) -> Found | None:
    acting = verb.voice == "infinitive"
    if acting and actor is None and not setting.agreed:
        return None
    if (
        acting
        and verb.infinitive in _TALK
        and (MEETING.search(text, start, end) or _named_before(text, start, token.start))
    ):
        return Found("return", token.start, actor.names if actor and modal == "skal" else ())
    if acting:
        kind: Kind = "return" if verb.sense == "return" else "task"
        return Found(kind, token.start, actor.names if actor else ())
    return _found(text, replace(verb, voice="passive"), token, start, end, None)


def _named_before(text: str, start: int, at: int) -> bool:
    return bool(re.match(r"(?:på|i)\s", text[start:at], re.I)) and bool(find_bodies(text, start, at))


def _any_duty(words: list[Token], at: int, actor: Actors | None) -> Found | None:
    """ "Chefforum skal orientere sig …": an actor's "skal" with any verb of doing."""
    if actor is None or actor.names[0].lower().startswith(("kommunen", "alle borgere")):
        return None
    doing = next((word for word in words[at + 1 :] if word.word.endswith("e") and len(word.word) > 3), None)
    if doing is None or doing.word in _STATIVE:
        return None
    return Found("task", words[at].start, actor.names)
