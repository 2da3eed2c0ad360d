"""A meeting whose agenda was sent, read and sent again with changes: what the browser tests of reading use."""

from datetime import UTC, date, datetime, time

from browser.prepare import PASSWORD
from browser.prepare_writing import SECRETARY
from raadhus.domains.meetings.changes import find_or_make_body
from raadhus.domains.proceedings import changes
from raadhus.domains.proceedings.models import Enclosure, Note, Proposal, Role, Sitting, Text
from raadhus.foundation.accounts.models import User
from raadhus.foundation.accounts.queries import Operator
from raadhus.pure.documents.tree import Document, Item, Paragraph, Section
from raadhus.pure.documents.write.docx import write_docx
from tests.pure.documents.read.makers import pdf
from tests.pure.documents.workbooks import of_rows

AT = datetime(2034, 9, 1, 9, 0, tzinfo=UTC)
MEETS = changes.When(date(2034, 9, 21), time(9), time(11), "Mødelokale 3")
READER, CANARY = "laeser", "Kanariegade 7"
BODY, HOUSING, SECRET, QUOTE = "Læseforum", "Boligprogram 2034", f"Salg af {CANARY}", "tre af projekterne er forsinkede"
PAPER = '#set page("a4", margin: 30mm)\n#set text(lang: "da", size: 12pt)\n'
ACCOUNT = (
    f"<p>Forvaltningen har gennemgået programmet, og {QUOTE}. Indflytningen rykker et år.</p>"
    "<table><tbody><tr><th>År</th><th>Boliger</th></tr><tr><td>2034</td><td>310</td></tr>"
    "<tr><td>2035</td><td>275</td></tr></tbody></table><p>Skolerne mærker det først i 2036.</p>"
)
OCCASION = "<p>Programmet er genberegnet efter sommeren.</p>"
CHANGED = "<p>Programmet er genberegnet igen efter sommeren og drøftet i Direktørforum.</p>"


def write_reading() -> None:
    """Two open items and a closed one; the first with a PDF, a Word file, a workbook and a confidential attachment."""
    secretary = User.objects.get(username=SECRETARY)
    reader = User.objects.create_user(READER, password=PASSWORD)
    body = find_or_make_body(BODY, reading_audience="signed_in", by=Operator(), at=AT)
    seat = {"role": Role.SECRETARY, "group": "", "starts_on": date(2022, 1, 1), "reads_closed": True}
    changes.seat_member(body=body, name="Sille Sørensen", user=secretary, **seat, by=Operator(), at=AT)
    sitting = changes.plan_sitting(body=body, when=MEETS, link="", by=secretary, at=AT)
    housing = _bring(sitting, HOUSING, secretary)
    _write(housing, "occasion", OCCASION, secretary)
    _write(housing, "account", ACCOUNT, secretary)
    for data, name, is_secret in _files():
        upload = changes.Upload(data, name, is_confidential=is_secret)
        changes.add_enclosure(proposal=housing, upload=upload, by=secretary, at=AT)
    secret = _bring(sitting, SECRET, secretary)
    Proposal.objects.filter(pk=secret.pk).update(is_closed=True, closed_because="person")
    _bring(sitting, "Eventuelt", secretary)
    changes.send_agenda(sitting=Sitting.objects.get(pk=sitting.pk), by=secretary, at=AT)
    changes.mark_read(sitting=sitting, number=1, by=reader, at=AT)
    words = changes.NoteWords(QUOTE, "Spørg, hvilke tre det er.")
    changes.write_note(proposal=Proposal.objects.get(pk=housing.pk), words=words, by=reader, at=AT)
    _change(housing, secretary)
    changes.send_supplement(sitting=Sitting.objects.get(pk=sitting.pk), by=secretary, at=AT)
    assert Note.objects.count() == 1


def _bring(sitting: Sitting, title: str, by: User) -> Proposal:
    idea = changes.Idea(title, recommended_by="Økonomichefen", points=("at status tages til efterretning",))
    row = changes.propose_item(body=sitting.meeting.body, idea=idea, by=by, at=AT)
    changes.send_on_its_way(proposal=row, way=(), by=by, at=AT)
    row.refresh_from_db()
    return changes.put_on_agenda(proposal=row, sitting=sitting, revision=row.revision, by=by, at=AT)


def _write(row: Proposal, kind: str, html: str, by: User) -> None:
    text = Text.objects.get(proposal=row, kind=kind)
    changes.save_text(text_id=text.pk, html=html, revision=text.revision, by=by, at=AT)


def _files() -> tuple[tuple[bytes, str, bool], ...]:
    notes = Document(
        "Notat om indflytning",
        date(2034, 9, 1),
        items=(Item("", "Baggrund", (), (Section("", (Paragraph("Indflytningen følger lokalplanerne."),)),)),),
    )
    first = pdf("= Status på boligprogrammet\n#lorem(160)\n#pagebreak()\n= Næste skridt\n#lorem(90)", PAPER)
    return (
        (first, "Status på boligprogrammet.pdf", False),
        (write_docx(notes), "Notat om indflytning.docx", False),
        (
            of_rows([["Distrikt", "2034", "2035"], ["Herstedøster", 120, 95], ["Herstedvester", 190, 180]]),
            "Tal.xlsx",
            False,
        ),
        (pdf(f"= Tilbud på {CANARY}", PAPER), "Tilbud.pdf", True),
    )


def _change(housing: Proposal, by: User) -> None:
    """What is new in the supplement: words, and a corrected attachment."""
    _write(housing, "occasion", CHANGED, by)
    old = Enclosure.objects.get(name="Status på boligprogrammet.pdf")
    newer = pdf("= Status på boligprogrammet\nFire projekter er forsinkede.\n\n#lorem(150)", PAPER)
    upload = changes.Upload(newer, old.name, "rettet")
    changes.replace_enclosure(enclosure=old, upload=upload, by=by, at=AT)
