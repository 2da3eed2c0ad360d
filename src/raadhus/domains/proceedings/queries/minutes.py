"""A sitting as the minutes of it: the contract's structure, worked out anew from the rows each time."""

from collections.abc import Iterable
from dataclasses import replace

from raadhus.domains.meetings.queries.reading import moment
from raadhus.domains.proceedings.models import (
    Absence,
    Attendee,
    Dissent,
    Enclosure,
    Pledge,
    Point,
    Proposal,
    Sitting,
    Stop,
    Text,
)
from raadhus.domains.proceedings.queries.facts import clock_in_denmark, items_of, names_of, votes_of
from raadhus.domains.proceedings.rules.decision_words import (
    ItemWords,
    PointWords,
    decision_words,
    numbered_points,
    vote_line,
)
from raadhus.domains.proceedings.rules.enclosures import shown_name
from raadhus.pure.minutes import structure
from raadhus.pure.minutes.adopted import commitments_of
from raadhus.pure.minutes.facts import MeetingFacts
from raadhus.pure.minutes.outcomes import of_all
from raadhus.pure.minutes.references import find_references
from raadhus.pure.minutes.votes import votes_of as votes_read

_NOWHERE = (0, 0)  # these sections stand in no file's lines
_TELLING = frozenset({"occasion", "summary", "account", "consequences", "recommendation", "decision", "other"})


def minutes_of(sitting: Sitting) -> structure.Minutes:
    """The minutes of `sitting` as its rows stand now."""
    meeting = sitting.meeting
    facts = MeetingFacts(meeting.body.name, meeting.starts_on)
    people = list(Attendee.objects.filter(sitting=sitting))
    day = f" d. {meeting.starts_on:%d-%m-%Y}" if meeting.starts_on else ""
    return structure.Minutes(
        source=f"REFERAT {meeting.body.name}{day}.pdf",
        kind="minutes",
        body=meeting.body.name,
        starts_at=moment(meeting.starts_on, meeting.starts_at),
        ends_at=moment(meeting.starts_on, sitting.ends_at) if sitting.ends_at else None,
        place=meeting.place or None,
        present=tuple(_present(people)),
        absent=tuple(row.name + (" (afbud)" if row.excuse else "") for row in people if row.is_present is False),
        items=tuple(_item(number, row, people, facts) for number, row in items_of(sitting)),
    )


def _present(people: list[Attendee]) -> Iterable[str]:
    names = names_of(people)
    for row in people:
        if row.is_present:
            notes = [
                f"stedfortræder for {names[row.deputy_for_id]}" if row.deputy_for_id else "",
                "gæst" if row.is_guest else "",
                f"fra kl. {row.arrived_at.hour}.{row.arrived_at:%M}" if row.arrived_at else "",
                f"til kl. {row.left_at.hour}.{row.left_at:%M}" if row.left_at else "",
            ]
            said = ", ".join(note for note in notes if note)
            yield f"{row.name} ({said})" if said else row.name


def _item(number: str, row: Proposal, people: list[Attendee], facts: MeetingFacts) -> structure.Item:
    points = list(Point.objects.filter(proposal=row))
    recommendation = recommendation_of(row, points)
    decision = decision_of(row, points, people)
    names = enclosure_names(row)
    sections = sections_of(row, recommendation, decision, names)
    told = commitments_of(recommendation=recommendation, decision=decision, meeting=facts)
    return structure.Item(
        number=number,
        title=row.title,
        case_number=row.case_number or None,
        closed=row.is_closed,
        sections=sections,
        recommendation=recommendation,
        decision=decision,
        attachments=names,
        commitments=with_pledges(told, Pledge.objects.filter(proposal=row), decision),
        references=references_of(sections, facts),
    )


def references_of(sections: Iterable[structure.Section], facts: MeetingFacts) -> tuple[structure.Reference, ...]:
    """The other meetings that the item's texts name, each once."""
    found: dict[tuple[str, str, str | None, str | None], structure.Reference] = {}
    for section in sections:
        if section.kind in _TELLING:
            for each in find_references(section.text, meeting=facts):
                found.setdefault((each.direction, each.body, each.first, each.last), each)
    return tuple(found.values())


def recommendation_of(row: Proposal, points: list[Point]) -> structure.Recommendation | None:
    """What is recommended, and by which post; None for an item that only is on the agenda."""
    given = tuple(point.text for point in points if point.text)
    return structure.Recommendation(row.recommended_by or None, given) if given else None


def enclosure_names(row: Proposal) -> tuple[str, ...]:
    """The attachments in their newest versions."""
    rows = Enclosure.objects.filter(proposal=row, removed_at=None, replaced_by=None)
    rows = rows if row.is_closed else rows.filter(is_confidential=False)
    return tuple(shown_name(one.name, one.label) for one in rows.order_by("position", "pk"))


def decision_of(row: Proposal, points: list[Point], people: list[Attendee]) -> structure.Decision | None:
    """What was decided: words, outcome of each point where they stand apart, votes; None where nothing is written."""
    words = words_of(row, points, people)
    text = decision_words(words)
    if not text:
        return None
    outcomes = {point.number: point.outcome or "other" for point in points}
    told = tuple(structure.DecisionPoint(number, said, outcomes[number]) for number, said in numbered_points(words))
    return structure.Decision(text, of_all(list(outcomes.values())) if outcomes else "other", told, votes_read(text))


def words_of(row: Proposal, points: list[Point], people: list[Attendee]) -> ItemWords:
    """All that is to be said of the item, part by part."""
    names = names_of(people)
    return ItemWords(
        points=tuple(
            PointWords(one.number, one.words, one.amended, vote_line(votes_of(one), names), one.left_open_because)
            for one in points
        ),
        text="\n\n".join(one.plain for one in Text.objects.filter(proposal=row, kind="decision") if one.plain.strip()),
        before=tuple(_out_of_item(row, names)),
        lines=(
            *(pledge.line for pledge in Pledge.objects.filter(proposal=row)),
            *(_stop(stop, names) for stop in Stop.objects.filter(proposal=row)),
            *(_dissent(one, names) for one in Dissent.objects.filter(proposal=row).order_by("pk")),
        ),
    )


def _out_of_item(row: Proposal, names: dict[int, str]) -> Iterable[str]:
    for absence in Absence.objects.filter(proposal=row).order_by("pk"):
        name = names[absence.attendee_id]
        if absence.is_disqualified:
            yield f"{absence.decision} {name} deltog ikke i punktet.".strip()
        else:
            yield f"{name} deltog ikke i punktet."


def _stop(stop: Stop, names: dict[int, str]) -> str:
    return f"{names[stop.attendee_id]} erklærede kl. {clock_in_denmark(stop.declared_at)}: {stop.words}"


def _dissent(one: Dissent, names: dict[int, str]) -> str:
    return f"{names[one.attendee_id]} ønskede tilført: {one.text}"


def sections_of(
    row: Proposal,
    recommendation: structure.Recommendation | None,
    decision: structure.Decision | None,
    attachments: tuple[str, ...],
) -> tuple[structure.Section, ...]:
    """The item's headed parts: its texts in their order, and where no text holds their place the recommendation
    behind them, then the decision, then the attachments."""
    made = {
        "recommendation": _recommended(recommendation),
        "decision": decision.text if decision else "",
        "attachments": "\n\n".join(attachments),
    }
    found: list[structure.Section] = []
    texts = Text.objects.filter(proposal=row)
    for text in texts if row.is_closed else texts.filter(is_confidential=False):
        said = made.pop(text.kind, "") if text.kind in ("decision", "attachments") else text.plain
        if text.kind == "recommendation":
            said = text.plain or made["recommendation"]
            made.pop("recommendation", None)
        if said.strip():
            found.append(structure.Section(text.heading, text.kind, said, _NOWHERE))
    return tuple(_with_the_rest(found, made))


_HEADINGS = {"recommendation": "Indstilling", "decision": "Beslutning", "attachments": "Bilag"}


def _with_the_rest(found: list[structure.Section], made: dict[str, str]) -> list[structure.Section]:
    for kind, heading in _HEADINGS.items():
        if made.get(kind):
            before = next((at for at, one in enumerate(found) if _RANK[one.kind] > _RANK[kind]), len(found))
            found.insert(before, structure.Section(heading, kind, made[kind], _NOWHERE))
    return found


_RANK = {
    "occasion": 0, "summary": 0, "account": 0, "consequences": 0, "competence": 0, "history": 0, "other": 0,
    "attendance": 0, "recommendation": 0, "decision": 1, "attachments": 2,
}  # fmt: skip


def _recommended(recommendation: structure.Recommendation | None) -> str:
    if recommendation is None:
        return ""
    points = "\n".join(f"{number}. {text}" for number, text in enumerate(recommendation.points, 1))
    return f"{recommendation.by} indstiller,\n\n{points}" if recommendation.by else points


def with_pledges(
    told: tuple[structure.Commitment, ...], pledges: Iterable[Pledge], decision: structure.Decision | None
) -> tuple[structure.Commitment, ...]:
    """What a machine finds in the words, and the promises that a person typed: theirs in place of what it found there.

    A typed promise is quoted as it stands in the decision. What its line leaves out, its sentence there may say.
    """
    found = list(told)
    for pledge in pledges:
        quote = quote_of(pledge, decision.text if decision else "")
        mine = [at for at, one in enumerate(found) if _same_stretch(one.quote, quote)]
        typed = _typed(pledge, quote)
        if mine:
            there = found[mine[0]]
            found[mine[0]] = replace(typed, who=typed.who or there.who, due=typed.due or there.due)
            for at in reversed(mine[1:]):
                del found[at]
        else:
            found.append(typed)
    return tuple(found)


def quote_of(pledge: Pledge, text: str) -> str:
    """The pledge's line as it stands in `text`, without its full stop."""
    line = pledge.line.strip().rstrip(".")
    return line if line in text else " ".join(line.split())


def _same_stretch(found: str, quote: str) -> bool:
    one, other = " ".join(found.split()), " ".join(quote.split())
    return one in other or other in one


def _typed(pledge: Pledge, quote: str) -> structure.Commitment:
    due = (pledge.due_first.isoformat(), pledge.due_last.isoformat()) if pledge.due_first and pledge.due_last else None
    return structure.Commitment(pledge.kind, quote, tuple(pledge.who), due, pledge.body or None, "decision")
