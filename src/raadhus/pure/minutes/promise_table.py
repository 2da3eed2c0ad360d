"""Every form of every verb behind promises, looked up by the word.

A verb has a sense, and what must follow where the verb alone promises nothing. Present, passive and participle follow
from the infinitive; irregular ones stand in the table. Senses: "task" – a piece of work · "return" – the matter comes
back · "either" – back where a meeting or body is named, else a task.
"""

import re
from dataclasses import dataclass
from typing import Literal

from raadhus.pure.minutes.verb_table import EITHER, IRREGULAR, NEEDS, RETURNS, TASKS, Sense

Voice = Literal["active", "passive", "infinitive", "participle"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb. `needs` must match the words after it, where it is not None, outside an agreement."""

    infinitive: str
    voice: Voice
    sense: Sense
    needs: re.Pattern[str] | None


_IRREGULAR = {line.split()[0]: line.split()[1:] for line in IRREGULAR.strip().splitlines()}


def _forms(infinitive: str) -> tuple[tuple[str, Voice], ...]:
    irregular = _IRREGULAR.get(infinitive)
    if irregular:
        present, passive, participle = irregular
        return ((present, "active"), (passive, "passive"), (participle, "participle"), (infinitive, "infinitive"))
    return (
        (infinitive + "r", "active"),
        (infinitive + "s", "passive"),
        (infinitive[:-1] + "et", "participle"),
        (infinitive[:-1] + "t", "participle"),
        (infinitive, "infinitive"),
    )


def _table() -> dict[str, Verb]:
    rows: list[tuple[str, Sense, str | None]] = []
    rows += [(verb, "task", None) for verb in TASKS]
    rows += [(verb, "either", None) for verb in EITHER]
    rows += [(verb, "return", None) for verb in RETURNS]
    rows += [(verb, sense, needs) for verb, (sense, needs) in NEEDS.items()]
    table: dict[str, Verb] = {}
    for infinitive, sense, needs in rows:
        pattern = re.compile(rf"\s*(?:{needs})", re.I) if needs else None
        for form, voice in _forms(infinitive):
            if form != "-":
                table.setdefault(form, Verb(infinitive, voice, sense, pattern))
    return table


VERBS = _table()
