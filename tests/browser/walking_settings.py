"""The site's settings with a clock that a test moves: a meeting takes weeks, a walk through it minutes."""

from datetime import datetime, timedelta

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.utils import timezone

from raadhus.config.settings import *  # noqa: F403
from raadhus.config.settings import DATA

SESSION_COOKIE_AGE = 3 * 366 * 86400  # nobody is signed out by the moved clock
SHIFT = DATA / "clock"  # seconds to add to the real clock
_real_now = timezone.now
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost, Argon2PasswordHasher.parallelism = 1, 8, 1


def _now() -> datetime:
    return _real_now() + timedelta(seconds=float(SHIFT.read_text()) if SHIFT.is_file() else 0)


timezone.now = _now
