"""What a municipality's layout adds to the common reading: a row of patterns, no code.

Everything that most minutes share (headings, numbers, case numbers, dates) is known without a layout;
`generic` therefore always works, and a layout says only what is its own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Layout:
    """One layout. All patterns are regular expressions that must match the whole line.

    * `signs`: lines by which the layout is known, with a weight each; the sum decides which layout is chosen.
    * `furniture`: lines that belong to the web page and not to the minutes ("Til toppen").
    * `headings`: headings with a meaning of their own here, as written → kind.
    * `number_under_title`: a line that holds only the number (group `number`); the title is the line above it.
    * `opening`: headings that open an item whose title has no number and stands alone on the line above.
    * `run_in`: a heading followed by its text in the same line without a colon (groups `heading`, `rest`).
    """

    name: str
    signs: tuple[tuple[str, int], ...] = ()
    furniture: tuple[str, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    number_under_title: str | None = None
    opening: tuple[str, ...] = ()
    run_in: str | None = None

    @cached_property
    def sign_patterns(self) -> tuple[tuple[re.Pattern[str], int], ...]:
        """`signs`, compiled once."""
        return tuple((re.compile(pattern, re.IGNORECASE), weight) for pattern, weight in self.signs)

    @cached_property
    def furniture_pattern(self) -> re.Pattern[str] | None:
        """`furniture` as one pattern; None where there is none."""
        return re.compile("|".join(f"(?:{part})" for part in self.furniture), re.IGNORECASE) if self.furniture else None

    @cached_property
    def number_pattern(self) -> re.Pattern[str] | None:
        """`number_under_title`, compiled once."""
        return re.compile(self.number_under_title) if self.number_under_title else None

    @cached_property
    def run_in_pattern(self) -> re.Pattern[str] | None:
        """`run_in`, compiled once."""
        return re.compile(self.run_in) if self.run_in else None
