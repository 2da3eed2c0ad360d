"""While one page is made the audiences of each reader are asked for once, and nobody is taken for another."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from raadhus.foundation.accounts.changes import let_in, make_audience
from raadhus.foundation.accounts.models import AudienceMember
from raadhus.foundation.accounts.queries import audiences_of, audiences_remembered
from tests.cast import AT, OPERATOR


@pytest.fixture
def closed(db, secretary) -> int:
    """The audience of the secretary alone; beside it there is one of the house and one of everybody."""
    named, _, _ = (
        make_audience(name=kind, kind=kind, by=OPERATOR, at=AT) for kind in ("named", "signed_in", "everyone")
    )
    let_in(audience=named, user=secretary, by=OPERATOR, at=AT)
    return named.pk


def test_they_are_asked_for_once_for_each_reader(closed, secretary, outsider):
    with audiences_remembered(), CaptureQueriesContext(connection) as asked:
        for _ in range(3):
            assert closed in audiences_of(secretary)
            assert closed not in audiences_of(outsider)
    assert len(asked) == 2


def test_each_is_given_their_own_whoever_was_asked_for_before(closed, secretary, outsider, anonymous, administrator):
    readers = (OPERATOR, anonymous, administrator, secretary, outsider)
    alone = [sorted(audiences_of(reader)) for reader in readers]
    assert [len(found) for found in alone] == [3, 1, 3, 3, 2]
    for order in (readers, readers[::-1]):
        with audiences_remembered():
            assert {str(one): sorted(audiences_of(one)) for one in order} == {
                str(one): found for one, found in zip(readers, alone, strict=True)
            }


def test_who_may_no_longer_sign_in_is_anybody(closed, secretary, anonymous):
    with audiences_remembered():
        assert closed in audiences_of(secretary)
        secretary.is_active = False
        assert audiences_of(secretary) == audiences_of(anonymous)


def test_the_next_page_asks_anew(closed, secretary):
    with audiences_remembered():
        assert closed in audiences_of(secretary)
    AudienceMember.objects.all().delete()
    with audiences_remembered():
        assert closed not in audiences_of(secretary)
    assert closed not in audiences_of(secretary)
