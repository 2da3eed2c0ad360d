"""A sheet's cells, statuses and deadlines as they are shown."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from raadhus.domains.followup.rules.sheets.columns import COLUMNS, OWN
from raadhus.domains.followup.rules.sheets.values import ENDED, text_of
from raadhus.pure.kernel.danish_day import danish_day

register = template.Library()

ROW_STATUSES = {
    "not_begun": _("Ikke begyndt"),
    "under_way": _("I gang"),
    "waiting": _("Afventer"),
    "delayed": _("Forsinket"),
    "fulfilled": _("Opfyldt"),
    "dropped": _("Udgår"),
}
TONES = {"fulfilled": "done", "waiting": "open", "delayed": "late"}
EVENTS = {
    "imported": _("Læst ind fra Excel"),
    "answered": _("Svar"),
    "decided": _("Besluttet i gennemgangen"),
    "edited": _("Rettet"),
    "moved": _("Flyttet ved en omlægning"),
}


@register.filter
def cell(row: Any, key: str) -> str:
    """What stands in the row's column, as a reader sees it."""
    return text_of(row.cells.get(key, ""))


@register.filter
def own_cells(row: Any, columns: list[Any]) -> list[tuple[str, str]]:
    """Heading and text of each column of the sheet's own that has something in this row."""
    return [
        (heading, text_of(row.cells[key])) for key, heading in columns if key.startswith(f"{OWN}:") and key in row.cells
    ]


@register.filter
def row_status(row: Any) -> str:
    """The status in the page's language; as written where nobody knows what it means."""
    return str(ROW_STATUSES[row.status]) if row.status else text_of(row.cells.get("status", ""))


@register.filter
def status_word(key: str) -> str:
    """The status of that key in the page's language."""
    return str(ROW_STATUSES[key])


@register.filter
def row_tone(row: Any) -> str:
    return TONES.get(row.status, "plain")


@register.filter
def is_late(row: Any, today: date) -> bool:
    """Whether the deadline is over and the point neither fulfilled nor dropped."""
    return bool(row.deadline_last and row.deadline_last < today and row.status not in ENDED)


@register.filter
def moment_day(moment: datetime) -> date:
    """The day in Denmark on which it happened."""
    return danish_day(moment)


@register.filter
def event_kind(value: str) -> str:
    return str(EVENTS[value])


@register.filter
def column_heading(key: str) -> str:
    """Our own heading for a kind of column; an own column's is in its key."""
    return COLUMNS[key].heading if key in COLUMNS else key.removeprefix(f"{OWN}:")
