"""The log: every row carries the hash of the one before, and nothing in it can be changed unseen."""

from contextlib import contextmanager
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from raadhus.foundation.audit.changes import note_reading
from raadhus.foundation.audit.models import Entry
from raadhus.foundation.audit.queries import acts_after, acts_on, verify_chain
from raadhus.foundation.audit.rules import FIRST, canonical, digest_of
from tests.cast import AT, OPERATOR

migration = import_module("raadhus.foundation.audit.migrations.0002_rows_stand")


@pytest.fixture
def three_rows(db):
    for number in (7, 8, 9):
        note_reading(object_kind="item", object_id=number, by=OPERATOR, at=AT)


@contextmanager
def _without_triggers():
    """Act as somebody who got past the database's own refusal."""
    with connection.schema_editor() as editor:
        migration.take_down(None, editor)
    yield
    with connection.schema_editor() as editor:
        migration.put_up(None, editor)


def test_an_empty_log_is_unbroken(db):
    found = verify_chain()
    assert (found.rows, found.first_broken, found.head) == (0, None, FIRST)


def test_each_row_carries_the_digest_of_the_one_before(three_rows):
    first, second, third = Entry.objects.order_by("number")
    assert (first.previous, second.previous, third.previous) == (FIRST, first.digest, second.digest)
    found = verify_chain()
    assert (found.rows, found.first_broken, found.head) == (3, None, third.digest)
    assert found.sentence == "Loggen er ubrudt: 3 rækker."


def test_the_digest_is_the_sha256_of_the_row_as_json():
    # printf '%s' '[1, "2022-02-01T12:00:00.000000+00:00", "bo", "read", "item", "7", "{}", "000…"]' | sha256sum
    by_hand = "888351ecc24e331218743671dae4d7a46e5aa958dbe7d7db4679754766e317b7"
    assert digest_of(1, AT, "bo", "read", "item", "7", "{}", FIRST) == by_hand


def test_the_order_of_facts_does_not_matter():
    assert canonical({"b": "æ", "a": 1}) == '{"a":1,"b":"æ"}'


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_refuses_to_change_or_remove_a_row(three_rows, act):
    rows = Entry.objects.filter(number=2)
    with pytest.raises(IntegrityError, match="Loggen kan ikke ændres"), transaction.atomic():
        rows.update(actor="en anden") if act == "update" else rows.delete()
    assert Entry.objects.get(number=2).actor == "kommandolinjen"


@pytest.mark.parametrize("field", ["actor", "action", "object_kind", "object_id", "facts", "at", "previous", "digest"])
@pytest.mark.django_db(transaction=True)
def test_a_change_of_any_field_is_found(three_rows, field):
    new = AT.replace(year=2021) if field == "at" else "f" * 64 if field in ("previous", "digest") else "x"
    with _without_triggers():
        Entry.objects.filter(number=2).update(**{field: new})
    found = verify_chain()
    assert (found.rows, found.first_broken) == (1, 2)
    assert found.sentence.startswith("Loggens række 2 ")


@pytest.mark.django_db(transaction=True)
def test_a_missing_row_is_found(three_rows):
    with _without_triggers():
        Entry.objects.filter(number=2).delete()
    found = verify_chain()
    assert (found.first_broken, found.sentence) == (2, "Loggens række 2 mangler.")


@pytest.mark.django_db(transaction=True)
def test_a_row_forged_with_a_digest_of_its_own_breaks_the_next(three_rows):
    row = Entry.objects.get(number=2)
    forged = digest_of(2, AT, "en anden", row.action, row.object_kind, row.object_id, row.facts, row.previous)
    with _without_triggers():
        Entry.objects.filter(number=2).update(actor="en anden", digest=forged)
    found = verify_chain()
    assert (found.first_broken, found.sentence) == (3, "Loggens række 3 hænger ikke sammen med rækken før.")


@pytest.mark.django_db(transaction=True)
def test_rows_cut_off_at_the_end_show_only_against_a_head_that_was_noted_down(three_rows):
    noted = verify_chain().head
    with _without_triggers():
        Entry.objects.filter(number=3).delete()
    found = verify_chain()
    assert found.first_broken is None
    assert found.head != noted


def test_acts_can_be_followed_by_number_and_by_thing(three_rows):
    assert [act.object_id for act in acts_after(1, limit=5)] == ["8", "9"]
    assert [act.number for act in acts_on("item", [9, 7])] == [1, 3]
