"""The subjects of the KLE plan by the words that point to them.

A subject's title and keywords become terms: sets of stems that must all be met. A compound keyword is a term as a
whole, as the set of its parts ("budgetopfølgning" is met by "opfølgning på budget"), and weakly by one part alone.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from raadhus.pure.kernel.compounds import Vocabulary, split
from raadhus.pure.kernel.stems import stem
from raadhus.pure.kernel.words import folded_words

Term = frozenset[str]

# Of a term: the title counts more than a keyword; a part of a phrase or a compound counts less than the whole.
_TITLE, _KEYWORD, _ONE_OF_PHRASE, _ALL_PARTS, _ONE_PART = 1.5, 1.0, 0.5, 0.6, 0.15

# Words that stand in every law and on every agenda and point to no subject.
_EMPTY_WORDS = """
    og i at for til af på med om den det de en et der som er eller ved fra kan skal vil har ikke mv samt m v efter under
    over uden eget egen egne almindelighed herunder øvrig øvrige andre andet anden kommunal kommune kommunens kommuner
    kommunerne lov loven bekendtgørelse vedrørende vedr mellem via pr blev sidst senest først end
    dagsorden referat møde mødet beslutning drøftelse drøfte drøftes godkendelse godkendt orientering efterretning
    status sag sagen sagsfremstilling indstilling indstiller punkt punktet eventuelt bilag notat ansøgning afgørelse
    medlem forslag tag taget ind ud del led ret arbejde arbejdet fag gang dag ord mail side år
"""
_EMPTY = frozenset(stem(word) for word in _EMPTY_WORDS.split())


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject as the plan has it: "00.30.14", its title, its keywords."""

    number: str
    title: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of one subject (by its place in `SubjectIndex.numbers`) and what it counts there."""

    subject: int
    term: Term
    weight: float


@dataclass(frozen=True, slots=True)
class SubjectIndex:
    """`entries` are filed under each term's rarest stem; `rarity` of a stem is log(subjects / subjects with it);
    `size` of a subject is the sum of what all its terms could give."""

    numbers: tuple[str, ...]
    entries: dict[str, list[Entry]]
    rarity: dict[str, float]
    size: tuple[float, ...]
    vocabulary: Vocabulary


def counted_stem(word: str) -> str | None:
    """The stem of a folded word, or None where it points to no subject."""
    if not word.isalpha():
        return None
    found = stem(word)
    return None if found in _EMPTY else found


def build_index(subjects: Iterable[Subject]) -> SubjectIndex:
    """The index of `subjects`, in their order."""
    plan = tuple(subjects)
    words = {word for one in plan for text in (one.title, *one.keywords) for word in folded_words(text)}
    vocabulary = Vocabulary(word for word in words if word.isalpha())
    terms = [_terms_of(one, vocabulary) for one in plan]
    having = Counter(part for own in terms for part in {part for term in own for part in term})
    rarity = {part: math.log(len(plan) / count) for part, count in having.items()}
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    for place, own in enumerate(terms):
        for term, weight in own.items():
            entries[max(term, key=lambda part: (rarity[part], part))].append(Entry(place, term, weight))
    size = tuple(sum(weight * sum(rarity[part] for part in term) for term, weight in own.items()) for own in terms)
    return SubjectIndex(tuple(one.number for one in plan), dict(entries), rarity, size, vocabulary)


def _terms_of(subject: Subject, vocabulary: Vocabulary) -> dict[Term, float]:
    terms: dict[Term, float] = {}
    _add_terms(terms, subject.title, _TITLE, vocabulary)
    for keyword in subject.keywords:
        _add_terms(terms, keyword, _KEYWORD, vocabulary)
    return terms


def _add_terms(terms: dict[Term, float], text: str, weight: float, vocabulary: Vocabulary) -> None:
    words = [(word, part) for word in folded_words(text) if (part := counted_stem(word)) is not None]
    if not words:
        return
    _raise_to(terms, frozenset(part for _, part in words), weight)
    if len(words) > 1:
        for _, part in words:
            _raise_to(terms, frozenset([part]), weight * _ONE_OF_PHRASE / len(words))
        return
    parts = [found for part in split(words[0][0], vocabulary) if (found := counted_stem(part)) is not None]
    if len(parts) > 1:
        _raise_to(terms, frozenset(parts), weight * _ALL_PARTS)
    for one in parts:
        _raise_to(terms, frozenset([one]), weight * _ONE_PART)


def _raise_to(terms: dict[Term, float], term: Term, weight: float) -> None:
    terms[term] = max(terms.get(term, 0.0), weight)
