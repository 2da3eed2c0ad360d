"""Run as a program: both seed minutes in RAADHUS_DATA, a forum with a secretary, a head with a post, and meetings to
which things come back."""

import os
from datetime import UTC, date, datetime, time
from pathlib import Path

import django

from browser.prepare import PASSWORD

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
ADMINISTRATOR, SECRETARY, HEAD = "administrator", "sekretaer", "mette"
DAYS = (date(2022, 2, 3), date(2022, 6, 23), date(2022, 8, 11), date(2022, 8, 25))
AT = datetime(2022, 1, 24, 9, tzinfo=UTC)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    _read_seeds()
    _seat()


def _read_seeds() -> None:
    from raadhus.domains.meetings.importing import store_minutes
    from raadhus.foundation.accounts.queries import Operator
    from raadhus.pure.kernel.source_text import lines_of
    from raadhus.pure.minutes.read import read_minutes

    for seed in sorted(SEEDS.glob("*.txt")):
        reading = read_minutes(lines_of(seed.read_text("utf-8"), seed.name))
        store_minutes(reading, source=seed.read_bytes(), reading_audience="signed_in", by=Operator(), at=AT)


def _seat() -> None:
    from raadhus.domains.meetings.models import Body
    from raadhus.domains.organisation.changes import give_post, make_post
    from raadhus.domains.proceedings import changes
    from raadhus.foundation.accounts.models import User
    from raadhus.foundation.accounts.queries import Operator

    User.objects.create_superuser(ADMINISTRATOR, password=PASSWORD)
    clerk = User.objects.create_user(SECRETARY, password=PASSWORD, first_name="Sille", last_name="Sørensen")
    head = User.objects.create_user(HEAD, password=PASSWORD, first_name="Mette", last_name="Duekilde")
    forum = Body.objects.get(name="Chefforum")
    changes.seat_member(
        body=forum, name="Sille Sørensen", user=clerk, role="secretary", group="", starts_on=date(2022, 1, 1),
        reads_closed=True, by=Operator(), at=AT,
    )  # fmt: skip
    for day in DAYS:
        changes.plan_sitting(body=forum, when=changes.When(day, time(9)), link="", by=Operator(), at=AT)
    post = make_post(title="Integrationschefen", valid_from=None, by=Operator(), at=AT)
    give_post(post=post, user=head, starts_on=date(2022, 1, 1), by=Operator(), at=AT)


if __name__ == "__main__":
    main()
