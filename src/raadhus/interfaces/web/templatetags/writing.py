"""The field in which a text is written, on any page that has one, and a text as it is read."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from raadhus.domains.proceedings import queries
from raadhus.domains.proceedings.rules.difference import Piece
from raadhus.domains.proceedings.rules.html import clean

register = template.Library()


@register.inclusion_tag("_writing.html", takes_context=True)
def writing(context: dict[str, Any], text: Any, *, help_text: str = "", plain: str | None = None) -> dict[str, Any]:
    """The form in which `text` is written; `plain` is what stands in it where that is not what is stored.

    The page loads `writing.css` and `editing.js`; without the script it is a plain field with a button.
    """
    return {
        "text": text,
        "plain": text.plain if plain is None else plain,
        "is_kept_back": queries.is_kept_back(text),
        "help_text": help_text,
        "user": context["user"],
        "csrf_token": context.get("csrf_token"),
    }


@register.filter
def rich(html: str, level: int = 3) -> SafeString:
    """A text as it is read, its headings from `level` down; cleaned again, so that nothing else gets through."""
    shown = clean(html)
    for heading in (4, 3):
        shown = shown.replace(f"<h{heading}>", f"<h{heading + level - 3}>")
        shown = shown.replace(f"</h{heading}>", f"</h{heading + level - 3}>")
    return mark_safe(shown)


@register.inclusion_tag("_pieces.html")
def pieces(given: tuple[Piece, ...]) -> dict[str, Any]:
    """A difference as it is read: what was put in and what was taken out."""
    return {"pieces": given}
