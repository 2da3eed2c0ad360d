"""The sheet of the budget agreement with its keeper, and the eight heads who answer for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from raadhus.domains.followup.changes import sheets as changes
from raadhus.domains.followup.models import Sheet, SheetFile, SheetRow
from raadhus.domains.followup.queries import sheets as queries
from raadhus.domains.followup.rules.sheets.headings import suggest_head
from raadhus.domains.organisation.changes import give_post, make_post
from raadhus.domains.organisation.models import Post
from raadhus.foundation.accounts.models import User
from raadhus.foundation.accounts.queries import Operator
from samples.sheets import budget_agreement

AT = datetime(2022, 1, 20, 10, 0, tzinfo=UTC)
DAY = date(2022, 1, 20)
OPERATOR = Operator()
FACTS = changes.SheetFacts("Opfølgning på Budgetaftale 2022", "Budgetaftale 2022", "00.30.14-S00-10-21")


@pytest.fixture(autouse=True)
def _own_files(tmp_path, settings) -> None:
    settings.FILES = tmp_path / "files"


@pytest.fixture
def keeper(db) -> User:
    """Keeps the sheet, and is no administrator."""
    return User.objects.create(username="fører", first_name="Sanne", last_name="Sekretær")


@dataclass(frozen=True, slots=True)
class Head:
    """Somebody who has a post."""

    user: User
    post: Post


@pytest.fixture
def heads(db) -> list[Head]:
    """The eight heads of the sample, each with their post since New Year."""
    found = []
    for number, title in enumerate(budget_agreement.HEADS, 1):
        post = make_post(title=title, valid_from=None, by=OPERATOR, at=AT)
        user = User.objects.create(username=f"chef{number}", first_name="Chef", last_name=f"Nummer {number}")
        give_post(post=post, user=user, starts_on=date(2022, 1, 1), by=OPERATOR, at=AT)
        found.append(Head(user, post))
    return found


@pytest.fixture
def sheet(keeper) -> Sheet:
    """The keeper's sheet, empty."""
    return changes.begin_sheet(facts=FACTS, by=keeper, at=AT)


@pytest.fixture
def bring(sheet, keeper) -> Callable[[bytes], SheetFile]:
    return lambda data, name="ark.xlsx": changes.bring_file(sheet=sheet, data=data, name=name, by=keeper, at=AT)


@pytest.fixture
def take_in(bring, keeper) -> Callable[..., changes.TakenIn]:
    """Bring a file and take it in under the headings that are suggested."""

    def _take_in(data: bytes, **choices: object) -> changes.TakenIn:
        brought = bring(data)
        head = suggest_head(queries.workbook_of(brought))
        return changes.take_in(brought=brought, head=head, choices=changes.Choices(**choices), by=keeper, at=AT)

    return _take_in


@pytest.fixture
def filled(heads, sheet, take_in) -> Sheet:
    """The sheet with the 120 rows of the sample."""
    assert take_in(budget_agreement.FILE.read_bytes()).added == 120
    return Sheet.objects.get(pk=sheet.pk)


def row_numbered(sheet: Sheet, number: int) -> SheetRow:
    return next(row for row in SheetRow.objects.filter(sheet=sheet) if row.cells.get("number") == str(number))
