"""A sheet's whole year: in from Excel, answered by eight heads in a round, walked through, frozen, answered and frozen
again, compared, and out as Excel, PDF and Word with every cell in it."""

import re
from datetime import date, timedelta
from io import BytesIO

import docx
import pypdfium2
import pytest

from raadhus.domains.followup.changes import sheets as changes
from raadhus.domains.followup.models import SheetEdition, SheetRow
from raadhus.domains.followup.queries import sheets as queries
from raadhus.domains.followup.rules.sheets.answers import Answer
from raadhus.domains.followup.rules.sheets.content import checksum
from raadhus.domains.followup.rules.sheets.values import cell_of
from raadhus.foundation.audit.queries import acts_on
from raadhus.foundation.files.queries import is_whole, open_bytes
from raadhus.pure.documents.read.workbook import read_workbook
from raadhus.pure.kernel.errors import Refused
from samples.sheets import budget_agreement

from .conftest import AT, DAY, row_numbered

FRIDAY = AT + timedelta(days=1)
KEYS = ("number", "point", "own:Beløb (1.000 kr.)", "handling", "main_post", "helping_posts", "deliverable",
        "deliverable_body", "deliverable_when", "fulfilled_when", "deadline", "status", "last_answer")  # fmt: skip


def bytes_of(file) -> bytes:
    with open_bytes(file) as stream:
        return stream.read()


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_every_cell_that_came_in_goes_out_again_in_excel(filled, keeper) -> None:
    edition = changes.freeze_sheet(sheet=filled, label="UDKAST", meeting="", by=keeper, at=AT)
    [out] = read_workbook(bytes_of(edition.xlsx), "ud.xlsx").sheets
    body = [cells for row, cells in sorted(out.rows.items()) if row > 3]
    sections = [cells[1].text for cells in body if len(cells) == 1]
    rows = [cells for cells in body if len(cells) > 1]
    lines = list(budget_agreement.lines())
    assert sections == list(budget_agreement.AREAS)
    assert len(rows) == len(lines) == 120
    for cells, line in zip(rows, lines, strict=True):
        assert [cells[at].value if at in cells else None for at in range(1, 14)] == [one or None for one in line.cells]
    assert [out.rows[row][1].text for row in (1, 2)] == [budget_agreement.TITLE, budget_agreement.NOTE]


def test_every_cell_that_came_in_goes_out_again_in_word_and_pdf(filled, keeper) -> None:
    edition = changes.freeze_sheet(sheet=filled, label="", meeting="", by=keeper, at=AT)
    shown = [[cell_of(row.cells.get(key, "")).text for key in KEYS] for row in filled.rows.all()]
    word = docx.Document(BytesIO(bytes_of(edition.docx)))
    in_word = [[cell.text for cell in row.cells] for table in word.tables for row in table.rows[1:]]
    assert in_word == shown
    pages = pypdfium2.PdfDocument(bytes_of(edition.pdf))
    said = squeezed("".join(page.get_textpage().get_text_range() for page in pages))
    missing = [cell for row in shown for cell in row if squeezed(cell) not in said]
    assert missing == []


def answer_all(filled, heads, *, but: int = 0) -> None:
    """Every head answers what they are main post for, but `but` of them, one row after the other."""
    for head in heads[but:]:
        for mine in queries.my_rows(head.user, on=DAY):
            if mine.is_main and mine.asked:
                answer = Answer(
                    {"status": "under_way", "last_answer": f"Svar fra {head.post.title}"}, mine.row.revision
                )
                changes.answer_row(row=mine.row, answer=answer, by=head.user, at=FRIDAY)


def test_eight_heads_answer_in_one_round_and_it_shows_who_has_not(filled, heads, keeper) -> None:
    begun = changes.open_round(sheet=filled, until="inden ugens udgang", by=keeper, at=AT)
    assert begun.due_on == date(2022, 1, 23)
    ended = sum(line.cells[11] == "Opfyldt" for line in budget_agreement.lines())
    assert ended == 20
    assert queries.open_round_of(keeper, filled).asked_rows == 120 - ended
    answer_all(filled, heads, but=1)
    standing = queries.standing_of(keeper, begun, on=DAY)
    assert [(one.title, one.is_done) for one in standing if not one.is_done] == [(heads[0].post.title, False)]
    assert standing[0].holders == ("Chef Nummer 1",)
    assert len(queries.rows_of(keeper, filled, queries.Filter(unanswered=True))) == standing[0].asked
    answer_all(filled, heads)
    assert all(one.is_done for one in queries.standing_of(keeper, begun, on=DAY))
    changes.close_round(round=begun, by=keeper, at=FRIDAY)
    assert queries.open_round_of(keeper, filled) is None
    assert queries.rounds_of(keeper, filled).get().answered_rows == 100


def test_the_forum_walks_through_freezes_answers_again_and_sees_what_is_new(filled, heads, keeper) -> None:
    changes.open_round(sheet=filled, until="inden ugens udgang", by=keeper, at=AT)
    answer_all(filled, heads)
    first = changes.freeze_sheet(
        sheet=filled, label="UDKAST", meeting="Chefforum 3. februar 2022", by=keeper, at=FRIDAY
    )
    row = row_numbered(filled, 12)
    agreed = Answer({"status": "waiting", "deadline": "1. marts 2022"}, row.revision)
    changes.decide_row(row=row, words="Afventer ØU.", answer=agreed, by=keeper, at=FRIDAY)
    second = changes.freeze_sheet(sheet=filled, label="", meeting="ØU 8. februar 2022", by=keeper, at=FRIDAY)
    found = queries.comparison(queries.edition_for(keeper, first.pk), queries.edition_for(keeper, second.pk), as_of=DAY)
    [changed] = found.rows
    assert (changed.kind, changed.number, found.unchanged) == ("changed", "12", 119)
    assert [(cell.heading, cell.before, cell.after) for cell in changed.cells] == [
        ("Frist", row.cells["deadline"]["d"][8:] + "-01-2022", "1. marts 2022"),
        ("Status", "I gang", "Afventer"),
    ]
    assert queries.events_of(keeper, row, on=DAY).first().words == "Afventer ØU."
    assert SheetRow.objects.get(pk=row.pk).deadline_last == date(2022, 3, 1)


def test_an_edition_stands_still_with_its_checksum_while_the_sheet_goes_on(filled, keeper) -> None:
    edition = changes.freeze_sheet(sheet=filled, label="", meeting="", by=keeper, at=AT)
    row = row_numbered(filled, 1)
    changes.edit_row(row=row, answer=Answer({"point": "Et andet punkt"}, row.revision), by=keeper, at=FRIDAY)
    again = queries.edition_for(keeper, edition.pk)
    assert "Et andet punkt" not in again.content
    assert all(is_whole(file) for file in (again.xlsx, again.pdf, again.docx))
    facts = list(acts_on("sheet", [filled.pk]))[-1].facts
    assert facts["checksum"] == again.checksum
    assert facts["pdf"] == again.pdf.sha256
    assert [one.cells[0].after for one in queries.comparison(again, None, as_of=DAY).rows] == ["Et andet punkt"]


def test_an_edition_that_was_tampered_with_is_not_compared(filled, keeper) -> None:
    edition = changes.freeze_sheet(sheet=filled, label="", meeting="", by=keeper, at=AT)
    SheetEdition.objects.filter(pk=edition.pk).update(content=edition.content.replace("I gang", "Opfyldt"))
    with pytest.raises(Refused, match="er ændret uden om Rådhus"):
        queries.comparison(queries.edition_for(keeper, edition.pk), None, as_of=DAY)


def test_verify_tells_an_edition_that_was_changed_also_with_a_new_checksum_and_one_that_is_gone(filled, keeper) -> None:
    first = changes.freeze_sheet(sheet=filled, label="", meeting="", by=keeper, at=AT)
    second = changes.freeze_sheet(sheet=filled, label="", meeting="ØU", by=keeper, at=AT)
    assert list(queries.broken_editions()) == []
    text = first.content.replace("I gang", "Opfyldt")
    SheetEdition.objects.filter(pk=first.pk).update(content=text, checksum=checksum(text))
    SheetEdition.objects.filter(pk=second.pk).delete()
    assert [sentence.split(";")[0] for sentence in queries.broken_editions()] == [
        f"Udgave 1 af opfølgningsark {filled.pk} er ikke, som da den blev frosset",
        f"Udgave 2 af opfølgningsark {filled.pk} er væk",
    ]
