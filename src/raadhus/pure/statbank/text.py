"""Bytes as text, and the signs that they were read in the wrong codepage.

Damage shows in three ways: the replacement character; UTF-8 read as a single-byte codepage ("Ã¸" for "ø"); and a DOS
or Mac codepage read as a Windows one, which puts signs inside words ("Omr†de").
"""

import codecs
import re

from raadhus.pure.statbank.place import Place, place_in_bytes, refusal

AGAIN = "hent filen igen, og gem den uden at ændre tegnsæt"

_ASCII = b'VALUES("0-9")=az;\\n\r\n'
_SIGNS = "†‡ƒ„…‰‹›‘•˜¤¥¦§¨©¬®¯°±²³µ¶¸¹»¼½¾×÷╨─│┌┐└┘├┤┬┴┼═║╔╗╚╝░▒▓█▄▀■"
_REPLACED = re.compile("\ufffd|ï¿[½œ]")
_UTF8_AS_SINGLE = re.compile("[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Ã\\s|├[^\\s\\w]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SIGN_IN_WORD = re.compile(f"(?<=[a-zA-Z])[{_SIGNS}](?=[a-z])")
_SUSPECTS = {*_SIGNS, *"ÂÃ├ï\ufffd\x7f", *map(chr, range(32)), *map(chr, range(128, 160))} - {*"\t\n\r"}


def damage_in(text: str) -> tuple[int, str] | None:
    """Where the first sign of a wrong codepage stands and which characters it is; None for sound text."""
    if _SUSPECTS.isdisjoint(text):
        return None
    hits = [m for pattern in (_REPLACED, _UTF8_AS_SINGLE, _CONTROL, _SIGN_IN_WORD) if (m := pattern.search(text))]
    first = min(hits, key=lambda match: match.start(), default=None)
    return (first.start(), first[0]) if first else None


def place_in_text(file: str, text: str, offset: int) -> Place:
    """The row and column of a character."""
    return Place(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def decoded(file: str, data: bytes, encoding: str) -> str:
    """The text, or a refusal that names row and column of the first byte or character that cannot be right."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        place = place_in_bytes(file, data, error.start)
        raise refusal(place, f"tegnet passer ikke til tegnsættet {encoding}; {AGAIN}.") from None
    refuse_damage(file, text, encoding)
    return text


def refuse_damage(file: str, text: str, encoding: str) -> None:
    """Refuses text that shows a wrong codepage."""
    if damage := damage_in(text):
        offset, sign = damage
        place = place_in_text(file, text, offset)
        raise refusal(
            place, f"tegnene {sign!r} viser, at filen ikke er læst i sit rette tegnsæt ({encoding}); {AGAIN}."
        )


def utf8_where_another_was_declared(data: bytes) -> int | None:
    """The offset of the first multi-byte character if the bytes are UTF-8, None for ASCII and for other codepages.

    Words in a single-byte codepage are practically never valid UTF-8, so this settles it.
    """
    if data.isascii():
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    at = next(at for at, char in enumerate(text) if ord(char) > 127)
    return len(text[:at].encode())


def known_encoding(name: str) -> str | None:
    """Python's name of a codepage in which ASCII is ASCII, None for any other."""
    try:
        found = codecs.lookup(name.strip()).name
        return found if _ASCII.decode(found) == _ASCII.decode("ascii") else None
    except (LookupError, ValueError):
        return None


def text_of_statbank(file: str, data: bytes) -> str:
    """A text answer: UTF-8 with or without byte-order mark, else Windows-1252, which the web site's files may have."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        raise refusal(Place(file, 1, 1), "filen er gemt som UTF-16; gem den som UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decoded(file, data, "cp1252")
    refuse_damage(file, text, "utf-8")
    return text
