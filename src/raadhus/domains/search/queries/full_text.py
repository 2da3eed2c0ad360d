"""Asking the full-text tables: one question, one SQL text for each database, permission inside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from raadhus.domains.meetings.models import Item
from raadhus.domains.search.rules.asking import Term
from raadhus.domains.search.rules.entry_words import FIELDS, PART

WEIGHTS = (10.0, 4.0, 1.0, 2.0)  # title, decision, text, attachments
_LETTERS = dict(zip(FIELDS, "ABCD", strict=True))


@dataclass(frozen=True, slots=True)
class Table:
    """One full-text table as a FROM clause knows it."""

    name: str
    key: str
    only: str  # what else must hold, as SQL


def tables() -> tuple[Table, ...]:
    """Open and closed items, each with its own statistics of words."""
    if connection.vendor == "postgresql":
        return tuple(
            Table("search_words", "search_words.item_id", f"{no}search_words.is_closed") for no in ("NOT ", "")
        )
    names = ("search_words_open", "search_words_closed")
    return tuple(Table(name, f"{name}.rowid", "TRUE") for name in names)


def count(table: Table, terms: Sequence[Term], field: str, visible: QuerySet[Item]) -> int:
    """How many of `visible` the terms are met by."""
    matching, parameters = _matching(table, terms, field, visible)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) {matching}", parameters)
        return int(cursor.fetchone()[0])


def best(
    table: Table, terms: Sequence[Term], field: str, visible: QuerySet[Item], most: int
) -> list[tuple[float, int]]:
    """(badness, item id) of the best `most`, best first; equally good ones with the newest item first."""
    matching, parameters = _matching(table, terms, field, visible)
    rank, asked = _rank(table, terms, field)
    with connection.cursor() as cursor:
        order = f"ORDER BY 1, {table.key} DESC LIMIT %s"
        cursor.execute(f"SELECT {rank}, {table.key} {matching} {order}", [*asked, *parameters, most])
        return [(float(badness), int(item)) for badness, item in cursor.fetchall()]


def ids(table: Table, terms: Sequence[Term], field: str) -> RawSQL:
    """The ids of matching items as a subquery; whoever uses it filters by permission in the same query."""
    match, question = _match(table, terms, field)
    return RawSQL(f"SELECT {table.key} FROM {table.name} WHERE {match} AND {table.only}", question)


def _matching(table: Table, terms: Sequence[Term], field: str, visible: QuerySet[Item]) -> tuple[str, list[Any]]:
    """FROM and WHERE with permission: the item is looked up by its key among the visible ones."""
    match, question = _match(table, terms, field)
    this = visible.order_by().filter(pk=RawSQL(table.key, [])).values("pk")
    allowed, parameters = this.query.sql_with_params()
    where = f"FROM {table.name} WHERE {match} AND {table.only} AND EXISTS ({allowed})"
    return where, [*question, *parameters]


def _match(table: Table, terms: Sequence[Term], field: str) -> tuple[str, list[Any]]:
    if connection.vendor == "postgresql":
        return "search_words.words @@ %s::tsquery", [_tsquery(terms, field)]
    return f"{table.name} MATCH %s", [_fts5(terms, field)]


def _rank(table: Table, terms: Sequence[Term], field: str) -> tuple[str, list[Any]]:
    if connection.vendor == "postgresql":
        lightest_first = [weight / max(WEIGHTS) for weight in reversed(WEIGHTS)]
        return "-ts_rank(%s::float4[], search_words.words, %s::tsquery)", [lightest_first, _tsquery(terms, field)]
    return f"bm25({table.name}, {', '.join(map(str, WEIGHTS))})", []


def _fts5(terms: Sequence[Term], field: str) -> str:
    asked = " AND ".join(_fts5_term(term) for term in terms if not term.is_excluded)
    excluded = [_fts5_term(term) for term in terms if term.is_excluded]
    question = " NOT ".join([f"({asked})", *excluded])
    return f"{{{field}}} : ({question})" if field else question


def _fts5_term(term: Term) -> str:
    phrase = '"' + " ".join(term.stems) + '"'
    return f'({phrase} OR "{PART}{term.stems[0]}")' if len(term.stems) == 1 else phrase


def _tsquery(terms: Sequence[Term], field: str) -> str:
    letter = f":{_LETTERS[field]}" if field else ""
    return " & ".join(("!" if term.is_excluded else "") + _tsquery_term(term, letter) for term in terms)


def _tsquery_term(term: Term, letter: str) -> str:
    if len(term.stems) == 1:
        return f"('{term.stems[0]}'{letter} | '{PART}{term.stems[0]}'{letter})"
    return "(" + " <-> ".join(f"'{one}'{letter}" for one in term.stems) + ")"
