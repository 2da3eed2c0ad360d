"""Clauses whose verb no table has, or has for other uses: everyday verbs, and passives in the form of one."""

import re

from raadhus.pure.minutes.actors import actors_at
from raadhus.pure.minutes.bodies import find_bodies
from raadhus.pure.minutes.finite_verbs import is_past
from raadhus.pure.minutes.frame_table import MEETING, is_matter
from raadhus.pure.minutes.light_verbs import LIGHT, PASSIVE_LIGHT, THERE
from raadhus.pure.minutes.promise_table import VERBS
from raadhus.pure.minutes.promise_types import Found, Site, surely_directly
from raadhus.pure.minutes.promise_words import SOFT, TELLING
from raadhus.pure.minutes.word_blocks import words_of

_OUTCOME = frozenset(
    words_of("""
er var har havde kan kunne bør burde må måtte ville skulle blev godkendes tiltrædes vedtages gælder ligger betyder
vurderes anbefales indstilles forventes tages fremgår bevilges ønsker mener afvises finder
""")
)
_BY_OR_FROM = re.compile(r"\s(?:af|fra|som|for|hos)\b")
_TAKING_PART = re.compile(r"\b(?:deltagelse|medvirken|ledelse|hjælp|indstilling|bestående)\s$", re.I)
_BY = re.compile(r"\baf\s")
# A day, week, month or season that makes work of what else only tells.
DATED = re.compile(
    r"\b(?:inden|senest|i\suge|ultimo|primo|medio|den\s\d|d\.\s?\d|fra\s(?:den\s)?\d|pr\.\s\d|med\svirkning\sfra|efter\s(?:sommer|jul|ny|påske|efterår)\w*|"
    r"i\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|foråret|efteråret|løbet\saf)|"
    r"til\s(?:foråret|efteråret))",
    re.I,
)
_OTHER_MATTER = re.compile(r"(?!.*\b(?:beløb\w*|midler\w*|kr\.|elever\w*|borgere\w*)\b)(?:\w+\s){1,8}?\w+s\b", re.I)
_ALWAYS_WORK = frozenset({"gennemføres", "indgås", "optages"})
_PUT_BY = ("gemmes", "parkeres", "skydes", "rykkes", "overføres", "henlægges")
_OF_THE_MATTER = ("tages", "sættes", "flyttes", "bringes", "gives")
AGAIN = re.compile(r"\b(?:igen|på\sny|næste\sgang|over)\b")


def promise_of_unlisted(site: Site) -> Found | None:
    """A verb that is in no table: in an agreement it binds, as does what surely somebody does, or a dated passive."""
    word = site.verb.word
    if word in LIGHT and surely_directly(site):
        return site.task() if LIGHT[word].match(site.tail) or (word == "får" and _is_done_by(site)) else None
    if site.agreed:
        duty = word == "har" and any(token.word == "ansvar" for token in site.words[site.at : site.at + 5])
        tells = word in _OUTCOME or is_past(site.words, site.at)
        return site.task() if duty or not (tells or _describes(site)) else None
    if word == "får" and site.actor and _is_done_by(site):
        return site.task()
    if THERE.match(site.text, site.start, site.end) or (
        word in PASSIVE_LIGHT and PASSIVE_LIGHT[word].match(site.after)
    ):
        return _light_passive(site)
    if word in SOFT:
        return _softly(site)
    if word in TELLING or is_past(site.words, site.at):
        return None
    if word.endswith("s"):
        return _unlisted_passive(site)
    if not surely_directly(site):
        return None
    meeting = MEETING.search(site.text, site.verb.end, site.end)
    return Found("return", site.verb.start, site.who) if meeting and find_bodies(site.who[0], 0, 99) else site.task()


def _describes(site: Site) -> bool:
    """Whether even what was agreed only says how things are ("at puljen gør en forskel"): active, and no doer."""
    word = site.verb.word
    return word in TELLING and not word.endswith("s") and site.actor is None


def _is_done_by(site: Site) -> bool:
    """ "Camilla får undersøgt, om …": the participle right behind "får"."""
    verb = VERBS.get(site.words[site.at + 1].word) if site.at + 1 < len(site.words) else None
    return verb is not None and verb.voice == "participle"


def _light_passive(site: Site) -> Found:
    """A passive whose words behind it make it work; the matter at a meeting or a day comes back."""
    back = MEETING.search(site.text, site.start, site.end) and site.verb.word in _OF_THE_MATTER
    return Found("return" if back else "task", site.verb.start, agent_of(site))


def _softly(site: Site) -> Found | None:
    """A passive that most often tells ("overføres"): the matter with a meeting comes back, with a time it is work."""
    matter = site.at == 0 or _OTHER_MATTER.match(site.text, site.start)
    if matter and MEETING.search(site.text, site.start, site.end):
        return Found("return", site.verb.start)
    if site.verb.word in _ALWAYS_WORK and site.text[site.start : site.start + 3].lower() == "der":
        return site.task()
    return Found("task", site.verb.start, agent_of(site)) if DATED.search(site.after) else None


def _unlisted_passive(site: Site) -> Found | None:
    """A passive no table has: the matter with a meeting comes back, else it is work, but not where it only describes.

    Without a time, "af" or "til" right behind it describes how things are ("ejes af boldklubben").
    """
    matter = is_matter(site.text, site.start, site.verb.start)
    meeting = MEETING.search(site.text, site.start, site.end)
    if (matter and (meeting or AGAIN.search(site.after))) or (meeting and site.verb.word in _PUT_BY):
        return Found("return", site.verb.start)
    if DATED.search(site.after):
        return Found("task", site.verb.start, agent_of(site))
    return None if _BY_OR_FROM.match(site.after) else Found("task", site.verb.start)


def agent_of(site: Site) -> tuple[str, ...]:
    """The one behind a passive: "besvares af økonomiafdelingen"."""
    for by in _BY.finditer(site.text, site.verb.end, site.end):
        if _TAKING_PART.search(site.text, site.verb.end, by.start()):
            continue
        agent = actors_at(site.text, by.end(), site.end)
        if agent:
            return agent.names
    return ()
