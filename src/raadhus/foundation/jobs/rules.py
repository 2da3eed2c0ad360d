"""How long work that failed waits before it is tried again, and when it is given up. No Django, no clock."""

from datetime import timedelta

MOST_ATTEMPTS = 8
LONGEST_WAIT = timedelta(hours=6)
LONGEST_ERROR = 500

CUT_SHORT = (
    "Arbejdet blev afbrudt {attempts} gange, før det nåede at blive færdigt, og bliver ikke prøvet igen af sig selv."
)


def wait_after(attempts: int) -> timedelta:
    """How long work waits after its `attempts`-th failure: 1, 4, 16, 64, 256 minutes, then 6 hours each.

    Eight attempts span about 18 hours, so that a mail server may be away over night.
    """
    return min(timedelta(minutes=4 ** min(attempts - 1, 8)), LONGEST_WAIT)


def may_be_tried_again(attempts: int) -> bool:
    """Whether work that was tried `attempts` times gets another try."""
    return attempts < MOST_ATTEMPTS
