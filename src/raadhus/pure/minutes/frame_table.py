"""Frames that make a promise of a clause whatever its verb: requests, wishes, duties taken on, matters put off."""

# ruff: noqa: E501  (a row of a table is one line)
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
forventes få dagsorden dagsordenen dagsordnen op ventes henstår påtaget bolden opgaven ligger går gik lander tilfalder
påhviler overlades henstilles præciseres præciseret skridt blev bliver senest inden genbehandlet gemmes skydes hviler
overføres igen udbad opfordrede opfordres understreges primus motor efterlyser efterspørger udbeder imødeser
kontaktperson pennefører projektleder enedes aftalen planen meningen udfaldet enden indgået meldte sagde bestilte have
sagen punkt se modtage høre overført lagt sat sættes får har overdrages overdroges paahviler valgte enig enigt pålagdes vært behandling indvilligede accepterede overdraget udset udpeget fået tog forpligter være
vedtages konkluderes næste
""")
)

# "Det blev aftalt, at …": what follows is agreed, whatever its verb.
AGREED = re.compile(
    rf"(?:(?:det|der|dette)\s{_ADV}(?:blev|er|bliver|var)\s{_ADV}(?:(?!ikke\b)\w+\s){{0,4}}?(?:aftalt|besluttet|"
    rf"vedtaget|konkluderet|"
    rf"enighed\som|"
    rf"aftale\som|tilslutning\stil|opbakning\stil|truffet\sbeslutning\som|indgået\saftale\som|givet\stilsagn\som)|"
    rf"(?:det|der)\s{_ADV}(?:aftales|aftaltes|besluttes|besluttedes|vedtoges|vedtages|konkluderes|fastslås)|"
    rf"(?:[\w&.,/-]+\s){{1,8}}?(?:blev|bliver|er|var)\s(?:det|der|man|vi)\s{_ADV}(?:aftalt|besluttet|vedtaget|"
    rf"konkluderet|enighed\som|enige\som|tilslutning\stil|opbakning\stil)|aftalt|besluttet|vedtaget|bestemt|"
    rf"(?:det\s(?:er|"
    rf"var)\s(?:aftalen|planen|meningen)|det\shenstilles)|(?:konklusionen|resultatet|beslutningen|aftalen|"
    rf"planen|udfaldet|enden\spå\sdet|(?:det\s)?næste\sskridt)\s(?:blev|bliver|er|var)|konklusion|"
    rf"(?:det\s)?præciseres|"
    rf"(?:[\w&.,/-]+\s){{0,7}}?(?:aftalte|aftaler|enedes\som|besluttede|beslutter|vedtog|godkendte|godkender|"
    rf"konkluderede|tilsluttede\ssig|traf\sbeslutning\som|gav\s(?:grønt\slys|mandat|tilslutning)\stil|(?:er|var|"
    rf"blev)\s(?:alle\s)?enig(?:e|t)?\s(?:om|i)|valgte))"
    rf"(?:\s(?:med|mellem)\s[^,.]{{2,60}}?(?=,?\sat\s))?(?P<rest>\s{_ADV})?,?:?\s?",
    re.I,
)

# "X blev bedt om at …", "X får til opgave …": the promise lies with the one named before it.
DUTY = re.compile(
    rf"(?:bedes|(?:blev|bliver|er|er\sblevet)\s{_ADV}(?:bedt|anmodet|pålagt|sat\stil)|anmodes|p(?:å|aa)lægges|(?:får|"
    rf"fik|gives|blev\sgivet)\s{_ADV}til\sopgave|"
    rf"(?:er|bliver)\s{_ADV}(?:ansvarlige?\sfor|tovholdere?\s(?:for|på))|(?:får|har)\s{_ADV}(?:opgaven|bolden)|"
    rf"(?:sættes|bliver\ssat)\spå\sopgaven|bliver\s{_ADV}(?:tovholdere?|primus\smotor|projektleder|pennefører|"
    rf"kontaktperson|ansvarlige?)|har\s{_ADV}(?:et\s)?(?:fælles\s)?ansvar(?:et)?\sfor|"
    rf"vil\s(?:gerne\s)?(?:være\s(?:tovholder|ansvarlig)|stå\sfor|påtage\ssig)|har\stil\sopgave\sat|"
    rf"meldte\ssig\stil\sat|sagde\sja\stil\sat|tager\spå\ssig\sat|indvilligede\si\sat|tog\spå\ssig\sat|accepterede\sat|fik\soverdraget|er\s(?:udset|udpeget)\stil\sat|har\sfået\stil\sopgave|"
    rf"forpligter\ssig\stil|påtog\ssig|påtager\ssig|har\spåtaget\ssig|"
    rf"lovede|lover|tilbød\sat|tilbyder\sat|(?:er|bliver)\svært\sfor(?=[^.]*\d))\b",
    re.I,
)
# "X bad Y om at …", "X pålagde Y at …".
REQUEST = re.compile(rf"\b(?:bad|beder|anmodede|anmoder|p(?:å|aa)lagde|p(?:å|aa)lægger)\s{_ADV}", re.I)
# "Udvalget ønskede en redegørelse": from a body a wish is an order.
WISH = re.compile(
    rf"\b(?:ønskede|ønsker|efterspurgte|efterlyste|efterlyser|efterspørger|udbad\ssig|udbeder\ssig|"
    rf"vil\s(?:gerne\s)?(?:have|modtage)(?=\s(?:en|et|forelagt|belyst|nærmere)\b)|imødeser|"
    rf"ønskes)\s?{_ADV},?\s?(?P<object>(?:at\s(?:få|modtage|se|blive\sforelagt)|en|et|flere|yderligere|"
    rf"nærmere|uddybende|mere|(?:sagen|punktet|forslaget|det|\w+(?:en|et|ne))\s(?:nærmere\s)?(?:belyst|"
    rf"undersøgt|uddybet|beskrevet|"
    rf"afklaret|præciseret|vurderet|genoptaget|genbehandlet))(?:\s|$|(?=[,.;])))?",
    re.I,
)
# "Husk at få godkendt kørsel": said to everybody.
REMINDER = re.compile(r"(?:vi\sskal\s)?husk(?:\s(?:også|venligst|altid))?\sat\s", re.I)
# Matters put off, in the past tense or without any verb.
PUT_OFF = re.compile(
    r"(?:\b(?:udsat|udskudt|tilbagesendt|oversendt|genoptaget)\b|\b(?:henstår|hviler|gemmes),?\s(?:ind)?til\b|"
    r"\b(?:overført|lagt)\stil\s(?:næste|mødet)\b|^sat\spå\s(?:\w+\s)?dagsorden\w*|\bflyttet\stil\b|"
    r"\bsendt\s(?:tilbage|retur)\b|\bhenvist\stil\b|\bsendes\stil\s(?:fornyet\s|ny\s)?(?:behandling|drøftelse)\b|"
    r"\bhenviste\s(?:sagen|punktet|forslaget|spørgsmålet)\b|\b(?:udsatte|udskød|oversendte|tilbagesendte|"
    r"sendte)\s(?:sagen|punktet|behandling\w*|beslutning\w*|forslaget)\b|"
    r"\bsendes\s(?:tilbage|retur)\stil\b(?=[^.]*(?:udvalg|råd|bestyrelse|forum)))",
    re.I,
)
_MATTER = re.compile(
    r"\s*(?:(?:punktet|sagen|emnet|behandling\w*|beslutning\w*|forslaget|spørgsmålet|drøftelse\w*|temaet|"
    r"orientering\w*|resten|punkt\s\d+(?:\s(?:og|til|-)\s\d+)?|det|den)\b"
    r"|(?:udsat|udskudt|tilbagesendt|oversendt)\b|\S*(?:udvalget|rådet|bestyrelsen|forum|direktionen)\b)",
    re.I,
)
EXPECTED_BACK = re.compile(
    r"\b(?:forventes|ventes)\s(?:at\s(?:blive\s)?)?(?:\w+\s){0,4}?(?:behandle|forelagt|behandlet|fremlagt|"
    r"præsenteret|genoptaget|forelægges|behandles)\b",
    re.I,
)
TO_GET_SHOWN = re.compile(r"\bvil\b.*?\bfå\s(?:\w+\s){0,2}?(?:forelagt|præsenteret|fremlagt)\b", re.I)
ON_AGENDA = re.compile(
    r"\bvil\svære\spå\s(?:\w+\s){0,3}?dagsorden\w*|\bønskes\spå\s(?:\w+\s){0,3}?dagsorden\w*|"
    r"\bskal\s(?:\w+\s){0,3}?(?:på\s(?:\w+\s){0,3}?dagsorden\w*|tilbage\s(?:i|til|på)|op\s(?:igen\s)?(?:i|"
    r"på))\b",
    re.I,
)
READY = re.compile(
    r"\b(?:skal|vil)\s(?:\w+\s){0,3}?(?:(?:være|ligge)\s(?:klar|færdig|på\splads|afleveret|sendt|udarbejdet)|"
    r"foreligge)|\bforeligger\b|\b(?:vil\s)?få\s(?:tilsendt|udleveret|oversendt)\b|\bvil\skomme\s(?:en|et|svar|mere|nærmere)\b",
    re.I,
)
MEETING = re.compile(
    r"\b(?:på|til|i|ved|for)\s(?:(?:et|det|den|vores|udvalgets|rådets|bestyrelsens|direktionens|"
    r"[\wæøå-]+s)\s)?(?:[\wæøå]+\s){0,2}?"
    r"(?:[\wæøå]*mød(?:e|et|er|erne)\b(?!\smed\b)|dagsorden\w*|[\wæøå]*seminar\w*|næste\sgang)",
    re.I,
)


# "Send gerne input til Ole inden fredag", "Bidrag til Ole senest fredag": said to everybody, and due.
SAID_TO_ALL = re.compile(
    r"(?:(?:send|giv|meld|tilmeld|aflever|skriv|læs|tag|medbring|udfyld|kontakt|opdater|indsend|indmeld)\s|"
    r"(?:bidrag|kommentarer|input|bemærkninger|rettelser|forslag|svar|tilbagemelding\w*|ønsker|materiale|"
    r"tilmelding)\s(?:til|sker|om|på|fra)\s)"
    r"(?=.*\b(?:senest|inden|gerne|på\s(?:mandag|tirsdag|onsdag|torsdag|fredag)))",
    re.I,
)
# "Udvalget vil gerne se sagen igen".
SEE_AGAIN = re.compile(r"\bvil\s(?:gerne\s)?(?:se|have|høre|drøfte)\s(?:\w+\s){0,3}?(?:igen|tilbage|på\sny)\b", re.I)
# "… – Charlotte – fredag den 13. oktober": a row of a list of tasks; the day behind its owner.
OWNED_UNTIL = re.compile(
    r"\s?[–-]\s(?:senest|inden|frist|uge|den|d\.|\d|mandag|tirsdag|onsdag|torsdag|fredag|primo|medio|ultimo|"
    r"januar|februar|marts|"
    r"april|maj|juni|juli|august|september|oktober|november|december)",
    re.I,
)
# "Bolden ligger hos Marianne", "Opgaven gik til Hans": who holds it owes it.
HANDED_TO = re.compile(
    r"(?:(?:opgaven|bolden|det|ansvaret)\b(?:\s(?:med|for)\sat\s[^.,]{3,60}?)?\s(?:ligger|gik|går|lander|"
    r"lå)\s(?:nu\s|herefter\s)?(?:hos|til)|"
    r"(?:det|opgaven)\b(?:\s(?:med|for)\sat\s[^.,]{3,60}?)?\s(?:henstilles\stil|p(?:å|aa)l(?:ægges|agdes)|påhviler|tilfalder|"
    r"overlades\stil|paahviler|overdrages(?:\stil)?|overdroges))\s",
    re.I,
)
# "Hos driftslederne ligger nu opgaven med at …".
HELD_BY = re.compile(r"hos\s(?=[^.,]{2,60}\sligger\s(?:nu\s)?(?:opgaven|bolden|ansvaret)\b)", re.I)
# "Det blev Arne, der tager referat": chosen on the spot.
CHOSEN = re.compile(r"(?:det|der)\s(?:blev|bliver)\s", re.I)
CHOSEN_WHO = re.compile(r",?\s(?:der|som)\s(?:skal\s)?[a-zæøå]+(?:r|e)\b")
# "Senest den 3. marts har udvalget fået svar": done by then.
DONE_BY = re.compile(r"(?:senest|inden)\s(?:[\w.,-]+\s){1,7}?har\s(?=(?:[\w-]+\s){1,6}?\w+(?:et|t)\b)", re.I)
# "LUP: på igen om 14 dage", "Punktet på som nr. 1 næste gang".
ON_AGAIN = re.compile(
    r"(?:(?:punktet|sagen|emnet|det)\s)?(?:(?:kommer|sættes|er|skal|tages)\s)?(?:med\s)?på\s(?:igen\b|"
    r"som\s(?:\w+\s)?punkt\b|(?:dagsordenen\s)?(?:til\s)?næste\s(?:gang|\w*møde)\b|dagsorden)",
    re.I,
)
# "Fortsat drøftelse på næste møde": a matter that comes back, said without a verb.
NOMINAL_BACK = re.compile(
    r"(?:(?:fortsat|ny|videre|endelig|fornyet)\s)?(?:gen)?(?:drøftelse|behandling|opfølgning|evaluering|status|"
    r"beslutning|punkt|orientering|mere\sherom|opsamling)"
    r"(?:en|et)?\s(?:\w+\s){0,4}?(?:på|til)\s(?:et\s|det\s)?(?:\w+\s)?(?:møde\w*|næste\sgang|"
    r"dagsorden\w*)\b(?!\s(?:med|mellem))",
    re.I,
)
TO_THE_OFFICE = re.compile(r"[^.]*\b(?:forvaltningen|administrationen|sekretariatet|afdelingen|centret)\b", re.I)


def is_matter(text: str, start: int, at: int) -> bool:
    """Whether a clause begins with the matter itself (or nothing), so that what is put off is the matter."""
    return at == start or bool(_MATTER.match(text, start))
