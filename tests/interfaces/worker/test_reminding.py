"""From what happened to the mail that tells of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from raadhus.domains.proceedings.changes import When
from raadhus.domains.proceedings.models import Sitting
from raadhus.domains.proceedings.queries.reminders import Reminder
from raadhus.domains.proceedings.rules.reminders import CALLS
from raadhus.foundation.accounts.changes import change_readers
from raadhus.foundation.accounts.models import User
from raadhus.foundation.audit.record import record
from raadhus.foundation.jobs.changes import enqueue
from raadhus.foundation.jobs.models import Job
from raadhus.foundation.jobs.running import Worker
from raadhus.foundation.mail.models import Mail, Stopped
from raadhus.interfaces.worker.duties import begin_rounds, duties
from raadhus.interfaces.worker.letters import LETTERS, About, letter
from raadhus.interfaces.worker.stopping import stopped_by
from tests.cast import AT
from tests.domains.proceedings.cast import MEETS, OPERATOR, House, make_house

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db, tmp_path, settings) -> House:
    settings.FILES = tmp_path / "files"
    made = make_house()
    for user in User.objects.all():
        User.objects.filter(pk=user.pk).update(email=f"u{user.pk}@kommune.example")
    return made


def work() -> None:
    """One round, as if a minute had gone since the last."""
    begin_rounds(at=AT)
    Job.objects.filter(kind="find_reminders").update(run_at=AT)
    Worker(duties(), "w").work_off()


def plan(house: House) -> Sitting:
    """A meeting in five days."""
    day = timezone.localdate() + timedelta(days=5)
    return house.plan(When(day, MEETS.starts_at, MEETS.ends_at, MEETS.place))


def test_a_cancelled_meeting_is_told_by_mail_once(house: House):
    sitting = plan(house)
    work()
    record("cancelled_sitting", "sitting", sitting.pk, by="prøven", at=AT, facts={})
    work()
    work()
    told = Mail.objects.filter(kind="cancelled")
    assert sorted(mail.user_id for mail in told) == sorted(
        person.pk for person in (house.secretary, house.chair, house.member)
    )
    mail = told.get(user=house.member)
    assert mail.subject.startswith("Mødet i Chefforum ")
    assert mail.subject.endswith(" er aflyst")
    assert f"/moeder/{sitting.pk}/" in mail.text
    assert not Job.objects.filter(failed_at__isnull=False).exists()


def test_whoever_stopped_the_list_gets_no_more(house: House):
    sitting = plan(house)
    work()
    record("moved_sitting", "sitting", sitting.pk, by="prøven", at=AT, facts={})
    work()
    mail = Mail.objects.get(user=house.member)
    signed = mail.stop_address.rstrip("/").rpartition("/")[2]
    assert mail.stop_address in mail.text
    user, mail_list = stopped_by(signed)
    Stopped.objects.create(user_id=user, mail_list=mail_list, at=AT)
    record("moved_sitting", "sitting", sitting.pk, by="prøven", at=AT, facts={})
    work()
    assert Mail.objects.filter(user=house.member).count() == 1
    assert Mail.objects.filter(user=house.chair).count() == 2


def test_whoever_may_no_longer_see_it_is_told_nothing(house: House):
    sitting = plan(house)
    reminder = Reminder("cancelled", "k", house.outsider.pk, "body:1", sitting=sitting.pk)
    enqueue(kind="remind", key="k", payload=reminder.payload(), run_at=AT, at=AT)
    change_readers(audience=house.forum.open_audience, kind="named", by=OPERATOR, at=AT)
    work()
    assert Job.objects.get(key="k").done_at is not None
    assert not Mail.objects.filter(user=house.outsider).exists()


def test_a_letter_about_an_item_does_not_name_it(house: House):
    proposal = house.propose("Afskedigelse af en navngiven person")
    reminder = Reminder("step_waiting", "k", house.officer.pk, "waiting", proposal=proposal.pk)
    enqueue(kind="remind", key="k", payload=reminder.payload(), run_at=AT, at=AT)
    work()
    mail = Mail.objects.get()
    assert mail.subject == "Et punkt til Chefforum venter på dig"
    assert "Afskedigelse" not in mail.subject + mail.text


def test_every_kind_of_call_has_a_letter():
    assert set(CALLS.values()) <= set(LETTERS)


@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_is_whole(kind):
    about = About("Chefforum", MEETS.starts_on, MEETS.starts_at, MEETS.starts_on, "https://hus/moeder/7/")
    subject, text = letter(kind, about, name="Ida Iversen", stop_address="https://hus/stop/")
    assert "Chefforum" in subject + text
    assert len(subject) < 120
    assert text.startswith("Kære Ida Iversen\n\n")
    assert "\nhttps://hus/moeder/7/\n" in text
    assert "https://hus/stop/" in text
    assert "{" not in subject + text
    assert "stop" not in letter(kind, about, name="Ida", stop_address="")[1]


def test_days_and_hours_are_said_as_people_say_them():
    about = About("Chefforum", MEETS.starts_on, MEETS.starts_at, None, "x")
    assert "torsdag den 20. januar 2022 kl. 9." in letter("moved", about, name="Ida", stop_address="")[1]
