"""A confidential text beside an open item: who adds and reads it, and all the places where it never stands."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import connection

from raadhus.domains.meetings.models import Item, Section, Version
from raadhus.domains.meetings.papers.of_meeting import minutes_as
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Proposal, Text
from raadhus.domains.proceedings.papers import decision_list_pdf, excerpt_pdf, supplement
from raadhus.domains.search.changes import catch_up
from raadhus.domains.search.queries.find import find
from raadhus.foundation.audit.queries import acts_on
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, House, put_on, ready, write
from tests.domains.proceedings.room import adjourned
from tests.domains.proceedings.room import sent as minutes_sent
from tests.pure.documents.write.pdf_checks import words_of

CANARY = "Kanarieprisen"


def add(house: House, row: Proposal, by=None, heading: str = "Fortrolige oplysninger") -> Text:
    text = changes.add_confidential_text(proposal=row, heading=heading, by=by or house.officer, at=AT)
    html = f"<p>{CANARY} er 4,2 mio. kr.</p>"
    return changes.save_text(text_id=text.pk, html=html, revision=1, by=by or house.officer, at=AT)


@pytest.fixture
def sent(house):
    """An open item with a confidential text, sent; its title and occasion are everybody's."""
    sitting = house.plan()
    row = ready(house, "Grundsalg")
    write(row, "occasion", "Grunden er i udbud")
    add(house, row)
    put_on(house, sitting, row)
    changes.send_agenda(sitting=sitting, by=house.secretary, at=AT)
    return sitting


def test_it_is_read_by_its_writer_and_the_readers_of_closed_items(house) -> None:
    row = ready(house, "Grundsalg")
    add(house, row)
    for who, sees in (("officer", True), ("secretary", True), ("administrator", True), ("chair", False)):
        texts = queries.texts_of(getattr(house, who), row, on=date(2022, 1, 10))
        assert any(CANARY in text.plain for text in texts) is sees, who
    assert queries.texts_of(house.outsider, row, on=date(2022, 1, 10)) == []


def test_it_is_added_by_a_writer_who_may_read_it_and_by_nobody_else(house) -> None:
    row = ready(house, "Grundsalg")
    assert add(house, row, house.secretary).is_confidential
    with pytest.raises(PermissionDenied):
        add(house, row, house.chair)
    for by in (house.outsider, house.member):
        with pytest.raises(ObjectDoesNotExist):
            add(house, row, by)
    assert Text.objects.filter(is_confidential=True).count() == 1


@pytest.mark.parametrize("heading", ["", "  ", "x" * 301])
def test_it_has_a_heading(house, heading) -> None:
    with pytest.raises(Refused, match="overskrift på højst 300 tegn"):
        add(house, ready(house, "Grundsalg"), heading=heading)


def test_a_closed_item_needs_none(house) -> None:
    row = ready(house, "Grundsalg")
    Proposal.objects.filter(pk=row.pk).update(is_closed=True)
    with pytest.raises(Refused, match="Hele punktet er lukket"):
        add(house, row)


def test_the_log_tells_that_it_was_added_but_neither_its_heading_nor_its_words(house) -> None:
    row = ready(house, "Grundsalg")
    text = add(house, row, heading="Hemmelig overskrift")
    told = [one for one in acts_on("proposal", [row.pk]) if one.action == "added_confidential_text"]
    assert [one.facts for one in told] == [{"text": text.pk}]


def test_once_sent_it_is_shown_to_the_readers_of_closed_items_alone(house, sent) -> None:
    row = Proposal.objects.get(title="Grundsalg")
    for who, sees in (("member", True), ("secretary", True), ("outsider", False), ("officer", False), ("chair", False)):
        assert bool(queries.confidential_texts(getattr(house, who), row)) is sees, who


@pytest.mark.parametrize("who", ["administrator", "member", "secretary", "outsider"])
def test_no_paper_has_it_whoever_fetches_it(house, sent, who) -> None:
    reader = getattr(house, who)
    pdf, _ = minutes_as("pdf", reader, sent.pk)
    assert "Grunden er i udbud" in words_of(pdf)
    assert CANARY not in words_of(pdf)
    page = minutes_as("html", reader, sent.pk)[0].decode()
    assert "Grunden er i udbud" in page
    assert CANARY not in page


def test_a_supplement_that_brings_it_does_not_show_it(house, sent) -> None:
    row = Proposal.objects.get(title="Grundsalg")
    write(row, "occasion", "Grunden er solgt")
    Text.objects.filter(proposal=row, is_confidential=True).update(plain=f"{CANARY} er nu 5 mio. kr.")
    frozen = changes.send_supplement(sitting=sent, by=house.secretary, at=AT).frozen
    assert "Grunden er solgt" in repr(supplement(house.member, frozen))
    assert CANARY not in repr(supplement(house.member, frozen))


def test_the_minutes_their_excerpts_and_the_list_of_decisions_do_not_have_it(house) -> None:
    sitting, (row,) = adjourned(house, ["Grundsalg"])
    Text.objects.create(
        proposal=row, position=99, heading="Fortroligt", kind="other", html=f"<p>{CANARY}</p>", plain=CANARY,
        is_confidential=True,
    )  # fmt: skip
    frozen = minutes_sent(house, sitting)
    assert CANARY not in frozen.content
    assert CANARY not in words_of(minutes_as("pdf", house.administrator, sitting.pk)[0])
    excerpt, _ = excerpt_pdf(house.administrator, Item.objects.get(title="Grundsalg").pk)
    assert "UDSKRIFT" in words_of(excerpt)
    assert CANARY not in words_of(excerpt)
    assert CANARY not in words_of(decision_list_pdf(house.administrator, sitting.pk)[0])


def test_neither_the_record_nor_the_index_holds_a_letter_of_it(house, sent) -> None:
    catch_up()
    assert find(house.administrator, "udbud").total == 1
    assert find(house.administrator, CANARY).total == 0
    assert CANARY not in repr(list(Section.objects.values_list("heading", "text")))
    assert CANARY not in repr(list(Version.objects.values_list("content", flat=True)))
    if connection.vendor == "sqlite":  # every table there is, but the texts themselves and what was frozen of them
        kept = {"proceedings_text", "proceedings_textrevision", "proceedings_frozen"}
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            for (table,) in cursor.fetchall():
                if table not in kept:
                    cursor.execute(f'SELECT * FROM "{table}"')
                    assert CANARY.casefold() not in repr(cursor.fetchall()).casefold(), table


def test_the_copy_on_a_readers_machine_does_not_have_it(house, sent) -> None:
    kept, left_out = queries.without_what_is_kept_back(queries.package_for(house.member, sent.pk))
    assert (CANARY in repr(kept.items), left_out) == (False, 1)
