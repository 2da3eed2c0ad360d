"""The verbs behind promises, as data: what is done, what comes back, what verbs of many meanings need behind them."""

# ruff: noqa: E501  (a row of a table is one line)
from typing import Literal

from raadhus.pure.minutes.word_blocks import words_of

Sense = Literal["task", "return", "either"]

TASKS = words_of("""
adressere afdække afgive afklare aflevere aflyse afmelde afprøve afrapportere afsøge ajourføre analysere anføre
angive anmelde annoncere annullere anskaffe ansætte ansøge arkivere arrangere assistere begrunde bekendtgøre belyse
beramme beregne besigtige beskrive bestille besvare besøge bilægge bistå booke briefe cirkulere dagsordensætte dele
delegere dokumentere effektuere efterbehandle efterprøve efterse eftersende ekspedere ensrette estimere etablere
facilitere fastlægge fjerne foranstalte forbedre forberede fordele foretage forfatte forfine forhandle forhøre
formidle formulere fremfinde fremme fremrykke fremsende fremskaffe fremskynde fremstille færdiggøre genberegne
genforhandle genfremsende genindføre gennemføre gennemlæse gennemregne gennemskrive genoprette genopslå genudbyde
genudsende granske harmonisere hente håndhæve identificere idriftsætte igangsætte implementere indarbejde indberette
indbringe inddrage indføje indgive indhente indkalde indkøbe indmelde indregne indrykke indsamle indsende indskrive
indskærpe informere integrere introducere invitere iværksætte justere klargøre klarlægge kommentere kommunikere
konkretisere konsekvensberegne konsekvensrette konsolidere kontakte kontraktliggøre kontrollere koordinere korrigere
kortlægge kvalificere kvalitetssikre lancere lave levere maile markedsføre markere medbringe medtage mobilisere
monitorere montere måle offentliggøre omarbejde omfordele omformulere omlægge opbygge opdatere opdele
operationalisere opgradere opgøre ophænge opjustere opkræve oprette opsamle opsige opslå opspore opstarte opstille
opsummere opsøge optælle orientere overbringe overdrage oversætte overtage overvåge partshøre placere planlægge
printe prioritere projektere præcisere publicere rapportere redigere registrere rekruttere rekvirere renovere
renskrive reparere reservere rette returnere revidere revurdere risikovurdere rundsende rydde rykke sammenfatte
sammenholde sammenligne sammensætte samskrive screene sende skaffe skemalægge skitsere skrive slette sondere sortere
specificere standardisere strukturere supplere svare synkronisere synliggøre systematisere sørge tegne teste
tidsfastsætte tilbagemelde tilføje tilkalde tilknytte tilmelde tilpasse tilrette tilrettelægge tilse tilsende
tilsikre tilvejebringe tjekke trykke tydeliggøre udarbejde udbedre udbrede udbyde uddele uddybe udfolde udforme
udfylde udfærdige udføre udlevere udmelde udmønte udpege udregne udrulle udsende udskifte udskrive udtage udtrække
udvikle udvælge underrette underskrive undersøge uploade validere varsle vedhæfte vedlægge verificere videreformidle
videregive videresende videreudvikle visualisere
""")
EITHER = words_of("præsentere fremlægge evaluere behandle drøfte løfte gennemgå")
RETURNS = words_of("""
forelægge genforelægge genoptage genbesøge udskyde udsætte genbehandle genfremlægge viderebehandle
færdigbehandle slutbehandle andenbehandle""")

# What a verb of many meanings must be followed by, for it to promise something.
NEEDS: dict[str, tuple[Sense, str]] = {
    "følge": ("either", r"(?:\w+\s){0,3}?op\b|(?:en|et)\s(?:\w+\s)?(?:redegørelse|status|notat|orientering)\b"),
    "vende": ("either", r"(?:\w+\s){0,3}?tilbage\b"),
    "melde": ("task", r"(?:\w+\s){0,6}?(?:tilbage|ind|ud)\b"),
    "tage": (
        "either",
        r"(?:\w+\s){0,4}?(?:kontakt|fat\s[ip]|initiativ|op\b|med\s(?:til|i|på|videre|hjem)|hånd\som|ansvar|"
        r"stilling|et\smøde)"
        r"|på\s(?:besigtigelse|tur|ekskursion|inspektion|kursus|konference|studietur|rundtur|besøg|igen|næste)",
    ),
    "give": ("task", r"(?:\w+\s){0,4}?(?:status|besked|\w*melding|orientering|svar|feedback|oplæg|briefing)\b"),
    "gå": ("task", r"(?:i\sdialog|videre\s(?:med|til)|i\sgang|i\skontakt)"),
    "stå": ("task", r"for\b(?!\s(?:borgerne|skud))"),
    "se": ("task", r"(?:nærmere\s)?på\b|nærmere"),
    "kigge": ("task", r"(?:nærmere\s)?(?:på|ind\si)\b"),
    "arbejde": ("task", r"videre\b"),
    "bringe": ("task", r"(?:\w+\s){0,4}?(?:videre|op|med|emnet|sagen)\b"),
    "rejse": ("task", r"(?:spørgsmålet|sagen|emnet|punktet|det)\b"),
    "sætte": ("either", r"(?:\w+\s){0,5}?(?:i\sgang|i\sbero|på\s(?:\w+\s){0,3}?dagsorden|på\sigen|i\sværk|af\stil)"),
    "lægge": ("task", r"(?:\w+\s){0,4}?(?:ud|op|på\s(?:intranettet|hjemmesiden|nettet|drevet)|ind|frem|vedlagt)\b"),
    "deltage": ("task", r"[^.]*\d"),
    "prøve": ("task", r"(?:\w+\s){0,3}?af\b"),
    "nedsætte": ("task", r"en\s\w+|et\s\w+"),
    "samle": ("task", r"(?:op|sammen|ind)\b"),
    "køre": ("task", r"(?:\w+\s){0,3}?(?:test|prøve)"),
    "holde": ("task", r"(?:\w+\s){0,3}?(?:orienteret|opdateret|underrettet)\b|(?:øje|\w*smøde|møde\smed|oplæg)\b"),
    "finde": ("task", r"(?:en\s(?:ny\s)?(?:dato|løsning)|et\s(?:nyt\s)?(?:tidspunkt|lokale)|ud\saf|datoer)"),
    "høre": ("task", r"(?:hos|om|ad|naboer|nabokommun)"),
    "snakke": ("either", r"(?:\w+\s){0,2}?(?:med|sammen|om|til)\b"),
    "ringe": ("task", r"(?:til|op|rundt)\b"),
    "tilgå": ("task", r"\w+"),
    "lade": ("task", r"\w+"),
    "spørge": ("task", r"(?:til|om|\w+\som)\b"),
    "mødes": ("either", r"(?:igen|med|den|inden|i\s|på\s)"),
    "komme": ("either", r"(?:(?:\w+\s){0,2}?på\s(?:\w+\s){0,3}?dagsorden|igen|tilbage|på\s(?:igen|næste)|med\s(?:et|en)|(?:\w+\s){0,2}?(?:svar|information|materiale|besked|udmelding)\s(?:ud\s)?(?:inden|senest|i\s|på\s|efter|senere))"),
    "overgå": ("return", r"til\b"),
    "få": (
        "either",
        r"(?:\w+\s)?(?:en\s)?(?:\w+\s)?(?:status|opfølgning|redegørelse|tilbagemelding|afrapportering|"
        r"gennemgang|præsentation|"
        r"orientering|opdatering|oversigt|henvendelse|besked\som|brev|notat|oplæg|svar\s(?:inden|senest|på))\b",
    ),
    "fortsætte": ("return", r"(?:\w+\s)?(?:den|på|i|til|efter)\b"),
    "meddele": ("task", r"(?!.*(?:dispensation|tilladelse|afslag))"),
    "gøre": ("task", r"(?:\w+\s)?status\b"),
    "aftale": ("task", r"(?:nærmere|tid|møde|et\s|en\s|med\b)"),
    "træffe": ("task", r"(?:beslutning|aftale)\b"),
    "oversende": ("return", r"til\b"),
    "tilbagesende": ("return", r"til\b"),
    "henvise": ("return", r"(?:\w+\s)?til\s(?:fornyet\s)?(?:behandling|drøftelse|\w*udvalg)"),
    "flytte": ("either", r"til\b"),
    "vurdere": ("task", r",?\s?(?:nærmere|om\b|hvorvidt|behovet|mulighed\w*|konsekvens\w*)"),
    "ændre": ("task", r"(?:til|så|i\b|fra|formulering|\W*$)"),
    "indgå": ("task", r"i\sdet\s(?:videre|fortsatte)\b"),
    "sikre": ("task", r"(?:sig|at\b|, at)"),
    "påtage": ("task", r"sig\b"),
}  # fmt: skip

# Infinitive, present, passive, participle of verbs whose forms do not follow from the infinitive; "-" is not used.
IRREGULAR = """
afgive afgiver afgives afgivet
ajourføre ajourfører ajourføres ajourført
ansætte ansætter ansættes ansat
aftale aftaler - -
behandle - behandles behandlet
bekendtgøre bekendtgør bekendtgøres bekendtgjort
bistå bistår - -
bringe bringer bringes bragt
dagsordensætte dagsordensætter dagsordensættes dagsordensat
deltage deltager - -
fastlægge fastlægger fastlægges fastlagt
fordele fordeler - fordelt
forelægge forelægger forelægges forelagt
foretage foretager foretages foretaget
fortsætte - fortsættes fortsat
fremlægge fremlægger fremlægges fremlagt
få får - -
færdiggøre færdiggør færdiggøres færdiggjort
følge følger følges fulgt
genforelægge genforelægger genforelægges genforelagt
genfremlægge genfremlægger genfremlægges genfremlagt
gennemføre gennemfører - gennemført
gennemgår gennemgås gennemgået
gennemskrive gennemskriver gennemskrives gennemskrevet
genopslå genopslår genopslås genopslået
genoptage genoptager genoptages genoptaget
genudbyde genudbyder genudbydes genudbudt
give giver - givet
gå går - -
igangsætte igangsætter igangsættes igangsat
indgive indgiver indgives indgivet
indgå indgår indgås -
indskrive indskriver indskrives indskrevet
indskærpe indskærper indskærpes indskærpet
iværksætte iværksætter iværksættes iværksat
klargøre klargør klargøres klargjort
klarlægge klarlægger klarlægges klarlagt
kontraktliggøre kontraktliggør kontraktliggøres kontraktliggjort
kortlægge kortlægger kortlægges kortlagt
lægge lægger lægges lagt
medtage medtager medtages medtaget
måle måler måles målt
mødes mødes - -
nedsætte nedsætter nedsættes -
offentliggøre offentliggør offentliggøres offentliggjort
omlægge omlægger omlægges omlagt
opgøre opgør opgøres opgjort
opsige opsiger opsiges opsagt
opslå opslår opslås opslået
orientere orienterer orienteres orienteret
overdrage overdrager overdrages overdraget
oversætte oversætter oversættes oversat
overtage overtager overtages overtaget
planlægge planlægger - -
sammensætte sammensætter sammensættes sammensat
se ser ses set
skemalægge skemalægger skemalægges skemalagt
skrive skriver skrives skrevet
overgå overgår - -
spørge spørger spørges spurgt
gøre gør gøres gjort
stå står - -
synliggøre synliggør synliggøres synliggjort
sætte sætter sættes sat
tage tager tages taget
tidsfastsætte tidsfastsætter tidsfastsættes tidsfastsat
tilrettelægge tilrettelægger tilrettelægges tilrettelagt
tilvejebringe tilvejebringer tilvejebringes tilvejebragt
tydeliggøre tydeliggør tydeliggøres tydeliggjort
træffe træffer træffes truffet
udbyde udbyder udbydes udbudt
udpege udpeger - udpeget
udskrive udskriver udskrives udskrevet
udskyde udskyder udskydes udskudt
udsætte udsætter udsættes udsat
udtage udtager udtages udtaget
udtrække udtrækker udtrækkes udtrukket
tilgå tilgår - -
underskrive underskriver underskrives underskrevet
vedlægge vedlægger vedlægges vedlagt
vurdere vurderer vurderes -
"""
