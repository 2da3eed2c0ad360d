"""What is not there and what is not the reader's give the same answer; and long lists come in pages."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest

Found = TypeVar("Found")

ROWS_A_PAGE = 50


def found_or_404(query: Callable[..., Found], *arguments: Any, **named: Any) -> Found:
    """What `query` finds; 404 where it raises `ObjectDoesNotExist`."""
    try:
        return query(*arguments, **named)
    except ObjectDoesNotExist:
        raise Http404 from None


def page_of(request: HttpRequest, rows: Sequence[Any]) -> Page:
    """The page of `rows` that the address asks for with `side`; a page that is not there gives the nearest."""
    return Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("side"))


def whole_number(value: str | None) -> int | None:
    """`value` as a number where it is one of at most nine figures, else None: an odd filter filters nothing."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 10 else None


def only(is_allowed: bool) -> None:
    """403 for whoever sees the thing but may not do this with it."""
    if not is_allowed:
        raise PermissionDenied
