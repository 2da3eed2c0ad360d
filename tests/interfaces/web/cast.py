"""The house of the live side as the pages meet it: who is who, signed in."""

from datetime import UTC, date, datetime, time

import pytest
from django.test import Client

from raadhus.domains.proceedings import changes
from raadhus.domains.proceedings.models import Proposal, Sitting
from raadhus.foundation.accounts.models import User
from tests.domains.proceedings.cast import House, make_house

AT = datetime(2026, 1, 10, 9, tzinfo=UTC)
WHEN = changes.When(date(2035, 3, 1), time(9), time(11), "Mødelokale 1")
SECRET = "Kanariestien 7 skal sælges"


@pytest.fixture
def cast(db, tmp_path, settings) -> House:
    settings.FILES = tmp_path / "files"
    return make_house()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def draft(cast) -> Proposal:
    """A draft of the officer's; only they and the forum's secretary, chair and administrators see it."""
    return cast.propose(SECRET)


@pytest.fixture
def sitting(cast) -> Sitting:
    """A meeting far ahead, so that no notice is too short."""
    return cast.plan(WHEN)
