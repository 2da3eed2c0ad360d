"""Danish compounds split by words that the collection itself uses: boligbyggeprogram → bolig, bygge, program."""

from collections.abc import Iterable, Iterator

from raadhus.pure.kernel.stems import stem

SHORTEST_COMPOUND = 8
_SHORTEST_PART = 3
_JOINTS = ("", "s", "e")
# Endings and small words that would otherwise pass for a part ("borger-ne", "hav-de").
_NO_PART = frozenset(
    """den det der des dem til ved for fra med som har var ene ens ere ers est ing ede ter tes hed lig sig kan ske
    erne erens eres ende ning else elsen inger ingen ings ernes iske isk tede heds lige ligt""".split()  # noqa: SIM905
)


def part_can_be(word: str) -> bool:
    """Whether a word of the collection may serve as a part of others."""
    return len(word) >= _SHORTEST_PART and word.isalpha() and word not in _NO_PART


class Vocabulary:
    """The folded words of a collection, and their stems, by which the last part of a compound is known in any form."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words: set[str] = set()
        self._stems: set[str] = set()
        self._splits: dict[str, tuple[str, ...]] = {}  # what `split` found since a word was last added
        self.add(words)

    def add(self, words: Iterable[str]) -> None:
        """Let `words` count from now on; those that can be no part are passed over."""
        new = {word for word in words if part_can_be(word)} - self.words
        self.words |= new
        self._stems |= {stem(word) for word in new}
        if new:
            self._splits.clear()

    def knows(self, part: str, *, is_last: bool) -> bool:
        """Whether `part` is a word of the collection; a last part may be another form of one."""
        return part in self.words or (is_last and part_can_be(part) and stem(part) in self._stems)

    def split(self, word: str) -> tuple[str, ...]:
        """As the function `split`; found once for each word until the vocabulary grows."""
        if word not in self._splits:
            self._splits[word] = _split(word, self)
        return self._splits[word]


def split(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The parts of a folded compound, fewest first and then longest first part; () where it is no compound."""
    if len(word) < SHORTEST_COMPOUND or not word.isalpha():
        return ()
    return vocabulary.split(word)


def _split(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    best: dict[int, tuple[str, ...]] = {len(word): ()}
    for start in range(len(word) - _SHORTEST_PART, -1, -1):
        candidates = list(_from(word, start, vocabulary, best))
        if candidates:
            best[start] = min(candidates, key=lambda parts: (len(parts), -len(parts[0])))
    parts = best.get(0, ())
    return parts if len(parts) > 1 else ()


def _from(word: str, start: int, vocabulary: Vocabulary, best: dict[int, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    for rest in reversed(best):  # places where a further part is known to begin: few, so this is the loop to be in
        for joint in _JOINTS if rest < len(word) else ("",):
            end = rest - len(joint)
            part = word[start:end]
            if end - start < _SHORTEST_PART or part == word or not word.startswith(joint, end):
                continue
            if vocabulary.knows(part, is_last=end == len(word)):
                yield (part, *best[rest])


def stretches(parts: tuple[str, ...]) -> Iterator[str]:
    """Every run of neighbouring parts but the whole: a, b, c, ab, bc. Joints are left out."""
    for length in range(1, len(parts)):
        for start in range(len(parts) - length + 1):
            yield "".join(parts[start : start + length])
