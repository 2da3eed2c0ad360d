"""A section's text as the screen sets it: in the same paragraphs and points as the paper."""

from typing import Any

from django import template

from raadhus.domains.meetings.papers.blocks import blocks_of, names_of
from raadhus.pure.documents.tree import Block

register = template.Library()


@register.filter
def of(found: dict[int, Any], key: int) -> Any:
    """What `found` has for `key`, None where it has nothing."""
    return found.get(key)


@register.filter
def blocks(text: str, kind: str = "") -> tuple[Block, ...]:
    """The blocks of `text` in a section of that kind, in order and in the words as written."""
    return names_of(text) if kind == "attachments" else blocks_of(text)
