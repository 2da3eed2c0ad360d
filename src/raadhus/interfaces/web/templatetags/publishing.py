"""How a public row of follow-up is said."""

from typing import Any

from django import template

from raadhus.interfaces.web.views.public_followup import STATUSES, deadline_of

register = template.Library()
register.filter("deadline_in_words", deadline_of)


@register.filter
def public_status(value: Any) -> str:
    """The word of a status."""
    return str(STATUSES[value][1])
