"""Words that decide what a clause is: verbs that only tell, habits, conditions, and the frames of an agreement."""

import re

from raadhus.pure.minutes.word_blocks import words_of

# A finite verb that makes its clause a statement: nothing is promised in it.
TELLING = frozenset(
    words_of("""
er var har havde kan kunne bør burde må måtte ville skulle blev findes fandtes gælder ligger lå står stod viser viste
fremgår betyder medfører indebærer omfatter vedrører består forventer vurderer vurderede mener mente finder fandt
oplever oplevede ønsker ønskede efterspørger håber anbefaler indstiller foreslår foreslog opfordrer bemærker
konstaterer oplyser støtter bakker tiltræder tiltrådte godkender udgår udgik tilslutter takker kvitterer noterer
behandler skyldes kræver koster stiger falder udgør peger tænker gør forudsætter begrunder afvises godkendes tiltrædes
vedtages vedtog anbefales indstilles bevilges finansieres anvises afsættes forventes bortfalder bortfaldt varetages
afgøres håndteres henvises foreslås gav tog fik gik kom bad skrev holdt sagde forlod trådte bød afholdes afholder
gennemføres gives tages går sker begynder starter stemte stemmer overvejer overvejes anser planlægger afventer ejer
hedder kender arbejder henviste lovede pålagde påpeger understreger udtrykker deltog får giver tager ser holder følger
sætter indgår tror føler synes kører aftales aftaltes besluttes besluttedes vedtoges holdes fastholdes indføres
ophører accepterer afviser anerkender anvender bruger benytter besidder beklager bekræfter beskæftiger bestrider
bidrager bor deltager driver dækker efterlyser erfarer foretrækker forbliver forholder forstår forudser forvalter
fungerer glæder hilser husker håndterer hjælper indeholder inviteres karakteriseres kæmper lider lyder lykkes mangler
mindes modtager modtog omhandler opfatter opfylder opholder oprettholder optræder overholder overlader oversteg
overstiger passer plejer producerer rammer repræsenterer rummer savner sidder siger skaber skelner skifter slutter
smager spiller spilder stoler støder støttes supporterer svinger synker talte taler tilhører tilskynder trives trækker
truer tvivler undrer varer varetager venter vinder vokser vægter værdsætter virker yder øges ønskes oplevedes opleves
ses mærkes kendes dækkes tilføres tilbageføres overføres frigives udbetales reduceres aflægges forudsættes skønnes
anslås budgetteres bemyndiges opretholdes videreføres udgøres fortsætter ejes ventes bruges anvendes kaldes mangles
haves nås forstås opfattes betragtes anses betales ydes opkræves beskyttes vises menes siges tilbydes indeholdes
omfattes berøres rammes drives ledes styres følges tilstræbes prioriteres lukkes udvides hæves sænkes forhøjes
fastsættes reguleres indgås optages ophæves fordobles nedlægges konstateres noteres oplyses bemærkes opfordres
afventes vælges deltages skelnes savnes afhænger afspejler angår antager appellerer baserer bebuder befinder begrænser
behøver bekymrer belaster beløber beror berører bestræber bunder byder danner definerer eksisterer erkender erstatter
foregår forekommer forestiller forløber formoder forhindrer forklarer fordrer fortæller fremstår fremhæver fremkommer
fylder garanterer genererer handler henhører henvender hersker hviler indikerer inspirerer interesserer involverer
kalder kendetegner konkurrerer lever ligner løber motiverer muliggør møder nærmer nævner omgiver omkranser opererer
opstår pågår påvirker rækker råder sigter splitter svækker tilgodeser tilsiger tjener tyder udløber udspringer
udstråler udviser undgår vidner åbner tillader afskærer afgrænser betinger bevirker gavner hidrører hæfter indgriber
inkluderer kompenserer modsvarer opretholder overskrider respekterer samarbejder sammenfalder skylder strækker styrker
svarede tilfredsstiller tilstræber trænger tæller ytrer hjemler pointerer protesterer roser kritiserer argumenterer
advarer erindrer opponerer finansierer forankres finansieret indtræder udtræder afgrænses tildeles ansættes
afspejles baseres begrænses begunstiges benævnes benyttes beskattes bestemmes bestyres bevares bidrages dannes
defineres dyrkes erstattes forbydes forhindres forsynes forvaltes forøges garanteres godtgøres hjemles honoreres huses
inkluderes kompenseres lejes medregnes nydes nævnes omgives omkranses oppebæres passes påvirkes påregnes refunderes
rubriceres skabes spares svækkes tilgodeses tilkendes tilskrives trues tælles udlejes udløses understøttes undervises
vejledes visiteres vedligeholdes værdsættes fordrives forudses formodes betaler tegner begærer bevilger imødekommer
afslår fastholder vælger redegør stopper dispenserer løser konstituerer sorteres administreres imødekommes afsluttes
afslås stemmes føres købes arbejdes nedsættes meddeles lægges sættes bringes udpeges ankes indberegnes nyder bygges
fremlagde lagde satte spurgte fortalte redegjorde gjorde solgte købte valgte bragte sendte gennemgik overtog indgik
foregik foretog trak slog bar løb hjalp kendte vidste mødtes indkom udtalte meddelte oplæste oplyste vandt konkluderes
forelagde forelå fastslog indbød afgav kvitterede fremkom fremgik klager forrentes aftrappes afskrives beregnes
udregnes indekseres tinglyses
""")
)
# Of these, what tells without a time but is work with one ("overføres til næste møde", "lukkes den 3. maj").
SOFT = frozenset(
    words_of("""
gennemføres indføres overføres udvides hæves sænkes fastsættes optages ophæves indgås nedlægges prioriteres
sker afgøres tilføres udbetales frigives videreføres styres reguleres
""")
)
MODAL = frozenset({"skal", "vil", "bliver", "bedes", "forventes"})
HABIT = re.compile(
    r"\b(?:allerede|i\søjeblikket|for\stiden|p\.?t\.?|normalt|som\s(?:hoved)?regel|typisk|plejer|altid|i\sforvejen|"
    r"efter\sloven|"
    r"ifølge|i\shenhold\stil\s\w*lov\w*|(?<!til\s)hvert\s(?:\w+\s)?(?:år|kvartal)|"
    r"(?<!til\s)hver\s(?:\w+\s)?(?:måned|uge|dag)|årligt|dagligt|efter\sbehov|automatisk|gange\s(?:om|årligt|i)|"
    r"ugentligt|månedligt|skiftevis|udadtil|skiftes\stil|efter\s\w+loven|jf\.\s(?:\w*lov|\w*bekendtgørels|regl|vedtægt)\w*|"
    r"løbende\s(?:ansøg|hen)|(?:orienterer|"
    r"informerer|følger|arbejder)\sløbende|ligesom\shidtil|endnu\sikke|"
    r"overvejes)\b",
    re.I,
)
CONDITION = re.compile(r"^(?:hvis|såfremt|i\stilfælde\saf|under\sforudsætning|med\smindre|skulle\sdet)\b", re.I)
NOT = re.compile(r"\b(?:ikke|ingen|intet|hverken|næppe)\b(?!-)", re.I)

_ADVERBS = (
    r"(?:(?:desuden|endvidere|ligeledes|samtidig|også|derfor|herefter|dernæst|i\søvrigt|endelig|videre|"
    r"yderligere|derudover|bl\.a\.|"
    r"blandt\sandet|på\sbaggrund\sheraf|på\smødet|enstemmigt|dog|således|generelt|efterfølgende|i\sstedet|"
    r"i\sden\sforbindelse),?\s)*"
)
ADVERBS = re.compile(_ADVERBS, re.I)


REMARKS = re.compile(
    r"\b(?:følgende|nedenstående)\s(?:bemærkninger|kommentarer|pointer|input|synspunkter)|vigtigste\spointer", re.I
)
ACTION_LABEL = re.compile(
    r"(?:aktion(?:er)?|action|to-?\s?do|opgaver?|handling(?:er)?|opfølgning|aftale(?:r)?|aftalt|besluttet|"
    r"næste\sskridt|hvem\sgør\shvad)\s?:\s*",
    re.I,
)
ANY_LABEL = re.compile(
    r"(?:vedr\.\s[^.:]{3,40}|ang\.\s[^.:]{3,40}|beslutning|konklusion|afgørelse|udfald|opsamling|videre\sproces|"
    r"proces|status)\s?:\s+",
    re.I,
)
POINT_LABEL = re.compile(
    r"(?:(?:ad\.?\s?)?(?:pkt\.?|punkt)\s\d+[):]|ad\.?\s?(?:pkt\.?\s?)?\d+[.):]?|\d+[.)]|[-–•*]|"
    r"[a-z]\))\s*[:.]?\s*|at\s",
    re.I,
)
# What was decided, said without a finite verb.
OUTCOME_FIRST = re.compile(
    r"(?:enstemmigt\s|fortsat\s|indstillingen\s|forslaget\s|orienteringen\s|sagen\s|punktet\s|"
    r"dagsordenen\s)?(?:godkendt|drøftet|tiltrådt|vedtaget|udsat|udskudt|anbefalet|afvist|afslået|"
    r"bevilget|imødekommet|indstilles|anbefales|"
    r"tag(?:et|es)\stil\s(?:efterretning|orientering)|orientering\staget)\b",
    re.I,
)
# What stands first in a clause whose subject comes behind the verb.
FRONTED = re.compile(
    r"(?:herefter|efterfølgende|endvidere|desuden|ligeledes|samtidig|derfor|dernæst|endelig|efter|inden|på|til|"
    r"i|senest|"
    r"ved|med|for|når|som|hvis|fra|medio|primo|ultimo|snarest|derudover|først|om|under|således|så|nu|dog|her|"
    r"over|mellem|"
    r"parallelt|forud|løbende|frem|fremover|fremadrettet|grundet|straks|siden|omkring|udover|derefter|herudover|"
    r"hurtigst|pga|den\s\d|d\.\s?\d)\b",
    re.I,
)
