"""Minutes in the seeds' layout, made up by the hundred: a forum, a day and ten items, each a little different."""

import random
from datetime import date, timedelta

BODIES = ("Chefforum", "Direktørforum", "Styregruppen for Budgetforberedelse", "Økonomiudvalget")
POSTS = ("Kommunaldirektøren", "Direktøren", "Økonomichefen", "Skolechefen")
THEMES = ("boligbyggeprogram", "integrationsindsats", "budgetopfølgning", "skoleprognose", "dagtilbud", "nøgletal")
SUBJECTS = ("00.01.00-A21", "00.30.14-S00", "15.40.00-P05", "00.07.40-K04")
DECISIONS = ("Godkendt.", "Taget til efterretning.", "Drøftet.", "Udsat til næste møde.", "Anbefales godkendt.")
MONTHS = ["januar", "februar", "marts", "april", "maj", "juni"]
MONTHS += ["juli", "august", "september", "oktober", "november", "december"]
DAYS = ["Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag"]
SENTENCES = (
    "Forvaltningen har gennemgået materialet og vurderer, at planen kan gennemføres inden for rammen.",
    "Opgaven løses på tværs af afdelingerne, og der er brug for en samlet tidsplan.",
    "Tallene er opgjort pr. 1. januar og viser en svag stigning i forhold til sidste år.",
    "Der er ikke tidligere truffet beslutning om sagen, som derfor forelægges til drøftelse.",
    "Kommunalbestyrelsen behandler forslaget, når høringen er afsluttet.",
)


def minutes_text(number: int, items: int = 10) -> str:
    """The `number`th minutes (from 0): the same text for the same number, and no two of one body and day."""
    chance = random.Random(number)
    body = BODIES[number % len(BODIES)]
    day = date(1990, 1, 1) + timedelta(days=number // len(BODIES))
    head = (
        f"REFERAT {body} d. {day:%d-%m-%Y}\n\n"
        f"Mødedato {DAYS[day.weekday()]} d. {day.day}. {MONTHS[day.month - 1]} {day.year} kl. 09:00\n\n"
        f"Mødested Mødelokale {chance.randint(1, 9)}\n\n"
    )
    return head + "\n".join(_item(chance, place, day) for place in range(1, items + 1))


def _item(chance: random.Random, place: int, day: date) -> str:
    theme, post = chance.choice(THEMES), chance.choice(POSTS)
    account = "\n\n".join(" ".join(chance.choices(SENTENCES, k=4)) for _ in range(chance.randint(1, 3)))
    promise = f" {post} sender udkast til {theme} inden 1. december." if chance.random() < 0.3 else ""
    return (
        f"Punkt {place}: Status på {theme} {place}\n\n"
        f"{chance.choice(SUBJECTS)}-{chance.randint(1, 400)}-{day:%y}\n\n"
        f"Anledning\n\nAt tage stilling til {theme}.\n\n"
        f"Sagsfremstilling\n\n{account}\n\n"
        f"Indstilling\n\n{post} indstiller,\n\n1. at {theme} drøftes.\n2. at tidsplanen godkendes.\n\n"
        f"Beslutning\n\n{chance.choice(DECISIONS)}{promise}\n\n"
        f"Bilag\n\n{theme.capitalize()} {day.year}.pdf\n"
    )
