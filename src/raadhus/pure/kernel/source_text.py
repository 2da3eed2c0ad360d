"""The text of a document as lines that know where they stood."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of a document; an empty `text` is a paragraph break.

    `number` counts from 1 through the whole document; `page` counts from 1, None where the format has no pages.
    `hint` is what the format says of the line: "h1" … "h6", "li", "cell", "bold" or "" where it says nothing.
    """

    text: str
    number: int
    page: int | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A whole document: its name as given, its format ("txt", "pdf", "docx", "html"), lines and pages."""

    name: str
    format: str
    lines: tuple[SourceLine, ...]
    pages: int | None = None


def lines_of(text: str, name: str = "", source_format: str = "txt") -> SourceText:
    """Plain text as a `SourceText`, a line for each line of `text`, blank ones kept."""
    lines = tuple(SourceLine(line.rstrip(), number) for number, line in enumerate(text.splitlines(), 1))
    return SourceText(name, source_format, lines)
