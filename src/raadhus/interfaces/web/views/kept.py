"""What is dear to count and may be a minute old, kept for those who read the same."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.utils import timezone

from raadhus.foundation.accounts.queries import audiences_of, is_administrator

FRESH = 60  # seconds


def kept(reader: Any, name: str, count: Callable[[], Any]) -> tuple[datetime, Any]:
    """When it was counted, and what `count` gave then for somebody in exactly the audiences of `reader`."""
    whose = "all" if is_administrator(reader) else ",".join(map(str, sorted(audiences_of(reader))))
    key = f"kept:{name}:{timezone.localdate()}:{hash(whose)}"
    found = cache.get(key)
    if found is None or found[0] != whose:
        found = (whose, timezone.localtime(), count())
        cache.set(key, found, FRESH)
    return found[1], found[2]
