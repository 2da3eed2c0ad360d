"""The budget agreement's sheet for the browser tests: 120 rows, a running round, an edition, a head who answers."""

from datetime import timedelta

from browser.prepare import PASSWORD


def write_sheet() -> None:
    """The administrator keeps the sheet; "skolechef" has the first head's post. Some rows are answered, one is newer
    than the edition."""
    from django.utils import timezone

    from raadhus.domains.followup.changes import sheets as changes
    from raadhus.domains.followup.queries import sheets as queries
    from raadhus.domains.followup.rules.sheets.answers import Answer
    from raadhus.domains.followup.rules.sheets.headings import suggest_head
    from raadhus.domains.organisation.changes import give_post, make_post
    from raadhus.foundation.accounts.models import User
    from raadhus.foundation.accounts.queries import Operator
    from samples.sheets import budget_agreement

    at, keeper = timezone.now(), User.objects.get(username="administrator")
    posts = [make_post(title=title, valid_from=None, by=Operator(), at=at) for title in budget_agreement.HEADS]
    head = User.objects.create_user("skolechef", password=PASSWORD, first_name="Mette", last_name="Holm")
    give_post(post=posts[0], user=head, starts_on=timezone.localdate() - timedelta(days=30), by=Operator(), at=at)
    facts = changes.SheetFacts("Opfølgning på Budgetaftale 2022", "Budgetaftale 2022", "00.30.14-S00-10-21")
    data, name = budget_agreement.FILE.read_bytes(), budget_agreement.FILE.name
    brought = changes.begin_sheet_with_file(facts=facts, data=data, name=name, by=keeper, at=at)
    suggested = suggest_head(queries.workbook_of(brought))
    changes.take_in(brought=brought, head=suggested, by=keeper, at=at)
    changes.open_round(sheet=brought.sheet, until="inden årets udgang", by=keeper, at=at)
    changes.freeze_sheet(sheet=brought.sheet, label="UDKAST", meeting="Chefforum 3. februar", by=keeper, at=at)
    for mine in queries.my_rows(head, on=timezone.localdate())[:5]:
        said = Answer({"status": "under_way", "last_answer": "Planen er drøftet med skolelederne."}, mine.row.revision)
        changes.answer_row(row=mine.row, answer=said, by=head, at=at)
