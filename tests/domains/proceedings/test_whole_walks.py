"""Two meetings from the first idea to the seal, by the verbs alone: a forum in January, a council after Easter."""

import re
from datetime import UTC, date, datetime, time

import pytest

from raadhus.domains.meetings import queries as record
from raadhus.domains.meetings.changes import find_or_make_body
from raadhus.domains.meetings.rules import reading_from
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Attendee, Enclosure, Frozen, Point, Proposal, Role, Sitting, Text
from raadhus.domains.proceedings.rules.votes import Votes
from raadhus.foundation.accounts.models import User
from raadhus.foundation.audit.queries import verify_chain
from raadhus.foundation.files.queries import path_of
from raadhus.pure.documents.read import read_file
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.kernel.source_text import lines_of
from raadhus.pure.minutes.read import read_minutes
from raadhus.pure.minutes.structure import Item, Minutes, Recommendation
from tests.conftest import SHARED
from tests.domains.meetings.papers.test_round_trip import told
from tests.domains.proceedings.cast import AT, OPERATOR, House
from tests.domains.proceedings.room import NINE, clock, decide, decide_and_close, say, sent

SEED = SHARED / "seeds" / "000_998b5b6df1a03a16.txt"
POSTS = (
    "Kommunaldirektøren",
    "Direktøren",
    "Chefen for Økonomi & Stab",
    "Stabschefen",
    "Budgetchefen",
    "Sekretariatet",
)


def upload(name: str, label: str = "") -> changes.Upload:
    """A PDF of its own under this name."""
    return changes.Upload(b"%PDF-1.7\n" + f"{name} {label}".encode(), name, label)


def bring(house: House, sitting: Sitting, item: Item, author: User) -> Proposal:
    """Somebody proposes the item, makes it ready, and the secretary puts it on the agenda."""
    points = item.recommendation.points if item.recommendation else ()
    idea = changes.Idea(
        item.title,
        case_number=item.case_number or "",
        recommended_by=item.recommendation.by if item.recommendation else "",
        points=points,
    )
    row = changes.propose_item(body=sitting.meeting.body, idea=idea, by=author, at=AT)
    for section in item.sections:
        _write(row, section.kind, section.text, author)
    changes.send_on_its_way(proposal=row, way=(), by=house.secretary, at=AT)
    row.refresh_from_db()
    return changes.put_on_agenda(proposal=row, sitting=sitting, revision=row.revision, by=house.secretary, at=AT)


def _write(row: Proposal, kind: str, words: str, author: User) -> None:
    text = Text.objects.filter(proposal=row, kind=kind).first()
    if text is not None and kind not in ("decision", "recommendation"):
        html = "".join(f"<p>{part}</p>" for part in words.split("\n\n"))
        changes.save_text(text_id=text.pk, html=html, revision=text.revision, by=author, at=AT)


def january(house: House, seed: Minutes) -> tuple[Sitting, list[Proposal]]:
    """Six items by six posts, sent; the third's attachment late, then its corrected version."""
    sitting = house.plan()
    items = [
        bring(house, sitting, item, User.objects.create(username=post))
        for item, post in zip(seed.items, POSTS, strict=True)
    ]
    for item, was in zip(items, seed.items, strict=True):
        for name in was.attachments if item is not items[2] else ():
            changes.add_enclosure(proposal=item, upload=upload(_as_pdf(name)), by=house.secretary, at=AT)
    changes.send_agenda(sitting=sitting, by=house.secretary, at=AT)
    late = changes.add_enclosure(
        proposal=items[2],
        upload=upload("Status Boligbyggeprogram 2022 CF.pdf", "UDKAST"),
        by=house.secretary,
        at=clock(8),
    )
    changes.send_supplement(sitting=sitting, by=house.secretary, at=clock(8))
    right = upload("Status Boligbyggeprogram 2022 CF.pdf", "tilrettet")
    changes.replace_enclosure(enclosure=late, upload=right, by=house.secretary, at=clock(8, 30))
    changes.send_supplement(sitting=sitting, by=house.secretary, at=clock(8, 30))
    return Sitting.objects.get(pk=sitting.pk), items


def _as_pdf(name: str) -> str:
    return re.sub(r"\.(?:xlsx|pptx)$", "", name) + ".pdf"


def _bare_names(value):
    """As `told`, without the endings of file names: the seed gives some attachments none."""
    if isinstance(value, dict):
        return {key: _bare_names(part) for key, part in value.items() if key != "lines"}
    if isinstance(value, list):
        return [_bare_names(part) for part in value]
    return re.sub(r"\.(?:pdf|xlsx|pptx)\b", "", value) if isinstance(value, str) else value


@pytest.mark.skipif(not SEED.is_file(), reason="the seed lies beside the house")
def test_the_january_meeting_from_the_first_idea_to_a_correction(house, tmp_path):
    seed = read_minutes(lines_of(SEED.read_text(), SEED.name))
    sitting, items = january(house, seed)
    by = house.secretary
    assert list(Enclosure.objects.filter(proposal=items[2]).values_list("stage", "label")) == [
        ("late", "UDKAST"),
        ("late", "tilrettet"),
    ]
    changes.open_meeting(sitting=sitting, by=by, at=NINE)
    for item, was in zip(items, seed.items, strict=True):
        _decide_as(house, item, was)
    changes.adjourn_meeting(sitting=sitting, ends_at=None, by=by, at=clock(11))
    frozen = sent(house, Sitting.objects.get(pk=sitting.pk))
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(path_of(frozen.version.file.sha256).read_bytes())
    said, wanted = (_bare_names(told(one)) for one in (read_minutes(read_file(paper)), seed))
    for mine, theirs in zip(said["items"], wanted["items"], strict=True):
        for part in ("number", "title", "case_number", "recommendation", "decision", "attachments", "commitments"):
            assert mine[part] == theirs[part], (theirs["number"], part)
    _approve_and_correct(house, sitting, items)


def _decide_as(house: House, item: Proposal, was: Item) -> None:
    by = house.secretary
    if was.decision.outcome == "withdrawn":
        changes.withdraw_item(proposal=item, because="", words=was.decision.text, by=by, at=NINE)
        return
    changes.take_up(proposal=item, by=by, at=NINE)
    revision = Text.objects.get(proposal=item, kind="decision").revision
    say(item, was.decision.text, by=by, revision=revision)
    for number in Point.objects.filter(proposal=item).values_list("number", flat=True):
        decide(house, item, number, outcome=was.decision.outcome, words="")
    changes.close_item(proposal=item, by=by, at=NINE)


def _approve_and_correct(house: House, sitting: Sitting, items: list[Proposal]) -> None:
    """Item 1 of the next meeting approves; then the minutes are sealed and corrected by addition."""
    by, on = house.secretary, date(2022, 2, 3)
    following = house.plan(changes.When(on, time(9), None, "Mødelokale 1"))
    changes.set_rules(
        body=house.forum, rules=changes.Rules("administrative_forum", {}), revision=0, by=house.administrator, at=AT
    )
    first = changes.fill_agenda(sitting=following, by=by, at=clock(9, day=date(2022, 1, 25)))[0]
    changes.send_agenda(sitting=following, by=by, at=clock(9, day=date(2022, 1, 28)))
    changes.open_meeting(sitting=following, by=by, at=clock(9, day=on))
    decide_and_close(house, first, at=clock(9, day=on), letter="G")
    changes.approve_agenda(where=first, remark="", by=by, at=clock(9, day=on))
    changes.approve_minutes(sitting=sitting, where=first, remark="", by=by, at=clock(9, day=on))
    changes.seal_minutes(sitting=sitting, signer=None, by=by, at=clock(12, day=on))
    changes.add_correction(sitting=sitting, proposal=items[3], text="ØU i marts.", by=by, at=clock(12, day=on))
    assert [*queries.broken_frozen(), *queries.broken_seals()] == []
    assert verify_chain().first_broken is None


# Four weekdays before Wednesday the 20th: the 19th, 13th, 12th and 11th, for three holidays lie between.
EASTER = datetime(2022, 4, 11, 8, 0, tzinfo=UTC)


class Council:
    """A council of 21 that meets on Wednesday 20 April 2022, two days after Easter Monday."""

    def __init__(self, house: House) -> None:
        self.house, self.by = house, house.secretary
        self.body = find_or_make_body("Kommunalbestyrelsen", reading_audience="everyone", by=OPERATOR, at=AT)
        admin = house.administrator
        changes.set_rules(body=self.body, rules=changes.Rules("council", {}), revision=0, by=admin, at=AT)
        self._seat("Sekretær", house.secretary, Role.SECRETARY)
        for at, letter in enumerate("ABCDEFGHIJKLMNOPQRSTU"):
            self._seat(f"{letter} {letter}sen", User.objects.create(username=letter), Role.MEMBER if at else Role.CHAIR)
        when = changes.When(date(2022, 4, 20), time(17), None, "Byrådssalen")
        self.sitting = changes.plan_sitting(body=self.body, when=when, link="", by=self.by, at=AT)

    def _seat(self, name: str, user: User, role: str) -> None:
        changes.seat_member(
            body=self.body, name=name, user=user, role=role, group="", starts_on=date(2022, 1, 1),
            reads_closed=True, by=self.house.administrator, at=AT,
        )  # fmt: skip

    def bring(self, title: str) -> Proposal:
        return bring(self.house, self.sitting, Item("", title, recommendation=_RECOMMENDED), self.by)

    def keys(self, letters: str) -> tuple[int, ...]:
        rows = Attendee.objects.filter(sitting=self.sitting)
        return tuple(rows.get(name__startswith=f"{letter} ").pk for letter in letters)


_RECOMMENDED = Recommendation("Direktøren", ("at det godkendes.",))


def test_a_council_after_easter_from_the_agenda_to_the_seal(house):
    council = Council(house)
    plan, person = council.bring("Lokalplan 99"), council.bring("Ansættelse af direktør")
    changes.close_to_public(
        proposal=person, reason="person", words="Sagen rummer en bedømmelse af ansøgernes forhold",
        open_again_on=date(2022, 6, 1), revision=person.revision, by=council.by, at=AT,
    )  # fmt: skip
    with pytest.raises(Refused, match=r"Lokalplan 99, kommer efter fristen mandag den 11\. april 2022"):
        changes.send_agenda(sitting=council.sitting, by=council.by, at=datetime(2022, 4, 12, 8, tzinfo=UTC))
    assert changes.send_agenda(sitting=council.sitting, by=council.by, at=EASTER).warnings == ()
    late = council.bring("Hastesag om dæmning")
    with pytest.raises(Refused, match="vente"):
        changes.send_supplement(sitting=council.sitting, by=council.by, at=datetime(2022, 4, 19, 8, tzinfo=UTC))
    facts = changes.Facts(title=late.title, late_because="Dæmningen skal sikres før weekenden.")
    changes.edit_facts(proposal=late, facts=facts, revision=late.revision, by=council.by, at=EASTER)
    changes.send_supplement(sitting=council.sitting, by=council.by, at=datetime(2022, 4, 19, 8, tzinfo=UTC))
    _hold(house, council, [plan, person, late])
    _sign_and_seal(council)
    seen = record.items_of(house.outsider, record.meeting_for(house.outsider, council.sitting.pk))
    assert [item.title for item in seen if item.number in ("1", "2", "3")] == ["Lokalplan 99", "Hastesag om dæmning"]
    assert [*queries.broken_frozen(), *queries.broken_seals()] == []


def _hold(house: House, council: Council, items: list[Proposal]) -> None:
    five, by = datetime(2022, 4, 20, 15, 0, tzinfo=UTC), council.by
    changes.open_meeting(sitting=council.sitting, by=by, at=five)
    for row in Attendee.objects.filter(sitting=council.sitting):
        changes.note_presence(attendee=row, is_present=True, revision=1, by=by, at=five)
    plan = items[0]
    for item in items:
        changes.take_up(proposal=item, by=by, at=five)
    changes.leave_item(
        proposal=plan, attendee=Attendee.objects.get(pk=council.keys("U")[0]), is_disqualified=True,
        decision="Kommunalbestyrelsen besluttede, at U Usen er inhabil.", by=by, at=five,
    )  # fmt: skip
    votes = Votes(council.keys("ABCDEFGHIJKLM"), council.keys("NOPQRST"))
    decide(house, plan, letter="G", votes=votes, at=five)
    for item in items[1:]:
        decide(house, item, letter="G", at=five)
    for item in items:
        changes.close_item(proposal=item, by=by, at=five)
    dissenter = Attendee.objects.get(pk=council.keys("N")[0])
    changes.enter_dissent(proposal=plan, attendee=dissenter, text="Planen er for høj.", by=by, at=five)
    changes.adjourn_meeting(sitting=council.sitting, ends_at=time(18, 30), by=by, at=five.replace(hour=17))


def _sign_and_seal(council: Council) -> None:
    by, after = council.by, datetime(2022, 4, 21, 8, 0, tzinfo=UTC)
    changes.finish_minutes(sitting=council.sitting, by=by, at=after)
    frozen, _ = changes.send_minutes(sitting=council.sitting, by=by, at=after)
    (decision,) = [one.decision for one in record_of(frozen).items if one.title == "Lokalplan 99"]
    assert decision.votes["for"]["number"] == 13
    assert decision.text.endswith("N Nsen ønskede tilført: Planen er for høj.")
    for row in Attendee.objects.filter(sitting=council.sitting):
        changes.sign_minutes(attendee=row, is_on_paper=False, by=row.member.user, at=after)
    changes.seal_minutes(sitting=council.sitting, signer=None, by=by, at=after)


def record_of(frozen: Frozen) -> Minutes:
    return reading_from(frozen.version.content)
