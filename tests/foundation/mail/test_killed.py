"""Workers as real processes, killed with -9 at random moments and started again, two at a time, beside a mail server.

Promised: no mail is handed over twice, none is lost unseen. A mail is known as sent only if the server has it, and
one that may or may not have arrived is shown as unsure.
"""

import json
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.house import House
from tests.mail_sink import Sink, mail_sink

MAILS, ROUNDS, LEASE = 60, 8, 2
WRITE = f"""
import django; django.setup()
from datetime import UTC, datetime, timedelta
from django.db import transaction
from raadhus.foundation.accounts.models import User
from raadhus.foundation.mail.changes import write_mail
at = datetime.now(UTC)
with transaction.atomic():
    for number in range({MAILS}):
        to = User.objects.create(username=f"u{{number}}", email=f"u{{number}}@kommune.example")
        write_mail(to=to, subject="Dagsorden", text="Den er sendt ud.", kind="agenda_sent", key=f"agenda:{{number}}",
                   mail_list="x", stop_address="", stale_at=at + timedelta(days=1), at=at)
"""
LOOK = """
import django, json; django.setup()
from raadhus.foundation.jobs.models import Job
from raadhus.foundation.mail.models import Mail
jobs = Job.objects.filter(kind="send_mail")
print(json.dumps([dict(Mail.objects.values_list("to", "state")),
                  jobs.filter(done_at=None).count(), max(jobs.values_list("attempts", flat=True))]))
"""


@pytest.fixture
def sink() -> Iterator[Sink]:
    with mail_sink() as sink:
        sink.pause = 0.02  # the moment in which nobody knows, long enough to be hit
        yield sink


@pytest.fixture
def busy(house, sink) -> House:
    """A house with mails to send, and short leases."""
    house.environment |= {
        "RAADHUS_SMTP_URL": sink.url,
        "RAADHUS_MAIL_FROM": "raadhus@kommune.example",
        "RAADHUS_LEASE_SECONDS": str(LEASE),
    }
    status, told = house.run("-c", WRITE)
    assert status == 0, told
    return house


def test_killed_workers_send_nothing_twice_and_lose_nothing_unseen(busy, sink):
    chance = random.Random(2022)
    for _ in range(ROUNDS):
        _work_and_kill(busy, sink, mails=chance.randint(1, 8), pause=chance.random() * 0.06)
    states = _work_to_the_end(busy)
    taken = Counter(mail["To"] for mail in sink.mails)
    assert len(states) == MAILS
    assert max(taken.values()) == 1
    assert set(states.values()) <= {"sent", "unsure"}
    sent = {to for to, state in states.items() if state == "sent"}
    assert sent <= set(taken)
    unsure = MAILS - len(sent)
    assert 0 < unsure <= 2 * ROUNDS  # or the kills never hit the moment that matters


def _work_and_kill(house: House, sink: Sink, *, mails: int, pause: float) -> None:
    """Two workers, killed `pause` seconds after the server has got `mails` more from them."""
    enough = min(len(sink.raw) + mails, MAILS - 2)
    both = [house.start("-m", "raadhus", "work") for _ in range(2)]
    until = time.monotonic() + 60
    while len(sink.raw) < enough and time.monotonic() < until:
        time.sleep(0.002)
    time.sleep(pause)
    for process in both:
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)


def _work_to_the_end(house: House) -> dict[str, str]:
    """The state of every mail by its address, when the leases of the dead are over and one more worker has been on."""
    time.sleep(LEASE)
    status, told = house.run("-m", "raadhus", "work", "--once")
    assert status == 0, told
    status, told = house.run("-c", LOOK)
    states, open_jobs, attempts = json.loads(told)
    assert open_jobs == 0
    assert attempts > 1
    return states


def test_a_worker_told_to_stop_ends_its_job_and_ends(busy, sink):
    process = busy.start("-m", "raadhus", "work")
    until = time.monotonic() + 60
    while len(sink.raw) < 3 and time.monotonic() < until:
        time.sleep(0.002)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert process.returncode == 0
    states = json.loads(busy.run("-c", LOOK)[1])[0]
    assert Counter(states.values()) == {"sent": len(sink.raw), "queued": MAILS - len(sink.raw)}
