"""The names of bodies in running text, and which one a common noun such as "udvalget" means."""

# ruff: noqa: E501  (a row of a table is one line)
import re

from raadhus.pure.minutes.word_blocks import words_of

_ENDS = words_of("""
udvalget udvalg bestyrelsen forum forummet rådet nævnet gruppen direktionen byrådet ledelsen kommissionen kredsen
foretagendet udvalgene
""")
_CAP = r"[A-ZÆØÅ][\wæøåÆØÅé-]*"
_FOR = rf"(?:\s(?:for|vedrørende|om)\s(?:ny\s\w+|nyt\s\w+|{_CAP}(?:(?:,\s{_CAP})*\s(?:og|&)\s{_CAP}|\s{_CAP})*))?"
# "området" is no council, though it ends like one.
_KIND = r"(?i:udvalget|udvalg|bestyrelsen|forummet|forum|(?<!om)rådet|raadet|nævnet|gruppen|direktionen|kommissionen|taskforcen?)"

BODY = (
    rf"(?:(?:{_CAP}-\s?(?:,\s{_CAP}-\s)?og\s)?(?:{_CAP}|[a-zæøå]+)?{_KIND}{_FOR}"
    rf"|(?:Hoved-?\s?)?MED(?:-?\s?[Uu]dvalget)?(?:\sfor\s{_CAP})?|[A-ZÆØÅ]{{1,3}}U|KB|ØK"
    rf"|(?i:direktionen|chefgruppen|byrådet|kommunalbestyrelsen|regionsrådet|folketinget))"
)
_BODY = re.compile(rf"\b(?P<body>{BODY})(?P<genitive>s)?\b")
_GENERIC = re.compile(
    r"(?:udvalg|raad|råd|bestyrelse|kommission|kommunalbestyrelse|byråd|kreds|klynge|chefgruppe|ledergruppe|forum|gruppe|nævn|direktion|styregruppe|projektgruppe|arbejdsgruppe|chefforum)(?:men|met|en|et|n)?$",
    re.I,
)


def find_bodies(text: str, at: int, end: int) -> list[re.Match[str]]:
    """Every body named in `text[at:end]`; group "body" is without the genitive's s."""
    return list(_BODY.finditer(text, at, end))


def body_meant(written: str, meeting_body: str | None) -> str:
    """The body that `written` means: the meeting's own where it is that name or its common noun, else as written."""
    if meeting_body is None:
        return written
    own, said = meeting_body.lower(), written.lower()
    if own == said:
        return meeting_body
    if not _GENERIC.match(said):
        return written
    stem = re.sub(r"(?:men|met|en|et|n)$", "", said)
    return meeting_body if stem in own else written
