"""Taking an Excel file in, and in again: posts that are gone, cells that both changed, rows that came and went."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from pure.documents.workbooks import of_rows
from raadhus.domains.followup.changes import sheets as changes
from raadhus.domains.followup.changes.sheets.take_in import NEW
from raadhus.domains.followup.models import RowEvent, SheetFile, SheetRow
from raadhus.domains.followup.queries import sheets as queries
from raadhus.domains.followup.rules.sheets.answers import Answer
from raadhus.domains.followup.rules.sheets.headings import suggest_head
from raadhus.domains.organisation.changes import make_post, replace_post
from raadhus.domains.organisation.models import Post
from raadhus.foundation.files.models import StoredFile
from raadhus.foundation.files.queries import open_bytes
from raadhus.pure.kernel.errors import Refused
from samples.sheets import budget_agreement

from .conftest import AT, DAY, FACTS, OPERATOR, row_numbered

HEAD = ["Nr.", "Punkt", "Handling", "Ansvarlig", "Medansvarlige", "Frist", "Status"]
FIRST = [HEAD, ["1", "Læsning", "Plan A", "Skolechefen", "", "1/3-22", "I gang"], ["2", "Teams", "", "", "", "", ""]]


def post(title: str) -> Post:
    return make_post(title=title, valid_from=None, by=OPERATOR, at=AT)


def preview(bring, rows: list, name: str = "ark.xlsx") -> queries.SheetPreview:
    brought = bring(of_rows(rows), name)
    book = queries.workbook_of(brought)
    return queries.preview_of(brought, book, suggest_head(book), on=DAY)


def texts(sheet) -> list[dict]:
    return [dict(row.cells) for row in sheet.rows.all()]


def test_the_same_file_twice_doubles_and_changes_nothing(filled, take_in) -> None:
    before = texts(filled)
    again = take_in(budget_agreement.FILE.read_bytes())
    assert (again.added, again.changed, again.unchanged, again.kept) == (0, 0, 120, 0)
    assert texts(filled) == before


def test_rows_know_their_posts_deadlines_and_status(filled, heads) -> None:
    row = row_numbered(filled, 2)
    assert (row.main_post, row.status, row.has_item) == (heads[0].post, "waiting", False)
    assert [one.post.title for one in row.helpers.all()] == row.cells["helping_posts"].split("\n")
    assert (row.deadline_first, row.deadline_last) == (date(2022, 3, 15), date(2022, 3, 15))
    assert row_numbered(filled, 4).deadline_last == date(2022, 6, 30)


def test_our_own_export_read_back_changes_nothing(filled, keeper, take_in) -> None:
    row = row_numbered(filled, 1)
    answer = Answer({"status": "fulfilled", "last_answer": "Sket."}, row.revision)
    changes.edit_row(row=row, answer=answer, by=keeper, at=AT)
    edition = changes.freeze_sheet(sheet=filled, label="", meeting="", by=keeper, at=AT)
    before = texts(filled)
    with open_bytes(edition.xlsx) as stream:
        again = take_in(stream.read())
    assert (again.added, again.changed, again.kept) == (0, 0, 0)
    assert texts(filled) == before


def test_what_only_the_file_changed_is_taken_and_what_only_we_changed_stays(sheet, keeper, take_in) -> None:
    post("Skolechefen")
    take_in(of_rows(FIRST))
    row = row_numbered(sheet, 1)
    changes.edit_row(row=row, answer=Answer({"status": "fulfilled"}, row.revision), by=keeper, at=AT)
    taken = take_in(of_rows([HEAD, ["1", "Læsning", "Plan B", "Skolechefen", "", "1/3-22", "I gang"], FIRST[2]]))
    assert (taken.changed, taken.kept) == (1, 0)
    row = row_numbered(sheet, 1)
    assert (row.cells["handling"], row.status) == ("Plan B", "fulfilled")


def test_where_both_changed_the_house_stays_unless_a_person_says_the_file_is_right(sheet, keeper, take_in) -> None:
    post("Skolechefen")
    take_in(of_rows(FIRST))
    row = row_numbered(sheet, 1)
    changes.edit_row(row=row, answer=Answer({"handling": "Vores plan"}, row.revision), by=keeper, at=AT)
    newer = of_rows([HEAD, ["1", "Læsning", "Arkets plan", "Skolechefen", "", "1/3-22", "I gang"], FIRST[2]])
    assert take_in(newer).kept == 1
    assert row_numbered(sheet, 1).cells["handling"] == "Vores plan"
    changes.edit_row(
        row=(now := row_numbered(sheet, 1)), answer=Answer({"handling": "Ny"}, now.revision), by=keeper, at=AT
    )
    third = of_rows([HEAD, ["1", "Læsning", "Tredje", "Skolechefen", "", "1/3-22", "I gang"], FIRST[2]])
    assert take_in(third, file_is_right=frozenset({(row.pk, "handling")})).changed == 1
    assert row_numbered(sheet, 1).cells["handling"] == "Tredje"


def test_a_row_that_the_file_has_no_more_stays_and_is_marked(sheet, take_in) -> None:
    take_in(of_rows(FIRST), posts={"Skolechefen": NEW})
    taken = take_in(of_rows([HEAD, ["3", "Ny", "", "", "", "", ""], ["2", "Teams", "", "", "", "", ""]]))
    assert (taken.added, taken.unchanged) == (1, 1)
    rows = [(row.cells["number"], row.position, row.is_missing) for row in sheet.rows.all()]
    assert rows == [("3", 1, False), ("2", 2, False), ("1", 3, True)]


def test_a_post_that_no_longer_exists_is_told_with_who_took_over_and_never_guessed(sheet, bring, take_in) -> None:
    old = post("Skolechefen")
    replace_post(post=old, successors=["Chefen for Læring"], from_on=date(2022, 1, 1), words="", by=OPERATOR, at=AT)
    [unknown] = preview(bring, FIRST).unknown_posts
    assert unknown.sentence == "„Skolechefen“ findes ikke længere: posten blev nedlagt 01-01-2022."
    assert [one.title for one in unknown.successors] == ["Chefen for Læring"]
    take_in(of_rows(FIRST))
    row = row_numbered(sheet, 1)
    assert (row.main_post, row.cells["main_post"]) == (None, "Skolechefen")


def test_the_post_that_was_chosen_instead_answers_and_stands_in_the_cell(sheet, take_in) -> None:
    old = post("Skolechefen")
    [new] = replace_post(post=old, successors=["Læring"], from_on=date(2022, 1, 1), words="", by=OPERATOR, at=AT)
    take_in(of_rows(FIRST), posts={"Skolechefen": new.pk})
    row = row_numbered(sheet, 1)
    assert (row.main_post, row.cells["main_post"]) == (new, "Læring")
    assert take_in(of_rows(FIRST)).changed == 0
    assert row_numbered(sheet, 1).main_post == new


def test_an_abolished_post_cannot_be_chosen(sheet, take_in) -> None:
    old = post("Skolechefen")
    replace_post(post=old, successors=["Læring"], from_on=date(2022, 1, 1), words="", by=OPERATOR, at=AT)
    with pytest.raises(Refused, match="„Skolechefen“ findes ikke længere"):
        take_in(of_rows(FIRST), posts={"Skolechefen": old.pk})
    assert not SheetRow.objects.exists()


def test_words_that_are_no_post_leave_the_row_without_one_unless_it_is_made(sheet, take_in) -> None:
    take_in(of_rows(FIRST))
    assert row_numbered(sheet, 1).main_post is None
    assert len(queries.rows_of(OPERATOR, sheet, queries.Filter(without_post=True))) == 2
    assert not Post.objects.exists()


def test_several_responsible_are_the_first_and_those_who_help(sheet, take_in) -> None:
    first, second = post("Skolechefen"), post("Økonomichefen")
    take_in(of_rows([HEAD, ["1", "Læsning", "", "Skolechefen; Økonomichefen", "", "", ""]]))
    row = row_numbered(sheet, 1)
    assert (row.main_post, [one.post for one in row.helpers.all()]) == (first, [second])


def test_40000_rows_bring_nothing_and_say_what_to_do(sheet, bring) -> None:
    with pytest.raises(Refused, match=r"mere end 5\.000 rækker"):
        bring(of_rows([["Nr.", "Punkt"], *([number, "Et punkt"] for number in range(40_000))]))
    assert not SheetFile.objects.exists()
    assert not StoredFile.objects.exists()


def test_only_the_keeper_and_administrators_bring_files_and_take_them_in(sheet, bring, outsider, administrator) -> None:
    brought = bring(of_rows(FIRST))
    with pytest.raises(PermissionDenied):
        changes.bring_file(sheet=sheet, data=of_rows(FIRST), name="a.xlsx", by=outsider, at=AT)
    head = suggest_head(queries.workbook_of(brought))
    with pytest.raises(PermissionDenied):
        changes.take_in(brought=brought, head=head, by=outsider, at=AT)
    with pytest.raises(SheetFile.DoesNotExist):
        queries.sheet_file_for(outsider, brought.pk)
    assert changes.take_in(brought=brought, head=head, by=administrator, at=AT).added == 2


def test_every_row_that_came_in_has_it_in_its_history(sheet, take_in) -> None:
    take_in(of_rows(FIRST))
    [event] = RowEvent.objects.filter(row=row_numbered(sheet, 2))
    assert (event.kind, event.changes[0]) == ("imported", {"key": "number", "before": "", "after": "2"})


def test_a_sheet_needs_a_name_and_an_agreement(keeper) -> None:
    with pytest.raises(Refused, match="hvilken aftale det følger op på"):
        changes.begin_sheet(facts=changes.SheetFacts("Ark", " "), by=keeper, at=AT)


def test_a_sheet_is_shown_only_to_those_its_keeper_belongs_to(keeper, outsider, anonymous, stored) -> None:
    theirs = changes.SheetFacts("Ark", "Aftale", audience=stored.body.closed_audience)
    with pytest.raises(PermissionDenied):
        changes.begin_sheet(facts=theirs, by=keeper, at=AT)
    with pytest.raises(PermissionDenied):
        changes.begin_sheet(facts=FACTS, by=anonymous, at=AT)
    own = changes.begin_sheet(facts=FACTS, by=keeper, at=AT)
    shared = changes.SheetFacts("Fælles", "Aftale", audience=stored.body.open_audience)
    both = changes.begin_sheet(facts=shared, by=keeper, at=AT + timedelta(days=1))
    assert list(queries.sheets_for(outsider, on=DAY)) == [both]
    assert list(queries.sheets_for(keeper, on=DAY)) == [both, own]
    assert not queries.sheets_for(anonymous, on=DAY).exists()
