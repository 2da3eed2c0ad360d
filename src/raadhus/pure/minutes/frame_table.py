"""Frames that make a promise of a clause whatever its verb: requests, wishes, duties taken on, matters put off."""

import re

from raadhus.pure.minutes.promise_words import ADVERBS
from raadhus.pure.minutes.word_blocks import words_of

_ADV = ADVERBS.pattern

# No frame fits a clause without one of these words; looking first is what keeps reading fast.
FRAME_WORDS = frozenset(
    words_of("""
husk godkendte godkender konklusionen resultatet beslutningen aftalt besluttet vedtaget konkluderet enighed aftale
tilslutning opbakning truffet aftales aftaltes besluttes besluttedes vedtoges konklusion aftalte aftaler besluttede
beslutter vedtog konkluderede tilsluttede traf gav enige bedes bedt anmodet pålagt stil anmodes pålægges opgave
ansvarlig ansvarlige tovholder tovholdere ansvar ansvaret stå påtage påtog påtager lovede lover tilbød tilbyder bad
beder anmodede anmoder pålagde pålægger ønskede ønsker efterspurgte efterlyste ønskes udsat udskudt tilbagesendt
oversendt genoptaget flyttet sendt henvist henviste udsatte udskød oversendte tilbagesendte sendte tilbage retur
forventes få dagsorden dagsordenen dagsordnen op
""")
)

# "Det blev aftalt, at …": what follows is agreed, whatever its verb.
AGREED = re.compile(
    rf"(?:(?:det|der|dette)\s{_ADV}(?:blev|er|bliver|var)\s{_ADV}(?:aftalt|besluttet|vedtaget|konkluderet|enighed\som|"
    rf"aftale\som|tilslutning\stil|opbakning\stil|truffet\sbeslutning\som)|"
    rf"(?:det|der)\s{_ADV}(?:aftales|aftaltes|besluttes|besluttedes|vedtoges)|aftalt|besluttet|(?:konklusionen|resultatet|beslutningen)\s(?:blev|er|var)|konklusion|"
    rf"(?:[\w&.,/-]+\s){{0,7}}?(?:aftalte|aftaler|besluttede|beslutter|vedtog|godkendte|godkender|konkluderede|tilsluttede\ssig|traf\sbeslutning\som|gav\s(?:grønt\slys|mandat|tilslutning)\stil|(?:er|var|blev)\s(?:alle\s)?enige\som))"
    rf"(?:\s(?:med|mellem)\s[^,.]{{2,60}}?(?=,?\sat\s))?(?P<rest>\s{_ADV})?,?:?\s?",
    re.I,
)

# "X blev bedt om at …", "X får til opgave …": the promise lies with the one named before it.
DUTY = re.compile(
    rf"(?:bedes|(?:blev|bliver|er|er\sblevet)\s{_ADV}(?:bedt|anmodet|pålagt|sat\stil)|anmodes|pålægges|(?:får|fik|gives|blev\sgivet)\s{_ADV}til\sopgave|"
    rf"(?:er|bliver)\s{_ADV}(?:ansvarlige?\sfor|tovholdere?\s(?:for|på))|har\s{_ADV}(?:et\s)?(?:fælles\s)?ansvar(?:et)?\sfor|"
    rf"vil\s(?:gerne\s)?(?:være\s(?:tovholder|ansvarlig)|stå\sfor|påtage\ssig)|påtog\ssig|påtager\ssig|lovede|lover|tilbød\sat|tilbyder\sat)\b",
    re.I,
)
# "X bad Y om at …", "X pålagde Y at …".
REQUEST = re.compile(rf"\b(?:bad|beder|anmodede|anmoder|pålagde|pålægger)\s{_ADV}", re.I)
# "Udvalget ønskede en redegørelse": from a body a wish is an order.
WISH = re.compile(
    rf"\b(?:ønskede|ønsker|efterspurgte|efterlyste|ønskes)\s?{_ADV},?\s?(?P<object>(?:at\s(?:få|modtage|se|blive\sforelagt)|en|et|flere|yderligere|"
    rf"nærmere|uddybende|mere|(?:sagen|punktet|forslaget|det|\w+(?:en|et|ne))\s(?:nærmere\s)?(?:belyst|undersøgt|uddybet|beskrevet|"
    rf"afklaret|præciseret|vurderet))\s)?",
    re.I,
)
# "Husk at få godkendt kørsel": said to everybody.
REMINDER = re.compile(r"(?:vi\sskal\s)?husk(?:\s(?:også|venligst|altid))?\sat\s", re.I)
# Matters put off, in the past tense or without any verb.
PUT_OFF = re.compile(
    r"(?:\b(?:udsat|udskudt|tilbagesendt|oversendt|genoptaget)\b|\bflyttet\stil\b|\bsendt\s(?:tilbage|retur)\b|\bhenvist\stil\b|"
    r"\bhenviste\s(?:sagen|punktet|forslaget|spørgsmålet)\b|\b(?:udsatte|udskød|oversendte|tilbagesendte|sendte)\s(?:sagen|punktet|behandling\w*|beslutning\w*|forslaget)\b|"
    r"\bsendes\s(?:tilbage|retur)\stil\b(?=[^.]*(?:udvalg|råd|bestyrelse|forum)))",
    re.I,
)
_MATTER = re.compile(
    r"\s*(?:(?:punktet|sagen|emnet|behandling\w*|beslutning\w*|forslaget|spørgsmålet|drøftelse\w*|temaet|orientering\w*|resten|punkt\s\d+|det|den)\b"
    r"|(?:udsat|udskudt|tilbagesendt|oversendt)\b|\S*(?:udvalget|rådet|bestyrelsen|forum|direktionen)\b)",
    re.I,
)
EXPECTED_BACK = re.compile(
    r"\bforventes\s(?:at\s(?:blive\s)?)?(?:\w+\s){0,4}?(?:behandle|forelagt|behandlet|fremlagt|præsenteret|genoptaget|forelægges|behandles)\b",
    re.I,
)
TO_GET_SHOWN = re.compile(r"\bvil\b.*?\bfå\s(?:\w+\s){0,2}?(?:forelagt|præsenteret|fremlagt)\b", re.I)
ON_AGENDA = re.compile(
    r"\bskal\s(?:\w+\s){0,3}?(?:på\s(?:\w+\s){0,3}?dagsorden\w*|tilbage\s(?:i|til|på)|op\s(?:igen\s)?(?:i|på))\b", re.I
)
READY = re.compile(
    r"\bskal\s(?:\w+\s){0,3}?(?:være\s(?:klar|færdig|på\splads|afleveret|sendt|udarbejdet)|foreligge)|\bforeligger\b",
    re.I,
)
MEETING = re.compile(
    r"\b(?:på|til|i|ved|for)\s(?:(?:et|det|den|vores|udvalgets|rådets|bestyrelsens|direktionens|[\wæøå-]+s)\s)?(?:[\wæøå]+\s){0,2}?"
    r"(?:[\wæøå]*mød(?:e|et|er|erne)\b(?!\smed\b)|dagsorden\w*|[\wæøå]*seminar\w*|næste\sgang)",
    re.I,
)


# "Fortsat drøftelse på næste møde": a matter that comes back, said without a verb.
NOMINAL_BACK = re.compile(
    r"(?:(?:fortsat|ny|videre|endelig|fornyet)\s)?(?:gen)?(?:drøftelse|behandling|opfølgning|evaluering|status|beslutning|punkt|orientering)"
    r"(?:en|et)?\s(?:\w+\s){0,4}?(?:på|til)\s(?:et\s|det\s)?(?:\w+\s)?(?:møde\w*|næste\sgang|dagsorden\w*)\b(?!\s(?:med|mellem))",
    re.I,
)
TO_THE_OFFICE = re.compile(r"[^.]*\b(?:forvaltningen|administrationen|sekretariatet|afdelingen|centret)\b", re.I)


def is_matter(text: str, start: int, at: int) -> bool:
    """Whether a clause begins with the matter itself (or nothing), so that what is put off is the matter."""
    return at == start or bool(_MATTER.match(text, start))
