"""What a timeline says of each event: letter, word and tone, the sentence above it, and its rows as a table."""

from collections.abc import Collection, Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from raadhus.interfaces.web.templatetags.danish_dates import short_day
from raadhus.interfaces.web.templatetags.marks import OUTCOMES

# kind: letter, word, tone (the class that colours it)
EVENTS = {
    "told": ("U", gettext_lazy("Udskudt"), "open"),
    "made": ("L", gettext_lazy("Lovet"), "open"),
    "answered": ("S", gettext_lazy("Svaret"), "plain"),
    "prolonged": ("+", gettext_lazy("Mere tid"), "open"),
    "done": ("G", gettext_lazy("Gjort"), "done"),
    "dropped": ("X", gettext_lazy("Opgivet"), "away"),
    "reopened": ("Å", gettext_lazy("Åbnet igen"), "open"),
    "promised_at": ("L", gettext_lazy("Lovet igen"), "open"),
    "prolonged_at": ("U", gettext_lazy("Udskudt på mødet"), "open"),
    "reported_at": ("R", gettext_lazy("Afrapporteret"), "plain"),
    "closed_at": ("G", gettext_lazy("Afsluttet på mødet"), "done"),
}
UNDECIDED = ("M", gettext_lazy("På dagsordenen"), "plain")
PUT_OFF = ("deferred", "withdrawn")


def sign_of(event: Any) -> tuple[str, str, str]:
    """Letter, word and tone of one event."""
    known = OUTCOMES.get(event.outcome, UNDECIDED) if event.kind == "met" else EVENTS[event.kind]
    letter, word, tone = known
    return letter, str(word), tone


def in_a_sentence(lines: Iterable[Any]) -> str:
    """How often the case was before whom, put off, promised and done."""
    every = list(lines)
    matters, promises = [one for one in every if one.commitment is None], [one for one in every if one.commitment]
    met = [(one.body, event.day) for one in matters for event in one.events if event.kind == "met"]
    days = sorted(day for _body, day in met if day)
    said = [_meetings(len(set(met)), len({body for body, _day in met}))]
    if days:
        said.append(_("fra {first} til {last}").format(first=short_day(days[0]), last=short_day(days[-1])))
    off = sum(event.outcome in PUT_OFF for one in matters for event in one.events)
    if off:
        said.append(ngettext("udskudt {n} gang", "udskudt {n} gange", off).format(n=off))
    if promises:
        said.append(promised_and_done([one.commitment for one in promises]))
    return ", ".join(said) + "."


def promised_and_done(promises: Collection[Any]) -> str:
    """How many promises, and how many of them are done."""
    done = sum(one.progress == "done" for one in promises)
    counted = ngettext("{n} løfte, {done} gjort", "{n} løfter, {done} gjort", len(promises))
    return counted.format(n=len(promises), done=done)


def _meetings(meetings: int, bodies: int) -> str:
    times = ngettext("På {n} møde", "På {n} møder", meetings).format(n=meetings)
    return times + " " + ngettext("i {n} forum", "i {n} forummer", bodies).format(n=bodies)


def head_of_table() -> list[str]:
    """The headings of the table and its files."""
    return [
        _("Dag"),
        _("Hvad der skete"),
        _("Forum"),
        _("Punkt eller løfte"),
        _("Ord"),
        _("Frist"),
        _("Svarer for det"),
    ]


def told_in_order(lines: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Every event with its line, oldest first, those without a day last."""
    pairs = [(event, line) for line in lines for event in line.events]
    return sorted(pairs, key=lambda pair: (pair[0].day is None, pair[0].day))


def row_of(event: Any, line: Any) -> list[Any]:
    """One event as a row of the table."""
    promise = line.commitment
    word = sign_of(event)[1]
    if event.kind == "made" and promise.status == "suggested":
        word = _("Lovet (foreslået)")
    words = "" if event.kind == "made" else event.words
    body = event.item.meeting.body.name if event.item and event.item.meeting.body else line.body
    return [event.day, word, body, line.title, words, event.until, promise.owner_words if promise else ""]
