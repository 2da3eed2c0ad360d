"""A calendar feed's secret: shown once, kept as a hash, one at a time, revocable."""

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from raadhus.foundation.accounts.changes import make_calendar_token, revoke_calendar_token
from raadhus.foundation.accounts.models import CalendarToken
from raadhus.foundation.accounts.queries import calendar_token_of, reader_with_calendar_token
from raadhus.foundation.audit.models import Entry
from tests.cast import AT, OPERATOR

pytestmark = pytest.mark.django_db


def test_the_secret_opens_its_users_feed_and_is_kept_nowhere(secretary):
    secret = make_calendar_token(by=secretary, at=AT)
    assert len(secret) == 43  # 32 random bytes
    assert reader_with_calendar_token(secret) == secretary
    kept = repr([list(CalendarToken.objects.values()), list(Entry.objects.values())])
    assert secret not in kept


def test_a_new_secret_ends_the_old_one(secretary, outsider):
    others = make_calendar_token(by=outsider, at=AT)
    old, new = make_calendar_token(by=secretary, at=AT), make_calendar_token(by=secretary, at=AT)
    with pytest.raises(ObjectDoesNotExist):
        reader_with_calendar_token(old)
    assert reader_with_calendar_token(new) == secretary
    assert reader_with_calendar_token(others) == outsider


def test_a_revoked_secret_opens_nothing(secretary):
    secret = make_calendar_token(by=secretary, at=AT)
    revoke_calendar_token(by=secretary, at=AT)
    revoke_calendar_token(by=secretary, at=AT)
    assert calendar_token_of(secretary) is None
    with pytest.raises(ObjectDoesNotExist):
        reader_with_calendar_token(secret)
    assert [entry.action for entry in Entry.objects.all()] == ["made_calendar_token", "revoked_calendar_token"]


def test_a_closed_account_has_no_feed(secretary):
    secret = make_calendar_token(by=secretary, at=AT)
    secretary.is_active = False
    secretary.save()
    with pytest.raises(ObjectDoesNotExist):
        reader_with_calendar_token(secret)
    with pytest.raises(PermissionDenied):
        make_calendar_token(by=secretary, at=AT)


def test_only_somebody_who_signs_in_has_a_feed(anonymous):
    for nobody in (anonymous, OPERATOR):
        with pytest.raises(PermissionDenied):
            make_calendar_token(by=nobody, at=AT)
