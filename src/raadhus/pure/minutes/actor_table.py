"""Nouns of posts and units that can promise something, by the endings of Danish compounds."""

from raadhus.pure.minutes.word_blocks import words_of

POSTS = words_of("""
chef direktør leder konsulent koordinator sekretær formand mand mester medarbejder repræsentant entreprenør rådgiver
arkitekt jurist planlægger ansvarlig holder kasserer bygherre leverandør borgmester pædagog lærer inspektør ejer
medlem part vikar assistent specialist ejendomsmester underviser deltager kontaktperson tovholder referent ordfører
partner tekniker controller ingeniør læge sygeplejerske terapeut psykolog økonom udvikler redaktør revisor instruktør
kurator vært forældre forstander rektor bestyrer gartner håndværker elektriker montør operatør bibliotekar analytiker
statistiker arkivar advokat fuldmægtig praktikant betjent plejerske hjælper journalist biolog geolog sociolog fotograf
grafiker webmaster kæmner pedel kommunikatør dagplejer kandidat ordstyrer formandskab projektejer designer tolk
ansatte frivillig serviceleder ambassadør facilitator proceskonsulent tillidsmand vicevært embedsmand sagsbehandler
arbejdsgiver foged værge gæst elev
""")
UNITS = words_of("""
afdeling forvaltning administration direktion ledelse gruppe udvalg råd bestyrelse forum sekretariat center stab team
enhed hus skole institution kontor service nævn side organisation forening forsyning kommune område kreds komite
komité institut bibliotek kommission task-force taskforce jobcenter daginstitution dagtilbud plejecenter børnehus
ressort drift hospital sygehus myndighed selskab klynge laug klub netværk panel visitation pladsanvisning køkken
værksted materielgård vejvæsen beredskab forbund firma bureau sektion division politi museum gadeplan sundhedspleje
hjemmepleje sygepleje vuggestue børnehave plejehjem botilbud værested tandpleje parti bogholderi rengøring reception
vandværk natteravn pedell ansøger dirigent personale mandskab klubb fører chauffør vagt politiker guide træner
formidler kunstner organist spejder væsen korps værn arkiv teater fond mægler nabo beboer kok murer tømrer smed
tjeneste depot gård central værk distrikt tilbudd lokal-med raad
""")
# Adjectives that may stand before such a noun, besides those in -isk, -lig and -ig.
FORE = (
    "den|de|det|hele|et|en|hver|hvert|alle|samtlige|begge|øvrige|enkelte|enkelt|relevante?|ansvarlige?|berørte?|nye|ny|"
    "pågældende|lokale|involverede|interesserede|nævnte|fælles|nedsatte|andre|kommende|et\\spar|(?:en|to|nogle|"
    "flere|hver)\\saf|to|tre|fire|fem"
)
# A few adverbs look like adjectives in -lig and -ig.
NOT_ADJECTIVES = "endelig|samtidig|yderlig|foreløbig|ligelig|årlig|månedlig|naturlig|heldig|rigtig|vigtig|tidlig"
