"""A promise passes to another post or person, or is divided among several."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from raadhus.domains.followup.changes.naming import write_names
from raadhus.domains.followup.changes.writing import refuse_stale, to_answer, to_settle, write
from raadhus.domains.followup.models import Commitment, Progress
from raadhus.domains.followup.rules.life import REASON, one_line, refuse_unless
from raadhus.domains.followup.rules.windows import read_window
from raadhus.domains.organisation.models import Post
from raadhus.domains.organisation.queries import successors_of
from raadhus.domains.organisation.rules import refuse_abolished
from raadhus.foundation.accounts.models import User
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.danish_day import danish_day
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class Owner:
    """A post, or a person, that answers for something."""

    post: Post | None = None
    person: User | None = None

    @property
    def words(self) -> str:
        """Title or name."""
        if self.post is not None:
            return self.post.title
        return (self.person.get_full_name() or self.person.get_username()) if self.person else ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a promise that is divided: who, what, and by when where that is not as for the whole."""

    owner: Owner
    task: str
    until: str = ""


def checked_owner(owner: Owner, *, on: date) -> dict[str, int | None]:
    """The owner as a row has it; refused where there is none or two, or where the post is not there any more."""
    if (owner.post is None) == (owner.person is None):
        raise Refused("Vælg en post eller en person; ikke begge.")
    if owner.post is not None:
        post = Post.objects.get(pk=owner.post.pk)
        refuse_abolished(post.title, post.valid_until, [one.title for one in successors_of(post)], on=on)
    return {
        "post_id": owner.post.pk if owner.post else None,
        "person_id": owner.person.pk if owner.person else None,
    }


@transaction.atomic
def hand_over(*, commitment: Commitment, to: Owner, because: str, revision: int, by: Any, at: datetime) -> Commitment:
    """Let another post or person answer for it from now on, with the reason."""
    row = to_answer(commitment, by=by, at=at)
    owner = checked_owner(to, on=danish_day(at))
    refuse_stale(row, revision, {"owner_words": to.words}, said="owner_words")
    refuse_unless("hand_over", status=row.status, progress=row.progress)
    if (row.post_id, row.person_id) == (owner["post_id"], owner["person_id"]):
        raise Refused("Løftet ligger der allerede. Vælg en anden.")
    return write(row, "handed_over_commitment", owner, by=by, at=at, because=one_line(because, REASON))


@transaction.atomic
def split_commitment(
    *, commitment: Commitment, parts: Sequence[Part], revision: int, by: Any, at: datetime
) -> list[Commitment]:
    """Divide the promise among several; each part is followed by itself, and the whole is closed as divided."""
    row = to_settle(commitment, by=by)
    refuse_stale(row, revision, {"progress": Progress.DIVIDED.value}, said="progress")
    refuse_unless("split", status=row.status, progress=row.progress)
    if len(parts) < 2:
        raise Refused("Skriv mindst to dele, og hvem der har hver af dem.")
    made = [_new_part(row, part, at) for part in parts]
    values = {"progress": Progress.DIVIDED.value}
    write(row, "split_commitment", values, by=by, at=at, parts=[one.pk for one in made])
    for one in made:
        facts = {"of": row.pk, "post": one.post_id, "person": one.person_id}
        record("made_part", "commitment", one.pk, by=by, at=at, facts=facts)
    return made


def _new_part(whole: Commitment, part: Part, at: datetime) -> Commitment:
    due = (whole.due_first, whole.due_last)
    if part.until.strip():
        window = read_window(part.until, on=danish_day(at), made_on=whole.made_on)
        due = (window.first, window.last)
    beside = Commitment.objects.filter(source_kind=whole.source_kind, source_id=whole.source_id)
    copied = ("source_kind", "source_id", "audience_id", "case_id", "kind", "quote", "who", "made_on", "made_in",
              "body", "found_in", "status", "deliverable", "fulfilled_when", "agreement")  # fmt: skip
    made = Commitment.objects.create(
        **{name: getattr(whole, name) for name in copied},
        **checked_owner(part.owner, on=danish_day(at)),
        position=(beside.aggregate(last=Max("position"))["last"] or 0) + 1,
        task=one_line(part.task, "opgaven"),
        due_first=due[0],
        due_last=due[1],
        promised_first=due[0],
        promised_last=due[1],
        accepted_at=at,
        is_corrected=True,
        came_from=whole,
    )
    write_names([made])
    return made
