"""What of an item is searched and shown as a passage."""

from raadhus.domains.meetings.models import Item

_HAS_ITS_OWN_FIELD = ("decision", "attachments")


def texts_of(item: Item) -> dict[str, str]:
    """The item's texts by field: title, decision, text (the other sections and the case number), attachments."""
    decision = getattr(item, "decision", None)
    sections = [f"{one.heading}\n{one.text}" for one in item.sections.all() if one.kind not in _HAS_ITS_OWN_FIELD]
    case = [item.case.number] if item.case else []
    return {
        "title": item.title,
        "decision": decision.text if decision else "",
        "text": "\n".join(sections + case),
        "attachments": "\n".join(one.name for one in item.attachments.all()),
    }
