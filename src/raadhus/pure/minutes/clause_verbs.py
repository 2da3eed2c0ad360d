"""Clauses read by a finite verb in the present, active or passive: what the table of verbs makes of it."""

import re

from raadhus.pure.minutes.bodies import find_bodies
from raadhus.pure.minutes.clause_modals import promise_of_modal
from raadhus.pure.minutes.clause_unlisted import AGAIN, DATED, agent_of, promise_of_unlisted
from raadhus.pure.minutes.frame_table import MEETING, is_matter
from raadhus.pure.minutes.promise_table import VERBS, Verb
from raadhus.pure.minutes.promise_types import Found, Kind, Site
from raadhus.pure.minutes.promise_words import HABIT

# "Sagen kommer på dagsordenen", "Der følger en redegørelse".
_OF_THINGS = ("komme", "følge", "overgå", "få", "indgå", "tilgå")
_PASSED_ON = re.compile(r"\s(?:\w+\s)?videre\stil\b")
_ALWAYS_TASK = {
    "følge": re.compile(r"(?!.*\bop\b)"),  # "Der følger en redegørelse"
    "komme": re.compile(r"\s(?:\w+\s)?med\b"),  # "Jesper kommer med et udspil"
}
_TO_THE_MATTER = re.compile(r"\btilbage\stil\s(?:sagen|emnet|punktet|spørgsmålet|det)\b")
_TO = re.compile(r"(?:for|i|til|på|over\sfor)\s(?:et\s|den\s|det\s)?$")
_SOME_TIME = re.compile(r"\d|\bi\s\w+|efter|inden|senest|til\s(?:sommer|efterår|forår|august|september)")


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
    return promise_of_unlisted(site)


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
    return Found(kind, site.verb.start, agent_of(site))


def _comes_again(site: Site) -> bool:
    """Whether the matter itself is said to be taken again, or to be taken at a time."""
    dated = is_matter(site.text, site.start, site.verb.start) and DATED.search(site.after)
    return bool(AGAIN.search(site.after) or dated)


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
