"""What a mail about a round of a follow-up sheet says, in Danish, to somebody whom the round waits for."""

from collections.abc import Mapping
from types import MappingProxyType

from raadhus.domains.followup.queries.sheets.asking import Owing
from raadhus.domains.proceedings.rules.danish_days import day_in_words
from raadhus.interfaces.worker.digest_letters import rows_in_words, sheet_words

# kind: the subject, and the sentence that leads to the address
ROUNDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "round_opened": (
            "Svar senest {due}: {rows}",
            "Der er begyndt en runde i opfølgningsarket „{sheet}“: {rows}. Svar senest {due} her:",
        ),
        "round_near": (
            "Husk at svare senest {due}: {rows}",
            "Runden i opfølgningsarket „{sheet}“ slutter {due}, og {rows}. Svar her:",
        ),
    }
)
_TEXT = "Kære {name}\n\n{sentence}\n{address}\n\nVenlig hilsen\nRådhus\n"
_STOP = "\nVil du ikke have mails om runder i opfølgningsark, så stop dem her:\n{stop_address}\n"


def round_letter(kind: str, owing: Owing, address: str, *, name: str, stop_address: str) -> tuple[str, str]:
    """The subject and the text; `address` is where one answers."""
    subject, sentence = ROUNDS[kind]
    facts = {
        "due": day_in_words(owing.round.due_on),
        "rows": rows_in_words(owing.rows),
        "sheet": sheet_words(owing.round.sheet),
    }
    text = _TEXT.format(name=name, sentence=sentence.format(**facts), address=address)
    return subject.format(**facts), text + _STOP.format(stop_address=stop_address)
