"""How fast a worker drains work that only writes to the database, and mails to a server on this machine."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bench.folder import own_folder

JOBS, MAILS = 1000, 300


def main() -> None:
    os.environ["RAADHUS_DATA"] = own_folder()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    print(f"database: {connection.vendor}")
    print(f"jobs in the database: {JOBS / _seconds(_write_jobs, _note()):.0f} a second")
    _send_mails()


def _seconds(prepare: Callable[[], None], duties: dict) -> float:
    from raadhus.foundation.jobs.running import Worker

    prepare()
    start = time.perf_counter()
    told = Worker(duties, "bench").work_off()
    took = time.perf_counter() - start
    assert told["failed"] == told["off"] == 0, told
    return took


def _note() -> dict:
    from raadhus.foundation.accounts.changes import make_audience
    from raadhus.foundation.accounts.queries import Operator
    from raadhus.foundation.jobs.running import Duty

    def note(payload: dict, *, at: datetime) -> None:
        make_audience(name=payload["name"], kind="named", by=Operator(), at=at)

    return {"note": Duty(note)}


def _write_jobs() -> None:
    from django.db import transaction

    from raadhus.foundation.jobs.changes import enqueue

    at = datetime.now(UTC)
    with transaction.atomic():
        for number in range(JOBS):
            enqueue(kind="note", key=f"note:{number}", payload={"name": str(number)}, run_at=at, at=at)


def _send_mails() -> None:
    from django.conf import settings
    from tests.mail_sink import mail_sink

    from raadhus.foundation.mail.sending import duties

    with mail_sink() as sink:
        settings.SMTP_URL, settings.MAIL_FROM = sink.url, "raadhus@kommune.example"
        rate = MAILS / _seconds(_write_mails, duties())
        assert len(sink.raw) == MAILS
    print(f"mails, a connection each: {rate:.0f} a second")


def _write_mails() -> None:
    from django.db import transaction

    from raadhus.foundation.accounts.models import User
    from raadhus.foundation.mail.changes import write_mail

    at = datetime.now(UTC)
    to = User.objects.create(username="bench", email="bench@kommune.example")
    with transaction.atomic():
        for number in range(MAILS):
            write_mail(
                to=to, subject="Dagsorden", text="Den er sendt ud.\n" * 10, kind="k", key=str(number), mail_list="x",
                stop_address="", stale_at=at + timedelta(days=1), at=at,
            )  # fmt: skip


if __name__ == "__main__":
    main()
