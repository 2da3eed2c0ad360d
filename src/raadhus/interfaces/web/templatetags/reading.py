"""Text as written → paragraphs and lists to read; nothing is added or left out but the break between lines."""

import re
from dataclasses import dataclass

from django import template

register = template.Library()

_NUMBERED = re.compile(r"(\d{1,3})[.)]\s*(\S.*)", re.DOTALL)
_DASHED = re.compile(r"[-–•·]\s*(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph ("text"), or a list ("numbered", "dashed") of (number or "", words)."""

    kind: str
    lines: tuple[tuple[str, str], ...]


@register.filter
def blocks(text: str) -> list[Block]:
    """The paragraphs and lists of `text`, in order; a blank line ends a paragraph, not a list."""
    found: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        is_new = True
        for line in filter(None, map(str.strip, paragraph.split("\n"))):
            kind, numbered_line = _read(line)
            if found and found[-1].kind == kind and not (is_new and kind == "text"):
                found[-1] = Block(kind, (*found[-1].lines, numbered_line))
            else:
                found.append(Block(kind, (numbered_line,)))
            is_new = False
    return found


def _read(line: str) -> tuple[str, tuple[str, str]]:
    if numbered := _NUMBERED.fullmatch(line):
        return "numbered", (numbered[1], numbered[2])
    if dashed := _DASHED.fullmatch(line):
        return "dashed", ("", dashed[1])
    return "text", ("", line)
