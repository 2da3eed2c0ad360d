"""A sheet as it stood at a moment, as plain values: what is frozen, written out and compared."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from raadhus.domains.followup.rules.sheets.values import Plain, text_of


@dataclass(frozen=True, slots=True)
class ContentRow:
    """A row by its id in the house: the heading it stands under and its cells by the column's key."""

    pk: int
    section: str
    cells: Mapping[str, Plain]

    def text(self, key: str) -> str:
        """The cell as a reader sees it; "" where there is none."""
        return text_of(self.cells.get(key, ""))


@dataclass(frozen=True, slots=True)
class Content:
    """A whole sheet: its name, the agreement it follows up, the day it stood so, lines above the head, columns as (key,
    heading) and rows."""

    title: str
    agreement: str
    case_number: str
    as_of: str
    preamble: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    rows: tuple[ContentRow, ...]


def as_json(content: Content) -> str:
    """The same text for the same content."""
    plain: dict[str, Any] = {
        "title": content.title,
        "agreement": content.agreement,
        "case_number": content.case_number,
        "as_of": content.as_of,
        "preamble": list(content.preamble),
        "columns": [list(column) for column in content.columns],
        "rows": [{"pk": row.pk, "section": row.section, "cells": dict(row.cells)} for row in content.rows],
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Content:
    """The content that `as_json` was given."""
    plain = json.loads(text)
    return Content(
        plain["title"],
        plain["agreement"],
        plain["case_number"],
        plain["as_of"],
        tuple(plain["preamble"]),
        tuple((key, heading) for key, heading in plain["columns"]),
        tuple(ContentRow(row["pk"], row["section"], row["cells"]) for row in plain["rows"]),
    )


def checksum(text: str) -> str:
    """The sha256 (hex) by which a frozen content is known."""
    return hashlib.sha256(text.encode()).hexdigest()
