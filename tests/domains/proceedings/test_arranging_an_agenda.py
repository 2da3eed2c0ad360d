"""Items on and off an agenda, in order, moved and copied on, withdrawn."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Enclosure, Point, Proposal, Role, Sitting, Text
from raadhus.domains.proceedings.rules.html import pictures_in
from raadhus.foundation.audit.queries import acts_on
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, TODAY, House, other_body, put_on, ready, seat, titles_on, write
from tests.domains.proceedings.test_enclosures import add

LATER = changes.When(date(2022, 2, 3), time(9))


@pytest.fixture
def agenda(house) -> Sitting:
    sitting = house.plan()
    for title in "ABCD":
        put_on(house, sitting, ready(house, title))
    sitting.refresh_from_db()
    return sitting


def item(title: str) -> Proposal:
    return Proposal.objects.filter(title=title).latest("pk")


def _move(house: House, title: str, to: int, revision: int, seen=None, by=None) -> None:
    changes.move_item(proposal=item(title), to=to, revision=revision, seen=seen, by=by or house.secretary, at=AT)


def test_items_come_one_after_the_other_and_are_numbered(house, agenda) -> None:
    assert titles_on(agenda) == ["A", "B", "C", "D"]
    numbers = queries.numbers_of(agenda)
    assert [numbers[item(title).pk] for title in "ABCD"] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("title", "to", "order"), [("C", 0, "CABD"), ("A", 1, "BACD"), ("A", 99, "BCDA"), ("D", -1, "DABC")]
)
def test_an_item_is_moved_to_a_place(house, agenda, title, to, order) -> None:
    _move(house, title, to, agenda.revision)
    assert titles_on(agenda) == list(order)
    assert list(acts_on("sitting", [agenda.pk]))[-1].action == "moved_item"


def test_two_secretaries_who_renumber_at_once_see_both_orders(house, agenda) -> None:
    _move(house, "D", 0, agenda.revision)
    with pytest.raises(Conflict, match="flyt det igen") as conflict:
        _move(house, "A", 3, agenda.revision, by=house.administrator)
    assert conflict.value.theirs == {"order": [item(title).pk for title in "DABC"]}
    assert titles_on(agenda) == ["D", "A", "B", "C"]


def test_two_secretaries_who_saw_the_order_both_get_their_way(house, agenda) -> None:
    seen = [item(title).pk for title in "ABCD"]
    _move(house, "D", 0, agenda.revision, seen)
    _move(house, "A", 2, agenda.revision, seen, by=house.administrator)  # behind C, as they saw it
    assert titles_on(agenda) == ["D", "B", "C", "A"]


def test_two_items_are_never_at_one_place(house, agenda) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=item("B").pk).update(position=item("A").position)


def test_two_put_on_at_once_come_after_each_other(house, agenda) -> None:
    first, second = ready(house, "E"), ready(house, "F")
    changes.put_on_agenda(proposal=first, sitting=agenda, revision=1, by=house.secretary, at=AT)
    changes.put_on_agenda(proposal=second, sitting=agenda, revision=1, by=house.administrator, at=AT)
    assert titles_on(agenda) == ["A", "B", "C", "D", "E", "F"]


def test_an_item_is_put_on_once(house, agenda) -> None:
    with pytest.raises(Refused, match="allerede på en dagsorden"):
        put_on(house, agenda, item("A"))


def test_a_draft_is_not_put_on(house, agenda) -> None:
    with pytest.raises(Refused, match="først"):
        put_on(house, agenda, house.propose("Kladde"))


@pytest.mark.parametrize("who", ["chair", "officer"])
def test_only_the_secretary_arranges(house, agenda, who) -> None:
    by = getattr(house, who)
    with pytest.raises(PermissionDenied):
        _move(house, "A", 1, agenda.revision, by=by)
    with pytest.raises(PermissionDenied):
        changes.take_off_agenda(proposal=item("A"), by=by, at=AT)


def test_an_outsider_cannot_tell_an_item_from_none(house, agenda) -> None:
    with pytest.raises(Proposal.DoesNotExist):
        _move(house, "A", 1, agenda.revision, by=house.outsider)


def test_under_items_follow_their_item_and_are_numbered_below_it(house, agenda) -> None:
    rules = changes.Rules("project_group", {})
    changes.set_rules(body=house.forum, rules=rules, revision=0, by=house.administrator, at=AT)
    changes.put_under(proposal=item("D"), parent=item("A"), by=house.secretary, at=AT)
    assert titles_on(agenda) == ["A", "D", "B", "C"]
    numbers = queries.numbers_of(agenda)
    assert [numbers[item(title).pk] for title in "ADBC"] == ["1", "1.1", "2", "3"]
    agenda.refresh_from_db()
    _move(house, "A", 3, agenda.revision)
    assert titles_on(agenda) == ["B", "C", "A", "D"]


def test_an_item_cannot_stand_under_itself(house, agenda) -> None:
    changes.put_under(proposal=item("B"), parent=item("A"), by=house.secretary, at=AT)
    with pytest.raises(Refused, match="under sig selv"):
        changes.put_under(proposal=item("A"), parent=item("B"), by=house.secretary, at=AT)


def test_numbers_go_on_through_the_year_where_the_body_counts_so(house, agenda) -> None:
    rules = changes.Rules("board", {})
    changes.set_rules(body=house.forum, rules=rules, revision=0, by=house.administrator, at=AT)
    later = house.plan(LATER)
    put_on(house, later, ready(house, "E"))
    assert queries.numbers_of(later) == {item("E").pk: "5"}


def test_taken_off_it_is_ready_in_the_backlog(house, agenda) -> None:
    changes.take_off_agenda(proposal=item("B"), by=house.secretary, at=AT)
    assert titles_on(agenda) == ["A", "C", "D"]
    assert [one.title for one in queries.backlog_of(house.secretary, house.forum, on=TODAY)] == ["B"]
    put_on(house, agenda, item("B"))
    assert titles_on(agenda) == ["A", "C", "D", "B"]


def test_moved_to_another_meeting_an_unsent_item_is_the_same_item(house, agenda) -> None:
    later = house.plan(LATER)
    moved = changes.move_to_meeting(proposal=item("B"), to=later, by=house.secretary, at=AT)
    assert (moved.pk, titles_on(agenda), titles_on(later)) == (item("B").pk, ["A", "C", "D"], ["B"])


def test_moved_to_another_body_it_goes_out_here_and_is_a_draft_there(house, agenda) -> None:
    body = other_body(house)
    moved = changes.move_to_body(proposal=item("B"), body=body, by=house.secretary, at=AT)
    old = Proposal.objects.get(pk=moved.came_from_id)
    assert (old.state, old.withdrawn_because, old.meeting) == ("withdrawn", "Flyttet til Direktørforum.", None)
    assert (moved.state, moved.body, moved.proposed_by) == ("draft", body, house.secretary)
    assert titles_on(agenda) == ["A", "C", "D"]


def test_a_copy_has_texts_points_and_newest_enclosures_and_no_decision(house) -> None:
    draft = house.propose()
    write(draft, "account", "Sagen er stor")
    write(draft, "decision", "Godkendt")
    Point.objects.update(outcome="approved")
    first = add(house, draft)
    changes.replace_enclosure(
        enclosure=first, upload=changes.Upload(b"%PDF-2", "Ark.pdf", "rettet"), by=house.officer, at=AT
    )
    copy = changes.copy_to_body(proposal=draft, body=other_body(house), by=house.officer, at=AT)
    texts = dict(Text.objects.filter(proposal=copy).values_list("kind", "plain"))
    assert (texts["account"], texts["decision"]) == ("Sagen er stor", "")
    assert list(Point.objects.filter(proposal=copy).values_list("text", "outcome")) == [("at planen godkendes", "")]
    assert list(Enclosure.objects.filter(proposal=copy).values_list("label", "replaces")) == [("rettet", None)]


def test_what_somebody_may_not_read_is_not_copied_for_them(house) -> None:
    draft = house.propose()
    write(draft, "account", "Fortroligt", confidential=True)
    add(house, draft, is_confidential=True)
    copy = changes.copy_to_body(proposal=draft, body=other_body(house), by=house.chair, at=AT)
    assert "Fortroligt" not in set(Text.objects.filter(proposal=copy).values_list("plain", flat=True))
    assert not Enclosure.objects.filter(proposal=copy).exists()


def test_a_closed_item_stays_closed_elsewhere(house) -> None:
    draft = house.propose()
    Proposal.objects.update(is_closed=True, closed_because="person")
    copy = changes.copy_to_body(proposal=draft, body=other_body(house), by=house.officer, at=AT)
    assert (copy.is_closed, copy.closed_because) == (True, "person")


def test_a_body_that_is_not_open_to_somebody_looks_like_none(house) -> None:
    draft = house.propose()
    body = other_body(house)
    body.open_audience.kind = "named"
    body.open_audience.save()
    with pytest.raises(Body.DoesNotExist):
        changes.copy_to_body(proposal=draft, body=body, by=house.officer, at=AT)


def test_a_matter_is_one_path_through_five_bodies(house) -> None:
    row = house.propose("Årlig opgave")
    for name in ("Direktørforum", "Økonomiudvalget", "Kommunalbestyrelsen"):
        body = other_body(house, name, secretary=house.officer)
        row = changes.copy_to_body(proposal=row, body=body, by=house.officer, at=AT)
    path = queries.path_of(house.officer, row, on=TODAY)
    names = [stop.body.name for stop in path]
    assert names == ["Chefforum", "Direktørforum", "Økonomiudvalget", "Kommunalbestyrelsen"]
    assert {stop.depth for stop in path} == {0}


def test_of_a_path_everybody_sees_the_stops_that_are_theirs(house) -> None:
    row = house.propose("Årlig opgave")
    copy = changes.copy_to_body(proposal=row, body=other_body(house), by=house.chair, at=AT)
    assert [stop.body.name for stop in queries.path_of(house.officer, row, on=TODAY)] == ["Chefforum"]
    assert [stop.body.name for stop in queries.path_of(house.chair, copy, on=TODAY)] == ["Chefforum", "Direktørforum"]
    with pytest.raises(Proposal.DoesNotExist):
        queries.path_of(house.officer, copy, on=TODAY)


def test_a_second_copy_branches_off(house) -> None:
    row = house.propose()
    for name in ("Direktørforum", "MED-udvalget"):
        changes.copy_to_body(proposal=row, body=other_body(house, name), by=house.officer, at=AT)
    path = queries.path_of(house.officer, row, on=TODAY)
    assert [(stop.body.name, stop.depth) for stop in path] == [
        ("Chefforum", 0),
        ("Direktørforum", 0),
        ("MED-udvalget", 1),
    ]


def test_a_withdrawn_item_leaves_an_unsent_agenda_and_may_come_back(house, agenda) -> None:
    with pytest.raises(Refused, match="hvorfor punktet udgår"):
        changes.withdraw_proposal(proposal=item("B"), because="", by=house.secretary, at=AT)
    changes.withdraw_proposal(proposal=item("B"), because="Sagen er ikke klar", by=house.secretary, at=AT)
    assert titles_on(agenda) == ["A", "C", "D"]
    with pytest.raises(Refused, match="allerede trukket tilbage"):
        changes.withdraw_proposal(proposal=item("B"), because="Igen", by=house.secretary, at=AT)
    assert changes.bring_back(proposal=item("B"), by=house.secretary, at=AT).state == "ready"


def test_the_author_withdraws_before_a_meeting_and_the_secretary_after(house, agenda) -> None:
    with pytest.raises(PermissionDenied):
        changes.withdraw_proposal(proposal=item("A"), because="Fortrudt", by=house.officer, at=AT)
    draft = house.propose("Ny")
    assert changes.withdraw_proposal(proposal=draft, because="Fortrudt", by=house.officer, at=AT).state == "withdrawn"


def test_an_item_of_another_body_is_moved_there_first(house, agenda) -> None:
    body = other_body(house, secretary=house.secretary)
    elsewhere = house.plan(LATER, body)
    with pytest.raises(Refused, match="til et andet forum"):
        put_on(house, elsewhere, ready(house, "E"))
    with pytest.raises(Refused, match="et andet forums"):
        changes.move_to_meeting(proposal=item("A"), to=elsewhere, by=house.secretary, at=AT)
    copy = changes.copy_to_meeting(proposal=item("A"), to=elsewhere, by=house.secretary, at=AT)
    assert (copy.state, copy.body, titles_on(elsewhere)) == ("on_agenda", body, ["A"])


def test_the_secretary_of_one_body_arranges_no_other(house) -> None:
    body = other_body(house)
    seat(house, house.director, Role.SECRETARY, body=body)
    with pytest.raises(PermissionDenied):
        changes.plan_sitting(body=house.forum, when=LATER, link="", by=house.director, at=AT)


def test_pictures_of_a_copied_text_are_its_own(house) -> None:
    draft = house.propose()
    text = write(draft, "account", "Se her")
    png = b"\x89PNG\r\n\x1a\n" + b"\x00" * 30
    picture = changes.keep_picture(text_id=text.pk, data=png, name="kort.png", by=house.officer, at=AT)
    text.refresh_from_db()
    html = f'<p>Se her</p><img src="/billeder/{picture.pk}/" alt="Et kort">'
    changes.save_text(text_id=text.pk, html=html, revision=text.revision, by=house.officer, at=AT)
    copy = changes.copy_to_body(proposal=draft, body=other_body(house), by=house.officer, at=AT)
    new = Text.objects.get(proposal=copy, kind="account")
    (own,) = new.pictures.all()
    assert own.pk != picture.pk
    assert pictures_in(new.html) == ((own.pk, "Et kort"),)
