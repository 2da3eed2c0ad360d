"""The table of verbs behind promises: what is done (task), what comes back (return), what is only said (never).

A row is an infinitive, its sense, and what must follow where the verb alone promises nothing. Present, passive and
participle follow from the infinitive; irregular ones stand in `_IRREGULAR`. Senses: "task" – a piece of work ·
"return" – the matter comes back · "either" – back where a meeting or body is named, else a task.
"""

import re
from dataclasses import dataclass
from typing import Literal

from raadhus.pure.minutes.word_blocks import words_of

Sense = Literal["task", "return", "either"]
Voice = Literal["active", "passive", "infinitive", "participle"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb. `needs` must match the words after it, where it is not None, outside an agreement."""

    infinitive: str
    voice: Voice
    sense: Sense
    needs: re.Pattern[str] | None


_TASKS = words_of("""
sende udsende rundsende eftersende tilsende videresende fremsende returnere udarbejde lave skrive formulere revidere
opdatere tilrette tilpasse rette justere præcisere tilføje indarbejde indskrive indføje undersøge afdække afsøge
afklare kortlægge analysere beregne belyse uddybe gennemgå gennemlæse kontrollere tjekke teste afprøve indkalde
invitere arrangere planlægge tilrettelægge forberede booke bestille indkøbe anskaffe reservere indhente indsamle
opsamle kontakte informere underrette orientere svare besvare udpege etablere oprette iværksætte igangsætte
implementere koordinere aflevere levere vedlægge vedhæfte uploade offentliggøre publicere opsige ansøge forhandle
medbringe rapportere indberette registrere udfylde udfærdige tegne opstille sørge skaffe effektuere eftersende
nedskrive konkretisere operationalisere fremskaffe indmelde tilmelde afmelde udkaste indgive overbringe
konsekvensrette oversætte vurdere opkræve renskrive skitsere genberegne kvalitetssikre synliggøre udrulle udlevere
udbedre genfremsende arkivere
""")

_EITHER = words_of("""
præsentere fremlægge evaluere behandle drøfte løfte
""")

_RETURNS = words_of("forelægge genforelægge genoptage genbesøge udskyde udsætte genbehandle genfremlægge")

# What a verb of many meanings must be followed by, for it to promise something.
_NEEDS: dict[str, tuple[Sense, str]] = {
    "følge": ("either", r"(?:\w+\s){0,3}?op\b"),
    "vende": ("either", r"(?:\w+\s){0,3}?tilbage\b"),
    "melde": ("task", r"(?:\w+\s){0,6}?(?:tilbage|ind|ud)\b"),
    "tage": (
        "either",
        r"(?:\w+\s){0,4}?(?:kontakt|fat\s[ip]|initiativ|op\b|med\s(?:til|i|på|videre|hjem)|hånd\som|ansvar|stilling)"
        r"|på\s(?:besigtigelse|studietur|rundtur|besøg|igen)",
    ),
    "give": ("task", r"(?:\w+\s){0,4}?(?:status|besked|\w*melding|orientering|svar|feedback|oplæg|briefing)\b"),
    "gå": ("task", r"(?:i\sdialog|videre\smed|i\sgang|i\skontakt)"),
    "stå": ("task", r"for\b(?!\s(?:borgerne|skud))"),
    "se": ("task", r"(?:nærmere\s)?på\b|nærmere"),
    "kigge": ("task", r"(?:nærmere\s)?(?:på|ind\si)\b"),
    "arbejde": ("task", r"videre\b"),
    "bringe": ("task", r"(?:\w+\s){0,4}?(?:videre|op|med|emnet|sagen)\b"),
    "rejse": ("task", r"(?:spørgsmålet|sagen|emnet|punktet|det)\b"),
    "sætte": ("either", r"(?:\w+\s){0,5}?(?:i\sgang|i\sbero|på\s(?:\w+\s){0,3}?dagsorden|på\sigen|i\sværk|af\stil)"),
    "lægge": ("task", r"(?:\w+\s){0,4}?(?:ud|op|på\s(?:intranettet|hjemmesiden|nettet|drevet)|ind|frem|vedlagt)\b"),
    "deltage": ("task", r".*\d"),
    "prøve": ("task", r"(?:\w+\s){0,3}?af\b"),
    "nedsætte": ("task", r"en\s\w+|et\s\w+"),
    "samle": ("task", r"(?:op|sammen|ind)\b"),
    "køre": ("task", r"(?:\w+\s){0,3}?(?:test|prøve)"),
    "holde": ("task", r"(?:øje|opsamlingsmøde|møde\smed|oplæg)\b"),
    "finde": ("task", r"(?:en\s(?:ny\s)?(?:dato|løsning)|et\s(?:nyt\s)?(?:tidspunkt|lokale)|ud\saf|datoer)"),
    "høre": ("task", r"(?:hos|om|ad|naboer|nabokommun)"),
    "spørge": ("task", r"(?:til|om|\w+\som)\b"),
    "mødes": ("either", r"(?:igen|med|den|inden|i\s|på\s)"),
    "komme": ("either", r"(?:på\s(?:\w+\s){0,3}?dagsorden|igen|tilbage|på\sigen|med\s(?:et|en))"),
    "få": ("either", r"(?:en\s)?(?:\w+\s)?(?:status|opfølgning|redegørelse|tilbagemelding|afrapportering)\b"),
    "oversende": ("return", r"til\b"),
    "tilbagesende": ("return", r"til\b"),
    "henvise": ("return", r"(?:\w+\s)?til\s(?:fornyet\s)?(?:behandling|drøftelse|\w*udvalg)"),
    "flytte": ("either", r"til\b"),
    "ændre": ("task", r"(?:til|så|i\b|fra|formulering)"),
    "indgå": ("task", r"(?!)"),
    "sikre": ("task", r"(?:sig|at\b|, at)"),
    "påtage": ("task", r"sig\b"),
}  # fmt: skip

# Infinitive: present, passive, participle; "-" where the form is not used.
_IRREGULAR = {
    "gennemgå": "gennemgår gennemgås gennemgået",
    "genoptage": "genoptager genoptages genoptaget",
    "opsige": "opsiger opsiges opsagt",
    "sætte": "sætter sættes sat",
    "udsætte": "udsætter udsættes udsat",
    "igangsætte": "igangsætter igangsættes igangsat",
    "iværksætte": "iværksætter iværksættes iværksat",
    "oversætte": "oversætter oversættes oversat",
    "nedsætte": "nedsætter - -",
    "gå": "går - -",
    "stå": "står - -",
    "se": "ser ses set",
    "få": "får - -",
    "mødes": "mødes - -",
    "indgå": "indgår indgås -",
    "offentliggøre": "offentliggør offentliggøres offentliggjort",
    "synliggøre": "synliggør synliggøres synliggjort",
    "lægge": "lægger lægges lagt",
    "forelægge": "forelægger forelægges forelagt",
    "genforelægge": "genforelægger genforelægges genforelagt",
    "fremlægge": "fremlægger fremlægges fremlagt",
    "genfremlægge": "genfremlægger genfremlægges genfremlagt",
    "vedlægge": "vedlægger vedlægges vedlagt",
    "tilrettelægge": "tilrettelægger tilrettelægges tilrettelagt",
    "kortlægge": "kortlægger kortlægges kortlagt",
    "planlægge": "planlægger - -",
    "udskyde": "udskyder udskydes udskudt",
    "bringe": "bringer bringes bragt",
    "følge": "følger følges fulgt",
    "spørge": "spørger spørges spurgt",
    "give": "giver - givet",
    "udpege": "udpeger - udpeget",
    "deltage": "deltager - -",
    "behandle": "- behandles behandlet",
    "vurdere": "- vurderes -",
    "orientere": "orienterer orienteres orienteret",
    "skrive": "skriver skrives skrevet",
    "indskrive": "indskriver indskrives indskrevet",
    "tage": "tager tages taget",
    "indgive": "indgiver indgives indgivet",
}


def _forms(infinitive: str) -> tuple[tuple[str, Voice], ...]:
    irregular = _IRREGULAR.get(infinitive)
    if irregular:
        present, passive, participle = irregular.split()
        return ((present, "active"), (passive, "passive"), (participle, "participle"), (infinitive, "infinitive"))
    return (
        (infinitive + "r", "active"),
        (infinitive + "s", "passive"),
        (infinitive[:-1] + "et", "participle"),
        (infinitive[:-1] + "t", "participle"),
        (infinitive, "infinitive"),
    )


def _table() -> dict[str, Verb]:
    rows: list[tuple[str, Sense, str | None]] = []
    rows += [(verb, "task", None) for verb in _TASKS]
    rows += [(verb, "either", None) for verb in _EITHER]
    rows += [(verb, "return", None) for verb in _RETURNS]
    rows += [(verb, sense, needs) for verb, (sense, needs) in _NEEDS.items()]
    table: dict[str, Verb] = {}
    for infinitive, sense, needs in rows:
        pattern = re.compile(rf"\s*(?:{needs})", re.I) if needs else None
        for form, voice in _forms(infinitive):
            if form != "-":
                table.setdefault(form, Verb(infinitive, voice, sense, pattern))
    return table


VERBS = _table()
