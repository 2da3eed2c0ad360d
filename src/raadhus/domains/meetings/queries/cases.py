"""What happened in a case and under a KLE subject. A case is seen by whoever sees one of its items."""

from typing import Any

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery

from raadhus.domains.cases.models import Case
from raadhus.domains.meetings.access import visible_items
from raadhus.domains.meetings.models import Item
from raadhus.domains.meetings.queries.items import current, whole_items, with_meeting
from raadhus.pure.kernel.case_number import read_case_number


def cases_for(reader: Any) -> QuerySet[Case]:
    """The reader's cases by number, with subject, `item_count` and `last_on` of the current items they see."""
    mine = current(visible_items(reader)).filter(case=OuterRef("pk")).order_by().values("case")
    return (
        Case.objects.annotate(item_count=Subquery(mine.annotate(n=Count("pk")).values("n")))
        .annotate(last_on=Subquery(mine.annotate(day=Max("meeting__starts_on")).values("day")))
        .filter(item_count__gt=0)
        .select_related("subject")
        .order_by("number")
    )


def case_for(reader: Any, number: str) -> Case:
    """The case in whichever spelling of its number, or `ObjectDoesNotExist` where no item of it is the reader's."""
    return cases_for(reader).get(number=read_case_number(number).key)


def items_of_case(reader: Any, case_number: str) -> list[Item]:
    """All that happened under the number, whole, newest meeting first."""
    return _told(reader, visible_items(reader).filter(case__number=read_case_number(case_number).key))


def items_of_subject(reader: Any, number: str) -> QuerySet[Item]:
    """Items of cases under a KLE main group ("00"), group ("00.30") or subject ("00.30.14"), newest meeting first.

    Without their parts, since a main group may hold thousands: slice it.
    """
    under = Q(case__subject_number=number) | Q(case__subject_number__startswith=f"{number}.")
    return _newest_first(visible_items(reader).filter(under)).select_related("case", "case__subject", "decision")


def _told(reader: Any, items: QuerySet[Item]) -> list[Item]:
    return whole_items(reader, _newest_first(items))


def _newest_first(items: QuerySet[Item]) -> QuerySet[Item]:
    day = F("meeting__starts_on").desc(nulls_last=True)
    return with_meeting(current(items)).order_by(day, F("meeting__starts_at").desc(nulls_last=True), "position", "pk")
