"""From a promise to the mail that tells of it: once, true when it is sent, and silent about what is closed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings as house_settings

from raadhus.domains.followup import changes as followup
from raadhus.domains.followup.changes import sheets
from raadhus.domains.followup.models import Commitment, SheetRow
from raadhus.domains.followup.rules.sheets.answers import Answer
from raadhus.domains.proceedings.changes.ask_digests import ask_for_digests, ask_for_rounds
from raadhus.foundation.accounts.changes import let_in
from raadhus.foundation.accounts.models import Audience, User
from raadhus.foundation.jobs.models import Job
from raadhus.foundation.jobs.queries import payload_of
from raadhus.foundation.mail import sending
from raadhus.foundation.mail.changes import stop_list
from raadhus.foundation.mail.models import Mail, State
from raadhus.interfaces.worker.digesting import ANEW, find_digests, tell_of_round, write_digest
from raadhus.interfaces.worker.duties import AGAIN_AND_AGAIN, duties
from raadhus.interfaces.worker.stopping import stopped_by
from tests.domains.proceedings.cast import AT, OPERATOR, House, make_house
from tests.domains.proceedings.reminded import morning, post, promise, set_reminding
from tests.mail_sink import mail_sink

pytestmark = pytest.mark.django_db
MONDAY = date(2022, 2, 7)
AFTER = datetime(2022, 2, 7, 9, tzinfo=UTC)


@pytest.fixture
def house(db, tmp_path, settings) -> House:
    settings.FILES = tmp_path / "files"
    made = make_house()
    for user in User.objects.all():
        User.objects.filter(pk=user.pk).update(email=f"u{user.pk}@kommune.example")
    return made


@pytest.fixture
def sink(settings):
    with mail_sink() as sink:
        settings.SMTP_URL, settings.MAIL_FROM = sink.url, "Rådhus <raadhus@kommune.example>"
        yield sink


def ask(day: date = MONDAY) -> None:
    ask_for_digests(day=day, looked=day - timedelta(days=1), at=morning(day))


def write_all(kind: str = "digest", at: datetime = AFTER) -> None:
    """What a worker does with every job of a kind; it reads the clock, and we do not."""
    act = {"digest": write_digest, "tell_of_round": tell_of_round}[kind]
    for job in Job.objects.filter(kind=kind).order_by("pk"):
        act(payload_of(job), at=at)


def send(mail: Mail, at: datetime = AFTER) -> str:
    sending.send_mail({"mail": mail.pk}, at=at, anew=ANEW)
    mail.refresh_from_db()
    return mail.state


def finish(row: Commitment) -> None:
    followup.answer_commitment(
        commitment=row, text="Gjort.", is_done=True, revision=row.revision, by=OPERATOR, at=morning(MONDAY)
    )


def test_a_digest_says_what_where_from_by_when_and_leads_there(house):
    row = promise(house, post("Økonomichefen", house.head), "Økonomichefen opdaterer arket")
    ask()
    write_all()
    mail = Mail.objects.get(user=house.head)
    assert mail.subject == "1 løfte er over tiden"
    assert mail.text.startswith("Kære chef\n\nOver tiden\n* Økonomichefen opdaterer arket\n")
    assert "  Økonomichefen · Chefforum 6. januar 2022 · frist 4. februar 2022, 3 dage over\n" in mail.text
    assert f"  {house_settings.SITE_URL}/loefter/{row.pk}/\n" in mail.text
    assert mail.stop_address in mail.text
    assert stopped_by(mail.stop_address.rstrip("/").rpartition("/")[2]) == (house.head.pk, "digest")


def test_a_closed_item_is_told_of_without_a_word_of_it(house):
    closed = house.forum.closed_audience
    let_in(user=house.head, audience=closed, by=OPERATOR, at=AT)
    row = promise(house, house.head, "Afskedigelse af Bo Berg", audience_id=closed.pk)
    ask()
    write_all()
    mail = Mail.objects.get(user=house.head)
    assert "Afskedigelse" not in mail.subject + mail.text
    assert "* Lukket punkt. Log ind for at læse det\n  Chefforum 6. januar 2022 · frist" in mail.text
    assert f"/loefter/{row.pk}/" in mail.text


def test_however_often_one_asks_and_writes_there_is_one_digest_a_day(house):
    promise(house, house.head)
    for _ in range(2):  # two workers, each asking and writing
        ask()
        write_all()
        write_all()
    assert Job.objects.filter(kind="digest").count() == 1
    assert [mail.key for mail in Mail.objects.all()] == [f"digest:2022-02-07:{house.head.pk}"]


def test_a_round_of_the_worker_asks_once_a_day_in_the_hours_for_it(house):
    promise(house, house.head)
    again = find_digests({}, at=datetime(2022, 2, 7, 5, 30, tzinfo=UTC))  # half past six in Denmark
    assert (again.payload, Job.objects.filter(kind="digest").count()) == ({}, 0)
    again = find_digests({"looked": "2022-02-04"}, at=datetime(2022, 2, 7, 6, 0, tzinfo=UTC))
    assert again.payload == {"looked": "2022-02-07"}
    assert Job.objects.filter(kind="digest").count() == 1
    promise(house, house.member)
    find_digests(again.payload, at=datetime(2022, 2, 7, 6, 1, tzinfo=UTC))
    assert Job.objects.filter(kind="digest").count() == 1


def test_a_worker_that_was_off_on_monday_sends_on_tuesday(house):
    promise(house, house.head)
    find_digests({"looked": "2022-02-04"}, at=morning(date(2022, 2, 8)))
    write_all(at=morning(date(2022, 2, 8)))
    assert Mail.objects.get().key == f"digest:2022-02-08:{house.head.pk}"
    assert send(Mail.objects.get()) == State.QUEUED  # no mail server here, and nothing lost


def test_a_promise_that_was_kept_before_the_mail_was_written_is_in_none(house):
    row = promise(house, house.head)
    ask()
    finish(row)
    write_all()
    assert not Mail.objects.exists()


def test_a_promise_that_was_kept_before_the_mail_was_sent_makes_it_stale(house, sink):
    row = promise(house, house.head)
    ask()
    write_all()
    finish(row)
    assert send(Mail.objects.get()) == State.STALE
    assert sink.mails == []


def test_of_two_promises_the_one_that_was_kept_meanwhile_is_told_no_more(house, sink):
    kept = promise(house, house.head, "holdt")
    promise(house, house.head, "ikke holdt")
    ask()
    write_all()
    assert Mail.objects.get().subject == "2 løfter er over tiden"
    finish(kept)
    assert send(Mail.objects.get()) == State.SENT
    assert sink.mails[0]["Subject"] == "1 løfte er over tiden"
    assert "* holdt" not in sink.mails[0].get_content()
    assert send(Mail.objects.get()) == State.SENT
    assert len(sink.mails) == 1


def test_what_became_closed_meanwhile_is_not_sent_in_words(house, sink):
    let_in(user=house.head, audience=house.forum.closed_audience, by=OPERATOR, at=AT)
    promise(house, house.head, "Afskedigelse af Bo Berg")
    ask()
    write_all()
    Commitment.objects.update(audience=house.forum.closed_audience)
    assert send(Mail.objects.get()) == State.SENT
    assert "Afskedigelse" not in sink.mails[0].get_content()


def test_who_stops_between_making_and_sending_gets_none(house, sink):
    promise(house, house.head)
    ask()
    write_all()
    stop_list(user=house.head, mail_list="digest", by=house.head, at=AT)
    assert send(Mail.objects.get()) == State.STALE


def test_a_digest_that_cannot_be_stopped_says_why_and_offers_no_way_to(house, sink):
    promise(house, None)
    ask()
    write_all()
    mail = Mail.objects.get(user=house.secretary)
    assert mail.subject == "1 løfte har ingen ansvarlig"
    assert mail.stop_address == ""
    assert "kan du ikke stoppe: det går til dig, fordi du fører opfølgningen" in mail.text
    send(mail)
    assert sink.mails[0]["List-Unsubscribe"] is None


def test_a_body_that_does_not_let_stop_is_named(house):
    set_reminding(house, may_stop=False)
    promise(house, house.head)
    ask()
    write_all()
    mail = Mail.objects.get()
    assert "Påmindelser om det, der er lovet Chefforum, kan ikke stoppes" in mail.text
    assert "stop den her" not in mail.text


def test_every_kind_that_is_asked_for_has_a_duty():
    assert {"find_digests", "digest", "tell_of_round"} <= set(duties())
    assert "find_digests" in AGAIN_AND_AGAIN


# ── rounds of sheets ──


@pytest.fixture
def sheet(house):
    """A sheet of the officer's, for the whole house: two rows of the head's post, one of a post that nobody has."""
    everyone = house.forum.open_audience
    facts = sheets.SheetFacts(
        title="Budgetaftale 2022", agreement="Budgetaftale 2022", case_number="", audience=everyone
    )
    made = sheets.begin_sheet(facts=facts, by=house.officer, at=AT)
    economy, empty = post("Økonomichefen", house.head), post("Chefen for Børn")
    for position, owner in enumerate((economy, economy, empty), 1):
        SheetRow.objects.create(sheet=made, position=position, cells={"point": f"Punkt {position}"}, main_post=owner)
    return made


def open_round(sheet, house, until: str = "fredag den 4. februar 2022", at: datetime | None = None):
    return sheets.open_round(sheet=sheet, until=until, by=house.officer, at=at or morning(date(2022, 1, 31)))


def look(at: datetime) -> list[str]:
    """The kinds of mail there are after a look at that moment, in order."""
    ask_for_rounds(at=at)
    write_all("tell_of_round", at)
    return list(Mail.objects.order_by("pk").values_list("kind", flat=True))


def test_whoever_owes_an_answer_is_mailed_when_a_round_is_opened_and_shortly_before_its_end(house, sheet):
    open_round(sheet, house)
    assert look(morning(date(2022, 1, 31))) == ["round_opened"]
    mail = Mail.objects.get()
    assert (mail.user, mail.subject) == (
        house.head,
        "Svar senest fredag den 4. februar 2022: 2 rækker mangler dit svar",
    )
    assert "„Budgetaftale 2022“" in mail.text
    assert "/ark/mine/" in mail.text
    assert "Punkt 1" not in mail.text
    assert stopped_by(mail.stop_address.rstrip("/").rpartition("/")[2]) == (house.head.pk, "rounds")
    assert look(morning(date(2022, 2, 2))) == ["round_opened"]
    assert look(datetime(2022, 2, 3, 4, tzinfo=UTC)) == ["round_opened"]  # five in the morning
    assert look(morning(date(2022, 2, 3))) == ["round_opened", "round_near"]
    assert look(morning(date(2022, 2, 4))) == ["round_opened", "round_near"]


def answer_rows(sheet, house, number: int) -> None:
    for row in SheetRow.objects.filter(sheet=sheet).order_by("position")[:number]:
        said = Answer({"last_answer": "I gang"}, row.revision)
        sheets.answer_row(row=row, answer=said, by=house.head, at=morning(date(2022, 2, 1)))


def test_who_has_answered_all_is_not_reminded_and_who_answered_some_is_told_how_many_are_left(house, sheet):
    open_round(sheet, house)
    look(morning(date(2022, 1, 31)))
    answer_rows(sheet, house, 1)
    assert look(morning(date(2022, 2, 3)))[-1] == "round_near"
    assert Mail.objects.get(kind="round_near").subject.endswith(": 1 række mangler dit svar")
    Mail.objects.filter(kind="round_near").delete()
    Job.objects.filter(key__startswith="round_near").delete()
    answer_rows(sheet, house, 2)
    assert look(morning(date(2022, 2, 3))) == ["round_opened"]


def test_a_mail_about_a_round_that_was_answered_or_closed_before_it_was_sent_is_stale(house, sheet, sink):
    running = open_round(sheet, house)
    look(morning(date(2022, 1, 31)))
    sheets.close_round(round=running, by=house.officer, at=morning(date(2022, 1, 31)))
    assert send(Mail.objects.get(), morning(date(2022, 1, 31))) == State.STALE


def test_a_round_opened_late_on_its_own_last_days_is_told_once_a_day(house, sheet):
    open_round(sheet, house, at=morning(date(2022, 2, 3)))
    assert look(morning(date(2022, 2, 3))) == ["round_opened"]
    assert look(morning(date(2022, 2, 4))) == ["round_opened", "round_near"]


def test_an_old_round_is_no_news_after_three_days(house, sheet):
    open_round(sheet, house, "4. marts 2022")
    assert look(morning(date(2022, 2, 4))) == []


def test_whoever_stopped_rounds_gets_none_and_keeps_the_digest(house, sheet):
    stop_list(user=house.head, mail_list="rounds", by=house.head, at=AT)
    open_round(sheet, house, "11. februar 2022")
    assert look(morning(date(2022, 1, 31))) == []
    ask()
    write_all()
    assert "Venter på dit svar\n* Budgetaftale 2022\n  2 rækker" in Mail.objects.get(user=house.head).text


def test_the_sheets_keeper_hears_of_posts_that_nobody_has(house, sheet):
    open_round(sheet, house, "11. februar 2022")
    ask()
    write_all()
    mail = Mail.objects.get(user=house.officer)
    assert "Ingen har posten\n* Budgetaftale 2022: Chefen for Børn\n" in mail.text
    assert mail.stop_address == ""


def test_the_name_of_a_sheet_that_only_some_read_is_not_told(house, sheet):
    sheet.audience = Audience.objects.create(name="nogle", kind="named")
    sheet.save()
    open_round(sheet, house)
    look(morning(date(2022, 1, 31)))
    assert "Budgetaftale" not in Mail.objects.get().text
    assert "Et ark, som kun nogle læser" in Mail.objects.get().text


def test_the_letter_of_a_round_that_ends_is_whole(house, sheet):
    open_round(sheet, house)
    look(morning(date(2022, 2, 3)))
    mail = Mail.objects.get(kind="round_near")
    assert mail.subject == "Husk at svare senest fredag den 4. februar 2022: 2 rækker mangler dit svar"
    assert "{" not in mail.text


def test_long_words_are_cut_and_what_is_not_shown_is_counted(house):
    for number in range(22):
        promise(house, house.head, f"{number} " + "ord " * 200)
    ask()
    write_all()
    mail = Mail.objects.get()
    assert mail.subject == "22 løfter er over tiden"
    assert "* og 2 til:\n" in mail.text
    assert max(map(len, mail.text.splitlines())) < 320
