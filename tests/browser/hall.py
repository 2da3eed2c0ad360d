"""A site of its own for whole meetings: people with accounts, a clock that is moved, a browser for each person."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from browser.hands import Hands
from browser.ways import sign_in

HOUSE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Hall:
    """Where the site is, and its data."""

    address: str
    data: Path
    environment: dict[str, str]

    def clock(self, *moment: int) -> None:
        """Let it be that moment (UTC) in the house from now on, and run on from there."""
        kept = self.data / "clock.new"
        kept.write_text(str((datetime(*moment, tzinfo=UTC) - datetime.now(UTC)).total_seconds()))
        kept.rename(self.data / "clock")

    @contextmanager
    def somebody(self, chromium: Any, name: str) -> Iterator[Hands]:
        """`name`, signed in, with hands on the keyboard; at the end the policy must have had nothing to block."""
        context = chromium.new_context(base_url=self.address, locale="da-DK", accept_downloads=True)
        page, said = context.new_page(), []
        page.set_default_timeout(15_000)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        sign_in(page, name)
        page.goto("/")
        yield Hands(page)
        context.close()
        assert not said, said


def environment_of(data: Path) -> dict[str, str]:
    """The environment of a site on `data` whose clock can be moved."""
    return os.environ | {
        "RAADHUS_DATA": str(data),
        "RAADHUS_WORKER": "off",
        "DJANGO_SETTINGS_MODULE": "browser.walking_settings",
        "PYTHONPATH": f"{HOUSE / 'src'}:{HOUSE / 'tests'}:{HOUSE}",
    }
