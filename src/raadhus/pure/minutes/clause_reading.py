"""One clause read: does it promise, of what sense, and who; the words for it stand in the tables."""

import re

from raadhus.pure.minutes.actors import Actors, actors_at, is_sure, people_at
from raadhus.pure.minutes.clause_frames import read_framed
from raadhus.pure.minutes.clause_verbs import promise_of
from raadhus.pure.minutes.clauses import Clause
from raadhus.pure.minutes.finite_verbs import Token, finite_verb, open_verb, tokens
from raadhus.pure.minutes.frame_table import FRAME_WORDS, MEETING, NOMINAL_BACK, OWNED_UNTIL, SAID_TO_ALL
from raadhus.pure.minutes.light_verbs import LIGHT, PEOPLE_DO
from raadhus.pure.minutes.promise_table import VERBS
from raadhus.pure.minutes.promise_types import NOTHING, Found, Reading, Setting, Site
from raadhus.pure.minutes.promise_words import ADVERBS, CONDITION, FRONTED, NOT

_HANGS = re.compile(r",\s(?:at|der|som|hvor\w*|så|om|når|hvis)\s", re.I)


def read_clause(text: str, clause: Clause, setting: Setting) -> Reading:
    """What `clause` promises in its `setting`."""
    start, end = clause.start, clause.end
    if CONDITION.match(text[start:end]):
        return NOTHING
    if clause.hanging == "relative":
        return _relative(text, clause)
    words = tokens(text, start, end)
    if not FRAME_WORDS.isdisjoint(token.word for token in words):
        shared = setting.subject if clause.hanging == "and" else None
        reading = read_framed(text, clause, actors_at(text, start, end) or shared)
        if reading is not None:
            return reading
    at = 0 if setting.verb_first else _verb_at(text, words, start, end)
    if at is None:
        return _verbless(text, clause, words, setting)
    own = actors_at(text, start, words[at].start) or _people(text, start, words[at])
    if NOT.search(text, start, _main_end(text, start, end)):
        return Reading(subject=own)
    subject = own or _after(text, words[at], clause, setting.verb_first) or (setting.subject if at == 0 else None)
    found = promise_of(Site(text, start, end, words, at, subject, setting.agreed))
    return Reading(found, subject=subject)


def _verb_at(text: str, words: list[Token], start: int, end: int) -> int | None:
    """The verb right behind the actor, though no table has it; else the first finite verb that one has."""
    known, opened = finite_verb(words), open_verb(text, start, end)
    if opened is not None and (known is None or opened.start < words[known].start):
        return next(index for index, token in enumerate(words) if token.start == opened.start)
    return known


def _relative(text: str, clause: Clause) -> Reading:
    """A matter that comes back may hang on what was said: "…, som drøftes på næste møde"."""
    words = tokens(text, clause.start, clause.end)
    verb = VERBS.get(words[0].word) if words else None
    if NOT.search(text, clause.start, clause.end):
        return NOTHING
    if text[clause.begin] == "," and (doer := _doer(text, clause)):
        return Reading(Found("task", doer.end + 1, doer.names))
    if verb is None or verb.voice != "passive" or verb.sense == "task":
        return NOTHING
    if not MEETING.search(text, clause.start, clause.end):
        return NOTHING
    return Reading(Found("return", words[0].start))


def _doer(text: str, clause: Clause) -> Actors | None:
    """Who surely does what hangs on something just mentioned: "…, som Ole besvarer"."""
    doer = actors_at(text, clause.start, clause.end)
    follows = tokens(text, doer.end, clause.end, 1) if doer else []
    if doer is None or not follows or not is_sure(doer.names[0]):
        return None
    verb = VERBS.get(follows[0].word)
    does = verb is not None and verb.voice == "active" and verb.sense == "task" and verb.needs is None
    return doer if does or follows[0].word in ("planlægger", "ser") else None


def _verbless(text: str, clause: Clause, words: list[Token], setting: Setting) -> Reading:
    """ "Opdatér vejledningen" is a task only in a list of tasks; "Drøftelse på næste møde" comes back anywhere."""
    if NOMINAL_BACK.match(text, clause.start, clause.end):
        return Reading(Found("return", clause.start))
    owner = actors_at(text, clause.start, clause.end)
    if owner and OWNED_UNTIL.match(text, owner.end, clause.end):
        return Reading(Found("task", clause.start, owner.names))
    if SAID_TO_ALL.match(text, clause.start, clause.end):
        return Reading(Found("task", clause.start))
    if setting.action_list and words and words[0].word.replace("é", "e") + "e" in VERBS:
        return Reading(Found("task", words[0].start))
    return NOTHING


def _people(text: str, start: int, verb: Token) -> Actors | None:
    """A noun that must be people, since nobody else does what the verb says ("Kommunerne afklarer")."""
    known = VERBS.get(verb.word)
    if known is None or known.voice != "active" or known.infinitive not in PEOPLE_DO:
        return None
    return people_at(text, start, verb.start)


def _main_end(text: str, start: int, end: int) -> int:
    """Where what hangs on the clause begins, so that a "not" in it denies nothing."""
    hanging = _HANGS.search(text, start, end)
    return hanging.start() if hanging else end


def _object_first(text: str, verb: Token, start: int, end: int) -> bool:
    """Whether somebody stands right behind a verb of doing: "Det undersøger Ole", "Tallene sender Økonomi ud"."""
    if verb.start == start or not (
        verb.word in LIGHT
        or verb.word in ("skal", "vil")
        or (verb.word in VERBS and VERBS[verb.word].voice == "active")
    ):
        return False
    behind = actors_at(text, verb.end + 1, end)
    return behind is not None and is_sure(behind.names[0]) and (text[verb.end + 1].isupper() or behind.names == ("vi",))


def _after(text: str, verb: Token, clause: Clause, verb_first: bool) -> Actors | None:
    """The subject behind the verb, where something else than a subject stands before it."""
    start, end = clause.start, clause.end
    if not (verb_first or FRONTED.match(text, start, verb.start) or _object_first(text, verb, start, end)):
        return None
    adverbs = ADVERBS.match(text, verb.end + 1, end)
    return actors_at(text, adverbs.end() if adverbs else verb.end + 1, end)
