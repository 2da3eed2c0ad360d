"""Excerpts, the list of decisions, and the signed paper."""

import pytest
from django.core.exceptions import ObjectDoesNotExist

from raadhus.domains.meetings import queries as record
from raadhus.domains.proceedings import changes
from raadhus.domains.proceedings.models import Proposal
from raadhus.domains.proceedings.papers import decision_list_pdf, excerpt_pdf
from raadhus.foundation.files.queries import path_of
from raadhus.pure.documents.sign import signer_from
from raadhus.pure.kernel.errors import Refused
from tests.cast import minutes_of
from tests.domains.proceedings.room import adjourned, clock, next_meeting, say, sent
from tests.pure.documents.test_sign import PASSWORD, certificate, status_of
from tests.pure.documents.write.pdf_checks import broken_rules, words_of

NOON = clock(12)


@pytest.fixture
def held(house):
    """Sent minutes with a closed and an open item."""
    sitting, (closed, budget) = adjourned(house, ["Personsag", "Budget"])
    Proposal.objects.filter(pk=closed.pk).update(is_closed=True)
    say(budget, "Tidsplanen følges.", by=house.secretary, at=NOON)
    sent(house, sitting)
    return sitting, Proposal.objects.get(pk=closed.pk), Proposal.objects.get(pk=budget.pk)


def test_an_excerpt_holds_its_item_and_nothing_of_the_others(house, held):
    _, closed, budget = held
    pdf, name = excerpt_pdf(house.secretary, budget.item_id)
    assert name == "UDSKRIFT REFERAT Chefforum d. 20-01-2022 punkt 2.pdf"
    words = words_of(pdf)
    assert "Tidsplanen følges." in words
    assert "Personsag" not in words
    assert broken_rules(pdf) == []
    with pytest.raises(ObjectDoesNotExist):
        excerpt_pdf(house.outsider, closed.item_id)


def test_an_excerpt_shows_its_corrections_beside(house, held):
    sitting, _, budget = held
    _, where = next_meeting(house)
    changes.approve_minutes(sitting=sitting, where=where, remark="", by=house.secretary, at=NOON)
    made = changes.add_correction(sitting=sitting, proposal=budget, text="Der menes 2023.", by=house.secretary, at=NOON)
    words = words_of(excerpt_pdf(house.outsider, budget.item_id)[0])
    assert "Rettelse tilføjet 20-01-2022, endnu ikke godkendt" in words
    changes.approve_correction(correction=made, where=where, by=house.secretary, at=NOON)
    words = words_of(excerpt_pdf(house.outsider, budget.item_id)[0])
    assert "godkendt 03-02-2022" in words
    assert "Der menes 2023." in words


def test_the_list_of_decisions_has_a_row_for_each_that_the_reader_may_see(house, held):
    sitting, _, _ = held
    pdf, name = decision_list_pdf(house.outsider, sitting.pk)
    assert name == "BESLUTNINGER Chefforum d. 20-01-2022.pdf"
    words = words_of(pdf)
    assert "Budget" in words
    assert "Godkendt. Tidsplanen følges." in words
    assert "Personsag" not in words
    assert "Personsag" in words_of(decision_list_pdf(house.secretary, sitting.pk)[0])


def test_a_meeting_without_minutes_has_no_list_of_decisions(store, house):
    imported = store(minutes_of(kind="agenda", body="Direktørforum"))
    with pytest.raises(Refused, match="Mødet har intet referat endnu"):
        decision_list_pdf(house.administrator, imported.meeting_id)


def test_a_sealed_paper_signed_with_a_certificate_is_valid(house, held):
    pytest.importorskip("pyhanko", reason="pip install raadhus[sign]")
    sitting, _, _ = held
    _, where = next_meeting(house)
    changes.approve_minutes(sitting=sitting, where=where, remark="", by=house.secretary, at=NOON)
    signer = signer_from(certificate(), PASSWORD)
    seal, _ = changes.seal_minutes(sitting=sitting, signer=signer, by=house.secretary, at=NOON)
    status = status_of(path_of(seal.signed.sha256).read_bytes())
    assert (status.valid, status.intact) == (True, True)
    paper = record.meeting_for(house.secretary, sitting.pk).current_version.file
    assert path_of(seal.signed.sha256).read_bytes().startswith(path_of(paper.sha256).read_bytes())
