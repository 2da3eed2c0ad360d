"""`raadhus digests` shows, and writes nothing."""

from datetime import date

import pytest
from click.testing import CliRunner

from raadhus.foundation.accounts.models import User
from raadhus.foundation.jobs.models import Job
from raadhus.foundation.mail.models import Mail
from raadhus.interfaces.cli.main import main
from tests.domains.proceedings.cast import make_house
from tests.domains.proceedings.reminded import promise

pytestmark = pytest.mark.django_db


def show(*arguments: str) -> str:
    return CliRunner().invoke(main, ["digests", *arguments], standalone_mode=False).output


def test_it_shows_who_would_be_told_what_and_writes_nothing():
    house = make_house()
    User.objects.filter(pk=house.head.pk).update(email="chef@kommune.example")
    promise(house, house.head, due=date(2022, 2, 4))
    told = show("--on", "2022-02-07")
    assert told == "chef <chef@kommune.example>: 1 løfte er over tiden\n2022-02-07: 1 oversigt.\n"
    told = show("--on", "2022-02-14", "--text")
    assert "    * Chefen opdaterer arket\n" in told
    assert "sekretær <ingen mailadresse>: 1 løfte har intet svar\n    Kære sekretær\n" in told
    assert not Mail.objects.exists()
    assert not Job.objects.exists()


def test_a_day_on_which_nobody_has_one_is_told():
    make_house()
    assert show("--on", "2022-02-06").startswith("2022-02-06: Ingen oversigter den dag")
