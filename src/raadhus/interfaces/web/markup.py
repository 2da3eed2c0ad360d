"""Markup of ours with others' words in it."""

from html import escape

from django.utils.safestring import SafeString, mark_safe


def filled(form: str, *words: object) -> SafeString:
    """As `format_html`, but quicker: `form` is markup of ours, `words` are escaped unless they are markup."""
    return mark_safe(form.format(*(one if isinstance(one, SafeString) else escape(str(one)) for one in words)))


def joined(parts: list[SafeString]) -> SafeString:
    """The parts, one after another."""
    return mark_safe("".join(parts))


def with_breaks(text: str) -> SafeString:
    """The text, its line breaks as `<br>`."""
    return mark_safe(escape(text).replace("\n", "<br>"))
