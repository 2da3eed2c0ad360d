"""A mail is written once, handed over at most once, and what became of it is known or shown as unknown."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.foundation.accounts.models import User
from raadhus.foundation.audit.models import Entry
from raadhus.foundation.jobs.models import Job
from raadhus.foundation.jobs.running import Worker
from raadhus.foundation.mail import changes, sending
from raadhus.foundation.mail.models import Mail, State
from raadhus.foundation.mail.queries import mail_figures, mails_for, way_out
from raadhus.foundation.mail.rules import Server, is_address, server_from
from raadhus.pure.kernel.errors import Refused
from tests.cast import AT, OPERATOR
from tests.mail_sink import mail_sink

FAR = AT + timedelta(days=36500)  # workers read the clock, and these mails are to be sent by one

pytestmark = pytest.mark.django_db


@pytest.fixture
def ida(db) -> User:
    return User.objects.create(username="ida", email="ida@kommune.example")


@pytest.fixture
def sink(settings):
    with mail_sink() as sink:
        settings.SMTP_URL, settings.MAIL_FROM = sink.url, "Rådhus <raadhus@kommune.example>"
        yield sink


def write(to: User, key: str = "agenda_sent:1:1", **facts) -> Mail | None:
    known = {
        "subject": "Dagsordenen til Økonomiudvalget er sendt ud",
        "text": "Kære Ida\n\nDagsordenen er sendt ud.\n.\nVenlig hilsen\nRådhus\n",
        "kind": "agenda_sent",
        "mail_list": "body:1",
        "stop_address": "",
        "stale_at": FAR,
    }
    return changes.write_mail(to=to, key=key, at=AT, **(known | facts))


def work() -> dict[str, int]:
    return dict(Worker(sending.duties(), "w").work_off())


def again() -> dict[str, int]:
    """Work as if the waiting or the lease were over."""
    Job.objects.filter(done_at=None).update(run_at=AT, locked_until=None)
    return work()


def test_a_mail_goes_out_as_plain_danish_text_and_is_known_to_be_sent(ida, sink):
    write(ida, stop_address="https://hus/mails/stop/abc/")
    assert work() == {"done": 1}
    [mail] = sink.mails
    assert mail["To"] == "ida@kommune.example"
    assert mail["From"] == "Rådhus <raadhus@kommune.example>"
    assert mail["Subject"] == "Dagsordenen til Økonomiudvalget er sendt ud"
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content().splitlines()[2:4] == ["Dagsordenen er sendt ud.", "."]
    assert mail["List-Unsubscribe"] == "<https://hus/mails/stop/abc/>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert sink.raw[0].isascii()
    row = Mail.objects.get()
    assert (row.state, row.reply, row.handovers) == (State.SENT, "250 taget", 1)
    assert mail["Message-ID"] == f"<{row.token}@kommune.example>"


def test_a_mail_that_is_not_the_readers_to_stop_offers_no_way_to(ida, sink):
    write(ida)
    work()
    assert sink.mails[0]["List-Unsubscribe"] is None


def test_written_twice_it_is_sent_once(ida, sink):
    first, second = write(ida), write(ida, subject="En anden overskrift")
    assert first.pk == second.pk
    work()
    write(ida)
    assert work() == {}
    assert len(sink.raw) == 1


@pytest.mark.parametrize(
    ("now", "state", "subjects"),
    [
        (("To løfter", "Nu to.\n"), State.SENT, ["To løfter"]),
        (None, State.STALE, []),
    ],
)
def test_a_mail_of_a_kind_that_is_written_anew_says_what_is_so_when_it_is_sent(ida, sink, now, state, subjects):
    write(ida, kind="digest", subject="Tre løfter")
    Worker(sending.duties({"digest": lambda mail, at: now}), "w").work_off()
    assert Mail.objects.get().state == state
    assert [mail["Subject"] for mail in sink.mails] == subjects
    assert [mail.get_content().strip() for mail in sink.mails] == ["Nu to."] * len(subjects)


def test_without_a_mail_server_it_stays_in_the_outbox(ida, settings):
    settings.SMTP_URL = ""
    write(ida)
    assert way_out() is None
    assert work() == {}
    assert Mail.objects.get().state == State.QUEUED
    assert Job.objects.get().attempts == 0


@pytest.mark.parametrize(
    ("word", "reply"),
    [
        ("EHLO", ""),
        ("MAIL", "451 kom igen"),
        ("RCPT", "450 optaget"),
        ("DATA", "421 lukker"),
        ("DATA", "451 ikke nu"),
        ("END", "452 fuld"),
    ],
)
def test_what_the_server_certainly_has_not_got_is_tried_again(ida, sink, word, reply):
    sink.replies = {word: reply} | ({"HELO": ""} if word == "EHLO" else {})
    write(ida)
    assert work() == {"off": 1}
    assert sink.raw == []
    assert (Mail.objects.get().state, Mail.objects.get().tries) == (State.QUEUED, 1)
    sink.replies = {}
    assert again() == {"done": 1}
    assert len(sink.raw) == 1
    assert Mail.objects.get().state == State.SENT


def test_a_server_that_is_away_is_tried_eight_times(ida, sink):
    sink.replies = {"RCPT": "450 optaget"}
    write(ida)
    told = [again() for _ in range(8)]
    assert told == [{"off": 1}] * 7 + [{"done": 1}]
    row = Mail.objects.get()
    assert (row.state, row.reply) == (State.REFUSED, "450 optaget")


@pytest.mark.parametrize(("word", "reply"), [("RCPT", "550 kendes ikke"), ("END", "554 uønsket")])
def test_a_no_for_good_is_kept_with_the_servers_words(ida, sink, word, reply):
    sink.replies = {word: reply}
    write(ida)
    assert work() == {"done": 1}
    row = Mail.objects.get()
    assert (row.state, row.reply) == (State.REFUSED, reply)
    assert again() == {}


def test_a_server_that_takes_the_text_and_says_nothing_leaves_a_doubt_that_is_shown(ida, sink, administrator):
    sink.replies = {"END": ""}
    write(ida)
    assert work() == {"done": 1}
    sink.replies = {}
    assert again() == {}
    assert len(sink.raw) == 1
    [row] = mails_for(administrator, state="unsure")
    assert row.reply.startswith("SMTPServerDisconnected")


def test_a_mail_found_half_handed_over_is_not_sent_again(ida, sink):
    mail = write(ida)
    assert changes.begin_handover(mail=mail)  # and then the worker dies
    assert work() == {"done": 1}
    assert sink.raw == []
    row = Mail.objects.get()
    assert row.state == State.UNSURE
    assert "mailserveren kan have fået den" in row.reply


def test_whoever_handed_it_over_knows_better_than_a_doubt(ida):
    mail = write(ida)
    changes.begin_handover(mail=mail)
    changes.note_unsure(mail=mail, reply="?", at=AT)
    changes.note_sent(mail=mail, reply="250 taget", at=AT)
    assert Mail.objects.get().state == State.SENT


def test_two_workers_cannot_both_begin(ida):
    write(ida)
    one, two = Mail.objects.get(), Mail.objects.get()
    assert changes.begin_handover(mail=one)
    assert not changes.begin_handover(mail=two)
    changes.note_refused(mail=two, reply="?", at=AT)
    assert Mail.objects.get().state == State.SENDING


def test_a_person_decides_what_becomes_of_a_doubt(ida, sink, administrator, outsider):
    for key in ("a", "b"):
        changes.begin_handover(mail=write(ida, key=key))
    work()
    first, second = Mail.objects.order_by("pk")
    for act in (changes.set_aside, lambda **who: changes.send_again(**who, stale_at=FAR)):
        with pytest.raises(PermissionDenied):
            act(mail=first, by=outsider, at=AT)
    changes.set_aside(mail=first, by=administrator, at=AT)
    changes.send_again(mail=second, stale_at=FAR, by=administrator, at=AT)
    with pytest.raises(Refused, match="allerede afgjort"):
        changes.send_again(mail=second, stale_at=FAR, by=administrator, at=AT)
    assert work() == {"done": 1}
    [mail] = sink.mails
    assert mail["Message-ID"] == f"<{second.token}@kommune.example>"
    assert mail_figures(administrator) == {"sent": 1, "set_aside": 1}
    assert [entry.action for entry in Entry.objects.all()] == ["set_mail_aside", "sent_mail_again"]


def test_news_that_waited_too_long_is_not_sent(ida, sink):
    write(ida, stale_at=AT + timedelta(days=3))
    assert work() == {"done": 1}
    assert sink.raw == []
    assert Mail.objects.get().state == State.STALE


def test_a_person_without_an_address_is_shown_not_forgotten(outsider, sink, administrator):
    write(outsider)
    assert Job.objects.count() == 0
    [row] = mails_for(administrator, state="refused")
    assert row.reply == changes.NO_ADDRESS
    with pytest.raises(Refused, match="Skriv den på brugeren"):
        changes.send_again(mail=row, stale_at=FAR, by=OPERATOR, at=AT)
    outsider.email = "ny@kommune.example"
    outsider.save()
    changes.send_again(mail=row, stale_at=FAR, by=OPERATOR, at=AT)
    work()
    assert sink.mails[0]["To"] == "ny@kommune.example"


def test_nobody_who_is_shut_out_or_has_stopped_the_list_is_written_to(ida, outsider):
    changes.stop_list(user=ida, mail_list="body:1", by=ida, at=AT)
    changes.stop_list(user=ida, mail_list="body:1", by=ida, at=AT)
    assert write(ida) is None
    assert write(ida, key="b", mail_list="body:2") is not None
    changes.resume_list(user=ida, mail_list="body:1", by=ida, at=AT)
    assert write(ida, key="c") is not None
    User.objects.update(is_active=False)
    ida.refresh_from_db()
    assert write(ida, key="d") is None
    assert [entry.action for entry in Entry.objects.all()] == ["stopped_mail_list", "resumed_mail_list"]


def test_only_administrators_see_the_outbox(ida, outsider, anonymous, administrator):
    write(ida)
    for reader in (ida, outsider, anonymous):
        assert not mails_for(reader).exists()
        assert mail_figures(reader) == {}
    assert mails_for(administrator).count() == 1


def test_words_cannot_become_headers(ida, sink):
    write(ida, subject="Møde\r\nBcc: alle@kommune.example")
    work()
    [mail] = sink.mails
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Møde Bcc: alle@kommune.example"


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://127.0.0.1", Server("127.0.0.1", 25, "none")),
        ("smtps://a%40b:p%2Fw@mail.kommune.dk", Server("mail.kommune.dk", 465, "tls", "a@b", "p/w")),
        ("smtp+starttls://u:p@mail.kommune.dk:2525", Server("mail.kommune.dk", 2525, "starttls", "u", "p")),
    ],
)
def test_the_address_of_a_mail_server(url, server):
    assert server_from(url) == server


@pytest.mark.parametrize("url", ["mail.kommune.dk", "http://x", "smtp://", "smtp://x:99999", "smtps://x:y", "smtp:x"])
def test_what_is_no_mail_server_is_refused_with_how_to_write_it(url):
    with pytest.raises(Refused, match="Skriv den som smtps://"):
        server_from(url)


def test_a_password_does_not_go_unprotected():
    with pytest.raises(Refused, match="ubeskyttet"):
        server_from("smtp://bruger:kodeord@mail.kommune.dk")


def test_a_server_without_a_sender_is_refused(settings):
    settings.SMTP_URL, settings.MAIL_FROM = "smtp://127.0.0.1", ""
    with pytest.raises(Refused, match="RAADHUS_MAIL_FROM"):
        way_out()


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("ida@kommune.dk", True),
        ("ida.i+x@sub.kommune.dk", True),
        ("", False),
        ("ida", False),
        ("ida@kommune.dk\r\nRCPT TO:<x@y>", False),
        ("søren@kommune.dk", False),
        ("a b@kommune.dk", False),
        ("Ida <ida@kommune.dk>", False),
        ("a@b@c.dk", False),
    ],
)
def test_what_is_a_mail_address(text, is_one):
    assert is_address(text) is is_one
