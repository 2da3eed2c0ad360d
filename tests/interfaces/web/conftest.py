"""The cast, and a small collection of meetings for them to read."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from interfaces.web import rows, samples
from interfaces.web.cast import cast, draft, sitting  # noqa: F401 fixtures for the live side's pages
from raadhus.domains.meetings.models import Meeting
from raadhus.foundation.accounts.models import User
from raadhus.interfaces.web.views.kept import forget_all

PASSWORD = "et kodeord til prøve 7"


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path):
    settings.FILES = tmp_path / "files"


@pytest.fixture(autouse=True)
def nothing_kept_from_the_test_before():
    cache.clear()
    forget_all()


@pytest.fixture(autouse=True)
def danish_to_begin_with():
    """A request leaves its language behind in the thread; the next test begins anew."""
    with translation.override("da"):
        yield


@pytest.fixture
def winter(db) -> Meeting:
    """The meeting of 20 January 2022; item 3 is closed."""
    rows.store(samples.EARLIER)
    return rows.store(samples.WINTER)


@pytest.fixture
def outsider(db) -> Client:
    """Somebody who has not signed in."""
    return Client()


@pytest.fixture
def employee(db) -> Client:
    """Signed in, but a member of nothing."""
    return _signed_in(User.objects.create_user("medarbejder", password=PASSWORD))


@pytest.fixture
def member(winter) -> Client:
    """One who may read the forum's closed items."""
    user = User.objects.create_user("medlem", password=PASSWORD)
    rows.make_member(user, "Ledergruppen")
    return _signed_in(user)


@pytest.fixture
def administrator(db) -> Client:
    return _signed_in(User.objects.create_superuser("administrator", password=PASSWORD))


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
