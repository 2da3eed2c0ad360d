"""Run as a program in a house: an item with many empty texts and secretaries who write in them; tells both as JSON."""

import json
import os
import sys
from datetime import UTC, date, datetime

import django

AT = datetime(2022, 1, 10, 9, 0, tzinfo=UTC)


def main(texts: int, writers: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    django.setup()
    from django.contrib.sessions.backends.db import SessionStore

    from raadhus.domains.meetings.changes import find_or_make_body
    from raadhus.domains.proceedings import changes
    from raadhus.domains.proceedings.models import Text
    from raadhus.foundation.accounts.models import User
    from raadhus.foundation.accounts.queries import Operator

    forum = find_or_make_body("Chefforum", reading_audience="signed_in", by=Operator(), at=AT)
    sessions = []
    for number in range(writers):
        user = User.objects.create_user(f"sekretær {number}")
        changes.seat_member(
            body=forum,
            name=user.username,
            user=user,
            role="secretary",
            group="",
            starts_on=date(2022, 1, 1),
            reads_closed=True,
            by=Operator(),
            at=AT,
        )
        sessions.append(_session(SessionStore(), user))
    item = changes.propose_item(body=forum, idea=changes.Idea("Fælles tekst"), by=user, at=AT)
    rows = [Text(proposal=item, position=100 + one, heading=f"Tekst {one}", kind="account") for one in range(texts)]
    made = Text.objects.bulk_create(rows)
    print(json.dumps({"texts": [row.pk for row in made], "sessions": sessions}))


def _session(session, user) -> str:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
