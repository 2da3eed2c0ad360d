"""A text is written revision by revision, never over somebody else's words."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from raadhus.domains.meetings.importing import store_minutes
from raadhus.domains.meetings.models import Version
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Picture, Point, Proposal, Sitting, Text, TextRevision
from raadhus.foundation.audit.models import Entry
from raadhus.foundation.files.queries import file_for
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused
from tests.cast import OPERATOR, minutes_of
from tests.domains.proceedings.cast import AT, TODAY, write

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture
def text(house) -> Text:
    """The account of an item that the case officer has proposed; nothing is written yet."""
    return Text.objects.get(proposal=house.propose(), kind="account")


def save(text: Text, html: str, revision: int, by, at=AT) -> Text:
    return changes.save_text(text_id=text.pk, html=html, revision=revision, by=by, at=at)


def stored(text: Text) -> list[tuple[int, str]]:
    return list(TextRevision.objects.filter(text=text).values_list("revision", "html"))


def test_each_save_is_a_revision_cleaned_and_told_as_plain_words(house, text) -> None:
    save(text, "<div onclick=x>Et <b>ord</b>", 1, house.officer)
    saved = save(text, "<p>Et ord</p><ul><li>til</li></ul>", 2, house.secretary, AT + timedelta(minutes=2))
    assert (saved.revision, saved.plain, saved.edited_by) == (3, "Et ord\n\n- til", house.secretary)
    assert stored(text) == [(1, ""), (2, "<p>Et <strong>ord</strong></p>"), (3, "<p>Et ord</p><ul><li>til</li></ul>")]


def test_the_log_tells_that_a_text_was_written_and_not_what(house, text) -> None:
    save(text, "hemmelige ord", 1, house.officer)
    entry = Entry.objects.order_by("-number").first()
    assert (entry.action, entry.object_kind, entry.object_id) == ("wrote_text", "text", str(text.pk))
    assert "hemmelige" not in entry.facts
    assert '"revision":2' in entry.facts.replace(" ", "")


def test_who_has_not_seen_the_newest_gets_both_texts_and_overwrites_nothing(house, text) -> None:
    save(text, "officerens ord", 1, house.officer)
    with pytest.raises(Conflict, match="Begge tekster er her") as found:
        save(text, "sekretærens ord", 1, house.secretary)
    assert found.value.yours == {"html": "<p>sekretærens ord</p>", "plain": "sekretærens ord"}
    assert found.value.theirs == {"html": "<p>officerens ord</p>", "plain": "officerens ord"}
    assert found.value.revision == 2
    assert [html for _, html in stored(text)] == ["", "<p>officerens ord</p>"]
    save(text, "officerens og sekretærens ord", found.value.revision, house.secretary)


def test_a_save_sent_again_since_its_answer_was_lost_is_no_conflict_and_no_revision(house, text) -> None:
    save(text, "ord", 1, house.officer)
    assert save(text, "ord", 1, house.officer).revision == 2
    assert len(stored(text)) == 2


def test_an_older_text_comes_back_as_a_new_revision(house, text) -> None:
    save(text, "først", 1, house.officer)
    save(text, "så", 2, house.officer)
    restored = changes.restore_text(text_id=text.pk, to=2, revision=3, by=house.secretary, at=AT)
    assert (restored.revision, restored.plain) == (4, "først")
    assert [row.revision for row in queries.revisions_of(house.officer, text, on=TODAY)] == [4, 3, 2, 1]
    with pytest.raises(ObjectDoesNotExist):
        changes.restore_text(text_id=text.pk, to=9, revision=4, by=house.secretary, at=AT)


def test_those_who_may_only_read_do_not_write_and_others_find_nothing(house, text) -> None:
    with pytest.raises(PermissionDenied):
        save(text, "x", 1, house.chair)
    with pytest.raises(ObjectDoesNotExist):
        save(text, "x", 1, house.outsider)
    assert queries.text_for(house.chair, text.pk, on=TODAY) == text
    assert not queries.may_write(house.chair, text, on=TODAY)
    assert queries.may_write(house.officer, text, on=TODAY)
    with pytest.raises(ObjectDoesNotExist):
        queries.text_for(house.outsider, text.pk, on=TODAY)


def test_a_confidential_text_is_not_there_for_a_chair_who_reads_nothing_closed(house, text) -> None:
    write(text.proposal, "account", "fortroligt", confidential=True)
    with pytest.raises(ObjectDoesNotExist):
        queries.text_for(house.chair, text.pk, on=TODAY)
    assert queries.is_kept_back(queries.text_for(house.officer, text.pk, on=TODAY))
    assert list(queries.revisions_of(house.chair, text, on=TODAY)) == []


def test_an_item_decided_while_its_author_wrote_says_what_to_do_and_keeps_what_stood(house, text) -> None:
    save(text, "før", 1, house.officer)
    Proposal.objects.update(state="decided")
    with pytest.raises(Refused, match="besluttet, mens du skrev"):
        save(text, "efter", 2, house.officer)
    Proposal.objects.update(state="withdrawn")
    with pytest.raises(Refused, match="trukket tilbage"):
        save(text, "efter", 2, house.officer)
    assert stored(text)[-1] == (2, "<p>før</p>")


def test_nobody_writes_in_minutes_that_are_finished(house, text) -> None:
    sitting = house.plan()
    Proposal.objects.update(state="on_agenda", meeting=sitting.pk)
    Sitting.objects.update(state="sealed")
    with pytest.raises(Refused, match="forseglet"):
        save(text, "efter", 1, house.secretary)


def test_a_decision_is_written_by_the_secretary_while_the_minutes_are_open(house) -> None:
    decision = Text.objects.get(proposal=house.propose(), kind="decision")
    with pytest.raises(PermissionDenied):
        save(decision, "Godkendt.", 1, house.officer)
    with pytest.raises(Refused, match="ikke på et møde"):
        save(decision, "Godkendt.", 1, house.secretary)
    sitting = house.plan()
    Proposal.objects.update(state="on_agenda", meeting=sitting.pk)
    with pytest.raises(Refused, match="Dagsordenen er ikke sendt"):
        save(decision, "Godkendt.", 1, house.secretary)
    Sitting.objects.update(state="in_session")
    assert save(decision, "Godkendt.", 1, house.secretary).plain == "Godkendt."
    Proposal.objects.update(state="decided")
    assert save(decision, "Godkendt, idet …", 2, house.secretary).revision == 3
    Proposal.objects.update(state="withdrawn")
    with pytest.raises(Refused, match="trukket tilbage"):
        save(decision, "Godkendt.", 3, house.secretary)


def test_the_points_to_decide_follow_the_recommendations_text(house) -> None:
    draft = house.propose()
    recommendation = Text.objects.get(proposal=draft, kind="recommendation")
    html = "<p>Direktøren indstiller,</p><ol><li>at A</li><li>at <b>B</b></li></ol>"
    save(recommendation, html, recommendation.revision, house.officer)
    assert [point.text for point in Point.objects.filter(proposal=draft)] == ["at A", "at B"]


def test_a_recommendation_emptied_in_the_editor_can_be_written_as_points_again(house) -> None:
    draft = house.propose()
    recommendation = Text.objects.get(proposal=draft, kind="recommendation")
    save(recommendation, "", recommendation.revision, house.officer)
    changes.recommend(proposal=draft, recommended_by="", points=["at C"], revision=1, by=house.officer, at=AT)
    assert [revision for revision, _ in stored(recommendation)] == [1, 2, 3]


def test_a_picture_is_read_by_those_who_read_its_text_and_by_no_address_of_files(house, text) -> None:
    picture = changes.keep_picture(text_id=text.pk, data=PNG, name="kurve.png", by=house.officer, at=AT)
    html = f'<img src="/billeder/{picture.pk}/" alt="En kurve">'
    assert save(text, html, 1, house.officer).plain == "(Billede: En kurve)"
    assert queries.picture_for(house.chair, picture.pk, on=TODAY).media_type == "image/png"
    with pytest.raises(ObjectDoesNotExist):
        queries.picture_for(house.outsider, picture.pk, on=TODAY)
    with pytest.raises(ObjectDoesNotExist):
        file_for(house.chair, picture.file_id)


def test_a_picture_without_words_or_from_another_text_is_refused_with_what_to_do(house, text) -> None:
    other = Text.objects.get(proposal=text.proposal, kind="occasion")
    picture = changes.keep_picture(text_id=other.pk, data=PNG, name="kurve.png", by=house.officer, at=AT)
    with pytest.raises(Refused, match="mangler en beskrivelse"):
        save(text, f'<img src="/billeder/{picture.pk}/">', 1, house.officer)
    with pytest.raises(Refused, match="hører til en anden tekst"):
        save(text, f'<img src="/billeder/{picture.pk}/" alt="x">', 1, house.officer)
    assert stored(text) == []


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"", "tomt"), (b"<svg/>", "ikke et billede"), (PNG + b"\0" * 10_500_000, "over 10 MB")],
    ids=["empty", "runs", "large"],
)
def test_what_is_no_picture_is_refused(house, text, data, says) -> None:
    with pytest.raises(Refused, match=says):
        changes.keep_picture(text_id=text.pk, data=data, name="x.png", by=house.officer, at=AT)
    assert not Picture.objects.exists()


def test_a_picture_of_a_published_file_does_not_take_the_file_from_its_readers(house, text) -> None:
    imported = store_minutes(minutes_of(), source=PNG, reading_audience="everyone", by=OPERATOR, at=AT)
    before = file_for(OPERATOR, source_of(imported)).audience_id
    changes.keep_picture(text_id=text.pk, data=PNG, name="x.png", by=house.officer, at=AT)
    assert file_for(OPERATOR, source_of(imported)).audience_id == before


def source_of(imported) -> int:
    return Version.objects.get(meeting=imported.meeting_id).file_id
