"""Words that tell of a matter put off before: "som blev udskudt fra mødet i Chefforum den 6. januar"."""

import re

_PUT_OFF = r"(?:udskudt|udskydes|udsat|udsættes|udgik|udgået)"


def was_put_off_from(text: str, quote: str) -> bool:
    """Whether `text` says that the matter was put off from the meeting that it names with `quote`, in one sentence."""
    said, named = " ".join(text.split()), re.escape(" ".join(quote.split()))
    return re.search(rf"\b{_PUT_OFF}\b(?:(?!\.\s).){{0,60}}?{named}", said, re.IGNORECASE) is not None


def plain_title(title: str) -> str:
    """The title as another agenda may have it: without a body's short name in front, spaces and case."""
    bare = re.sub(r"^[A-ZÆØÅ]{1,5}\s?[-–:]\s+|^[A-ZÆØÅ]{2,5}\s?[-–]\s?", "", title.strip())
    return " ".join(bare.split()).casefold()
