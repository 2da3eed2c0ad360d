"""Who can promise: posts, departments, bodies, persons and initials, read at one place in a text."""

import re
from dataclasses import dataclass

from raadhus.pure.minutes.word_blocks import words_of

# Endings of common nouns for posts and units, in the definite form or after "hver", "alle", "de".
_POSTS = words_of("""
chef direktør leder konsulent koordinator sekretær formand mand mester medarbejder repræsentant entreprenør rådgiver
arkitekt jurist planlægger ansvarlig holder kasserer bygherre leverandør borgmester pædagog lærer inspektør ejer
medlem part vikar assistent specialist ejendomsmester underviser deltager kontaktperson tovholder referent ordfører
""")
_UNITS = words_of("""
afdeling forvaltning administration direktion ledelse gruppe udvalg råd bestyrelse forum sekretariat center stab
team enhed hus skole institution kontor service nævn side organisation forening forsyning kommune center område
kreds komite komité institut bibliotek kommission task-force taskforce jobcenter daginstitution plejecenter børnehus
ressort drift team
""")
_ENDINGS = r"(?:merne|mer|met|erne|ene|enes|en|et|ne|e|er|n|t)?"
_LEAST_NOUN = (
    rf"[\wæøåÆØÅé-]*(?:{'|'.join(sorted({*_POSTS, *_UNITS}, key=len, reverse=True))}|centr|mænd|gruppern){_ENDINGS}"
)
_NOUN = rf"(?:{_LEAST_NOUN}|økonomi|parterne|begge\ssider|sagsbehandle\w+)"
_FORE = (
    r"(?:(?:den|de|det|hver|hvert|alle|samtlige|begge|øvrige|enkelte|enkelt|relevante?|ansvarlige?|berørte?|nye|pågældende|kommunens|"
    r"skolens|udvalgets|rådets|tekniske|lokale|faglige|involverede|interesserede|nævnte|politiske|fælles|nedsatte|stedlige|daglige)\s)*"
)
_CAP = r"[A-ZÆØÅ][\wæøåÆØÅé'’-]*"
_NAME = rf"{_CAP}(?:\s(?:{_CAP}|[A-ZÆØÅ]\.))*"
_AREA = rf"{_CAP}(?:(?:,\s{_CAP})*(?:\s(?:&|og)\s{_CAP})|-\sog\s\w+)?"
_OF = rf"(?:\s(?:for|i|på|af|fra)\s{_AREA}(?:\s{_CAP})*)?"

# Given names that end like a definite noun.
_NAMES = frozenset(
    words_of("""
Karen Kirsten Torben Jørgen Morten Carsten Karsten Søren Preben Steen Sten Ellen Helen Maren Annette Jeanette Anette
Henriette Bente Bent Marianne Susanne Hanne Anne Sanne Janne Lone Benedikte Jytte Lotte Charlotte Dorte Birgitte
Kristian Christian Jens Kent Robert Albert Herbert Vincent Margit Berit Gerit Marit Judit Britt Annet Rikke Mette
Gitte Ditte Dorthe Malene Helene Lene Irene Tine Stine Line Trine Signe Simone Yvonne Jan Allan Brian Kaj Ulla Kim
Tom Ib Bo Ole Poul Per Hans Lars Niels Peter Henrik Ulrik Martin Kevin
""")
)
_AREAS = frozenset(
    words_of("""
Stab Ledelse Økonomi Teknik Miljø Kultur Fritid Børn Unge Skole Skoler Dagtilbud Social Sundhed Ældre Plan By Byer
Beskæftigelse Borgerservice IT HR Digitalisering Løn Personale Job Erhverv Natur Klima Ejendomme Ejendom Byg Veje
Trafik Jura Kommunikation Politik Udvikling Indkøb Integration Familie Handicap Psykiatri Land Borgmesterkontor
Arbejdsmarked Presse Byggeri Drift Vej Park Udbud
""")
)
_NOT_NAMES = frozenset(
    words_of("""
Det Der Den De Et En I På Til Efter Inden Som Hvis Når Ved Med For Om Herefter Endvidere Desuden Ligeledes Samtidig
Derfor Endelig Eventuelle Eventuelt Næste Senest Notat Referat Godkendt Godkendes Drøftet Taget Tiltrådt Vedtaget
Udsat Afvist Anbefales Intet Ingen Ifølge Såfremt Ad Dette Disse Denne Her Hermed Input Beslutning Punkt Sag Emne
Møde Høringssvar Materiale Farveprøver Emnet Kommende Aktion Todo Frist Ansvarlig Deadline Fraværende Afbud Referent
Også Både Ca Inspiration Bemærkninger Spørgsmål Forslag Vigtigt Budget Alt Ingen Oplæg Indstilling Orientering
Status Svar Vores Hele Nogle Flere Mange Enkelte Man Sidste Første Hvad Hvordan Hvem Hvor Hvilke Undervejs
""")
)

_PRONOUN = r"(?:vi|han|hun|alle|begge|samtlige|begge\sparter)\b"
_INITIALS = r"[A-ZÆØÅ]{2,4}\b"

_ONE = re.compile(
    rf"(?P<place>(?:Center|Afdelingen?|Forvaltningen|Området|Team|Sekretariatet|Staben|Udvalget|Rådet|Fagchefen|Chefen|Direktøren|Lederen|"
    rf"Formanden|Enheden|Styregruppen|Arbejdsgruppen|Projektgruppen|TR|AMR)\s(?:for|i|fra|på|af)\s{_AREA}(?:\s{_CAP})*)"
    rf"|(?P<noun>(?i:{_FORE}{_NOUN})\b{_OF})"
    rf"|(?P<pronoun>(?i:{_PRONOUN}))"
    rf"|(?P<name>{_NAME})"
)
_TWO_AREAS = re.compile(rf"(?:{_CAP},\s)?{_CAP}\s(?:&|og)\s{_CAP}\b(?!\s{_CAP})")
_AND = re.compile(r"\s?(?:,(?:\sog|\ssamt)?|/|\sog|\ssamt|\s&)\s?")
_FORE_ONLY = re.compile(rf"{_FORE}$")


@dataclass(frozen=True, slots=True)
class Actors:
    """Those named from one place in the text on, as written, and where the phrase ends."""

    names: tuple[str, ...]
    end: int


def actors_at(text: str, at: int, end: int) -> Actors | None:
    """The actor phrase that begins at `at` ("cheferne", "Inger Lund og Tom Kjær"), or None where there is none."""
    names: list[str] = []
    found = _one(text, at, end)
    last = at
    while found is not None:
        names.append(found[0])
        last = found[1]
        joint = _AND.match(text, last, end)
        found = _one(text, joint.end(), end) if joint else None
        if found and found[0].lower() in ("vi", "han", "hun"):
            break
    return Actors(tuple(names), last) if names else None


def _one(text: str, at: int, end: int) -> tuple[str, int] | None:
    areas = _TWO_AREAS.match(text, at, end)
    if areas and _is_area(areas[0]):
        return areas[0], areas.end()
    match = _ONE.match(text, at, end)
    if match is None:
        return None
    written = match[0]
    if match.lastgroup == "name" and not _is_name(written):
        return None
    return written, match.end()


def _is_area(written: str) -> bool:
    return "&" in written or any(word.strip(",") in _AREAS for word in written.split())


def _is_name(written: str) -> bool:
    """Whether capitalised words are a person, initials or a unit rather than the first word of a sentence."""
    words = written.split()
    if words[0] in _NOT_NAMES:
        return False
    if len(words) > 1 or words[0] in _NAMES or words[0] in _AREAS or words[0].isupper():
        return True
    return (
        not words[0].lower().endswith(("en", "et", "ene", "erne", "ede", "ende", "este", "else", "ing", "elsen", "hed"))
    )
