"""The outbox page: for administrators, what is in doubt first; and the page where mails are stopped."""

from datetime import timedelta

import pytest
from django.test import Client

from interfaces.web.rows import NOW
from raadhus.foundation.accounts.models import User
from raadhus.foundation.audit.models import Entry
from raadhus.foundation.jobs.changes import enqueue, fail, take
from raadhus.foundation.jobs.models import Job
from raadhus.foundation.mail import changes
from raadhus.foundation.mail.models import Mail, State, Stopped
from raadhus.interfaces.worker.stopping import stop_address

pytestmark = pytest.mark.django_db


@pytest.fixture
def ida() -> User:
    return User.objects.create(username="ida", email="ida@kommune.example")


@pytest.fixture
def doubtful(ida) -> Mail:
    mail = _write(ida, "a")
    changes.begin_handover(mail=mail)
    changes.note_unsure(mail=mail, reply="Forbindelsen faldt ud", at=NOW)
    return mail


def _write(to: User, key: str) -> Mail:
    mail = changes.write_mail(
        to=to, subject=f"Emne {key}", text="Tekst", kind="agenda_sent", key=key, mail_list="reminders",
        stop_address="", stale_at=NOW + timedelta(days=3), at=NOW,
    )  # fmt: skip
    assert mail
    return mail


def test_what_is_in_doubt_is_shown_with_why_and_what_is_well_is_not(administrator, ida, doubtful):
    _write(ida, "b")
    page = administrator.get("/udbakke/").text
    assert "Emne a" in page
    assert "Forbindelsen faldt ud" in page
    assert "Emne b" not in page
    assert "Emne b" in administrator.get("/udbakke/?vis=queued").text
    assert "RAADHUS_SMTP_URL" in page  # no server is set up here


def test_an_administrator_sends_again_or_sets_aside(administrator, ida, doubtful):
    administrator.post(f"/udbakke/{doubtful.pk}/send/")
    assert Mail.objects.get().state == State.QUEUED
    assert Job.objects.filter(kind="send_mail").count() == 2
    again = administrator.post(f"/udbakke/{doubtful.pk}/til-side/", follow=True).text
    assert "allerede afgjort" in again
    changes.note_refused(mail=Mail.objects.get(), reply="550", at=NOW)
    administrator.post(f"/udbakke/{doubtful.pk}/til-side/")
    assert Mail.objects.get().state == State.SET_ASIDE
    assert [entry.action for entry in Entry.objects.all()] == ["sent_mail_again", "set_mail_aside"]


def test_work_that_was_given_up_is_shown_and_tried_again(administrator):
    enqueue(kind="brew", key="brew:1", payload={}, run_at=NOW, at=NOW)
    fail(job=take(kinds=["brew"], worker="w", lease=timedelta(minutes=5), at=NOW), error="Nej", at=NOW, is_final=True)
    assert "brew:1" in administrator.get("/udbakke/").text
    administrator.post(f"/udbakke/opgave/{Job.objects.get().pk}/")
    assert Job.objects.get().failed_at is None
    assert administrator.post(f"/udbakke/opgave/{Job.objects.get().pk}/").status_code == 404


def test_nobody_else_sees_or_touches_it(employee, outsider, doubtful):
    for client in (employee, outsider):
        assert client.get("/udbakke/").status_code == 403
        assert client.post(f"/udbakke/{doubtful.pk}/send/").status_code == 404
        assert client.post(f"/udbakke/{doubtful.pk}/til-side/").status_code == 404
        assert client.post("/udbakke/opgave/1/").status_code == 403
    assert Mail.objects.get().state == State.UNSURE


def test_a_receiver_stops_and_resumes_without_signing_in(outsider, ida):
    address = stop_address(ida, "reminders").removeprefix("http://127.0.0.1:8000")
    assert "Vil du ikke have flere" in outsider.get(address).text
    assert not Stopped.objects.exists()  # a mail scanner that follows links stops nothing
    assert "Du får ikke flere" in outsider.post(address, {"to": "stop"}).text
    assert Stopped.objects.get().mail_list == "reminders"
    outsider.post(address, {"to": "again"})
    assert not Stopped.objects.exists()


def test_a_mail_program_stops_with_one_click(ida):
    address = stop_address(ida, "reminders").removeprefix("http://127.0.0.1:8000")
    program = Client(enforce_csrf_checks=True)
    assert program.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Stopped.objects.count() == 1


def test_an_address_that_we_did_not_sign_stops_nothing(outsider, ida):
    address = stop_address(ida, "reminders").removeprefix("http://127.0.0.1:8000")
    for wrong in ("/mails/stop/x/", address[:-3] + "x/", "/mails/stop/WzEsImEiXQ:1:abc/"):
        assert outsider.post(wrong).status_code == 404
    assert not Stopped.objects.exists()
