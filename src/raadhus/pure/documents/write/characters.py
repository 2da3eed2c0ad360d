"""Characters that paper cannot show, written so that a reader sees them and can look them up: "[U+202E]"."""

import unicodedata
from collections.abc import Callable
from typing import Any

_LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
_SOFT_HYPHEN = "\xad"  # says only where a word may be broken, and on paper no word is
_TURNS_THE_TEXT = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def spelt(character: str) -> str:
    """`character` by its Unicode number."""
    return f"[U+{ord(character):04X}]"


def shown(text: str) -> str:
    """`text` with every control character, lone surrogate and sign that turns the line's direction spelt out.

    Line ends of all kinds become "\\n", tabs a space, and soft hyphens go.
    """
    for end, newline in _LINE_ENDS.items():
        text = text.replace(end, newline)
    text = text.replace(_SOFT_HYPHEN, "").replace("\t", " ")
    return text if text.isprintable() else "".join(spelt(c) if _is_hidden(c) else c for c in text)


def _is_hidden(character: str) -> bool:
    if character == "\n":
        return False
    return unicodedata.category(character) in ("Cc", "Cs") or character in _TURNS_THE_TEXT


def every_text(value: Any, change: Callable[[str], Any]) -> Any:
    """JSON with `change` applied to each text in it; keys stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list | tuple):
        return [every_text(part, change) for part in value]
    if isinstance(value, dict):
        return {key: every_text(part, change) for key, part in value.items()}
    return value
