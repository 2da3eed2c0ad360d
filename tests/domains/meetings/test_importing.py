"""One document, one transaction: new, a new version, or nothing at all."""

from dataclasses import replace
from datetime import date, time

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings import queries
from raadhus.domains.meetings.changes import When, plan_meeting
from raadhus.domains.meetings.models import Attendance, Body, Item, Meeting, UnreadLine, Version
from raadhus.foundation.audit.models import Entry
from raadhus.foundation.audit.queries import verify_chain
from raadhus.foundation.files.models import StoredFile
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.minutes.structure import Decision, NotUnderstood, Section
from raadhus.pure.minutes.structure import Item as ReadItem
from tests.cast import AT, OPERATOR, closed_item, minutes_of, open_item


def _everything() -> dict[str, int]:
    models = (Body, Meeting, Version, Item, UnreadLine, Attendance, Commitment, StoredFile, Entry)
    return {model.__name__: model.objects.count() for model in models}


def _no_minutes():
    return minutes_of(kind="unknown", body=None, starts_at=None, items=(), not_understood=(NotUnderstood("Tak", 1),))


def test_a_new_meeting_is_told_of_in_one_sentence(store):
    imported = store(minutes_of())
    assert (imported.version, imported.what) == (1, "new")
    assert imported.sentence == ("2 punkter er læst ind. 1 linje blev ikke forstået og venter på mødets side.")


def test_a_new_body_has_its_own_audiences_and_nobody_reads_its_closed_items(store):
    store(minutes_of(), opens_to="everyone")
    body = Body.objects.select_related("open_audience", "closed_audience").get()
    assert (body.name, body.open_audience.kind, body.closed_audience.kind) == ("Chefforum", "everyone", "named")
    assert not body.closed_audience.members.exists()


def test_a_second_meeting_of_a_body_leaves_its_readers_as_they_are(store):
    store(minutes_of(), opens_to="signed_in")
    store(minutes_of(starts_at="2022-02-03T09:00"), opens_to="everyone")
    assert Body.objects.get().open_audience.kind == "signed_in"
    assert Meeting.objects.count() == 2


def test_the_same_file_again_changes_nothing(store):
    first = store(minutes_of(), b"one file")
    before = _everything()
    again = store(minutes_of(), b"one file")
    assert (again.what, again.meeting_id, again.version) == ("same_file", first.meeting_id, 1)
    assert _everything() == before


def test_the_same_content_from_another_format_changes_nothing(store):
    first = store(minutes_of(source="referat.pdf"), b"as pdf")
    before = _everything()
    again = store(minutes_of(source="referat.docx"), b"as docx")
    assert (again.what, again.meeting_id) == ("same_content", first.meeting_id)
    assert _everything() == before


def test_the_same_words_on_other_lines_change_nothing(store):
    part = open_item().sections[0]
    broken = replace(part, text=part.text.replace("tage stilling", "tage\nstilling"))
    store(minutes_of(open_item()))
    again = store(minutes_of(replace(open_item(), sections=(broken, *open_item().sections[1:]))))
    assert again.what == "same_content"


@pytest.mark.parametrize("facts", [{"body": None}, {"starts_at": None}])
def test_a_half_understood_meeting_is_for_administrators(store, facts, outsider, secretary, administrator):
    imported = store(minutes_of(**facts))
    assert imported.sentence.endswith("kun administratorer kan se mødet, til det er rettet.")
    meeting = queries.meeting_for(administrator, imported.meeting_id)
    assert len(queries.items_of(administrator, meeting)) == 2
    for user in (outsider, secretary):
        assert not queries.meetings_for(user).exists()
        assert queries.items_of(user, meeting) == []
        assert queries.front_page(user).suggested == 0


def test_a_half_understood_document_in_another_format_is_not_stored_twice(store):
    store(minutes_of(body=None), b"as pdf")
    assert store(minutes_of(body=None), b"as docx").what == "same_content"
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    ("reading", "says"),
    [
        (_no_minutes(), "ligner hverken"),
        (minutes_of(kind="unknown", not_understood=(NotUnderstood("fremmed tekst " * 40, 1),)), "ligner hverken"),
        (
            minutes_of(ReadItem("1", "Indkøb"), kind="unknown", body=None, starts_at=None, not_understood=()),
            "ligner hverken",
        ),
        (replace(minutes_of(body=None), items=()), "ikke fundet nogen punkter"),
        (minutes_of(body="C" * 201), "over 200 tegn"),
        (minutes_of(place="Møde\0lokale"), "ikke er tekst"),
        (minutes_of(place="Møde\ud800lokale"), "ikke er tekst"),
    ],
)
def test_a_document_that_is_no_minutes_is_refused_and_stored_nowhere(store, settings, reading, says):
    before = _everything()
    with pytest.raises(Refused, match=says):
        store(reading, b"bytes")
    assert _everything() == before
    assert not settings.FILES.exists()


def test_a_backslash_and_zeros_are_text(store):
    assert store(minutes_of(place="\\u0000")).what == "new"


def test_an_unknown_document_with_a_head_and_headed_items_is_kept(store):
    assert store(minutes_of(kind="unknown")).what == "new"


def test_only_administrators_import(store, administrator, secretary, outsider, anonymous):
    for user in (secretary, outsider, anonymous):
        with pytest.raises(PermissionDenied):
            store(minutes_of(), by=user)
    assert not Meeting.objects.exists()
    assert store(minutes_of(), by=administrator).what == "new"


def test_a_file_is_read_by_those_who_may_read_all_of_it(store, outsider, secretary, stored):
    meeting = queries.meeting_for(OPERATOR, stored.meeting_id)
    assert not queries.versions_of(outsider, meeting).exists()
    assert queries.versions_of(secretary, meeting).count() == 1
    only_open = store(minutes_of(open_item(), starts_at="2022-03-03T09:00"))
    assert queries.versions_of(outsider, queries.meeting_for(outsider, only_open.meeting_id)).count() == 1


def test_two_spellings_of_a_number_are_one_case_and_both_stand_as_written(store, outsider):
    spelt = replace(open_item(), number="3", title="Igen", case_number="15.40.00 - P05-1-2021")
    store(minutes_of(open_item(), spelt))
    first, second = queries.items_of_case(outsider, "15.40.00-P05-1-21")
    assert (first.case_words, second.case_words) == ("15.40.00-P05-1-21", "15.40.00 - P05-1-2021")
    assert first.case == second.case
    assert queries.case_for(outsider, "15.40.00 - P05-1-2021").item_count == 2


def test_a_text_too_long_for_a_number_is_kept_as_words(store):
    store(minutes_of(replace(open_item(), case_number="9" * 300)))
    item = Item.objects.get()
    assert (item.case, item.case_words) == (None, "9" * 300)


def test_a_document_without_a_time_is_that_days_only_meeting(store):
    timed = store(minutes_of())
    untimed = store(minutes_of(starts_at="2022-01-20", place="Kantinen"))
    assert (untimed.what, untimed.meeting_id) == ("new_version", timed.meeting_id)
    assert str(Meeting.objects.get().starts_at) == "09:00:00"


def test_a_time_that_comes_later_is_filled_in(store):
    store(minutes_of(starts_at="2022-01-20"))
    assert store(minutes_of()).what == "new_version"
    assert str(Meeting.objects.get().starts_at) == "09:00:00"


def test_without_a_time_among_two_meetings_of_a_day_nothing_is_guessed(store):
    store(minutes_of())
    store(minutes_of(starts_at="2022-01-20T13:00"))
    assert store(minutes_of(starts_at="2022-01-20", place="Kantinen")).what == "new"
    assert Meeting.objects.count() == 3


def test_an_agenda_that_comes_late_is_kept_but_does_not_replace_the_minutes(store, outsider):
    first = store(minutes_of(open_item()))
    late = store(minutes_of(replace(open_item(), title="Som dagsorden", decision=None), kind="agenda"))
    assert (late.what, late.version) == ("new_version", 2)
    assert late.sentence.startswith("1 punkt er gemt som version; mødets punkter følger stadig referatet.")
    meeting = queries.meeting_for(outsider, first.meeting_id)
    assert meeting.current_version.number == 1
    assert [item.title for item in queries.items_of(outsider, meeting)] == ["Start af arbejdet med indsatsen"]
    assert [version.kind for version in queries.versions_of(outsider, meeting)] == ["agenda", "minutes"]


def test_minutes_take_over_the_items_of_the_agenda(store, outsider):
    undecided = replace(open_item(), decision=None, commitments=(), sections=open_item().sections[:2])
    imported = store(minutes_of(undecided, kind="agenda"))
    before = Item.objects.get().pk
    store(minutes_of(open_item()))
    (item,) = queries.items_of(outsider, queries.meeting_for(outsider, imported.meeting_id))
    assert (item.pk, item.decision.outcome) == (before, "approved")


def test_a_big_document_costs_a_constant_number_of_queries(store):
    def many(day: str):
        items = [
            ReadItem(
                str(number),
                f"Punkt {number}",
                f"00.01.00-A21-{number}-21",
                sections=(Section("Beslutning", "decision", "Godkendt.", (number, number)),),
                decision=Decision("Godkendt.", "approved"),
            )
            for number in range(1, 11)
        ]
        return minutes_of(*items, starts_at=day)

    store(many("2022-01-20"))  # the body, the cases and the people are known from now on
    with CaptureQueriesContext(connection) as two_items:
        store(replace(many("2022-01-21"), items=many("2022-01-21").items[:2]))
    with CaptureQueriesContext(connection) as ten_items:
        store(many("2022-01-22"))
    assert len(ten_items) == len(two_items)
    assert len(ten_items) <= 40


def test_the_log_is_unbroken_and_the_meetings_are_as_it_says(store, stored):
    store(minutes_of(closed_item()))
    assert verify_chain().first_broken is None
    assert list(queries.broken_meetings()) == list(queries.broken_versions()) == []


def test_rows_changed_past_the_log_are_found(store, stored):
    Item.objects.filter(pk=stored.open_id).update(title="Noget andet")
    assert list(queries.broken_meetings()) == [f"Møde {stored.meeting_id} er ændret uden om loggen."]


def test_a_kept_reading_that_was_changed_is_found(stored):
    version = Version.objects.get()
    Version.objects.update(content=version.content.replace("Bo Berg", "Bo Borg"))
    assert list(queries.broken_versions()) == [f"Møde {stored.meeting_id}, version 1: den gemte læsning er ændret."]


def test_what_was_kept_is_what_came(stored, secretary):
    (version,) = queries.versions_of(secretary, queries.meeting_for(secretary, stored.meeting_id))
    assert queries.version_of_bytes(secretary, version.file.sha256) == version
    assert queries.version_for(secretary, version.pk).file.size == len(repr(minutes_of()).encode())


def test_a_document_of_closed_items_is_not_there_for_others(stored, outsider):
    version = Version.objects.get()
    assert queries.version_of_bytes(outsider, version.file.sha256) is None
    with pytest.raises(ObjectDoesNotExist):
        queries.version_for(outsider, version.pk)


def test_minutes_of_a_planned_meeting_become_its_first_document(store) -> None:
    first = store(minutes_of(starts_at="2021-12-01T09:00", source="andet.txt"))
    body = Meeting.objects.get(pk=first.meeting_id).body
    when = When(date(2022, 1, 20), time(9), None, "Ukendt sted")
    planned = plan_meeting(body=body, when=when, by=OPERATOR, at=AT)
    imported = store(minutes_of())
    assert imported.meeting_id == planned.pk
    assert (imported.version, imported.what) == (1, "new")
    assert Meeting.objects.get(pk=planned.pk).place == "Mødelokale 1"
    assert list(queries.broken_meetings()) == []
