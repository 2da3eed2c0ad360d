"""What a reminder says, in Danish. It names body and day, never an item: mails lie on other people's machines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from types import MappingProxyType

from raadhus.domains.proceedings.rules.danish_days import day_in_words


@dataclass(frozen=True, slots=True)
class About:
    """What a letter may tell of: a body, a meeting's day and hour where it has one, a deadline, where to look."""

    body: str
    meets_on: date | None
    meets_at: time | None
    due_on: date | None
    address: str


# kind: the subject, and the sentence that leads to the address
LETTERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "agenda_sent": (
            "Dagsorden til {body} {day}",
            "Dagsordenen til mødet i {body} {when} er sendt ud. Læs den her:",
        ),
        "supplement_sent": (
            "Tillægsdagsorden til {body} {day}",
            "Der er sendt en tillægsdagsorden til mødet i {body} {when}. Læs den her:",
        ),
        "minutes_sent": (
            "Referat af {body} {day}",
            "Referatet af mødet i {body} {when} er sendt ud. Læs det her:",
        ),
        "moved": (
            "Mødet i {body} er flyttet",
            "Mødet i {body} er flyttet og holdes nu {when}. Se mødet her:",
        ),
        "cancelled": (
            "Mødet i {body} {day} er aflyst",
            "Mødet i {body} {when} er aflyst. Se hvorfor her:",
        ),
        "revived": (
            "Mødet i {body} {day} holdes alligevel",
            "Mødet i {body} {when} var aflyst, men holdes alligevel. Se mødet her:",
        ),
        "agenda_deadline": (
            "Dagsordenen til {body} skal sendes senest {due}",
            "Mødet i {body} holdes {when}. Skal dagsordenen være fremme i tide, sendes den senest {due}. "
            "Gør den færdig her:",
        ),
        "step_waiting": (
            "Et punkt til {body} venter på dig",
            "Du er bedt om at sige ja eller nej til et punkt til {body}. Se det her:",
        ),
        "hearing_near": (
            "Høring om et punkt til {body}: svar senest {due}",
            "Din afdeling er bedt om en udtalelse til et punkt til {body}. Fristen er {due}. Svar her:",
        ),
        "hearing_over": (
            "Høring om et punkt til {body}: fristen er gået",
            "Din afdeling er bedt om en udtalelse til et punkt til {body}. Fristen var {due}. Svar her:",
        ),
        "review_waiting": (
            "Referatet af {body} {day} venter på dig",
            "Du er bedt om at læse referatet af mødet i {body} {when}, før det sendes ud. Læs det her:",
        ),
    }
)
_TEXT = "Kære {name}\n\n{sentence}\n{address}\n\nVenlig hilsen\nRådhus\n"
_STOP = "\nVil du ikke have mails som denne, så stop dem her:\n{stop_address}\n"


def letter(kind: str, about: About, *, name: str, stop_address: str) -> tuple[str, str]:
    """The subject and the text of a reminder of this kind; `stop_address` is empty where it cannot be stopped."""
    subject, sentence = LETTERS[kind]
    facts = {
        "body": about.body,
        "day": day_in_words(about.meets_on) if about.meets_on else "",
        "when": _when(about),
        "due": day_in_words(about.due_on) if about.due_on else "",
    }
    text = _TEXT.format(name=name, sentence=sentence.format(**facts), address=about.address)
    return subject.format(**facts), text + (_STOP.format(stop_address=stop_address) if stop_address else "")


def _when(about: About) -> str:
    if about.meets_on is None:
        return ""
    day = day_in_words(about.meets_on)
    return f"{day} kl. {_hour(about.meets_at)}" if about.meets_at else day


def _hour(at: time) -> str:
    return f"{at.hour}.{at.minute:02}" if at.minute else f"{at.hour}"
