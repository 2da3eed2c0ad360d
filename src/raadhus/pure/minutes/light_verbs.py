"""Everyday verbs that only tell of a body or a thing, but are the work of a person, post or unit before them."""

# ruff: noqa: E501  (a row of a table is one line)
import re

from raadhus.pure.minutes.word_blocks import words_of

# These bind, unless this follows.
_NOT_BEFORE = {
    "tager": r"(?:[\w,.-]+\s){0,6}?(?:til\s(?:efterretning|orientering|genmæle)|forbehold|afstand|hensyn|højde|udgangspunkt|afsæt|sigte|tid|del\si|imod|mod|skade|plads|lang|længere|kun|over(?!\sefter)|for\s(?:lang|givet|meget)|fejl|hul|afsked|ordet)\b",
    "giver": r"(?:[\w,.-]+\s){0,3}?(?:udtryk|mulighed\w*|anledning|mening|ret|plads|problem\w*|grund\w*|indtryk|tilladelse|udfordring\w*|afslag|lov|adgang|hjemmel|støtte|opbakning|billede|overblik|bevilling|tilskud|sig|udslag|effekt|tilsagn|samtykke)\b",
    "går": r"(?!tilbage\stil\b|på\s(?:jagt|besøg|opdagelse|rundtur|kursus|indkøb|messe))(?:[\w,.-]+\s){0,4}?(?:ind\sfor|ud\s(?:på|fra|over)|godt|dårligt|fint|fra|ned|til|imod|barsel|efter|forud|af|over|opfyldelse|pension|skole|stærkt|galt|på|for|hen|tabt|langsomt|hurtigt)\b",
    "sætter": r"(?:[\w,.-]+\s){0,3}?(?:pris\spå|spørgsmålstegn|rammer\w*|stopper|begrænsning\w*|krav|mål)\b",
    "kører": r"(?:\w+\s){0,2}?(?:efter\splanen|godt|fint|som|for|stabilt|planmæssigt|i|på)\b|videre\b",
    "bringer": r"(?:\w+\s){0,2}?fare\b",
    "rejser": r"(?:\w+\s){0,3}?(?:tvivl|kritik|krav)\b",
    "vender": r"(?:\w+\s){0,3}?(?:sig|tommelfingeren|ryggen)\b",
    "planlægger": r"at\b",
    "lægger": r"(?:\w+\s){0,2}?(?:vægt|op\stil|til\sgrund|mærke|afstand)\b",
    "spørger": r"(?:om|hvor|hvad|til)\b",
}
# These bind only before this.
_BEFORE = {
    "følger": r"(?:udviklingen|sagen|processen|arbejdet|situationen|forløbet|økonomien)\b",
    "ser": r"(?!positivt|alvorligt|med\b|optimistisk|kritisk|gerne|frem\b)(?:\w+\s){0,2}?(?:på|ind|gennem|igennem|nærmere|efter)\b",
    "slår": r"(?:\w+\s){0,5}?(?:op|sammen)\b",
    "trækker": r"(?:\w+\s){0,4}?(?:tal|data|lister?|en|et|ud|sammen)\b",
    "stiller": r"(?:\w+\s){0,5}?(?:op|sammen|til\srådighed|spørgsmålet|forslag\stil)\b",
    "siger": r"(?:\w+\s){0,3}?(?:besked|tak\stil|op)\b",
    "tilbyder": r"(?!at\b|sig\b)\w+\s\w+",
    "deltager": r"(?!.*\b(?:punkt\w*|behandling\w*|mødet|sagen|stedet|drøftelse\w*|forsøg\w*|ordning\w*|projekt\w*)\b)(?:\w+\s){0,3}?(?:i|på|som|ved)\b",
    "indgår": r"(?:\w+\s){0,2}?(?:aftale|dialog)\b",
    "repræsenterer": r"(?:\w+\s){0,3}?(?:ved|til)\b",
    "håndterer": r"(?:det|den|sagen|henvendelsen|kontakten|dialogen|kommunikationen)\b",
    "varetager": r"(?:kontakten|dialogen|koordineringen|kommunikationen|opgaven)\b",
    "holder": r"(?:\w+\s){0,3}?(?:workshop|kursus|infomøde|informationsmøde|\w*oplæg|indlæg|tale|vagt|kontakt\w*|styr\spå)\b",
    "lukker": r"(?:sagen|punktet|hullet|vejen|kontoen|adgangen|døren|den\sned|ned\sfor|deres|sine?|egne)\b",
    "skaber": r"(?:overblik|kontakt|et\soverblik)\b",
    "prioriterer": r"(?:listen|forslagene|ønskerne|opgaverne|inden)\b",
    "taler": r"(?:\w+\s){0,2}?(?:sammen|med)\b",
    "afholder": r"(?:\w+\s){0,3}?(?:\w*møder?|workshops?|\w*kurs\w+|\w*seminar\w*|\w*samtaler|\w*arrangement\w*)\b",
    "fortsætter": r"(?:dialogen|arbejdet|drøftelserne|forhandlingerne|samarbejdet|processen|med\sat)\b",
    "begynder": r"(?:på|at|med)\s",
    "bidrager": r"(?:\w+\s)?med\b",
    "hjælper": r"(?!på\b|borger|ikke)\w+",
    "gør": r"(?:klar|sig\sklog|status|brug\saf)\b",
    "starter": r"(?:\w+\s){0,4}?(?:op|med\sat|på\sat)\b",
    "skifter": r"(?!mellem|fra|til|i\b)\w+",
    "rækker": r"ud\b",
    "tænker": r"(?:videre\s)?(?:over|videre)\b",
    "yder": r"(?:\w+\s){0,2}?(?:bistand|hjælp|sparring)\b",
    "får": r"(?:lige\s|også\s)?(?:fat\si|styr\spå|gang\si|klarhed\sover|\w{2,}(?:et|ndt|lgt|agt|igt|øgt|gjort|sat|truffet)\b(?!\s(?:som|af)\b))",
    "samler": r"\w+",
    "indleder": r"(?:\w+\s){0,2}?(?:dialog\w*|forhandling\w*|samarbejde\w*|drøftelse\w*|proces\w*|arbejdet)\b",
    "byder": r"(?:\w+\s){0,3}?ind\b",
    "køber": r"(?!sig|ydelser)\w+",
    "kommer": r"(?:forbi|rundt|med\s(?:input|bud|forslag|ideer|kage|et|en))\b",
    "betaler": r"(?:regning\w*|kontingent\w*|faktura\w*|depositum)\b",
    "løber": r".*\bigennem\b",
    "bekræfter": r"(?!at\b)\w+",
    "forklarer": r"(?!at\b)\w+",
    "noterer": r"(?!sig\b|at\b)\w+",
    "finder": r"(?:en|et|nogle|flere|to|frem|ud\saf|tid|plads)\b",
    "åbner": r"(?:døren|lokal\w+|op|for)\b",
    "passer": r"(?:telefonen|vagten|receptionen)\b",
    "plejer": r"(?:kontakten|dialogen|samarbejdet)\b",
    "efterlyser": r".*\b(?:hos|fra|ved)\b",
    "efterspørger": r".*\b(?:hos|fra|ved)\b",
    "støtter": r"op\som\b|\w+\s(?:i\sat|med\sat)\b",
    "dækker": r"ind\sfor\b",
    "udvider": r"\w+",
    "overfører": r"\w+",
    "bruger": r"(?:\w+\s){0,6}?(?:næste|mødet|temadagen|seminaret)\b",
}
LIGHT = {verb: re.compile(rf"\s(?!{behind})|[.;]?$", re.I) for verb, behind in _NOT_BEFORE.items()} | {
    verb: re.compile(rf"\s(?:{behind})|[.;]?$", re.I) for verb, behind in _BEFORE.items()
}
# The same for passives, whoever does it ("Der sættes en seddel op").
_PASSIVE_BEFORE = {
    "tages": r"(?:i\s(?:brug|anvendelse|drift)|ud\b|ned\b|hjem\b|med\b|op\b|(?:\w+\s){0,3}?(?:kontakt|initiativ|fat|hånd)\b|den\s\d|i\suge|på\s(?:\w+\s)?møde\w*)",
    "sættes": r"(?:\w+\s){0,4}?(?:op|ud|ned|ind|sammen|i\s(?:gang|værk|bero|stand)|af\stil|på\s(?:pause|som)|i\sudbud)\b",
    "bringes": r"(?:på|i\s(?:orden|avis\w*|nyhed\w*)|op|videre|til\b)",
    "gøres": r"(?!gældende|brug)\w+",
    "flyttes": r"\w+",
    "lægges": r"(?!vægt|op\stil|til\sgrund|mærke)(?:[\w,.-]+\s){0,5}?(?:ud|op|ned|på|til|frem|sammen|over|om|ind|i)\b",
    "aftales": r"(?!,?\s?at\b)",
    "gives": r"(?:\w+\s){0,3}?(?:besked|meddelelse|status|orientering|svar|tilbagemelding)\b|videre\b|på\s(?:næste|mødet|et\skommende)",
    "ses": r"(?:nærmere\s)?på\b",
    "afsættes": r"(?:\w+\s)?(?:tid|plads|en\sdag|en\stime)\b",
    "stilles": r"(?:\w+\s){0,2}?(?:i\sbero|krav\stil|op)\b",
    "trækkes": r"(?:tilbage|ud|sammen)\b",
    "holdes": r"(?:\w+\s){0,3}?(?:orienteret|underrettet|ajour|fri)\b",
    "hentes": r"\w+",
    "samles": r"(?:op|ind|sammen|i\s|på\s)",
}
PASSIVE_LIGHT = {verb: re.compile(rf"\s?(?:{behind})", re.I) for verb, behind in _PASSIVE_BEFORE.items()}
# "Der tages billeder" is work; "der tages hensyn" is not.
THERE = re.compile(
    r"der\s(?:tages|sættes|lægges)\s(?!(?:\w+\s){0,3}?(?:hensyn|højde|forbehold|udgangspunkt|afstand|afsæt|stilling|til\sefterretning|vægt|pris|spørgsmålstegn|mærke|fokus)\b)\w+\s\w+",
    re.I,
)

# What only people do, so that any noun before it is somebody ("Kommunerne afklarer").
PEOPLE_DO = frozenset(
    words_of("""
afklare aflevere afgive anmelde anskaffe ansætte arrangere aftale bestille besvare besøge booke cirkulere dele efterse
eftersende ekspedere fjerne foranledige foranstalte fremsende fremskaffe hente indberette indgive indhente indkalde
indkøbe indmelde indsamle indsende informere invitere kontakte kontrollere koordinere medbringe melde montere mødes
opsige orientere planlægge rekvirere rundsende rydde rykke sende skrive slette spørge svare sørge tilmelde
tjekke uddele udfylde udpege udsende underrette undersøge vende ringe snakke tale tilbagemelde videresende
samle tilrettelægge udarbejde udfærdige formulere følge lave gennemgå evaluere levere
""")
)
