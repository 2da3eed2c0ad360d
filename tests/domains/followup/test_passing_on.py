"""A promise passes to others: handed over, divided, or moved with a post that gives way."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.followup import changes, queries
from raadhus.domains.followup.models import Commitment
from raadhus.domains.organisation.models import Post
from raadhus.pure.kernel.errors import Refused
from tests.cast import AT, OPERATOR
from tests.domains.followup.cast import DUE, LATER, MADE

MAY = date(2022, 5, 1)


def _hand(row, by, **to):
    owner = changes.Owner(**to)
    return changes.hand_over(
        commitment=row, to=owner, because="Ny opgavedeling", revision=row.revision, by=by, at=LATER
    )


def _split(row, *parts, by=OPERATOR):
    return changes.split_commitment(commitment=row, parts=parts, revision=row.revision, by=by, at=LATER)


def test_a_head_hands_it_over_and_can_take_that_back(town):
    row = _hand(town.accepted(), town.head, post=town.children)
    assert (row.post, row.person) == (town.children, None)
    assert queries.history_of(OPERATOR, row)[0].facts["because"] == "Ny opgavedeling"
    row = changes.undo_change(commitment=row, revision=row.revision, by=town.head, at=LATER)
    assert row.post == town.economy
    row = _hand(row, town.head, person=town.other)
    assert (row.post, row.person) == (None, town.other)


def test_nobody_hands_it_to_two_or_to_nobody_or_to_who_has_it(town):
    row = town.accepted()
    for to in ({}, {"post": town.children, "person": town.other}):
        with pytest.raises(Refused, match="Vælg en post eller en person"):
            _hand(row, town.head, **to)
    with pytest.raises(Refused, match="ligger der allerede"):
        _hand(row, town.head, post=town.economy)
    with pytest.raises(PermissionDenied):
        _hand(row, town.other, person=town.other)


def test_a_post_that_no_longer_exists_gets_nothing_and_its_successors_are_named(town):
    plan = changes.Plan(town.children, ["Skolechefen", "Dagtilbudschefen"], date(2022, 2, 1), "KB 21. juni")
    changes.reorganise(plan=plan, by=OPERATOR, at=AT)
    with pytest.raises(Refused, match=r"„Chefen for Børn“ blev nedlagt 01-02-2022\. Vælg i stedet Dagtilbudschefen"):
        _hand(town.accepted(), town.head, post=town.children)


def test_what_is_divided_is_followed_part_by_part(town):
    row = town.accepted()
    parts = _split(
        row,
        changes.Part(changes.Owner(post=town.economy), "Tallene"),
        changes.Part(changes.Owner(post=town.children), "Teksten", "1. april"),
    )
    assert [(part.task, part.post, part.due_last, part.status) for part in parts] == [
        ("Tallene", town.economy, DUE, "accepted"),
        ("Teksten", town.children, date(2022, 4, 1), "accepted"),
    ]
    row.refresh_from_db()
    assert row.progress == "divided"
    assert list(queries.parts_of(town.head, row)) == parts
    assert list(queries.owed_by(town.head, on=DUE)) == [parts[0]]
    assert list(queries.commitments_for(town.head, late_on=date(2022, 3, 20))) == [parts[0]]


def test_a_division_is_undone_until_somebody_works_with_a_part(town):
    row = town.accepted()
    pieces = [changes.Part(changes.Owner(post=one), "Del") for one in (town.economy, town.children)]
    _split(row, *pieces)
    row.refresh_from_db()
    row = changes.undo_change(commitment=row, revision=row.revision, by=OPERATOR, at=LATER)
    assert row.progress == "open"
    assert Commitment.objects.count() == 1
    part, _ = _split(row, *pieces)
    changes.answer_commitment(
        commitment=part, text="I gang", is_done=False, revision=part.revision, by=town.head, at=LATER
    )
    row.refresh_from_db()
    with pytest.raises(Refused, match="arbejdet videre"):
        changes.undo_change(commitment=row, revision=row.revision, by=OPERATOR, at=LATER)
    assert Commitment.objects.count() == 3


def test_one_part_is_no_division_and_a_part_is_due_after_the_promise(town):
    row = town.accepted()
    owner = changes.Owner(post=town.economy)
    with pytest.raises(Refused, match="mindst to"):
        _split(row, changes.Part(owner, "Alt"))
    with pytest.raises(Refused, match="før løftet blev givet"):
        _split(row, changes.Part(owner, "A"), changes.Part(owner, "B", "1. januar 2022"))
    assert Commitment.objects.count() == 1


def test_a_reorganisation_moves_everything_open_to_the_new_posts_with_history(town):
    first, second = town.accepted(1), town.accepted(2)
    done = town.accepted(3)
    changes.answer_commitment(
        commitment=done, text="Gjort", is_done=True, revision=done.revision, by=town.head, at=LATER
    )
    plan = changes.Plan(town.economy, ["Økonomi", "Stab"], MAY, "KB 21. juni 2022", {("commitment", second.pk): "Stab"})
    assert changes.reorganise(plan=plan, by=OPERATOR, at=LATER)["commitment"] == 2
    titles = dict(Commitment.objects.values_list("pk", "post__title"))
    assert titles == {first.pk: "Økonomi", second.pk: "Stab", done.pk: "Økonomichefen"}
    told = queries.history_of(OPERATOR, second)[0]
    assert told.action == "reorganised_commitment"
    assert (told.facts["was"], told.facts["is"], told.facts["because"]) == (
        "Økonomichefen", "Stab", "KB 21. juni 2022",
    )  # fmt: skip
    assert told.facts["before"] == {"post_id": town.economy.pk}


def test_a_reorganisation_with_a_fault_moves_nothing(town):
    row = town.accepted()
    plan = changes.Plan(town.economy, ["Økonomi", "Stab"], MAY, "KB", {("commitment", row.pk): "Kultur"})
    with pytest.raises(Refused, match="„Kultur“ er ikke en af dem, der tager over"):
        changes.reorganise(plan=plan, by=OPERATOR, at=LATER)
    row.refresh_from_db()
    assert row.post == town.economy
    assert not Post.objects.filter(title="Stab").exists()
    with pytest.raises(PermissionDenied):
        changes.reorganise(plan=plan, by=town.head, at=LATER)


def test_proof_is_read_with_the_promise_and_can_be_taken_away_and_brought_back(town, anonymous):
    row = town.accepted()
    proof = changes.add_file(commitment=row, data=b"notat", name="Notat.pdf", by=town.head, at=LATER)
    link = changes.add_address(commitment=row, address="/punkter/12/", words="", by=town.head, at=LATER)
    assert list(queries.proofs_of(town.other, row)) == [proof, link]
    assert list(queries.proofs_of(anonymous, row)) == []
    assert proof.file.audience is None
    changes.remove_proof(proof=proof, by=town.head, at=LATER)
    assert list(queries.proofs_of(town.other, row)) == [link]
    changes.bring_proof_back(proof=proof, by=town.head, at=LATER)
    assert list(queries.proofs_of(town.other, row)) == [proof, link]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//ude.example/x", "notat.pdf", "", "https://"])
def test_an_address_that_is_none_is_no_proof(town, address):
    with pytest.raises(Refused, match="Skriv hele adressen"):
        changes.add_address(commitment=town.accepted(), address=address, words="", by=town.head, at=LATER)


def test_an_empty_file_is_no_proof(town):
    with pytest.raises(Refused, match="Filen er tom"):
        changes.add_file(commitment=town.accepted(), data=b"", name="x.pdf", by=town.head, at=LATER)


def test_a_promise_waits_for_another_but_never_in_a_ring(town):
    one, two, three = (town.accepted(position) for position in (1, 2, 3))
    changes.wait_for(commitment=one, on=two, by=OPERATOR, at=LATER)
    changes.wait_for(commitment=two, on=three, by=OPERATOR, at=LATER)
    assert list(queries.awaited_by(town.head, one)) == [two]
    with pytest.raises(Refused, match="venter allerede på dette"):
        changes.wait_for(commitment=three, on=one, by=OPERATOR, at=LATER)
    with pytest.raises(Refused, match="vente på sig selv"):
        changes.wait_for(commitment=one, on=one, by=OPERATOR, at=LATER)
    changes.wait_no_more(commitment=two, on=three, by=OPERATOR, at=LATER)
    changes.wait_for(commitment=three, on=one, by=OPERATOR, at=LATER)


def test_where_it_was_spoken_of_is_noted_once_for_each_role(town):
    row = town.accepted()
    for role in ("prolonged", "prolonged", "closed"):
        changes.link_place(commitment=row, role=role, source_kind="item", source_id=9, by=town.steward, at=LATER)
    assert [(one.role, one.source_id) for one in queries.places_of(town.head, row)] == [("prolonged", 9), ("closed", 9)]
    with pytest.raises(PermissionDenied):
        changes.link_place(commitment=row, role="closed", source_kind="item", source_id=9, by=town.head, at=LATER)


def test_the_window_is_as_promised(town):
    assert (town.suggest().promised_first, town.suggest(2).promised_last) == (MADE, DUE)


def test_nothing_waits_for_what_is_over_hidden_or_not_accepted(town):
    one, done, hidden = town.accepted(1), town.accepted(2), town.accepted(3)
    changes.answer_commitment(
        commitment=done, text="Gjort", is_done=True, revision=done.revision, by=town.head, at=LATER
    )
    Commitment.objects.filter(pk=hidden.pk).update(audience=None)
    for other in (done, town.suggest(4)):
        with pytest.raises(Refused, match="er ikke åbent, så der er ikke noget at vente på"):
            changes.wait_for(commitment=one, on=other, by=town.head, at=LATER)
    with pytest.raises(Commitment.DoesNotExist):
        changes.wait_for(commitment=one, on=hidden, by=town.head, at=LATER)
    with pytest.raises(PermissionDenied):
        changes.wait_for(commitment=one, on=town.accepted(5), by=town.other, at=LATER)


def test_waiting_is_undone_and_done_again_but_never_into_a_ring(town):
    one, two = town.accepted(1), town.accepted(2)
    one = changes.wait_for(commitment=one, on=two, by=town.head, at=LATER)
    one = changes.undo_change(commitment=one, revision=one.revision, by=town.head, at=LATER)
    assert list(queries.awaited_by(town.head, one)) == []
    one = changes.undo_change(commitment=one, revision=one.revision, by=town.head, at=LATER)
    assert list(queries.awaited_by(town.head, one)) == [two]
    one = changes.wait_no_more(commitment=one, on=two, by=town.head, at=LATER)
    changes.wait_for(commitment=two, on=one, by=town.head, at=LATER)
    with pytest.raises(Refused, match="ville vente på hinanden"):
        changes.undo_change(commitment=one, revision=one.revision, by=town.head, at=LATER)
    assert list(queries.waiting_for_it(town.head, one)) == [two]


def test_an_open_promise_is_found_by_its_words_in_any_order_by_its_number_and_in_the_same_case(town):
    one, budget = town.accepted(1), town.accepted(2, quote="Økonomien for skolerne gøres op inden påske")
    hidden = town.accepted(3, quote="Økonomien for skolerne er hemmelig")
    Commitment.objects.filter(pk=hidden.pk).update(audience=None)

    def find(words):
        return list(queries.find_to_wait_for(town.head, one, words))

    assert find("SKOLERNE økonomien") == [budget]
    assert find(f"#{budget.pk}") == [budget]
    assert find("skolerne haven") == find("") == find(str(one.pk)) == []
    changes.wait_for(commitment=one, on=budget, by=town.head, at=LATER)
    assert find("skolerne") == []
