"""Help texts in a new item's sections, and the check that keeps them out of everything that is sent.

Help stands between `OPENS` and `CLOSES`. Someone may delete the marks and leave the words, or paste a template from
another system, so the check also knows each help text by its words and the usual ways of saying "delete this".
"""

import re
from collections.abc import Iterable

from raadhus.domains.proceedings.rules.breach import Breach
from raadhus.domains.proceedings.rules.profile import Profile, SectionTemplate

OPENS, CLOSES = "⟦", "⟧"
_MARKED = re.compile(rf"{OPENS}[^{OPENS}{CLOSES}]*{CLOSES}?|{CLOSES}")
_LEFT_OVER = re.compile(
    r"hjælpetekst\w*(?:\W+\w+){0,6}?\W+slet|slet(?:tes)?(?:\W+\w+){0,4}?\W+hjælpetekst|\bxx+\b|lorem ipsum"
    r"|\[(?:…|\.\.\.|indsæt|skriv|udfyld)[^\]]*\]",
    re.IGNORECASE,
)
_TOLD_BY = 6  # so many of a help text's words in a row are that help text


def with_help(template: SectionTemplate) -> str:
    """The text of an empty section: its help, marked."""
    return f"{OPENS}{template.help}{CLOSES}"


def without_help(text: str) -> str:
    """`text` without marked help; unmarked help is left for a person."""
    return _MARKED.sub("", text).strip()


def has_help_text(text: str, sections: Iterable[SectionTemplate] = ()) -> bool:
    """Whether `text` holds a template's help, marked or not, or the traces of another template."""
    if _MARKED.search(text) or _LEFT_OVER.search(text):
        return True
    words = f" {' '.join(_words(text))} "
    return any(f" {run} " in words for template in sections for run in _runs(template.help))


def check_help(profile: Profile, texts: Iterable[tuple[str, str]]) -> tuple[Breach, ...]:
    """A breach for each (heading, text) in which help text is left."""
    found: tuple[Breach, ...] = ()
    for heading, text in texts:
        if has_help_text(text, profile.sections):
            found += profile.breach(
                "template.help",
                f"Afsnittet „{heading}“ indeholder stadig hjælpetekst. Skriv teksten, eller tøm afsnittet.",
            )
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _runs(help_text: str) -> list[str]:
    words = _words(help_text)
    return [" ".join(words[at : at + _TOLD_BY]) for at in range(max(1, len(words) - _TOLD_BY + 1))]
