"""The address of a page that has a number, or nothing, in it: on a page with hundreds of links, asking the resolver for
each is a good part of the work."""

from functools import cache

from django.urls import get_script_prefix, reverse

_STAND_IN = 987654321987654321
_MARK = str(_STAND_IN)


def address_of(name: str, pk: int | None = None) -> str:
    """As `reverse(name, args=[pk])`; without `pk`, as `reverse(name)`."""
    form = _form(name, pk is not None, get_script_prefix())
    return form if pk is None else form.replace(_MARK, str(pk))


@cache
def _form(name: str, has_number: bool, _prefix: str) -> str:
    return reverse(name, args=[_STAND_IN] if has_number else [])
