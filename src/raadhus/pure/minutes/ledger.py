"""Where every source line went, so that "nothing vanishes" is one question and not a hope."""

from dataclasses import dataclass, field

from raadhus.pure.kernel.source_text import SourceText

# The places a line may go. TITLE … TEXT are parts of an item.
HEAD, CONTENTS, RUNNING, GROUP = "head", "contents", "running", "group"
TITLE, DETAIL, HEADING, TEXT = "title", "detail", "heading", "text"
NOT_UNDERSTOOD = "not understood"


@dataclass(slots=True)
class Ledger:
    """Source line number → the places its words went (a glued line may go to two)."""

    places: dict[int, set[str]] = field(default_factory=dict)

    def put(self, place: str, first: int, last: int | None = None) -> None:
        """Note that source lines `first` … `last` went to `place`."""
        for number in range(first, (last or first) + 1):
            self.places.setdefault(number, set()).add(place)

    def lost(self, source: SourceText) -> list[int]:
        """The numbers of lines with words that went nowhere; empty in a correct reading."""
        return [line.number for line in source.lines if line.text.strip() and line.number not in self.places]
