"""The rows of public pages: what should stand there, what stands there, and what stood there when."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from django.db.models import Exists, F, Max, Min, OuterRef, QuerySet

from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings.models import Body, Item
from raadhus.domains.organisation.queries import names_of_people, titles_held_by
from raadhus.domains.publishing import access
from raadhus.domains.publishing.models import FollowupPublication, PublishedRow, ReleasedRemark
from raadhus.domains.publishing.rules import STATUSES, PublicRow, responsible_words, row_from
from raadhus.pure.kernel.danish_day import danish_day

AT_ONCE = 200  # rows that are read together


def publishing_bodies() -> QuerySet[Body]:
    """The bodies that publish their follow-up, by name."""
    return access.publishing_bodies()


def publishing_body(pk: int) -> Body:
    """The body; `Body.DoesNotExist` where it is not there and where it does not publish."""
    return access.publishing_bodies().get(pk=pk)


def setting_of(body: Body) -> FollowupPublication | None:
    """What was decided for the body; None where nobody ever did."""
    return FollowupPublication.objects.filter(body=body).first()


def rows_to_publish(body: Body, *, on: date, only: Collection[int] | None = None) -> dict[int, PublicRow]:
    """What the body's page should say that day, by promise (of `only` these, where given). Seven queries."""
    every = access.publishable(body).select_related("case", "post")
    rows = list(every if only is None else every.filter(pk__in=only))
    items = access.open_items(body).select_related("meeting__body").in_bulk([row.source_id for row in rows])
    remarks = {one.commitment: one for one in _standing([row.pk for row in rows])}
    held = titles_held_by({row.person_id for row in rows if row.person_id}, on=on)
    names = names_of_people()

    @cache
    def responsible(post: str, person: int | None) -> str:
        return responsible_words(post, held.get(person or 0, []), has_person=person is not None, names=names)

    return {row.pk: _public(row, items[row.source_id], remarks.get(row.pk), responsible) for row in rows}


def _public(
    row: Commitment, item: Item, remark: ReleasedRemark | None, responsible: Callable[[str, int | None], str]
) -> PublicRow:
    return PublicRow(
        promise=row.pk,
        body=item.meeting.body.name,
        date=item.meeting.starts_on,
        case=item.case_words or (row.case.number if row.case else ""),
        item=item.pk,
        item_title=item.title,
        decision=row.quote,
        responsible=responsible(row.post.title if row.post else "", row.person_id),
        due_first=row.due_first,
        due_last=row.due_last,
        status=STATUSES[row.progress],
        done_on=row.done_on,
        remark=remark.text if remark else "",
        remark_on=danish_day(remark.released_at) if remark else None,
    )


def standing_rows(body: Body, *, status: str | None = None, year: int | None = None) -> QuerySet[PublishedRow]:
    """What stands on the body's page and may still be read by everybody, newest decision first; `read_rows` says it.
    The body is one that publishes."""
    is_open = Exists(access.publishable(body).filter(pk=OuterRef("commitment")))
    rows = PublishedRow.objects.filter(is_open, body=body, until=None)
    rows = rows if status is None else rows.filter(status=status)
    rows = rows if year is None else rows.filter(decided_on__year=year)
    return rows.order_by(F("decided_on").desc(nulls_last=True), "-commitment")


def years_of(body: Body) -> range:
    """The years from the newest to the oldest that stands on the body's page; none where no day is known."""
    days = PublishedRow.objects.filter(body=body, until=None).aggregate(first=Min("decided_on"), last=Max("decided_on"))
    return range(days["last"].year, days["first"].year - 1, -1) if days["first"] else range(0)


def read_rows(body: Body, rows: Iterable[PublishedRow], *, on: date) -> list[PublicRow]:
    """What these rows say, without those whose words are no longer the minutes', or whose remark was taken back: that
    is not waited for."""
    stood = [row_from(one.content) for one in rows]
    now = rows_to_publish(body, on=on, only={row.promise for row in stood})
    same = [row for row in stood if row.promise in now and row.says_the_same_as(now[row.promise])]
    return [row for row in same if not row.remark or row.remark == now[row.promise].remark]


def published_rows(body: Body, *, on: date, **asked: Any) -> Iterator[PublicRow]:
    """All that the body's page says, page after page; `asked` as in `standing_rows`."""
    rows = standing_rows(body, **asked).iterator(chunk_size=AT_ONCE)
    while some := list(islice(rows, AT_ONCE)):
        yield from read_rows(body, some, on=on)


def standing_remark(commitment: Commitment) -> ReleasedRemark | None:
    """What was released of the promise's answers and not taken back."""
    return _standing([commitment.pk]).first()


def _standing(keys: list[int]) -> QuerySet[ReleasedRemark]:
    return ReleasedRemark.objects.filter(commitment__in=keys, ended_at=None)


@dataclass(frozen=True, slots=True)
class Publicity:
    """How a promise stands towards the public: whether its body publishes, whether it is on the page or may come there,
    and the remark that was released."""

    is_published: bool
    remark: ReleasedRemark | None


def publicity_of(reader: Any, commitment: Commitment, *, on: date) -> Publicity | None:
    """As above, for whoever keeps the promise; None for others, and where its body does not publish."""
    if commitment.made_in is None or not access.may_release(reader, commitment, on=on):
        return None
    body = access.publishing_bodies().filter(pk=commitment.made_in).first()
    if body is None:
        return None
    is_published = access.publishable(body).filter(pk=commitment.pk).exists()
    return Publicity(is_published, standing_remark(commitment))


def what_stood_when(reader: Any, body: Body, *, on: date) -> QuerySet[PublishedRow]:
    """Every row that ever stood on the body's page, newest first, for whoever runs the body; none for others."""
    rows = PublishedRow.objects.filter(body=body).order_by("-since", "-pk")
    return rows if access.may_publish(reader, body, on=on) else rows.none()
