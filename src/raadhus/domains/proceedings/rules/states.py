"""What may happen to a proposal and to a sitting, state by state, and what to say where it may not.

A refusal tells the shortest way there: the verbs that lead from the present state to one in which it may be done.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from raadhus.domains.proceedings.rules.breach import Breach
from raadhus.domains.proceedings.rules.profile import Profile
from raadhus.domains.proceedings.rules.state_table import PROPOSAL, SITTING, StateTable
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class PointFact:
    """A recommendation point: its outcome ("" is undecided), and why it is left open where somebody said so."""

    number: int
    outcome: str
    left_open_because: str = ""


def proposal_after(state: str, verb: str) -> str:
    """The state of a proposal after `verb`; raises `Refused` with what to do first where it may not be done."""
    return _after(PROPOSAL, state, verb)


def sitting_after(state: str, verb: str) -> str:
    """The state of a sitting after `verb`; raises `Refused` with what to do first where it may not be done."""
    return _after(SITTING, state, verb)


def verbs_of_proposal(state: str) -> tuple[str, ...]:
    """What may be done with a proposal in `state`."""
    return tuple(verb for (at, verb) in PROPOSAL.moves if at == state)


def verbs_of_sitting(state: str) -> tuple[str, ...]:
    """What may be done with a sitting in `state`."""
    return tuple(verb for (at, verb) in SITTING.moves if at == state)


def _after(table: StateTable, state: str, verb: str) -> str:
    if state not in table.says or verb not in table.verbs:
        raise ValueError(f"No state {state!r} or verb {verb!r}.")
    if (state, verb) in table.moves:
        return table.moves[state, verb]
    raise Refused(why_not(table, state, verb))


def why_not(table: StateTable, state: str, verb: str) -> str:
    """The Danish sentence for a `verb` that may not be done in `state`, with what to do instead."""
    own = table.instead.get((state, verb))
    if own:
        return own
    cannot = f"{table.says[state]}, så {table.verbs[verb].cannot}."
    way = _way(table.moves, state, verb)
    if not way:
        return f"{cannot} {table.otherwise[state]}"
    steps = [table.verbs[step].please for step in way]
    return f"{cannot} {_sentence(steps)}"


def _way(moves: Mapping[tuple[str, str], str], state: str, verb: str) -> tuple[str, ...]:
    """The fewest verbs after which `verb` may be done; () where there is no way."""
    waiting: deque[tuple[str, tuple[str, ...]]] = deque([(state, ())])
    seen = {state}
    while waiting:
        at, steps = waiting.popleft()
        if (at, verb) in moves:
            return steps
        for (start, step), end in moves.items():
            if start == at and end not in seen:
                seen.add(end)
                waiting.append((end, (*steps, step)))
    return ()


def _sentence(steps: Sequence[str]) -> str:
    first, *rest = steps
    said = first if not rest else f"{', '.join([first, *rest[:-1]])}, og {rest[-1]}"
    return f"{said[0].upper()}{said[1:]} først."


def check_decided(profile: Profile, points: Sequence[PointFact]) -> tuple[Breach, ...]:
    """A breach for each point without an outcome that nobody has said stays open: the item cannot be closed yet."""
    found: tuple[Breach, ...] = ()
    for point in points:
        if not point.outcome and not point.left_open_because.strip():
            found += profile.breach(
                "item.undecided",
                f"Indstillingens punkt {point.number} mangler et udfald. Vælg et, eller skriv, hvorfor det står åbent.",
            )
    return found
