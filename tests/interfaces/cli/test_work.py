"""`raadhus work` and the worker beside `raadhus serve`, as they are run."""

import socket
import time

import pytest

from tests.house import House
from tests.mail_sink import mail_sink

WRITE = """
import django; django.setup()
from datetime import UTC, datetime, timedelta
from raadhus.foundation.accounts.models import User
from raadhus.foundation.mail.changes import write_mail
at = datetime.now(UTC)
to = User.objects.create(username="ida", email="ida@kommune.example")
write_mail(to=to, subject="Emne", text="Tekst", kind="k", key="k", mail_list="x", stop_address="",
           stale_at=at + timedelta(days=1), at=at)
"""


@pytest.fixture
def with_mail(house) -> House:
    status, told = house.run("-c", WRITE)
    assert status == 0, told
    return house


def test_once_does_what_waits_and_says_what_it_did(with_mail):
    with mail_sink() as sink:
        with_mail.environment |= {"RAADHUS_SMTP_URL": sink.url, "RAADHUS_MAIL_FROM": "raadhus@kommune.example"}
        status, told = with_mail.run("-m", "raadhus", "work", "--once")
        assert status == 0
        assert len(sink.raw) == 1
    assert "Gjort: 4." in told  # the mail, and a look for reminders, for digests and for what is to be published


def test_without_a_mail_server_it_says_that_mails_stay(with_mail):
    status, told = with_mail.run("-m", "raadhus", "work", "--once")
    assert status == 0
    assert "RAADHUS_SMTP_URL" in told


@pytest.mark.parametrize("command", [("work", "--once"), ("serve", "--port", "49151")])
def test_a_mail_server_that_is_none_is_refused_with_a_sentence(house, command):
    house.environment |= {"RAADHUS_SMTP_URL": "mail.kommune.dk"}
    status, told = house.run("-m", "raadhus", *command)
    assert status == 1
    assert told.startswith("RAADHUS_SMTP_URL er ikke adressen på en mailserver.")


def test_the_site_sends_what_waits_and_ends_when_told_to(with_mail):
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    with mail_sink() as sink:
        with_mail.environment |= {"RAADHUS_SMTP_URL": sink.url, "RAADHUS_MAIL_FROM": "raadhus@kommune.example"}
        server = with_mail.start("-m", "raadhus", "serve", "--port", str(port))
        until = time.monotonic() + 60
        while not sink.raw and time.monotonic() < until:
            time.sleep(0.05)
        server.terminate()
        server.communicate(timeout=30)
        assert len(sink.raw) == 1
