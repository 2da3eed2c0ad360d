"""Asking for reminders. Who is reminded of what follows from the log and the rows; asking twice reminds once."""

from datetime import datetime

from django.db import transaction

from raadhus.domains.proceedings.queries.reminders import calls_after, waiting_at
from raadhus.foundation.audit.queries import number_of_last_act
from raadhus.foundation.jobs.changes import enqueue
from raadhus.foundation.jobs.queries import keys_known


@transaction.atomic
def ask_for_reminders(*, after: int | None, at: datetime) -> int:
    """Ask for every reminder that is due, and return the number of the last act of the log that was looked at.

    `after` is that number from the round before; None begins with what happens from now on. The worker does this by
    itself, so there is nobody to ask whether they may, and the log has no row of it: each mail has its own.
    """
    calls, last = ([], number_of_last_act()) if after is None else calls_after(after, at=at)
    due = {reminder.key: reminder for reminder in (*calls, *waiting_at(at))}
    known = keys_known(due)
    for key, reminder in due.items():
        if key not in known:
            enqueue(kind="remind", key=key, payload=reminder.payload(), run_at=at, at=at)
    return last
