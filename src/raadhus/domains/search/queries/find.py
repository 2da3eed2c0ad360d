"""Finding agenda items: words, filters and permission in one question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from raadhus.domains.meetings.access import visible_items
from raadhus.domains.meetings.models import Item
from raadhus.domains.search.queries import full_text, vocabulary
from raadhus.domains.search.queries.texts import texts_of
from raadhus.domains.search.rules.asking import Term, terms_of
from raadhus.domains.search.rules.entry_words import FIELDS
from raadhus.domains.search.rules.marking import Stretch, mark, passage
from raadhus.pure.kernel.compounds import Vocabulary

A_PAGE = 20
MANY = 5_000  # from here on the newest come first: ranking the commonest words is slow and tells little


@dataclass(frozen=True, slots=True)
class Filters:
    """What to narrow down to; None and "" mean everything. `where` is one of `FIELDS`."""

    body: int | None = None
    first: date | None = None
    last: date | None = None
    case: str = ""
    outcome: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One item found: its title and the best passage with the words marked, and in which field the passage stands."""

    item: Item
    title: tuple[Stretch, ...]
    passage: tuple[Stretch, ...]
    field: str


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, best first (newest first where there are `MANY`), of `total` that the reader may see."""

    total: int
    hits: tuple[Hit, ...]
    page: int
    pages: int
    by_date: bool


NOTHING = Found(0, (), 1, 1, False)


def find(reader: Any, typed: str, filters: Filters = Filters(), page: int = 1) -> Found:
    """What `reader` may see of the items that meet every term of `typed`; nothing where no word was asked for."""
    terms = terms_of(typed)
    if all(term.is_excluded for term in terms):
        return NOTHING
    visible = _narrowed(visible_items(reader), filters)
    where = filters.where if filters.where in FIELDS else ""
    tables = full_text.tables()
    total = sum(full_text.count(table, terms, where, visible) for table in tables)
    pages = max(1, -(-total // A_PAGE))
    page = min(max(1, page), pages)
    if not total:
        return NOTHING
    order = _newest if total > MANY else _best
    found = order(terms, where, visible, page)
    return Found(total, _hits(found, terms, where), page, pages, total > MANY)


def items_about(reader: Any, typed: str) -> QuerySet[Item]:
    """As `find`, every item and in no order, for use within another question; all that `reader` sees where no word was
    asked for."""
    terms, visible = terms_of(typed), visible_items(reader).order_by()
    return visible if all(term.is_excluded for term in terms) else visible.filter(_matching(terms, ""))


def _narrowed(items: QuerySet[Item], filters: Filters) -> QuerySet[Item]:
    """Current items that pass the filters."""
    narrow = Q(version=F("meeting__current_version"))
    if filters.body is not None:
        narrow &= Q(meeting__body=filters.body)
    if filters.first:
        narrow &= Q(meeting__starts_on__gte=filters.first)
    if filters.last:
        narrow &= Q(meeting__starts_on__lte=filters.last)
    if filters.case:
        narrow &= Q(case__number__startswith=filters.case)
    if filters.outcome:
        narrow &= Q(decision__outcome=filters.outcome)
    return items.filter(narrow)


def _best(terms: Sequence[Term], where: str, visible: QuerySet[Item], page: int) -> list[int]:
    rows = [row for table in full_text.tables() for row in full_text.best(table, terms, where, visible, page * A_PAGE)]
    return [item for _, item in sorted(rows, key=lambda row: (row[0], -row[1]))][(page - 1) * A_PAGE : page * A_PAGE]


def _newest(terms: Sequence[Term], where: str, visible: QuerySet[Item], page: int) -> list[int]:
    newest = visible.filter(_matching(terms, where)).order_by(F("meeting__starts_on").desc(nulls_last=True), "-pk")
    return list(newest.values_list("pk", flat=True)[(page - 1) * A_PAGE : page * A_PAGE])


def _matching(terms: Sequence[Term], where: str) -> Q:
    matching = Q()
    for table in full_text.tables():
        matching |= Q(pk__in=full_text.ids(table, terms, where))
    return matching


def _hits(ids: Sequence[int], terms: Sequence[Term], where: str) -> tuple[Hit, ...]:
    found = Item.objects.select_related("meeting__body", "decision", "case")
    items = found.prefetch_related("sections", "attachments").in_bulk(ids)
    words = vocabulary.known()
    return tuple(_hit(items[one], terms, where, words) for one in ids if one in items)


def _hit(item: Item, terms: Sequence[Term], where: str, words: Vocabulary) -> Hit:
    texts = texts_of(item)
    fields = [where] if where and where != "title" else ["decision", "text", "attachments"]
    passages = [(passage(texts[field], terms, words), field) for field in fields]
    shown, field = max(passages, key=lambda one: len({part.text.lower() for part in one[0] if part.is_hit}))
    return Hit(item, mark(item.title, terms, words), shown, field)
