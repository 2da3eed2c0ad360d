"""A person finishes a reading: each line that no rule understood is placed under an item or set aside."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.meetings.access import may_correct
from raadhus.domains.meetings.changes.noting import note
from raadhus.domains.meetings.changes.sealed import refuse_sealed
from raadhus.domains.meetings.models import Decision, Item, Outcome, Section, UnreadLine
from raadhus.foundation.audit.record import line_up
from raadhus.pure.kernel.errors import Refused

_KINDS = {"occasion", "summary", "account", "consequences", "recommendation", "decision"} | {
    "attachments",
    "attendance",
    "competence",
    "history",
    "other",
}


@transaction.atomic
def place_unread_line(*, line: UnreadLine, item: Item, section_kind: str, by: Any, at: datetime) -> None:
    """Put the line's words at the end of the item's last section of that kind; where it has none, one is added.

    Words placed in a decision are the decision's words too; its outcome stays, or is "other" where there was none.
    """
    row = _open_line(line, by)
    if item.meeting_id != row.version.meeting_id or item.version_id != row.version_id:
        raise Refused("Linjen hører til et andet dokument end punktet; vælg et punkt fra samme dokument.")
    if section_kind not in _KINDS:
        raise Refused("Vælg en slags afsnit fra listen.")
    _add_to_section(item, section_kind, row)
    if section_kind == "decision":
        _add_to_decision(item, row)
    row.settled_as, row.item = "placed", item
    row.save(update_fields=["settled_as", "item"])
    facts = {"line": row.line, "text": row.text, "item": item.pk, "section": section_kind}
    note("placed_line", row.version.meeting_id, facts, by=by, at=at)


@transaction.atomic
def set_aside_unread_line(*, line: UnreadLine, by: Any, at: datetime) -> None:
    """The line belongs to no item: a page's foot, a stamp. It stays in the list of settled lines."""
    row = _open_line(line, by)
    row.settled_as = "set_aside"
    row.save(update_fields=["settled_as"])
    note("set_line_aside", row.version.meeting_id, {"line": row.line, "text": row.text}, by=by, at=at)


def _open_line(line: UnreadLine, by: Any) -> UnreadLine:
    if not may_correct(by):
        raise PermissionDenied("Only administrators finish readings.")
    line_up()
    row = UnreadLine.objects.select_for_update(of=("self",)).select_related("version").get(pk=line.pk)
    if row.settled_as:
        raise Refused("Linjen er allerede placeret eller lagt til side; hent siden igen.")
    refuse_sealed(row.version.meeting_id)
    return row


def _add_to_section(item: Item, kind: str, line: UnreadLine) -> None:
    sections = Section.objects.filter(item=item)
    section = sections.filter(kind=kind).order_by("-position").first()
    if section is None:
        Section.objects.create(
            item=item,
            position=sections.count() + 1,
            heading="",
            kind=kind,
            text=line.text,
            first_line=line.line,
            last_line=line.line,
        )
        return
    section.text = f"{section.text}\n{line.text}"
    section.save(update_fields=["text"])


def _add_to_decision(item: Item, line: UnreadLine) -> None:
    decision = Decision.objects.filter(item=item).first()
    if decision is None:
        Decision.objects.create(item=item, text=line.text, outcome=Outcome.OTHER)
        return
    decision.text = f"{decision.text}\n{line.text}"
    decision.save(update_fields=["text"])
