"""A council and a committee under their profiles: quorum, 21 votes, disqualification, dissent, signatures, § 23."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.meetings.changes import When, find_or_make_body
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import (
    Attendee,
    BodyRules,
    Dissent,
    Member,
    Point,
    Proposal,
    Sitting,
    Stop,
)
from raadhus.domains.proceedings.rules.votes import Votes
from raadhus.foundation.accounts.models import User
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, OPERATOR
from tests.domains.proceedings.room import NINE, attendee, call, clock, decide, opened, put_on

EVENING = When(date(2022, 1, 20), time(17), None, "Byrådssalen")
FIVE = clock(17)


class Chamber:
    """A political body with members A to U, all of them there, and its meeting at five in the afternoon."""

    def __init__(self, house, profile: str, seats: int = 21) -> None:
        self.house, self.secretary = house, house.secretary
        name = {"council": "Kommunalbestyrelsen", "standing_committee": "Økonomiudvalget"}[profile]
        self.body = find_or_make_body(name, reading_audience="everyone", by=OPERATOR, at=AT)
        BodyRules.objects.create(body=self.body, profile=profile)
        Member.objects.create(
            body=self.body, user=house.secretary, name="Sekretær", role="secretary", starts_on=date(2022, 1, 1)
        )
        for at, letter in enumerate("ABCDEFGHIJKLMNOPQRSTU"[:seats]):
            user = User.objects.create(username=f"medlem {letter}")
            role = "member" if at else "chair"
            Member.objects.create(
                body=self.body, user=user, name=f"{letter} {letter}sen", role=role, starts_on=date(2022, 1, 1)
            )
        self.sitting = changes.plan_sitting(body=self.body, when=EVENING, link="", by=self.secretary, at=AT)

    def open(self, *titles: str) -> list[Proposal]:
        items = [put_on(self.sitting, self.body, title) for title in titles]
        changes.open_meeting(sitting=call(self.sitting, self.secretary), by=self.secretary, at=FIVE)
        self.everybody_is_there()
        for item in items:
            changes.take_up(proposal=item, by=self.secretary, at=FIVE)
        return items

    def everybody_is_there(self) -> None:
        for row in Attendee.objects.filter(sitting=self.sitting):
            self.note(row, is_present=True)

    def note(self, row: Attendee, **facts) -> None:
        revision = Attendee.objects.get(pk=row.pk).revision
        changes.note_presence(attendee=row, revision=revision, by=self.secretary, at=FIVE, **facts)

    def who(self, letter: str) -> Attendee:
        return Attendee.objects.get(sitting=self.sitting, name__startswith=f"{letter} ")

    def keys(self, letters: str) -> tuple[int, ...]:
        return tuple(self.who(letter).pk for letter in letters)

    def votes(self, yes: str, no: str = "", abstained: str = "") -> Votes:
        return Votes(self.keys(yes), self.keys(no), self.keys(abstained))

    def decide(self, item: Proposal, **ruling):
        return decide(self.house, item, at=clock(18), **ruling)

    def close(self, *items: Proposal) -> None:
        for item in items:
            changes.close_item(proposal=item, by=self.secretary, at=clock(18))

    def adjourn(self) -> None:
        changes.adjourn_meeting(sitting=self.sitting, ends_at=time(19), by=self.secretary, at=clock(19))


@pytest.fixture
def council(house) -> Chamber:
    return Chamber(house, "council")


@pytest.fixture
def committee(house) -> Chamber:
    return Chamber(house, "standing_committee", seats=7)


def disqualify(chamber: Chamber, item: Proposal, letter: str) -> None:
    changes.leave_item(
        proposal=item,
        attendee=chamber.who(letter),
        is_disqualified=True,
        decision=f"Forsamlingen besluttede, at {letter} {letter}sen er inhabil.",
        by=chamber.secretary,
        at=FIVE,
    )


def test_a_vote_of_twenty_one_of_whom_one_is_disqualified(council):
    (item,) = council.open("Lokalplan")
    disqualify(council, item, "U")
    warnings = council.decide(item, letter="G", votes=council.votes("ABCDEFGHIJKL", "MNOPQRS", "T"))
    assert warnings == ()
    decision = queries.minutes_of(council.sitting).items[0].decision
    assert decision.outcome == "approved"
    assert decision.text.startswith("Forsamlingen besluttede, at U Usen er inhabil. U Usen deltog ikke i punktet.")
    assert {side: found["number"] for side, found in decision.votes.items()} == {
        "for": 12,
        "against": 7,
        "abstained": 1,
    }
    assert decision.votes["against"]["names"] == [f"{letter} {letter}sen" for letter in "MNOPQRS"]


@pytest.mark.parametrize(
    ("ruling", "yes", "no", "abstained", "sentence"),
    [
        ("G", "ABCDEFGHIJU", "KLMNOPQRS", "T", "U Usen er inhabil i punktet og kan ikke stemme"),
        ("G", "ABCDEFGHIJ", "JKLMNOPQRS", "T", "J Jsen står 2 gange i afstemningen"),
        ("G", "ABCDEFG", "HIJKLMNOPQRST", "", r"7 stemte for og 13 imod, så indstillingen er forkastet"),
        ("F", "ABCDEFGHIJKL", "MNOPQRST", "", "12 stemte for og 8 imod, så indstillingen er vedtaget"),
        ("G", "ABCDEFGHIJ", "KLMNOPQRST", "", "bortfaldet ved stemmelighed"),
    ],
)
def test_a_vote_whose_arithmetic_is_wrong_is_refused(council, ruling, yes, no, abstained, sentence):
    (item,) = council.open("Lokalplan")
    disqualify(council, item, "U")
    with pytest.raises(Refused, match=sentence):
        council.decide(item, letter=ruling, votes=council.votes(yes, no, abstained))
    assert Point.objects.get(proposal=item).outcome == ""


def test_a_tie_lapses_and_one_who_was_forgotten_is_asked_for(council):
    (item,) = council.open("Lokalplan")
    (warning,) = council.decide(item, letter="B", votes=council.votes("ABCDEFGHIJ", "KLMNOPQRST"))
    assert warning.sentence == "Notér, hvordan U Usen har stemt, eller at de undlod at stemme."
    assert Point.objects.get(proposal=item).words == "Bortfaldet ved stemmelighed."


def test_eleven_of_twenty_one_decide_and_ten_do_not(council):
    (item,) = council.open("Lokalplan")
    for letter in "LMNOPQRSTU":
        council.note(council.who(letter), is_present=False, excuse="office")
    council.decide(item, letter="G")
    council.note(council.who("K"), is_present=True, left_at=time(17, 40))
    with pytest.raises(Refused, match=r"Der er 10 af 21 medlemmer til at beslutte, og der skal være mindst 11"):
        council.decide(item, letter="E")


def test_a_disqualification_that_the_council_has_not_decided_is_none(council):
    (item,) = council.open("Lokalplan")
    with pytest.raises(Refused, match="Forsamlingen beslutter selv, om U Usen er inhabil"):
        changes.leave_item(
            proposal=item, attendee=council.who("U"), is_disqualified=True, by=council.secretary, at=FIVE
        )


def test_one_who_has_voted_does_not_leave_the_item_afterwards(council):
    (item,) = council.open("Lokalplan")
    council.decide(item, letter="G", votes=council.votes("ABCDEFGHIJKLMNOPQRSTU"))
    with pytest.raises(Refused, match=r"U Usen har stemt i indstillingens punkt 1"):
        disqualify(council, item, "U")


def test_a_dissent_is_entered_for_a_member_who_was_there(council):
    (item,) = council.open("Lokalplan")
    council.decide(item, letter="G")
    changes.enter_dissent(
        proposal=item, attendee=council.who("M"), text="Planen er for dyr.", by=council.secretary, at=FIVE
    )
    text = queries.minutes_of(council.sitting).items[0].decision.text
    assert text == "Godkendt.\n\nM Msen ønskede tilført: Planen er for dyr."
    council.note(council.who("N"), is_present=False)
    with pytest.raises(Refused, match="N Nsen deltog ikke i mødet"):
        changes.enter_dissent(proposal=item, attendee=council.who("N"), text="x", by=council.secretary, at=FIVE)
    with pytest.raises(Refused, match="Skriv kort, hvad M Msen mener"):
        changes.enter_dissent(proposal=item, attendee=council.who("M"), text=" ", by=council.secretary, at=FIVE)
    changes.remove_dissent(dissent=Dissent.objects.get(), by=council.secretary, at=FIVE)
    assert queries.minutes_of(council.sitting).items[0].decision.text == "Godkendt."


def test_a_forum_without_dissent_and_votes_says_so(house):
    sitting, (item,) = opened(house)
    member = attendee(sitting, "Medlem")
    changes.note_presence(attendee=member, is_present=True, revision=1, by=house.secretary, at=NINE)
    with pytest.raises(Refused, match="har ingen protokoltilførsel"):
        changes.enter_dissent(proposal=item, attendee=member, text="Nej", by=house.secretary, at=NINE)
    with pytest.raises(Refused, match="beslutter ved enighed"):
        decide(house, item, letter="G", votes=Votes((member.pk,)))


def council_minutes(council: Chamber):
    items = council.open("Lokalplan", "Personsag")
    Proposal.objects.filter(pk=items[1].pk).update(is_closed=True)
    for item in items:
        council.decide(item, letter="G")
    council.close(*items)
    council.adjourn()
    changes.finish_minutes(sitting=council.sitting, by=council.secretary, at=clock(20))
    changes.send_minutes(sitting=council.sitting, by=council.secretary, at=clock(20))
    return items


def sign(chamber: Chamber, letter: str, *, by=None, is_on_paper: bool = False):
    who = chamber.who(letter)
    return changes.sign_minutes(attendee=who, is_on_paper=is_on_paper, by=by or who.member.user, at=clock(21))


def test_the_last_signature_approves_the_councils_minutes_and_then_they_are_sealed(council):
    council_minutes(council)
    for letter in "ABCDEFGHIJKLMNOPQRST":
        sign(council, letter)
    assert queries.standing_of(Sitting.objects.get(pk=council.sitting.pk)).missing_signatures == ("U Usen",)
    with pytest.raises(Refused, match="Godkend referatet først"):
        changes.seal_minutes(sitting=council.sitting, signer=None, by=council.secretary, at=clock(21))
    sign(council, "U", by=council.secretary, is_on_paper=True)
    assert Sitting.objects.get(pk=council.sitting.pk).state == "approved"
    _, warnings = changes.seal_minutes(sitting=council.sitting, signer=None, by=council.secretary, at=clock(22))
    assert warnings == ()


def test_everybody_signs_once_and_for_themselves(council):
    council_minutes(council)
    with pytest.raises(PermissionDenied):
        sign(council, "B", by=council.who("A").member.user)
    sign(council, "B")
    with pytest.raises(Refused, match="har allerede underskrevet"):
        sign(council, "B")


def test_one_who_was_not_there_does_not_sign(council):
    (item,) = council.open("Lokalplan")
    council.note(council.who("U"), is_present=False, excuse="child")
    council.decide(item, letter="G")
    council.close(item)
    council.adjourn()
    changes.finish_minutes(sitting=council.sitting, by=council.secretary, at=clock(20))
    changes.send_minutes(sitting=council.sitting, by=council.secretary, at=clock(20))
    with pytest.raises(Refused, match="U Usen skal ikke underskrive"):
        sign(council, "U")


def test_minutes_changed_after_a_signature_are_signed_anew(council):
    items = council_minutes(council)
    sign(council, "A")
    changes.add_pledge(proposal=items[0], line="A Asen sender planen", by=council.secretary, at=clock(21))
    with pytest.raises(Refused, match="er ændret, siden det blev sendt"):
        sign(council, "B")
    changes.finish_minutes(sitting=council.sitting, by=council.secretary, at=clock(21))
    changes.send_minutes(sitting=council.sitting, by=council.secretary, at=clock(21))
    assert "A Asen" in queries.standing_of(Sitting.objects.get(pk=council.sitting.pk)).missing_signatures


def test_a_council_approves_by_signing_and_not_at_the_next_meeting(council):
    council_minutes(council)
    later = changes.plan_sitting(
        body=council.body, when=When(date(2022, 2, 17), time(17)), link="", by=council.secretary, at=AT
    )
    where = put_on(later, council.body, "Godkendelse")
    changes.open_meeting(sitting=call(later, council.secretary), by=council.secretary, at=clock(17))
    for row in Attendee.objects.filter(sitting=later):
        changes.note_presence(attendee=row, is_present=True, revision=1, by=council.secretary, at=FIVE)
    council.decide(where, letter="G")
    with pytest.raises(Refused, match="Referatet godkendes med underskrifter"):
        changes.approve_minutes(sitting=council.sitting, where=where, remark="", by=council.secretary, at=FIVE)


def stop(committee: Chamber, item: Proposal, letter: str = "B", **facts):
    given = {"declared_at": clock(18, 30), "says_council": True, "decided": "decision"} | facts
    return changes.stop_decision(
        proposal=item, attendee=committee.who(letter), by=committee.secretary, at=clock(18, 30), **given
    )


def test_a_committee_member_stops_a_decision_until_the_meeting_is_adjourned(committee):
    (item,) = committee.open("Byggesag")
    committee.decide(item, letter="G", votes=committee.votes("ABCDEFG"))  # also one who voted for may stop
    with pytest.raises(Refused, match="Punktet er ikke besluttet endnu"):
        stop(committee, item)
    committee.close(item)
    _, warnings = stop(committee, item)
    assert warnings == ()
    text = queries.minutes_of(committee.sitting).items[0].decision.text
    assert text.endswith(
        "B Bsen erklærede kl. 18.30: Beslutningen standses, og sagen ønskes forelagt kommunalbestyrelsen."
    )
    with pytest.raises(Refused, match="har allerede standset"):
        stop(committee, item)


def test_what_was_declared_in_time_is_entered_afterwards_and_what_was_not_is_refused(committee):
    one, two = committee.open("Byggesag", "Vejsag")
    for item in (one, two):
        committee.decide(item, letter="G")
    committee.close(one, two)
    committee.adjourn()
    with pytest.raises(Refused, match=r"Mødet blev hævet kl\. 19\.00, og standsning erklæres inden"):
        stop(committee, one, declared_at=clock(19, 5))
    stop(committee, one, declared_at=clock(18, 59))
    assert Stop.objects.count() == 1


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"decided": "orientation"}, "alene en orientering"),
        ({"decided": "procedural"}, "om sagens gang"),
    ],
)
def test_a_stop_that_the_law_does_not_give_is_refused(committee, facts, sentence):
    (item,) = committee.open("Byggesag")
    committee.decide(item, letter="G")
    committee.close(item)
    with pytest.raises(Refused, match=sentence):
        stop(committee, item, **facts)


def test_one_who_was_disqualified_or_away_stops_nothing(committee):
    (item,) = committee.open("Byggesag")
    disqualify(committee, item, "C")
    committee.note(committee.who("D"), is_present=False)
    committee.decide(item, letter="G")
    committee.close(item)
    with pytest.raises(Refused, match="C Csen er inhabil i punktet"):
        stop(committee, item, "C")
    with pytest.raises(Refused, match="D Dsen var ikke med i punktet"):
        stop(committee, item, "D")


def test_a_declaration_that_does_not_name_the_council_is_warned_about(committee):
    (item,) = committee.open("Byggesag")
    committee.decide(item, letter="G")
    committee.close(item)
    _, (warning,) = stop(committee, item, says_council=False)
    assert "Spørg medlemmet" in warning.sentence


def test_a_council_has_no_stop_right(council):
    (item,) = council.open("Lokalplan")
    council.decide(item, letter="G")
    council.close(item)
    with pytest.raises(Refused, match="kan ikke standses"):
        stop(council, item)
