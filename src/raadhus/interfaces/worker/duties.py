"""What is done for each kind of work that waits. A new kind is one line here."""

from raadhus.foundation.jobs.running import Duty
from raadhus.foundation.mail import sending


def duties() -> dict[str, Duty]:
    """Every duty by its kind. Raises `Refused` where the mail server is set up wrongly."""
    return {**sending.duties()}
