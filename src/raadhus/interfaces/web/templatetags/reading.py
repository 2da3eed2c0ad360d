"""A section's text as the screen sets it: in the same paragraphs and points as the paper."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from raadhus.domains.meetings.papers.blocks import blocks_of, names_of
from raadhus.interfaces.web.markup import filled, joined, with_breaks
from raadhus.pure.documents.tree import Block, NameList, Paragraph, PointList

register = template.Library()


@register.filter
def of(found: dict[int, Any], key: int) -> Any:
    """What `found` has for `key`, None where it has nothing."""
    return found.get(key)


@register.simple_tag
def paragraphs(text: str, kind: str = "") -> SafeString:
    """The blocks of `text` in a section of that kind, in order and in the words as written."""
    found = names_of(text) if kind == "attachments" else blocks_of(text)
    return joined([_block(one) for one in found])


def _block(one: Block) -> SafeString:
    match one:
        case PointList(entries):
            form = '<li><span class="num">{}</span> <span>{}</span></li>'
            points = [filled(form, entry.marker, with_breaks(entry.text)) for entry in entries]
            return filled('<ul class="points">{}</ul>', joined(points))
        case NameList(names):
            return filled('<ul class="names">{}</ul>', joined([filled("<li>{}</li>", name) for name in names]))
        case Paragraph(text):
            return filled("<p>{}</p>", with_breaks(text))
    raise TypeError(one)
