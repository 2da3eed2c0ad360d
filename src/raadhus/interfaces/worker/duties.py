"""What is done for each kind of work that waits. A new kind is one line here."""

from datetime import datetime

from raadhus.foundation.jobs.changes import keep_doing
from raadhus.foundation.jobs.running import Duty
from raadhus.foundation.mail import sending
from raadhus.interfaces.worker.digesting import ANEW, find_digests, tell_of_round, write_digest
from raadhus.interfaces.worker.publishing import publish_followup
from raadhus.interfaces.worker.reminding import find_reminders, remind

AGAIN_AND_AGAIN = ("find_reminders", "find_digests", "publish_followup")


def duties() -> dict[str, Duty]:
    """Every duty by its kind. Raises `Refused` where the mail server is set up wrongly."""
    return {
        "find_reminders": Duty(find_reminders),
        "remind": Duty(remind),
        # No transaction around these two: finding takes a while, and both may be done twice.
        "find_digests": Duty(find_digests, reaches_out=True),
        "digest": Duty(write_digest, reaches_out=True),
        "publish_followup": Duty(publish_followup, reaches_out=True),  # each body has a transaction of its own
        "tell_of_round": Duty(tell_of_round),
        **sending.duties(ANEW),
    }


def begin_rounds(*, at: datetime) -> None:
    """See to it that what is done again and again is under way; once is enough, and more does no harm."""
    for kind in AGAIN_AND_AGAIN:
        keep_doing(kind=kind, at=at)
