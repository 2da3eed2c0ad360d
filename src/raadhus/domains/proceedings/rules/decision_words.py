"""What was decided on an item, as the one text that stands in the minutes.

A reader of the paper finds the same outcomes, votes and promises in it again.
"""

from dataclasses import dataclass

from raadhus.domains.proceedings.rules.votes import Side, Votes

_SAYS: tuple[tuple[Side, str], ...] = (("for", "For"), ("against", "Imod"), ("abstained", "Undlod at stemme"))


@dataclass(frozen=True, slots=True)
class PointWords:
    """One point: its words ("" where the item's own text says it), the text adopted instead, and how it was voted."""

    number: int
    words: str
    amended: str = ""
    vote: str = ""
    left_open_because: str = ""


@dataclass(frozen=True, slots=True)
class ItemWords:
    """All that was said of an item; `text` is what was written freely, `lines` stand behind everything else."""

    points: tuple[PointWords, ...]
    text: str = ""
    before: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def vote_line(votes: Votes, names: dict[int, str]) -> str:
    """ "For: 2 (A, B). Imod: 1 (C)." with the sides that have somebody; "" where nobody voted."""
    told = []
    for side, word in _SAYS:
        named = [names[key] for key in votes.named(side)]
        if named:
            told.append(f"{word}: {len(named)} ({', '.join(named)}).")
    return "\n".join(told)


def words_of_point(point: PointWords) -> str:
    """The point's paragraph without its number: the words, the adopted text where they lack it, the vote."""
    words = point.words
    if not words and point.left_open_because:
        words = f"Ikke besluttet: {_sentence(point.left_open_because)}"
    if point.amended and _flat(point.amended) not in _flat(words):
        words = f"{words}\nÆndret tekst: {point.amended}".strip()
    return "\n".join(part for part in (words, point.vote) if part)


def numbered_points(item: ItemWords) -> list[tuple[int, str]]:
    """The points that have words of their own, where an item has several: they stand as "Ad 1", "Ad 2"."""
    told = [(point.number, words_of_point(point)) for point in sorted(item.points, key=lambda one: one.number)]
    if len({words for _, words in told}) < 2:
        return []
    return [(number, words) for number, words in told if words]


def _words_of_all(item: ItemWords) -> str:
    """The words of the only point, or those that are the same for every point."""
    told = {words_of_point(point) for point in item.points}
    return told.pop() if len(told) == 1 else ""


def decision_words(item: ItemWords) -> str:
    """The decision as the minutes have it: who took no part, then points and free text, then promises and dissent.

    A line that already stands in the text is not written twice. Words for every point come before the free text;
    where the points differ they come behind it with their numbers.
    """
    numbered = [f"Ad {number}: {words}" for number, words in numbered_points(item)]
    parts = [*item.before, _words_of_all(item), item.text, *numbered]
    told = "\n\n".join(part.strip() for part in parts if part.strip())
    for line in item.lines:
        if _flat(line).rstrip(".") not in _flat(told):
            told = f"{told}\n\n{_sentence(line)}" if told else _sentence(line)
    return told


def _flat(text: str) -> str:
    return " ".join(text.split())


def _sentence(text: str) -> str:
    said = text.strip()
    return said if said.endswith((".", "!", "?", "”", "“", ":")) else f"{said}."
