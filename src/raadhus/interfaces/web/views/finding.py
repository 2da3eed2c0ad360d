"""What is not there and what is not the reader's give the same answer; and long lists come in pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.dateparse import parse_date

Found = TypeVar("Found")

ROWS_A_PAGE = 50
COUNTED = 1000  # rows of a long list; beyond them it is said that there are more


def found_or_404(query: Callable[..., Found], *arguments: Any, **named: Any) -> Found:
    """What `query` finds; 404 where it raises `ObjectDoesNotExist`."""
    try:
        return query(*arguments, **named)
    except ObjectDoesNotExist:
        raise Http404 from None


def page_of(request: HttpRequest, rows: Sequence[Any]) -> Page:
    """The page of `rows` that the address asks for with `side`; a page that is not there gives the nearest."""
    return Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("side"))


@dataclass(frozen=True, slots=True)
class LongPage:
    """A page of a list that may have any number of rows. `count` is how many there are, `pages` how many pages they
    fill; both None where there are more than `COUNTED`."""

    rows: list[Any]
    number: int
    has_next: bool
    count: int | None
    pages: int | None


def long_page_of(request: HttpRequest, rows: QuerySet[Any], unordered: QuerySet[Any]) -> LongPage:
    """As `page_of`, but counts no further than `COUNTED`; `unordered` is the same rows as they are quickest counted."""
    number = whole_number(request.GET.get("side")) or 1
    found = _rows_of(rows, number)
    if not found and number > 1:
        number = max(1, -(-unordered.count() // ROWS_A_PAGE))
        found = _rows_of(rows, number)
    before, has_next = (number - 1) * ROWS_A_PAGE, len(found) > ROWS_A_PAGE
    count = unordered[: COUNTED + 1].count() if has_next and before < COUNTED else before + len(found)
    known = count <= COUNTED
    pages = max(1, -(-count // ROWS_A_PAGE))
    return LongPage(found[:ROWS_A_PAGE], number, has_next, count if known else None, pages if known else None)


def _rows_of(rows: QuerySet[Any], number: int) -> list[Any]:
    """The rows of the page, and one more where there is a next page."""
    first = (number - 1) * ROWS_A_PAGE
    return list(rows[first : first + ROWS_A_PAGE + 1])


def whole_number(value: str | None) -> int | None:
    """`value` as a number where it is one of at most nine figures, else None: an odd filter filters nothing."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 10 else None


def year_of(value: str | None) -> int | None:
    """`value` as a year where days have it (1 to 9999), else None: an odd filter filters nothing."""
    number = whole_number(value)
    return number if number is not None and MINYEAR <= number <= MAXYEAR else None


def day_of(value: str | None) -> date | None:
    """`value` as a day where it is one (2022-01-31), else None: an odd filter filters nothing."""
    try:
        return parse_date(value or "")
    except ValueError:
        return None


def only(is_allowed: bool) -> None:
    """403 for whoever sees the thing but may not do this with it."""
    if not is_allowed:
        raise PermissionDenied
