"""Whether a text may be released for everybody to read, as far as a machine can tell."""

import re

from raadhus.pure.kernel.errors import Refused

_LIKE_CPR = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d[ -]?\d{4}(?!\d)")


def refuse_unfit(text: str) -> None:
    """Refuse an empty remark, and one with what looks like a person's CPR number: day, month, year and four figures."""
    if not text.strip():
        raise Refused("Der er intet svar at offentliggøre. Svar på løftet først.")
    if _LIKE_CPR.search(text):
        raise Refused("Svaret indeholder noget, der ligner et CPR-nummer. Ret svaret, før du offentliggør det.")
