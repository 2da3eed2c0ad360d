"""Writing the full-text tables: FTS5 on SQLite, a tsvector with GIN on PostgreSQL, both over the same stems."""

from collections.abc import Mapping, Sequence

from django.db import connection

from raadhus.domains.search.rules.entry_words import FIELDS

Stems = Mapping[str, Sequence[str]]  # field → stems in order
_WEIGHTS = dict(zip(FIELDS, "ABCD", strict=True))
_LAST_POSITION = 16_383  # PostgreSQL's highest; later words still count, without their place


def table_of(is_closed: bool) -> str:
    """The FTS5 table of open or closed items."""
    return "search_words_closed" if is_closed else "search_words_open"


def forget(item_ids: Sequence[int]) -> None:
    """Take the items out of the full-text tables."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DELETE FROM search_words WHERE item_id = ANY(%s)", [list(item_ids)])
            return
        for table in (table_of(False), table_of(True)):
            cursor.executemany(f"DELETE FROM {table} WHERE rowid = %s", [(one,) for one in item_ids])


def add(rows: Sequence[tuple[int, bool, Stems]]) -> None:
    """Add items: their id, whether they are closed, and their stems."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            insert = "INSERT INTO search_words (item_id, is_closed, words) VALUES (%s, %s, %s::tsvector)"
            cursor.executemany(insert, [(item, is_closed, _vector(stems)) for item, is_closed, stems in rows])
            return
        for is_closed in (False, True):
            insert = f"INSERT INTO {table_of(is_closed)} (rowid, {', '.join(FIELDS)}) VALUES (%s, %s, %s, %s, %s)"
            mine = [(item, stems) for item, closed, stems in rows if closed == is_closed]
            cursor.executemany(insert, [(item, *(" ".join(stems[one]) for one in FIELDS)) for item, stems in mine])


def _vector(stems: Stems) -> str:
    """A tsvector's text; a gap between the fields keeps a phrase inside one of them."""
    lexemes, position = [], 1
    for field in FIELDS:
        for one in stems[field]:
            lexemes.append(f"'{one}':{min(position, _LAST_POSITION)}{_WEIGHTS[field]}")
            position += 1
        position += 1
    return " ".join(lexemes)
