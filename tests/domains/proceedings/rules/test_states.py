"""What may happen when, and that every refusal says what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.domains.proceedings.models import ProposalState, SittingState
from raadhus.domains.proceedings.rules.profiles import PROFILES
from raadhus.domains.proceedings.rules.state_table import PROPOSAL, SITTING, StateTable
from raadhus.domains.proceedings.rules.states import (
    PointFact,
    check_decided,
    proposal_after,
    sitting_after,
    verbs_of_proposal,
    verbs_of_sitting,
    why_not,
)
from raadhus.pure.kernel.errors import Refused

REFUSED = [
    (table, state, verb)
    for table in (PROPOSAL, SITTING)
    for state in table.says
    for verb in table.verbs
    if (state, verb) not in table.moves
]


def test_the_states_are_those_that_are_stored() -> None:
    assert set(PROPOSAL.says) == set(ProposalState.values)
    assert set(SITTING.says) == set(SittingState.values)


def test_a_proposal_goes_from_draft_to_decided() -> None:
    state = "draft"
    for verb in ("submit", "approve_step", "make_ready", "put_on_agenda", "decide"):
        state = proposal_after(state, verb)
    assert state == "decided"


def test_a_sitting_goes_from_planned_to_sealed() -> None:
    state = "planned"
    for verb in ("arrange", "send", "supplement", "open", "decide", "adjourn", "review", "approve", "seal", "correct"):
        state = sitting_after(state, verb)
    assert state == "sealed"


@pytest.mark.parametrize(
    ("state", "verb", "says"),
    [
        (
            "withdrawn",
            "decide",
            "Punktet er trukket tilbage, så det kan ikke besluttes. "
            "Hent punktet tilbage, og sæt punktet på dagsordenen først.",
        ),
        ("draft", "decide", "Punktet er en kladde, så det kan ikke besluttes. Gør punktet klart, og sæt punktet på"),
        ("decided", "edit", "Punktet blev besluttet, mens du skrev."),
        ("on_agenda", "put_on_agenda", "Punktet er allerede på en dagsorden."),
        ("decided", "withdraw", "Punktet er besluttet, så det kan ikke trækkes tilbage. Åbn punktet igen først."),
    ],
)
def test_a_refused_step_of_a_proposal(state: str, verb: str, says: str) -> None:
    with pytest.raises(Refused) as refused:
        proposal_after(state, verb)
    assert str(refused.value).startswith(says)


@pytest.mark.parametrize(
    ("state", "verb", "says"),
    [
        ("sealed", "edit_minutes", "Referatet er forseglet og kan ikke ændres. Skriv en rettelse, som føjes til"),
        ("sealed", "decide", "Referatet er forseglet, så mødet kan ikke få beslutninger. Skriv en rettelse"),
        ("planned", "open", "Dagsordenen er ikke sendt, så mødet kan ikke åbnes. Send dagsordenen først."),
        ("minutes", "seal", "Mødet er hævet, og referatet skrives, så referatet kan ikke forsegles. Godkend"),
        ("cancelled", "send", "Mødet er aflyst, så dagsordenen kan ikke sendes ud. Planlæg mødet igen først."),
        ("in_session", "move", "Mødet er i gang, så mødet kan ikke flyttes. Hæv mødet, og planlæg et nyt"),
        ("minutes", "correct", "Referatet er ikke godkendt endnu. Ret teksten i det"),
    ],
)
def test_a_refused_step_of_a_sitting(state: str, verb: str, says: str) -> None:
    with pytest.raises(Refused) as refused:
        sitting_after(state, verb)
    assert str(refused.value).startswith(says)


@pytest.mark.parametrize(("table", "state", "verb"), REFUSED)
def test_every_refusal_is_two_sentences_what_is_and_what_to_do(table: StateTable, state: str, verb: str) -> None:
    sentence = why_not(table, state, verb)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert sentence.count(". ") >= 1


def test_nothing_leads_out_of_sealed() -> None:
    assert {SITTING.moves[at, verb] for at, verb in SITTING.moves if at == "sealed"} == {"sealed"}
    assert verbs_of_sitting("sealed") == ("correct",)


@given(st.lists(st.sampled_from(sorted(PROPOSAL.verbs)), max_size=30))
def test_no_row_of_verbs_decides_what_is_not_on_an_agenda(verbs: list[str]) -> None:
    state, was_on_agenda = "draft", False
    for verb in verbs:
        if verb in verbs_of_proposal(state):
            was_on_agenda = was_on_agenda or verb == "put_on_agenda"
            state = proposal_after(state, verb)
        assert state != "decided" or was_on_agenda


def test_an_unknown_verb_is_a_mistake_in_the_program() -> None:
    with pytest.raises(ValueError, match="verb"):
        proposal_after("draft", "fly")


def test_an_item_with_an_undecided_point_is_not_closed() -> None:
    points = [PointFact(1, "approved"), PointFact(2, ""), PointFact(3, "", "afventer Direktørforum")]
    (breach,) = check_decided(PROFILES["council"], points)
    assert breach.severity == "refusal"
    assert breach.sentence.startswith("Indstillingens punkt 2 mangler et udfald. Vælg et, eller skriv")
