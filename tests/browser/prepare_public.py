"""A public page of follow-up with a row on it: handed to a post, answered, and the answer released."""

from typing import Any


def write_public() -> None:
    """Of the sample meetings' promises the one that comes back is accepted; the other is left for tests to settle."""
    from django.utils import timezone

    from raadhus.domains.followup import changes as followup
    from raadhus.domains.followup.models import Commitment
    from raadhus.domains.meetings.models import Body
    from raadhus.domains.organisation.models import Post
    from raadhus.domains.publishing import changes
    from raadhus.foundation.accounts.queries import Operator

    always: dict[str, Any] = {"by": Operator(), "at": timezone.now()}
    changes.set_publication(body=Body.objects.get(name="Ledergruppen"), is_on=True, revision=0, **always)
    row = Commitment.objects.get(kind="return")
    followup.accept_commitment(commitment=row, **always)
    row.refresh_from_db()
    post = followup.Owner(post=Post.objects.first())
    row = followup.hand_over(commitment=row, to=post, because="Det er aftalt.", revision=row.revision, **always)
    said = {"text": "Arket er på vej.", "is_done": False}
    row = followup.answer_commitment(commitment=row, revision=row.revision, **said, **always)
    changes.release_answer(commitment=row, revision=row.revision, **always)
