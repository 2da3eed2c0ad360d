"""20 January 2022 as a walk: six items, one attachment late and corrected, one item withdrawn, and what follows."""

import pytest

from raadhus.domains.followup.queries import commitments_by_source
from raadhus.domains.meetings import queries as record
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Proposal, Sitting
from raadhus.foundation.files.queries import path_of
from raadhus.pure.documents.read import read_file
from raadhus.pure.kernel.source_text import lines_of
from raadhus.pure.minutes.read import read_minutes
from raadhus.pure.minutes.structure import Minutes
from tests.conftest import SHARED
from tests.domains.meetings.papers.test_round_trip import told
from tests.domains.proceedings.cast import OPERATOR, House
from tests.domains.proceedings.room import (
    NINE,
    call,
    clock,
    decide,
    decide_and_close,
    enclose,
    from_item,
    next_meeting,
    say,
    sent,
)

SEED = SHARED / "seeds" / "000_998b5b6df1a03a16.txt"
pytestmark = [pytest.mark.django_db, pytest.mark.skipif(not SEED.is_file(), reason="the seed lies beside the house")]
PROMISES = (
    "Mette Duekilde sender en mail til Chefforum med forslag til bemanning af redaktionsgruppen",
    "Beskrivelsen af lovbundne og ikke-lovbundne tiltag i perioden 2018-2021 opdateres med udgangspunkt i besvarelsen "
    "af spørgeskema til KL",
    "På Chefforum den 3 februar vil Chefforum konkretisere deres ønsker til beskrivelsen yderligere, samt drøfte det "
    "fremtidige behov for beskrivelse af Integrationsindsatsen i den nuværende form",
)


@pytest.fixture
def seed() -> Minutes:
    return read_minutes(lines_of(SEED.read_text(), SEED.name))


def hold(house: House, seed: Minutes) -> tuple[Sitting, list[Proposal]]:
    """The meeting as it was held, to the point where its minutes can be finished."""
    sitting = house.plan()
    items = [from_item(sitting, house.forum, item) for item in seed.items]
    _correct_the_third_attachment(items[2])
    changes.open_meeting(sitting=call(sitting, house.secretary), by=house.secretary, at=NINE)
    one, two, three, four, five, six = items
    decide_and_close(house, one, letter="G")
    _write_and_close(house, two, seed, outcome="approved")
    _write_and_close(house, three, seed, outcome="noted")
    _write_and_close(house, four, seed, outcome="discussed")
    changes.withdraw_item(
        proposal=five, because="Tiden gik", words="Punktet udgik af dagsorden.", by=house.secretary, at=clock(10)
    )
    _write_and_close(house, six, seed, outcome="noted")
    changes.adjourn_meeting(sitting=sitting, ends_at=None, by=house.secretary, at=clock(11))
    return Sitting.objects.get(pk=sitting.pk), items


def _correct_the_third_attachment(item: Proposal) -> None:
    """The draft came late, and "Tilrettet" took its place."""
    right = item.enclosures.get()
    late = enclose(item, "Status Boligbyggeprogram 2022 CF.pptx", b"draft", stage="late", label="UDKAST")
    right.replaces, right.label, right.stage = late, "Tilrettet", "late"
    right.save()


def _write_and_close(house: House, proposal: Proposal, seed: Minutes, *, outcome: str) -> None:
    changes.take_up(proposal=proposal, by=house.secretary, at=NINE)
    decided = seed.items[proposal.position - 1].decision
    say(proposal, decided.text, by=house.secretary)
    for point in proposal.points.all():
        decide(house, proposal, point.number, outcome=outcome, words="")
    if proposal.position == 2:
        for line in PROMISES:
            changes.add_pledge(proposal=proposal, line=line, by=house.secretary, at=NINE)
    changes.close_item(proposal=proposal, by=house.secretary, at=NINE)


def test_the_paper_that_comes_out_reads_as_the_seed(house, seed, tmp_path):
    sitting, _ = hold(house, seed)
    frozen = sent(house, sitting)
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(path_of(frozen.version.file.sha256).read_bytes())
    assert told(read_minutes(read_file(paper))) == told(seed)


def test_the_record_says_the_same_and_leads_from_each_item(house, seed):
    sitting, items = hold(house, seed)
    sent(house, sitting)
    meeting = record.meeting_for(house.outsider, sitting.pk)
    assert told(record.readings_for(house.outsider, [meeting])[meeting.pk])["items"] == told(seed)["items"]
    assert [Proposal.objects.get(pk=item.pk).item.number for item in items] == ["1", "2", "3", "4", "5", "6"]


def test_the_three_promises_that_were_typed_are_accepted_and_the_others_wait(house, seed):
    sitting, items = hold(house, seed)
    sent(house, sitting)
    item = Proposal.objects.get(pk=items[1].pk).item_id
    found = commitments_by_source(OPERATOR, "item", [item])[item]
    accepted = {row.quote for row in found if row.status == "accepted"}
    assert accepted == set(PROMISES)
    assert len(found) == 5
    decision = record.item_for(house.outsider, item).decision.text
    assert all(row.quote in decision for row in found if row.found_in == "decision")


def test_the_next_meeting_approves_and_what_was_sealed_is_corrected_by_addition(house, seed):
    sitting, items = hold(house, seed)
    frozen = sent(house, sitting)
    _, where = next_meeting(house)
    approval = changes.approve_minutes(
        sitting=sitting, where=where, remark="Med en bemærkning til punkt 4", by=house.secretary, at=clock(9, 10)
    )
    assert (approval.where, approval.frozen, approval.remark) == (where, frozen, "Med en bemærkning til punkt 4")
    seal, _ = changes.seal_minutes(sitting=sitting, signer=None, by=house.secretary, at=clock(12))
    assert seal.signed is None
    correction = changes.add_correction(
        sitting=sitting, proposal=items[3], text="Arket forelægges ØU i marts.", by=house.secretary, at=clock(13)
    )
    changes.approve_correction(correction=correction, where=where, by=house.secretary, at=clock(14))
    (shown,) = queries.corrections_of(house.outsider, sitting.pk)
    assert shown.text == "Arket forelægges ØU i marts."
    assert str(shown.approved_on) == "2022-02-03"
    assert [*queries.broken_frozen(), *queries.broken_seals()] == []
