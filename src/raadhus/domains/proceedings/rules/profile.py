"""The shape of a rule profile: how one kind of body works."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from raadhus.domains.proceedings.rules.breach import Breach, Severity
from raadhus.domains.proceedings.rules.reminding import Reminding
from raadhus.domains.proceedings.rules.rule_table import RULES

Quorum = Literal["half", "more_than_half", "none"]
Decides = Literal["votes", "consensus"]
Tie = Literal["lapsed", "chair", "undecided"]
Signs = Literal["members", "chair_and_secretary", "chair", "nobody"]
Approves = Literal["next_meeting", "signatures", "chair"]
Numbering = Literal["per_meeting", "per_year", "hierarchical"]


@dataclass(frozen=True, slots=True)
class InForce:
    """How a rule stands in a body: what a breach of it is, and where the rule comes from."""

    severity: Severity
    source: str


@dataclass(frozen=True, slots=True)
class ClosingReason:
    """A ground for closing an item. `basis` is its legal ground as shown."""

    key: str
    says: str
    basis: str


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """A matter that is dealt with in the open; `words` are beginnings of words in a title that point to it."""

    key: str
    name: str
    words: tuple[str, ...]
    severity: Severity
    source: str


@dataclass(frozen=True, slots=True)
class SectionTemplate:
    """A headed section of a new item; `kind` is the minutes contract's, `help` is never published."""

    heading: str
    kind: str
    help: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An item that every agenda begins or ends with."""

    title: str
    recommendation: str
    stands_last: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """An outcome's wording under a key of one letter. `{when}`, `{to}`, `{text}` in `words` are asked for."""

    letter: str
    outcome: str
    words: str


@dataclass(frozen=True, slots=True)
class Profile:
    """How a body works. `notice_days` are weekdays; `passes_to` are profile keys; a rule not in `rules` is no rule."""

    key: str
    name: str
    called_by: str
    notice_days: int
    saturday_counts: bool
    customary_off: bool
    is_public: bool
    quorum: Quorum
    decides_by: Decides
    tie: Tie
    has_deputies: bool
    signs: Signs
    approves: Approves
    has_dissent: bool
    has_stop_right: bool
    numbering: Numbering
    closing_reasons: tuple[ClosingReason, ...]
    open_matters: tuple[OpenMatter, ...]
    sections: tuple[SectionTemplate, ...]
    standing: tuple[Standing, ...]
    passes_to: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    reminding: Reminding
    rules: Mapping[str, InForce]

    def breach(self, rule: str, sentence: str) -> tuple[Breach, ...]:
        """A breach of `rule` as this body has it, or () where it has no such rule. KeyError for an unknown rule."""
        RULES[rule]
        stands = self.rules.get(rule)
        return (Breach(rule, stands.severity, sentence, stands.source),) if stands else ()
