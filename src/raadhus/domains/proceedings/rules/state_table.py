"""The states of a proposal and of a sitting, the verbs, and where each leads.

The names of the states are those of `models`; "deferred" is no state: a deferred item is decided, and its next round
is a new proposal that came from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as it is said: "det kan ikke besluttes" and "beslut punktet"."""

    cannot: str
    please: str


@dataclass(frozen=True, slots=True)
class StateTable:
    """`moves` maps (state, verb) to the state after; `otherwise` says what to do where no way leads to a verb."""

    says: Mapping[str, str]
    verbs: Mapping[str, Verb]
    moves: Mapping[tuple[str, str], str]
    otherwise: Mapping[str, str]
    instead: Mapping[tuple[str, str], str]


def _moves(*rows: tuple[str, str, str]) -> dict[tuple[str, str], str]:
    """(states, verb, state after or "=" for the same) to one entry a state."""
    return {(at, verb): at if after == "=" else after for states, verb, after in rows for at in states.split()}


def _said(*rows: tuple[str, str, str]) -> dict[tuple[str, str], str]:
    """(states, verb, sentence) to one entry a state."""
    return {(at, verb): sentence for states, verb, sentence in rows for at in states.split()}


PROPOSAL = StateTable(
    says={
        "draft": "Punktet er en kladde",
        "with_head": "Punktet er hos en leder",
        "ready": "Punktet er klart, men ikke på en dagsorden",
        "on_agenda": "Punktet er på en dagsorden",
        "decided": "Punktet er besluttet",
        "withdrawn": "Punktet er trukket tilbage",
    },
    verbs={
        "edit": Verb("det kan ikke ændres", "ændr punktet"),
        "submit": Verb("det kan ikke sendes til leder", "send punktet til lederen"),
        "make_ready": Verb("det kan ikke gøres klart", "gør punktet klart"),
        "approve_step": Verb("det kan ikke godkendes af en leder", "lad lederen godkende punktet"),
        "return": Verb("det kan ikke sendes tilbage til forfatteren", "send punktet tilbage til forfatteren"),
        "put_on_agenda": Verb("det kan ikke sættes på en dagsorden", "sæt punktet på dagsordenen"),
        "take_off": Verb("det kan ikke tages af dagsordenen", "tag punktet af dagsordenen"),
        "decide": Verb("det kan ikke besluttes", "beslut punktet"),
        "reopen": Verb("det kan ikke genåbnes", "åbn punktet igen"),
        "withdraw": Verb("det kan ikke trækkes tilbage", "træk punktet tilbage"),
        "bring_back": Verb("det kan ikke hentes tilbage", "hent punktet tilbage"),
    },
    moves=_moves(
        ("draft with_head ready on_agenda", "edit", "="),
        ("draft", "submit", "with_head"),
        ("draft with_head", "make_ready", "ready"),
        ("with_head", "approve_step", "="),
        ("with_head ready", "return", "draft"),
        ("ready", "put_on_agenda", "on_agenda"),
        ("on_agenda", "take_off", "ready"),
        ("on_agenda", "decide", "decided"),
        ("decided", "reopen", "on_agenda"),
        ("draft with_head ready on_agenda", "withdraw", "withdrawn"),
        ("withdrawn", "bring_back", "ready"),
    ),
    otherwise={},
    instead={
        (
            "withdrawn",
            "withdraw",
        ): "Punktet er allerede trukket tilbage. Hent det tilbage, hvis det skal på dagsordenen.",
        ("on_agenda", "put_on_agenda"): "Punktet er allerede på en dagsorden. Tag det af den først, eller flyt det.",
        ("decided", "edit"): (
            "Punktet blev besluttet, mens du skrev. Din tekst er ikke lagt ind; kopiér den, "
            "og bed sekretæren åbne punktet igen."
        ),
        ("decided", "decide"): "Punktet er allerede besluttet. Åbn det igen, hvis beslutningen skal ændres.",
    }
    | _said(
        (
            "draft with_head ready on_agenda decided",
            "bring_back",
            "Punktet er ikke trukket tilbage. Arbejd videre med det, som det står.",
        ),
        (
            "draft with_head ready withdrawn",
            "take_off",
            "Punktet er ikke på en dagsorden. Sæt det på, hvis det skal behandles, eller lad det stå.",
        ),
        ("draft with_head ready on_agenda withdrawn", "reopen", "Punktet er ikke besluttet. Ret det, som det står."),
        ("ready on_agenda decided", "make_ready", "Punktet er allerede gjort klart. Gå videre til dagsordenen."),
    ),
)

SITTING = StateTable(
    says={
        "planned": "Dagsordenen er ikke sendt",
        "sent": "Mødet er ikke begyndt",
        "in_session": "Mødet er i gang",
        "minutes": "Mødet er hævet, og referatet skrives",
        "approved": "Referatet er godkendt",
        "sealed": "Referatet er forseglet",
        "cancelled": "Mødet er aflyst",
    },
    verbs={
        "arrange": Verb("dagsordenen kan ikke få nye punkter eller ny rækkefølge", "ordn dagsordenen"),
        "move": Verb("mødet kan ikke flyttes", "flyt mødet"),
        "send": Verb("dagsordenen kan ikke sendes ud", "send dagsordenen"),
        "supplement": Verb("mødet kan ikke få en tillægsdagsorden", "send en tillægsdagsorden"),
        "open": Verb("mødet kan ikke åbnes", "åbn mødet"),
        "decide": Verb("mødet kan ikke få beslutninger", "skriv beslutningerne"),
        "adjourn": Verb("mødet kan ikke hæves", "hæv mødet"),
        "resume": Verb("mødet kan ikke genoptages", "genoptag mødet"),
        "edit_minutes": Verb("referatet kan ikke rettes i teksten", "ret teksten"),
        "review": Verb("referatet kan ikke læses igennem", "lad en anden læse referatet"),
        "approve": Verb("referatet kan ikke godkendes", "godkend referatet"),
        "seal": Verb("referatet kan ikke forsegles", "forsegl referatet"),
        "correct": Verb("referatet kan ikke rettes ved tilføjelse", "skriv en rettelse"),
        "cancel": Verb("mødet kan ikke aflyses", "aflys mødet"),
        "revive": Verb("mødet kan ikke planlægges igen", "planlæg mødet igen"),
    },
    moves=_moves(
        ("planned sent in_session", "arrange", "="),
        ("planned sent", "move", "="),
        ("planned", "send", "sent"),
        ("sent in_session", "supplement", "="),
        ("sent", "open", "in_session"),
        ("in_session minutes", "decide", "="),
        ("in_session minutes", "edit_minutes", "="),
        ("in_session", "adjourn", "minutes"),
        ("minutes", "resume", "in_session"),
        ("minutes", "review", "="),
        ("minutes", "approve", "approved"),
        ("approved", "seal", "sealed"),
        ("approved sealed", "correct", "="),
        ("planned sent", "cancel", "cancelled"),
        ("cancelled", "revive", "planned"),
    ),
    otherwise={
        "in_session": "Hæv mødet, og planlæg et nyt til det, der mangler.",
        "minutes": "Planlæg et nyt møde til det, der mangler.",
        "approved": "Skriv en rettelse, som føjes til referatet.",
        "sealed": "Skriv en rettelse, som føjes til referatet og godkendes for sig.",
        "sent": "Send en tillægsdagsorden, hvis noget skal ændres.",
    },
    instead={
        ("sealed", "edit_minutes"): (
            "Referatet er forseglet og kan ikke ændres. Skriv en rettelse, som føjes til og godkendes for sig."
        ),
        ("approved", "edit_minutes"): "Referatet er godkendt. Skriv en rettelse, som føjes til og godkendes for sig.",
        ("sent", "send"): "Dagsordenen er allerede sendt. Send en tillægsdagsorden med det, der er nyt.",
        ("in_session", "send"): "Mødet er i gang. Send en tillægsdagsorden med det, der er nyt.",
        ("cancelled", "cancel"): "Mødet er allerede aflyst. Planlæg det igen, hvis det alligevel skal holdes.",
        ("sealed", "seal"): "Referatet er allerede forseglet. Skriv en rettelse, hvis noget skal føjes til.",
        ("approved", "approve"): "Referatet er allerede godkendt. Forsegl det, eller skriv en rettelse.",
        ("sealed", "approve"): "Referatet er godkendt og forseglet. Skriv en rettelse, hvis noget skal føjes til.",
        ("in_session", "open"): "Mødet er allerede åbnet. Gå til det punkt, der behandles.",
        ("minutes", "adjourn"): "Mødet er allerede hævet. Skriv referatet færdigt, eller genoptag mødet.",
    }
    | _said(
        (
            "planned sent in_session minutes approved sealed",
            "revive",
            "Mødet er ikke aflyst. Arbejd videre med det, som det står.",
        ),
        (
            "planned sent in_session minutes",
            "correct",
            "Referatet er ikke godkendt endnu. Ret teksten i det i stedet for at føje til.",
        ),
        ("planned", "supplement", "Dagsordenen er ikke sendt endnu. Læg det nye ind i den, og send den."),
        ("planned sent in_session", "resume", "Mødet er ikke hævet. Åbn det, eller fortsæt, hvor I er."),
    ),
)
