"""Words that decide what a clause is: verbs that only tell, habits, conditions, and the frames of an agreement."""

import re

from raadhus.pure.minutes.word_blocks import words_of

# A finite verb that makes its clause a statement: nothing is promised in it.
TELLING = frozenset(
    words_of("""
er var har havde kan kunne bør burde må måtte ville skulle blev findes fandtes gælder ligger lå står stod viser
viste fremgår betyder medfører indebærer omfatter vedrører består forventer vurderer vurderede mener mente finder
fandt oplever oplevede ønsker ønskede efterspørger håber anbefaler indstiller foreslår foreslog opfordrer bemærker
konstaterer oplyser støtter bakker tiltræder tiltrådte godkender udgår udgik tilslutter takker kvitterer noterer
behandler skyldes kræver koster stiger falder udgør peger tænker gør forudsætter begrunder afvises godkendes
tiltrædes vedtages vedtog anbefales indstilles bevilges finansieres anvises afsættes forventes bortfalder bortfaldt
varetages afgøres håndteres henvises foreslås gav tog fik gik kom bad skrev holdt sagde forlod trådte bød afholdes
afholder gennemføres gives tages går sker begynder starter stemte stemmer overvejer overvejes anser planlægger
afventer ejer hedder kender ved arbejder henviste lovede pålagde påpeger understreger udtrykker deltog får giver
tager ser holder følger sætter lægger indgår tror føler synes kører aftales aftaltes besluttes besluttedes vedtoges
holdes fastholdes indføres ophører
""")
)
MODAL = frozenset({"skal", "vil", "bliver", "bedes", "forventes"})
HABIT = re.compile(
    r"\b(?:allerede|i\sdag|i\søjeblikket|for\stiden|p\.?t\.?|normalt|som\sregel|typisk|plejer|altid|i\sforvejen|efter\sloven|"
    r"ifølge|i\shenhold\stil\s\w*lov\w*|hvert\s(?:\w+\s)?år|hver\s(?:måned|uge|dag)|årligt|løbende\s(?:ansøg|hen)|ligesom\shidtil|endnu\sikke|"
    r"overvejes|eventuelle?)\b",
    re.I,
)
CONDITION = re.compile(r"^(?:hvis|såfremt|i\stilfælde\saf|under\sforudsætning|med\smindre|skulle\sdet)\b", re.I)
NOT = re.compile(r"\b(?:ikke|ingen|intet|hverken|næppe)\b(?!-)", re.I)

_ADVERBS = (
    r"(?:(?:desuden|endvidere|ligeledes|samtidig|også|derfor|herefter|dernæst|i\søvrigt|endelig|videre|yderligere|derudover|bl\.a\.|"
    r"blandt\sandet|på\sbaggrund\sheraf|på\smødet|enstemmigt|dog|således|generelt|efterfølgende|i\sstedet|i\sden\sforbindelse),?\s)*"
)
ADVERBS = re.compile(_ADVERBS, re.I)


REMARKS = re.compile(
    r"\b(?:følgende|nedenstående)\s(?:bemærkninger|kommentarer|pointer|input|synspunkter)|vigtigste\spointer", re.I
)
ACTION_LABEL = re.compile(
    r"(?:aktion(?:er)?|action|to-?\s?do|opgaver?|handling(?:er)?|opfølgning|aftale(?:r)?|næste\sskridt)\s?:\s*", re.I
)
POINT_LABEL = re.compile(r"(?:ad\.?\s?\d+[.):]?|\d+[.)]|[-–•*]|[a-z]\))\s*[:.]?\s*|at\s", re.I)
