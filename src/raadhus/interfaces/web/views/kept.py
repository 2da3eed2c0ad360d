"""What is dear to count and may be a minute old. It is counted for the whole house by whoever asks first; those who ask
meanwhile are given what was counted before. So nothing may be kept here that is not opened for each reader anew
(`ByAudience`)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, TypeVar

from django.utils import timezone

FRESH = timedelta(minutes=1)
USABLE = timedelta(minutes=5)  # while somebody counts anew

Counted = TypeVar("Counted")


@dataclass(frozen=True, slots=True)
class _Kept:
    at: datetime
    what: Any

    def is_younger_than(self, age: timedelta, now: datetime) -> bool:
        """Whether it is, and of the same day: figures of what is late are of a day."""
        return now - self.at < age and self.at.date() == now.date()


_kept: dict[str, _Kept] = {}
_locks: dict[str, Lock] = {}


def kept(name: str, count: Callable[[], Counted]) -> tuple[datetime, Counted]:
    """When it was counted, and what `count` gave then."""
    found = _usable(name, FRESH)
    if found is None:
        lock = _locks.setdefault(name, Lock())
        older = _usable(name, USABLE)
        if not lock.acquire(blocking=older is None):
            return older.at, older.what  # type: ignore[union-attr]  # only waited for where there is none
        try:
            found = _usable(name, FRESH) or _keep(name, count)
        finally:
            lock.release()
    return found.at, found.what


def forget_all() -> None:
    """Count everything anew when it is next asked for."""
    _kept.clear()


def _usable(name: str, age: timedelta) -> _Kept | None:
    found = _kept.get(name)
    return found if found and found.is_younger_than(age, timezone.localtime()) else None


def _keep(name: str, count: Callable[[], Any]) -> _Kept:
    at = timezone.localtime()
    _kept[name] = _Kept(at, count())
    return _kept[name]
