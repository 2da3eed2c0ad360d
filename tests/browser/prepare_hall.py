"""Run as a program: a forum and a council whose people have accounts, in RAADHUS_DATA, on 3 January 2022."""

from datetime import UTC, date, datetime
from typing import Any

import django

from browser.prepare import PASSWORD

NOW = datetime(2022, 1, 3, 9, tzinfo=UTC)
FORUM, COUNCIL, SECRETARY, BOSS = "Chefforum", "Kommunalbestyrelsen", "sekretær", "administrator"
POSTS = ("kommunaldirektør", "direktør", "økonomichef", "stabschef", "budgetchef", "sekretariatschef")
MAYOR, COUNCILLOR = "borgmester", "bente"
COUNCILLORS = (
    "Anders And", "Bente Bo", "Carl Carlsen", "Dorte Dam", "Erik Eg", "Finn Friis", "Grete Gram", "Hans Hald",
    "Inger Ibsen", "Jens Juul", "Kim Krog", "Lone Lund", "Mads Munk", "Nina Nør", "Ole Olsen", "Pia Palm",
    "Rie Rask", "Svend Sand", "Tove Toft", "Ulla Urup", "Vagn Voss",
)  # fmt: skip


def main() -> None:
    django.setup()
    from django.contrib.auth.hashers import make_password
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from raadhus.foundation.accounts.models import User

    kept = make_password(PASSWORD)
    for name in (BOSS, SECRETARY, *POSTS, MAYOR, COUNCILLOR):
        User.objects.create(username=name, password=kept, is_superuser=name == BOSS)
    _forum()
    _council()


def _forum() -> None:
    body = _body(FORUM, "signed_in")
    for name, role in ((SECRETARY, "secretary"), *((post, "member") for post in POSTS)):
        _seat(body, name.capitalize(), role if name != POSTS[0] else "chair", name)


def _council() -> None:
    from raadhus.domains.proceedings import changes

    body = _body(COUNCIL, "everyone")
    changes.set_rules(body=body, rules=changes.Rules("council", {}), revision=0, by=_user(BOSS), at=NOW)
    changes.set_standing_items(body=body, items=[], by=_user(BOSS), at=NOW)
    _seat(body, "Sekretæren", "secretary", SECRETARY)
    accounts = {COUNCILLORS[0]: MAYOR, COUNCILLORS[1]: COUNCILLOR}
    for name in COUNCILLORS:
        _seat(body, name, "chair" if name == COUNCILLORS[0] else "member", accounts.get(name, ""))


def _body(name: str, readers: str) -> Any:
    from raadhus.domains.meetings.changes import find_or_make_body
    from raadhus.foundation.accounts.queries import Operator

    return find_or_make_body(name, reading_audience=readers, by=Operator(), at=NOW)


def _user(name: str) -> Any:
    from raadhus.foundation.accounts.models import User

    return User.objects.get(username=name) if name else None


def _seat(body: Any, name: str, role: str, account: str) -> None:
    from raadhus.domains.proceedings import changes

    changes.seat_member(
        body=body, name=name, user=_user(account), role=role, group="", starts_on=date(2022, 1, 1),
        reads_closed=bool(account) and body.name == COUNCIL, by=_user(BOSS), at=NOW,
    )  # fmt: skip


if __name__ == "__main__":
    main()
