"""What a digest says, in Danish. A promise that not the whole house may read is „lukket punkt“ with its address."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from raadhus.domains.proceedings.queries.digest_lines import Line, Part, is_open
from raadhus.domains.proceedings.queries.digests import Digest
from raadhus.domains.proceedings.rules.danish_days import short_day

LONGEST = 300  # letters of a promise's words
CLOSED = "Lukket punkt. Log ind for at læse det"
_SHEET = "Et ark, som kun nogle læser"
_NEWS = {
    "new": "nyt for dig",
    "granted": "du har fået mere tid",
    "denied": "du har ikke fået mere tid",
}
_WHY_KEPT = (
    "Det, ingen har svaret på eller har ansvaret for, kan du ikke stoppe: det går til dig, fordi du fører opfølgningen "
    "for et forum eller et ark, eller fordi et forum sender det videre til dig.\n"
)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the lines lead: one promise by key, all that one owes, one's rows in sheets, late promises, a sheet by
    key, and where one chooses one's mails."""

    promise: Callable[[int], str]
    mine: str
    rows: str
    late: str
    sheet: Callable[[int], str]
    choices: str


def digest_letter(digest: Digest, where: Addresses, *, name: str, stop_address: str) -> tuple[str, str]:
    """The subject and the text. `stop_address` is empty where nothing in it can be stopped."""
    parts = [part for part in _parts(digest, where) if part]
    text = f"Kære {name}\n\n" + "\n".join(parts) + f"\n{_ending(digest, where, stop_address)}"
    return _subject(digest), text


def _subject(digest: Digest) -> str:
    counted: Mapping[tuple[str, str], int] = {
        ("løfte er over tiden", "løfter er over tiden"): digest.late.count,
        ("skal gøres snart", "skal gøres snart"): digest.near.count,
        ("ark venter på dit svar", "ark venter på dit svar"): len(digest.rounds),
        ("løfte har intet svar", "løfter har intet svar"): digest.silent.count + digest.raised.count,
        ("løfte har ingen ansvarlig", "løfter har ingen ansvarlig"): digest.ownerless.count,
        ("ark venter på poster, som ingen har", "ark venter på poster, som ingen har"): len(digest.unheld),
        ("beder om mere tid", "beder om mere tid"): digest.asking.count,
        ("nyhed om dine løfter", "nyheder om dine løfter"): digest.news.count,
    }
    said = [f"{count} {words[count != 1]}" for words, count in counted.items() if count]
    return ", ".join(said[:3])


def _parts(digest: Digest, where: Addresses) -> list[str]:
    day = digest.day
    return [
        _part("Over tiden", digest.late, where, where.mine, day),
        _part("Skal gøres snart", digest.near, where, where.mine, day),
        _part("Nyt om det, du har lovet", digest.news, where, where.mine, day),
        _rounds(digest, where),
        _part("Gået videre til dig: intet svar, heller ikke til sekretæren", digest.raised, where, where.late, day),
        _part("Intet svar", digest.silent, where, where.late, day),
        _part("Ingen har ansvaret", digest.ownerless, where, where.late, day),
        _part("Beder om mere tid", digest.asking, where, where.late, day),
        _unheld(digest, where),
    ]


def _part(heading: str, part: Part, where: Addresses, all_of_them: str, day: date) -> str:
    if not part.count:
        return ""
    told = [_line(line, where, day) for line in part.lines]
    if part.count > len(part.lines):
        told.append(f"* og {part.count - len(part.lines)} til:\n  {all_of_them}")
    return _section(heading, told)


def _section(heading: str, told: Sequence[str]) -> str:
    return f"{heading}\n" + "\n".join(told) + "\n"


def _line(line: Line, where: Addresses, day: date) -> str:
    words = CLOSED if line.words is None else _short(line.words)
    return f"* {words}\n  {' · '.join(filter(None, _facts(line, day)))}\n  {where.promise(line.commitment)}"


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def _facts(line: Line, day: date) -> list[str]:
    made = f"{line.body} {short_day(line.made_on)}" if line.made_on else line.body
    asked = f"beder om tid til {short_day(line.asked_until)}" if line.asked_until else ""
    return [line.owner, made.strip(), _due(line.due_on, day), asked, _NEWS.get(line.news, "")]


def _due(due_on: date | None, day: date) -> str:
    if due_on is None:
        return "uden frist"
    late = (day - due_on).days
    told = f"frist {short_day(due_on)}"
    if late <= 0:
        return told
    return f"{told}, {late} {'dag' if late == 1 else 'dage'} over"


def _rounds(digest: Digest, where: Addresses) -> str:
    told = [
        f"* {sheet_words(one.round.sheet)}\n  {rows_in_words(one.rows)} · svar senest {short_day(one.round.due_on)}\n"
        f"  {where.rows}"
        for one in digest.rounds
    ]
    return _section("Venter på dit svar", told) if told else ""


def _unheld(digest: Digest, where: Addresses) -> str:
    told = [
        f"* {sheet_words(one.round.sheet)}: {', '.join(one.posts)}\n  runden slutter {short_day(one.round.due_on)}\n"
        f"  {where.sheet(one.round.sheet_id)}"
        for one in digest.unheld
    ]
    return _section("Ingen har posten", told) if told else ""


def sheet_words(sheet: Any) -> str:
    """The sheet's title where the whole house may read it."""
    return sheet.title if is_open(sheet.audience) else _SHEET


def rows_in_words(rows: int) -> str:
    """ "3 rækker mangler dit svar"."""
    return f"{rows} {'række' if rows == 1 else 'rækker'} mangler dit svar"


def _ending(digest: Digest, where: Addresses, stop_address: str) -> str:
    told = ["Venlig hilsen\nRådhus\n"]
    if stop_address:
        told.append(f"Vil du ikke have oversigten over det, du har lovet, så stop den her:\n{stop_address}\n")
    if digest.kept_for:
        told.append(
            f"Påmindelser om det, der er lovet {_listed(digest.kept_for)}, kan ikke stoppes; sådan er reglen dér.\n"
        )
    if any(part.count for part in digest.of_bodies) or digest.unheld:
        told.append(_WHY_KEPT)
    return "\n".join([*told, f"Se, hvad du får, og hvorfor:\n{where.choices}\n"])


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} og {names[-1]}"
