"""Every named read of meetings. The reader comes first; what is not there and what is not the reader's look alike.

`…_for(reader, key)` and the like raise `django.core.exceptions.ObjectDoesNotExist` in both cases.
"""

from raadhus.domains.meetings.queries.cases import case_for, cases_for, items_of_case, items_of_subject
from raadhus.domains.meetings.queries.chains import Stop, chain_of, open_chains
from raadhus.domains.meetings.queries.checks import broken_meetings, broken_versions
from raadhus.domains.meetings.queries.documents import (
    unread_lines_of,
    version_for,
    version_of_bytes,
    versions_of,
)
from raadhus.domains.meetings.queries.items import (
    NamedItem,
    item_for,
    items_by_id,
    items_named,
    items_of,
    previous_and_next,
)
from raadhus.domains.meetings.queries.meetings import (
    FrontPage,
    bodies_for,
    body_for,
    body_names_for,
    front_page,
    meeting_for,
    meetings_for,
    years_for,
)
from raadhus.domains.meetings.queries.named import meetings_named
from raadhus.domains.meetings.queries.reading import readings_for
from raadhus.domains.meetings.queries.timeline import Event, Line, timeline_of

__all__ = [
    "Event",
    "FrontPage",
    "Line",
    "NamedItem",
    "Stop",
    "bodies_for",
    "body_for",
    "body_names_for",
    "broken_meetings",
    "broken_versions",
    "case_for",
    "cases_for",
    "chain_of",
    "front_page",
    "item_for",
    "items_by_id",
    "items_named",
    "items_of",
    "items_of_case",
    "items_of_subject",
    "meeting_for",
    "meetings_for",
    "meetings_named",
    "open_chains",
    "previous_and_next",
    "readings_for",
    "timeline_of",
    "unread_lines_of",
    "version_for",
    "version_of_bytes",
    "versions_of",
    "years_for",
]
