"""Attendance as minutes write it, worked out from the facts: who was away, from which items, and who sat for whom."""

from collections.abc import Sequence

from raadhus.domains.proceedings.rules.attendance import Attendance, Part, Roll
from raadhus.domains.proceedings.rules.meeting_time import DENMARK

_SAID: tuple[tuple[Part, str], ...] = (
    ("absent", "{name} deltog ikke i {items}."),
    ("disqualified", "{name} deltog ikke i {items} på grund af inhabilitet."),
    ("partly", "{name} deltog i en del af {items}."),
)


def attendance_in_words(attendances: Sequence[Attendance], rolls: Sequence[tuple[str, Roll]]) -> tuple[str, ...]:
    """Sentences for the head of the minutes. `rolls` are the items in order, each with its number as shown.

    Who was away throughout is told once; unknown attendance is not told at all (`check_attendance` asks about it).
    A reason for an absence is never written here.
    """
    names = {one.key: one.name for one in attendances}
    told: list[str] = []
    for one in attendances:
        if one.is_present is False:
            told.append(f"Fraværende: {one.name}.")
            continue
        if one.deputy_for in names and one.is_present:
            told.append(f"{one.name} mødte som stedfortræder for {names[one.deputy_for]}.")
        told += _times(one)
        told += _items(one, rolls)
    return tuple(told)


def _times(one: Attendance) -> list[str]:
    came = [f"{one.name} kom kl. {one.arrived.astimezone(DENMARK):%H.%M}."] if one.arrived else []
    return came + ([f"{one.name} gik kl. {one.left.astimezone(DENMARK):%H.%M}."] if one.left else [])


def _items(one: Attendance, rolls: Sequence[tuple[str, Roll]]) -> list[str]:
    told = []
    for part, sentence in _SAID:
        places = [place for place, (_, roll) in enumerate(rolls) if roll.parts.get(one.key) == part]
        if places:
            told.append(sentence.format(name=one.name, items=_listed(places, [number for number, _ in rolls])))
    return told


def _listed(places: list[int], numbers: list[str]) -> str:
    """ "punkt 4, 6-8": three or more that follow each other as a range."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    said = []
    for run in runs:
        first, *rest = [numbers[place] for place in run]
        said += [f"{first}-{rest[-1]}"] if len(run) > 2 else [first, *rest]
    return f"punkt {said[0]}" if len(said) == 1 else f"punkt {', '.join(said[:-1])} og {said[-1]}"
