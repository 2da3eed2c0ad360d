"""Clauses whose finite verb is "skal", "vil" or "bliver": what the verb behind it promises."""

import re
from collections.abc import Callable

from raadhus.pure.minutes.bodies import find_bodies
from raadhus.pure.minutes.finite_verbs import PASSIVE, Token
from raadhus.pure.minutes.frame_table import MEETING, READY
from raadhus.pure.minutes.light_verbs import PASSIVE_LIGHT
from raadhus.pure.minutes.promise_table import VERBS, Verb
from raadhus.pure.minutes.promise_types import Found, Site, is_somebody, surely_directly
from raadhus.pure.minutes.promise_words import TELLING
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
_NO_DUTY = frozenset(
    words_of("ses følges forstås opfattes overholdes anses betragtes gives læses findes bemærkes nævnes vurderes høres")
)
_HEED = re.compile(r"\b(?:hensyn|højde|forbehold|udgangspunkt|vægt|betinge\w*)\b", re.I)
_DATED = re.compile(
    r"\b(?:inden|senest|i\suge|ultimo|primo|medio|den\s\d|fra\s\d|pr\.\s\d|til\snæste\smøde|"
    r"i\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december))\b",
    re.I,
)
_OUT = re.compile(r"\s(?:ud\s(?:til|i)|forbi|omkring|i\s(?:høring|udbud))\b")
# "Notatet skal indeholde en oversigt": a paper still to be written.
_PAPER = re.compile(
    r"(?:\w+\s){0,2}?\w*(?:notat|redegørelse|oplæg|evaluering|materiale|udkast|referat|nyhedsbrev|nummer|svar|fremstilling|analyse|"
    r"oversigt|brev|beregning)(?:et|en|t|n)?\b",
    re.I,
)
_SAYS = re.compile(r"\s(?:også\s|desuden\s)?(?:indeholde|omfatte|belyse|beskrive|vise|suppleres|tage\shøjde)\b")
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
    r"november|december)|efter\s(?:jul|nytår|påske|sommer)",
    re.I,
)
_INTO = re.compile(
    r"\s(?:\w+\s)?(?:i\s(?:dialog|gang|kontakt)|videre\smed|på\s(?:besigtigelse|besøg|tur|kursus|"
    r"rundtur))\b"
)
_HAVE = re.compile(r"\bhave\s(?:en|et|svar|besked|materiale\w*|tal\w*)\b")
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
    if modal == "skal" and ((site.actor and (_INTO.match(site.after) or _must_have(site))) or _OUT.match(site.after)):
        return site.task()
    if modal == "skal" and _PAPER.match(site.text, site.start) and _SAYS.match(site.after):
        return site.task()
    done = modal == "bliver" or any(token.word == "blive" for token in rest[:4])
    for index, token in enumerate(rest, site.at + 1):
        if _lightly(site, token, done):
            return site.task()
        verb = VERBS.get(token.word)
        if verb is None and token.word in _STATIVE and token.word != "blive" and modal != "vil":
            break
        if verb is None or verb.voice not in (("participle",) if done else ("infinitive", "passive")):
            continue
        if verb.needs is None or verb.needs.match(site.text, token.end, site.end):
            return _found(site, index, verb, in_the_passive)
    if _any_passive(site, rest, done) or (modal == "skal" and site.agreed and not _is_stative(rest)):
        return site.task()
    return _any_duty(site) if modal != "bliver" else None


def _lightly(site: Site, token: Token, done: bool) -> bool:
    """Whether a passive or participle of an everyday verb stands there with what makes it work."""
    verb = VERBS.get(token.word)
    form = verb.infinitive + "s" if done and verb else token.word
    pattern = None if done and verb is None else PASSIVE_LIGHT.get(form)
    if pattern is not None and pattern.match(site.text, token.end, site.end):
        return True
    return token.word == "findes" and site.verb.word == "skal"


def _is_stative(rest: list[Token]) -> bool:
    return any(token.word in _ALWAYS_STATIVE - {"omfatte"} for token in rest[:3])


def _any_passive(site: Site, rest: list[Token], done: bool) -> bool:
    """Whether a passive that no table has is a duty: "Skuret skal rives ned", "bliver malet i uge 12"."""
    if done:
        made = any(token.word.endswith("et") and len(token.word) > 4 for token in rest[:4])
        return made and _DATED.search(site.after) is not None
    if site.verb.word != "skal":
        return False
    passive = next((token.word for token in rest[:5] if PASSIVE.match(token.word)), None)
    if passive is None or passive in _NO_DUTY or _HEED.search(site.after):
        return False
    there = (
        site.text[site.verb.end : site.verb.end + 4].lower() == " der"
        or site.text[site.start : site.start + 3].lower() == "der"
    )
    return there or passive not in TELLING or _DATED.search(site.after) is not None


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
        return site.task() if surely_directly(site) and _wants_to(rest) else None
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
            return token.word not in _ALWAYS_STATIVE and token.word not in ("betyde", "få")
    return False
