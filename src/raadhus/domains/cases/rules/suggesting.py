"""Which KLE subjects an item may belong under, from its title and text, offline and with the words that led there.

A suggestion is for a person to take or leave. A term counts by how rare its stems are in the plan and how strongly
they stand in the item, where the title outweighs the text; what a subject gets is damped by how many terms it has.
A group's general subject (".00") also gets a share of what the group's best subjects got: agenda items are mostly
about an area, the plan's keywords mostly about its parts.
"""

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from raadhus.domains.cases.rules.subject_index import SubjectIndex, Term, counted_stem
from raadhus.pure.kernel.compounds import Vocabulary, split, stretches
from raadhus.pure.kernel.words import words_of

MOST = 5
LONGEST = 100_000  # characters of text that are read
_IN_TITLE, _OF_A_PART, _NEXT_BEST, _TERMS, _DAMPING, _FOR_THE_GROUP, _LEAST = 4.0, 0.5, 0.6, 6, 0.2, 0.3, 3.0
_BODY_BEFORE_TITLE = re.compile(r"^\s*[A-ZÆØÅ/]{2,8}\s?[-–]\s*")  # "CF - ", "MBU/ØU - "


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A subject's number, its score (only the order of scores means something), and the item's words behind it."""

    subject: str
    score: float
    words: tuple[str, ...]


def suggest(index: SubjectIndex, title: str, text: str) -> list[Suggestion]:
    """At most five subjects, best first; none where nothing points clearly enough."""
    in_title = _Words(_BODY_BEFORE_TITLE.sub("", title), index.vocabulary)
    in_text = _Words(text[:LONGEST], index.vocabulary)
    strength = {
        part: _IN_TITLE * min(in_title.counts[part], 1.0) + math.log1p(in_text.counts[part])
        for part in {*in_title.counts, *in_text.counts}
        if part in index.rarity
    }
    gains = _gains(index, strength)
    scores = {place: _score(own, index.size[place]) for place, own in gains.items()}
    _share_with_general(index, scores)
    best = sorted(scores, key=lambda place: (-scores[place], index.numbers[place]))[:MOST]
    written = in_text.written | in_title.written
    return [
        Suggestion(index.numbers[place], round(scores[place], 1), _behind(gains.get(place, {}), written))
        for place in best
        if scores[place] >= _LEAST
    ]


class _Words:
    """The stems of a text: how often each stands there, parts of compounds by half, and a word as written for each."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.counts: Counter[str] = Counter()
        self.written: dict[str, str] = {}
        weights: Counter[str] = Counter()
        for word in words_of(text):
            if (part := counted_stem(word.folded)) is not None:
                weights[word.folded] += 1
                self.written.setdefault(part, text[word.start : word.end])
        for folded, times in weights.items():
            self._count(folded, times, vocabulary)

    def _count(self, folded: str, times: int, vocabulary: Vocabulary) -> None:
        whole = counted_stem(folded)
        if whole is None:
            return
        self._add(whole, float(times), self.written[whole])
        for run in stretches(split(folded, vocabulary)):
            if (part := counted_stem(run)) is not None:
                self._add(part, times * _OF_A_PART, self.written[whole])

    def _add(self, part: str, amount: float, written: str) -> None:
        self.counts[part] += amount  # type: ignore[assignment]
        self.written.setdefault(part, written)


def _gains(index: SubjectIndex, strength: dict[str, float]) -> dict[int, dict[Term, float]]:
    """For each subject its terms that the item has, and what each gives."""
    gains: defaultdict[int, dict[Term, float]] = defaultdict(dict)
    for part in strength:
        for entry in index.entries.get(part, ()):
            if entry.term <= strength.keys():
                rare = sum(index.rarity[one] for one in entry.term)
                gains[entry.subject][entry.term] = entry.weight * min(strength[one] for one in entry.term) * rare
    return gains


def _score(gains: dict[Term, float], size: float) -> float:
    best = sorted(gains.values(), reverse=True)[:_TERMS]
    return sum(gain * _NEXT_BEST**place for place, gain in enumerate(best)) / float(size**_DAMPING)


def _share_with_general(index: SubjectIndex, scores: dict[int, float]) -> None:
    groups: defaultdict[str, list[float]] = defaultdict(list)
    for place, score in scores.items():
        groups[index.numbers[place][:5]].append(score)
    for place, number in enumerate(index.numbers):
        if number.endswith(".00") and number[:5] in groups:
            shared = sum(sorted(groups[number[:5]], reverse=True)[:3])
            scores[place] = scores.get(place, 0.0) + _FOR_THE_GROUP * shared


def _behind(gains: dict[Term, float], written: dict[str, str]) -> tuple[str, ...]:
    """The item's own words that gave most, each once, at most five."""
    words: dict[str, None] = {}
    for term in sorted(gains, key=lambda one: (-gains[one], sorted(one))):
        for part in sorted(term):
            words.setdefault(written[part].lower(), None)
    return tuple(words)[:MOST]
