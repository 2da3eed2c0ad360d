"""The stems of one item, field by field, as both databases keep them.

After a field's own words come the stems of the parts of its compounds, each with `PART` before it: so a phrase is
met only by neighbouring words, and a question may or may not accept parts.
"""

from collections.abc import Iterable

from raadhus.pure.kernel.compounds import Vocabulary, split, stretches
from raadhus.pure.kernel.stems import stem
from raadhus.pure.kernel.words import folded_words

FIELDS = ("title", "decision", "text", "attachments")
PART = "_"  # never inside a word: `folded_words` cuts there


def stems_of(text: str, vocabulary: Vocabulary) -> list[str]:
    """The stems of `text` in order, and then those of the parts of its compounds, each part once."""
    folded = folded_words(text)
    return [stem(word) for word in folded] + sorted(_parts(dict.fromkeys(folded), vocabulary))


def _parts(words: Iterable[str], vocabulary: Vocabulary) -> set[str]:
    return {PART + stem(run) for word in words for run in stretches(split(word, vocabulary))}
