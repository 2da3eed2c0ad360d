"""The headed sections of a new item, with the help that is shown while it is empty and never published."""

from raadhus.domains.proceedings.rules.profile import SectionTemplate

_OCCASION = SectionTemplate(
    "Anledning", "occasion", "Skriv i to-tre linjer, hvorfor sagen kommer på dagsordenen nu, og hvad mødet skal afgøre."
)
_ACCOUNT = SectionTemplate(
    "Sagsfremstilling",
    "account",
    "Beskriv sagen, så den kan forstås uden bilagene: hvad er sket, og hvad er mulighederne?",
)
_RECOMMENDATION = SectionTemplate(
    "Indstilling",
    "recommendation",
    "Skriv ét punkt for hver beslutning, og begynd med „at“. Nævn den stilling, der indstiller.",
)
_DECISION = SectionTemplate("Beslutning", "decision", "Beslutningen skrives på mødet.")
_SUMMARY = SectionTemplate(
    "Resumé", "summary", "Gengiv sagen på højst fem linjer i ord, som en borger uden forhåndsviden forstår."
)
_ECONOMY = SectionTemplate(
    "Økonomiske konsekvenser", "consequences", "Skriv beløb, år og finansiering, eller at sagen ingen økonomi har."
)
_LEGAL = SectionTemplate("Lovgrundlag", "consequences", "Nævn den lov og paragraf, som kommunen handler efter i sagen.")
_NEXT = SectionTemplate("Videre proces", "consequences", "Skriv, hvem der behandler sagen bagefter, og hvornår.")

ADMINISTRATIVE = (_OCCASION, _ACCOUNT, _RECOMMENDATION, _DECISION)
POLITICAL = (_SUMMARY, _ACCOUNT, _ECONOMY, _LEGAL, _RECOMMENDATION, _NEXT, _DECISION)
ADVISORY = (_OCCASION, _ACCOUNT, _NEXT, _DECISION)
