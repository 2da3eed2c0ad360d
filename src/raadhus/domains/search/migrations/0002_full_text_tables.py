"""The full-text tables, in each database's own way."""

from django.db import migrations

FTS5 = """
CREATE VIRTUAL TABLE {table} USING fts5(
    title, decision, text, attachments,
    content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
)
"""
TSVECTOR = """
CREATE TABLE search_words (item_id bigint PRIMARY KEY, is_closed boolean NOT NULL, words tsvector NOT NULL);
CREATE INDEX search_words_open_gin ON search_words USING gin (words) WHERE NOT is_closed;
CREATE INDEX search_words_closed_gin ON search_words USING gin (words) WHERE is_closed;
"""


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(TSVECTOR)
        return
    for table in ("search_words_open", "search_words_closed"):
        schema_editor.execute(FTS5.format(table=table))


def drop(apps, schema_editor):
    names = ["search_words"] if schema_editor.connection.vendor == "postgresql" else ["search_words_open", "search_words_closed"]
    for table in names:
        schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(make, drop)]
