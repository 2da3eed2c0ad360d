"""A dimension of a table: codes as text, labels, and what kind of thing it counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

ROLES = ("time", "age", "sex", "region", "contents", "")

_WORDS = {
    "time": {"tid", "time", "år", "aar", "year", "kvartal", "quarter", "måned", "month", "periode", "period"},
    "age": {"alder", "age", "alder1", "aldersgruppe", "age group"},
    "sex": {"køn", "koen", "kon", "sex", "gender", "kön"},
    "region": {
        "område",
        "omraade",
        "region",
        "kommune",
        "kommunedk",
        "municipality",
        "landsdel",
        "bopkom",
        "bopæl",
        "bopælskommune",
        "province",
    },
    "contents": {"contentscode", "indhold", "contents"},
}


def role_of(*names: str) -> str:
    """The role that a dimension's code or title tells ("KØN" is "sex"), "" where it tells none."""
    wanted = {name.strip().casefold() for name in names}
    return next((role for role, words in _WORDS.items() if wanted & words), "")


@dataclass(frozen=True, slots=True)
class Dimension:
    """One axis: `codes` are unique text in the order of the array; `labels` has one text for each.

    `total` is the code that the file itself declares as the sum of the others; `eliminates` tells whether the file
    says that the dimension may be left out (None: the file does not say).
    """

    name: str
    codes: tuple[str, ...]
    labels: tuple[str, ...]
    title: str = ""
    role: str = ""
    total: str | None = None
    eliminates: bool | None = None

    def __post_init__(self) -> None:
        """Codes are unique and each has a label; readers refuse a file before this can fail."""
        if len(self.codes) != len(self.labels) or len(set(self.codes)) != len(self.codes):
            raise ValueError(f"{self.name}: codes must be unique and have a label each")

    def __len__(self) -> int:
        """How many values the dimension has."""
        return len(self.codes)

    def label(self, code: str) -> str:
        """The label of a code."""
        return self.labels[self.codes.index(code)]

    def positions(self, wanted: Sequence[str]) -> list[int]:
        """Where each wanted code, or else label, stands; KeyError with the first that is not there."""
        by_label = {label: at for at, label in reversed(list(enumerate(self.labels)))}
        by_code = {code: at for at, code in enumerate(self.codes)}
        return [by_code[item] if item in by_code else by_label[item] for item in wanted]

    def taking(self, positions: Sequence[int]) -> "Dimension":
        """The dimension with only these positions, in this order."""
        codes = tuple(self.codes[at] for at in positions)
        labels = tuple(self.labels[at] for at in positions)
        return replace(self, codes=codes, labels=labels, total=self.total if self.total in codes else None)
