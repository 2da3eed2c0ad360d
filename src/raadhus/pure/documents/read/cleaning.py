"""Characters that stand for something else, or for nothing, made plain."""

import re
import unicodedata

_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NOTHING = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
# What Word's symbol fonts call a bullet: the glyph's place in the font, moved to the private use area.
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d"
_CONTROL = "".join(map(chr, (*range(9), *range(14, 32), *range(127, 160))))
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_NOTHING + _CONTROL, None),
        **dict.fromkeys(_BULLETS, "•"),
        "\u2010": "-",
        "\u2011": "-",
    }
)
_ODD = frozenset(f"{_SPACES}{_NOTHING}{_BULLETS}{_CONTROL}\u2010\u2011").union(map(chr, range(0x300, 0x370)))
_ODD_BYTES = bytes((*range(9), *range(14, 32), 127, 0xA0, 0xAD))
_CONTROL_BYTES = bytes((*range(9), *range(14, 32)))
# Control characters, the private use area and the replacement character: a font without a table of characters.
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uefff\uf100-\uf8ff\ufffd]")


def is_plain(text: str) -> bool:
    """Whether `plain_characters` would leave `text` as it is."""
    # Nearly all Danish text fits one byte a character, where looking costs next to nothing.
    try:
        data = text.encode("cp1252")
    except UnicodeEncodeError:
        return _ODD.isdisjoint(text)
    return len(data.translate(None, _ODD_BYTES)) == len(data)


def plain_characters(text: str) -> str:
    """`text` in composed letters, with one kind of space and hyphen and without invisible characters."""
    if is_plain(text):
        return text
    return unicodedata.normalize("NFC", text).translate(_PLAIN)


def clean(text: str) -> str:
    """`text` in plain characters, without outer spaces."""
    return plain_characters(text).strip()


def share_unreadable(text: str) -> float:
    """Between 0 and 1: how many of the characters of `text` no reader would recognise."""
    if not text:
        return 0.0
    try:
        data = text.encode("cp1252")
    except UnicodeEncodeError:
        return len(_UNREADABLE.findall(text)) / len(text)
    return 1 - len(data.translate(None, _CONTROL_BYTES)) / len(data)
