"""Clauses read by a finite verb in the present, active or passive: what the table of verbs makes of it."""

import re

from raadhus.pure.minutes.actors import actors_at
from raadhus.pure.minutes.bodies import find_bodies
from raadhus.pure.minutes.clause_modals import promise_of_modal
from raadhus.pure.minutes.finite_verbs import is_past
from raadhus.pure.minutes.frame_table import MEETING, is_matter
from raadhus.pure.minutes.light_verbs import LIGHT, PASSIVE_LIGHT, THERE
from raadhus.pure.minutes.promise_table import VERBS, Verb
from raadhus.pure.minutes.promise_types import Found, Kind, Site, surely_directly
from raadhus.pure.minutes.promise_words import HABIT, SOFT, TELLING
from raadhus.pure.minutes.word_blocks import words_of

_OUTCOME = frozenset(
    words_of("""
er var har havde kan kunne bør burde må måtte ville skulle blev godkendes tiltrædes vedtages gælder ligger betyder
vurderes anbefales indstilles forventes tages fremgår bevilges ønsker mener afvises finder
""")
)
_OF_THINGS = ("komme", "følge", "overgå", "få")  # "Sagen kommer på dagsordenen", "Der følger en redegørelse"
_PASSED_ON = re.compile(r"\s(?:\w+\s)?videre\stil\b")
_BY_OR_FROM = re.compile(r"\s(?:af|fra|som|for|hos)\b")
_ALWAYS_TASK = {
    "følge": re.compile(r"(?!.*\bop\b)"),  # "Der følger en redegørelse"
    "komme": re.compile(r"\s(?:\w+\s)?med\b"),  # "Jesper kommer med et udspil"
}
_TO_THE_MATTER = re.compile(r"\btilbage\stil\s(?:sagen|emnet|punktet|spørgsmålet|det)\b")
_TAKING_PART = re.compile(r"\b(?:deltagelse|medvirken|ledelse|hjælp|indstilling|bestående)\s$", re.I)
_BY = re.compile(r"\baf\s")
_TO = re.compile(r"(?:for|i|til|på|over\sfor)\s(?:et\s|den\s|det\s)?$")
_SOME_TIME = re.compile(r"\d|\bi\s\w+|efter|inden|senest|til\s(?:sommer|efterår|forår|august|september)")
_DATED = re.compile(
    r"\b(?:inden|senest|i\suge|ultimo|primo|medio|den\s\d|d\.\s?\d|fra\s(?:den\s)?\d|pr\.\s\d|med\svirkning\sfra|efter\s(?:sommer|jul|ny|påske|efterår)\w*|"
    r"i\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|foråret|efteråret|løbet\saf)|"
    r"til\s(?:foråret|efteråret))",
    re.I,
)
_OTHER_MATTER = re.compile(r"(?!.*\b(?:beløb\w*|midler\w*|kr\.|elever\w*|borgere\w*)\b)(?:\w+\s){1,8}?\w+s\b", re.I)
_ALWAYS_WORK = frozenset({"gennemføres", "indgås", "optages"})
_AGAIN = re.compile(r"\b(?:igen|på\sny|næste\sgang|over)\b")


def promise_of(site: Site) -> Found | None:
    """What the verb of a clause promises, for its actor where it has one."""
    word = site.verb.word
    if HABIT.search(site.text, site.start, site.end) and not site.agreed:
        return None
    if word in ("skal", "vil", "bliver"):
        return promise_of_modal(site, _in_the_passive)
    verb = VERBS.get(word)
    if verb is not None and _fits(verb, site):
        if verb.voice == "passive":
            return _in_the_passive(site, verb)
        return _in_the_active(site, verb) if site.actor or site.agreed or _of_things(site, verb) else None
    return _unlisted(site)


def _fits(verb: Verb, site: Site) -> bool:
    return verb.needs is None or bool(verb.needs.match(site.text, site.verb.end) or verb.needs.match(site.tail))


def _of_things(site: Site, verb: Verb) -> bool:
    """Whether a thing does it and it binds all the same: "Sagen kommer på dagsordenen", "Ønsket går videre til …"."""
    return verb.infinitive in _OF_THINGS or (verb.infinitive == "gå" and _PASSED_ON.match(site.after) is not None)


def _in_the_active(site: Site, verb: Verb) -> Found:
    """Who gets something ("får en status") does not owe it."""
    return Found(_kind_of(site, verb), site.verb.start, () if verb.infinitive == "få" else site.who)


def _in_the_passive(site: Site, verb: Verb) -> Found | None:
    """Talk in the passive binds only where it names a meeting, a body or, for what is shown, a time."""
    back = bool(MEETING.search(site.text, site.start, site.end)) or _to_a_body(site)
    if verb.infinitive in ("drøfte", "behandle", "løfte", "gennemgå") and not (
        back or site.agreed or _comes_again(site)
    ):
        return None
    if verb.infinitive in ("fremlægge", "præsentere") and not back and not _SOME_TIME.search(site.after):
        return None
    if verb.infinitive == "fortsætte" and not is_matter(site.text, site.start, site.verb.start):
        return None
    kind = "return" if verb.sense == "either" and _comes_again(site) else _kind_of(site, verb)
    return Found(kind, site.verb.start, _agent(site))


def _comes_again(site: Site) -> bool:
    """Whether the matter itself is said to be taken again, or to be taken at a time."""
    dated = is_matter(site.text, site.start, site.verb.start) and _DATED.search(site.after)
    return bool(_AGAIN.search(site.after) or dated)


def _kind_of(site: Site, verb: Verb) -> Kind:
    if verb.sense in ("task", "return"):
        return "return" if verb.sense == "return" else "task"
    meeting = bool(MEETING.search(site.text, site.start, site.end))
    always = _ALWAYS_TASK.get(verb.infinitive)
    if always and always.match(site.after):
        return "task"
    if _always_back(site, verb) or (verb.infinitive == "vende" and _TO_THE_MATTER.search(site.after)):
        return "return"
    if verb.infinitive in ("evaluere", "mødes") or (verb.infinitive == "vende" and not meeting):
        return "task"
    return "return" if meeting or _to_a_body(site) else "task"


def _always_back(site: Site, verb: Verb) -> bool:
    if verb.infinitive in ("tage", "sætte", "komme"):
        again = re.search(r"\bdagsorden|\bigen\b|\bnæste\sgang", site.after) is not None
        return again or (verb.voice == "passive" and re.match(r"\s(?:\w+\s)?op\b", site.after) is not None)
    if verb.infinitive == "flytte":
        return is_matter(site.text, site.start, site.verb.start)
    return verb.infinitive == "få" or (verb.infinitive == "mødes" and "igen" in site.after)


def _to_a_body(site: Site) -> bool:
    at = site.verb.end
    return any(_TO.search(site.text[at : body.start()]) for body in find_bodies(site.text, at, site.end))


def _agent(site: Site) -> tuple[str, ...]:
    """The one behind a passive: "besvares af økonomiafdelingen"."""
    for by in _BY.finditer(site.text, site.verb.end, site.end):
        if _TAKING_PART.search(site.text, site.verb.end, by.start()):
            continue
        agent = actors_at(site.text, by.end(), site.end)
        if agent:
            return agent.names
    return ()


def _unlisted(site: Site) -> Found | None:
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
    back = MEETING.search(site.text, site.start, site.end) and site.verb.word in (
        "tages",
        "sættes",
        "flyttes",
        "bringes",
    )
    return Found("return" if back else "task", site.verb.start, _agent(site))


def _softly(site: Site) -> Found | None:
    """A passive that most often tells ("overføres"): the matter with a meeting comes back, with a time it is work."""
    matter = site.at == 0 or _OTHER_MATTER.match(site.text, site.start)
    if matter and MEETING.search(site.text, site.start, site.end):
        return Found("return", site.verb.start)
    if site.verb.word in _ALWAYS_WORK and site.text[site.start : site.start + 3].lower() == "der":
        return site.task()
    return Found("task", site.verb.start, _agent(site)) if _DATED.search(site.after) else None


def _unlisted_passive(site: Site) -> Found | None:
    """A passive no table has: the matter with a meeting comes back, else it is work, but not where it only describes.

    Without a time, "af" or "til" right behind it describes how things are ("ejes af boldklubben").
    """
    matter = is_matter(site.text, site.start, site.verb.start)
    if matter and (MEETING.search(site.text, site.start, site.end) or _AGAIN.search(site.after)):
        return Found("return", site.verb.start)
    if _DATED.search(site.after):
        return Found("task", site.verb.start, _agent(site))
    return None if _BY_OR_FROM.match(site.after) else Found("task", site.verb.start)
