"""What is published, now and before. What everybody may read asks for no reader; the rest takes one."""

from raadhus.domains.publishing.queries.checks import broken_register
from raadhus.domains.publishing.queries.rows import (
    Publicity,
    publicity_of,
    published_rows,
    publishing_bodies,
    publishing_body,
    read_rows,
    rows_to_publish,
    setting_of,
    standing_remark,
    standing_rows,
    what_stood_when,
    years_of,
)

__all__ = [
    "Publicity",
    "broken_register",
    "publicity_of",
    "published_rows",
    "publishing_bodies",
    "publishing_body",
    "read_rows",
    "rows_to_publish",
    "setting_of",
    "standing_remark",
    "standing_rows",
    "what_stood_when",
    "years_of",
]
