"""What the child process does: one document's JSON → PDF by Typst, tagged (PDF/UA-1) and for keeping (PDF/A-2a).

The template takes the JSON as data and parses none of it as markup; it reads no files, no packages and no clock, so
the same JSON, fonts and Typst give the same bytes. Fonts: IBM Plex Sans from `fonts/` where the assets are built, else
those that Typst carries.
"""

import ast
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import typst

from raadhus.pure.documents.write.characters import every_text, spelt
from raadhus.pure.documents.write.stream_ends import with_plain_ends
from raadhus.pure.kernel.errors import Refused

_HERE = Path(__file__).resolve().parent
_TEMPLATES, FONTS = _HERE / "templates", _HERE / "fonts"
_STANDARDS: list[Any] = ["ua-1", "a-2a"]
_ROUNDS = 4  # the first round finds what no font can show; a replaced sign is never the trouble again
_TOO_LONG = "a PDF string is longer than"
_NO_GLYPH = re.compile(r'the text `"(.*?)"` could not be displayed|contains the codepoint `"(.*?)"`')
_RUST_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")


def typeset(request: bytes, fonts: Path = FONTS) -> bytes:
    """The PDF of what `pdf.request_for` gives, in the fonts of that folder; `Refused` where it cannot be archived."""
    text = request.decode()
    for _ in range(_ROUNDS):
        try:
            return with_plain_ends(_compiled(text, fonts))
        except typst.TypstError as error:
            if _TOO_LONG in error.diagnostic:
                raise Refused(
                    "Dokumentet har et ord eller en overskrift på mange tusinde tegn. Del den op, og prøv igen."
                ) from error
            unshown = _unshown_in(error.diagnostic)
            if not unshown:
                raise
            text = _spelt_out(text, unshown)
    raise Refused("Dokumentet har tegn, som ingen skrifttype kan vise. Ret teksten, og prøv igen.")


@cache
def _compiler(folder: Path) -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder] if folder.is_dir() else [])
    nowhere = _TEMPLATES / "no-packages"
    return typst.Compiler(
        _TEMPLATES / "paper.typ",
        root=_TEMPLATES,
        font_paths=fonts,
        ignore_system_fonts=True,
        package_path=nowhere,
        package_cache_path=nowhere,
    )


def _compiled(text: str, fonts: Path) -> bytes:
    pdf = _compiler(fonts).compile(format="pdf", sys_inputs={"document": text}, pdf_standards=_STANDARDS)
    assert isinstance(pdf, bytes)
    return pdf


def _unshown_in(diagnostic: str) -> set[str]:
    """The characters that Typst names as having no glyph in any font, or no place in an archived file."""
    found: set[str] = set()
    for groups in _NO_GLYPH.findall(diagnostic):
        for quoted in filter(None, groups):
            found.update(_unquoted(quoted))
    return {character for character in found if ord(character) > 126}


def _unquoted(quoted: str) -> str:
    """A Rust string literal's content; what is no literal is taken as it stands."""
    plain = _RUST_ESCAPE.sub(lambda match: f"\\U{int(match[1], 16):08x}", quoted)
    try:
        return str(ast.literal_eval(f'"{plain}"'))
    except (SyntaxError, ValueError):
        return quoted


def _spelt_out(text: str, unshown: set[str]) -> str:
    """The JSON with each of the characters written as its Unicode number."""
    table = {ord(character): spelt(character) for character in unshown}
    return json.dumps(every_text(json.loads(text), lambda part: part.translate(table)), ensure_ascii=False)
