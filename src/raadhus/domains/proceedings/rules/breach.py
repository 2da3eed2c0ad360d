"""A breach: which rule is not kept, how much it weighs, and a Danish sentence that says what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from raadhus.pure.kernel.errors import Refused

Severity = Literal["warning", "refusal"]


@dataclass(frozen=True, slots=True)
class Breach:
    """`rule` is a key of `rule_table.RULES`; `source` is where the rule comes from in this body."""

    rule: str
    severity: Severity
    sentence: str
    source: str


def refuse_breaches(breaches: Iterable[Breach]) -> tuple[Breach, ...]:
    """The warnings among `breaches`; raises `Refused` with every refusal's sentence and source where there is one."""
    found = tuple(breaches)
    refusals = [f"{one.sentence} ({one.source})" for one in found if one.severity == "refusal"]
    if refusals:
        raise Refused(" ".join(refusals))
    return found
