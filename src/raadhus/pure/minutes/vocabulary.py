"""The headings of Danish agendas and minutes, and what kind of section each opens.

A table, not code: to teach the reader a heading, add it here (or, if only one layout uses it in that sense,
to the layout). Sources: the heading vocabulary of 61 published minutes from 26 municipalities.
"""

_WORDS = {
    "occasion": (
        "Anledning · Sagens anledning · Baggrund · Baggrund for sagen · Sagens baggrund · Sagens kerne · Sagens "
        "opståen · Beslutningstema · Problemstilling · Formål · Sagens formål · Hvorfor sagen forelægges"
    ),
    "summary": (
        "Resumé · Resume · Resumè · Kort resumé · Sammendrag · Sammenfatning · Præsentation · Indledning · "
        "Sagsresumé · Sagsresume · Kort fortalt"
    ),
    "account": (
        "Sagsfremstilling · Sagsfremstillingen · Supplerende sagsfremstilling · Sagsfremstilling og økonomi · "
        "Sagens fremstilling · Fremstilling · Beskrivelse af sagen · Beskrivelse · Sagsbeskrivelse · Sagsindhold · "
        "Løsning · Sagen · Redegørelse · Baggrund og vurdering · Administrationens vurdering · Administrationens "
        "bemærkninger · Forvaltningens vurdering · Forvaltningens bemærkninger · Vurdering · Bemærkninger · "
        "Yderligere sagsfremstilling · Status · Beslutningsforslag · Orientering · Drøftelse"
    ),
    "consequences": (
        "Økonomi · Økonomiske konsekvenser · Økonomiske konsekvenser og finansiering · Økonomiske "
        "konsekvenser/finansiering · Økonomiske forhold · Økonomiske forhold og konsekvenser · Økonomi og afledt "
        "drift · Økonomi/bevillingsforhold · Bevillingsmæssige konsekvenser · Finansiering · Konsekvenser · "
        "Personalemæssige konsekvenser · Miljømæssige konsekvenser · Klimamæssige konsekvenser · Sundhedsmæssige "
        "konsekvenser · Risikovurdering · Lovgrundlag · Lovgrundlag, planer mv. · Lovgivning · Retsgrundlag · "
        "Juridiske forhold · Juridiske konsekvenser · Juridiske og planmæssige forhold · Inddragelse · Inddragelse "
        "og høring · Borgerinddragelse · Høring · Høringssvar · Kommunikation · Personale · Personaleforhold · "
        "Handicappolitik · Handicapaspekter · Handicapforhold · Sundhed · Miljø · Bæredygtighed · Tidsperspektiv · "
        "Alternativer · Videre proces · Den videre proces · Politisk grundlag · Lov- og plangrundlag · Tids- og "
        "handleplan · Tidsplan og økonomi · Økonomi og finansiering · Afledt drift · Konsekvensvurdering"
    ),
    "recommendation": (
        "Indstilling · Indstillinger · Administrationens indstilling · Forvaltningens indstilling · Forvaltningens "
        "forslag · Forvaltningen foreslår · Direktionens indstilling · Borgmesterens indstilling · Formandens "
        "indstilling · Forslag til beslutning · Indstilling til beslutning · Anbefaling"
    ),
    "decision": (
        "Beslutning · Beslutninger · Beslutningen · Udvalgets beslutning · Byrådets beslutning · "
        "Kommunalbestyrelsens beslutning · Direktionens beslutning · Protokol · Konklusion · Referat · Udvalgets "
        "afgørelse · Vedtagelse · Mødets beslutning · Aftale · Aftaler"
    ),
    "attachments": (
        "Bilag · Bilagsliste · Bilagsfortegnelse · Bilag til sagen · Bilag til punktet · Sagens bilag · Vedlagte "
        "bilag · Vedhæftede filer · Vedhæftninger · Bilag vedlagt"
    ),
    "attendance": (
        "Fraværende · Fraværende med afbud · Fraværende uden afbud · Afbud · Afbud fra · Fremmøde · Fremmøde og "
        "inhabilitet · Inhabilitet · Habilitet · Deltagere · Mødedeltagere · Til stede · Tilstede · Ikke til stede "
        "· Deltog ikke · Gæster"
    ),
    "competence": (
        "Beslutningskompetence · Kompetence · Kompetencefordeling · Sagen afgøres i · Sagen afgøres af · Sagens "
        "afgørelse · Beslutningen træffes af · Sagsgang · Sagsgang og sagstype · Forventet sagsgang · Sagsforløb · "
        "Sagstype · Behandles i"
    ),
    "history": (
        "Tidligere behandling · Punktet behandlet tidligere · Tidligere behandlinger · Tidligere beslutninger · "
        "Tidligere beslutning · Sagens forløb · Sagens tidligere behandling · Historik · Sagshistorik · "
        "Politisk behandling · Oversigt over politisk behandling"
    ),
}
HEADINGS: dict[str, tuple[str, ...]] = {kind: tuple(words.split(" · ")) for kind, words in _WORDS.items()}

# Headings whose word is also an everyday word: believed only where they stand alone as a heading does.
CORE_KINDS = frozenset({"recommendation", "decision", "attachments"})
_CORE_WORDS = ("Anledning", "Sagsfremstilling", "Supplerende sagsfremstilling", "Beslutningstema", "Resumé", "Resume")
_NOT_CORE = ("Referat", "Aftale", "Aftaler", "Konklusion", "Anbefaling", "Protokol", "Vedtagelse")


def key_of(text: str) -> str:
    """`text` as headings are compared: small letters, single spaces, no closing colon or dot."""
    return " ".join(text.split()).rstrip(" :.").casefold()


KIND_OF: dict[str, str] = {key_of(word): kind for kind, words in HEADINGS.items() for word in words}
CORE = frozenset(
    {key for key, kind in KIND_OF.items() if kind in CORE_KINDS} | {key_of(word) for word in _CORE_WORDS}
) - {key_of(word) for word in _NOT_CORE}
LONGEST_HEADING = 120
