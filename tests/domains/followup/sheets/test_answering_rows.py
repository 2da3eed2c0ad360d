"""Who answers for a row, what an answer may say, two answers at once, rounds, and rows that move with their post."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.followup.changes import Plan, reorganise
from raadhus.domains.followup.changes import sheets as changes
from raadhus.domains.followup.models import RowEvent, SheetRow
from raadhus.domains.followup.queries import sheets as queries
from raadhus.domains.followup.rules.sheets.answers import Answer
from raadhus.domains.organisation.changes import end_holding, give_post
from raadhus.domains.organisation.models import Holding, Post
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused

from .conftest import AT, DAY, OPERATOR, row_numbered

LATER = AT + timedelta(hours=1)


def answer(row: SheetRow, status: str = "", words: str = "", **texts: str) -> Answer:
    return Answer({"status": status, "last_answer": words, **texts}, row.revision)


def test_an_answer_stands_in_the_row_and_in_its_history(filled, heads) -> None:
    row = row_numbered(filled, 1)
    said = answer(row, "under_way", "Går godt.", handling="Ny plan", deliverable="Ja", deliverable_body="ØU")
    changes.answer_row(row=row, answer=said, by=heads[0].user, at=AT)
    now = SheetRow.objects.get(pk=row.pk)
    assert (now.status, now.cells["last_answer"], now.has_item, now.answered_by) == (
        "under_way", "Går godt.", True, heads[0].user,
    )  # fmt: skip
    event = queries.events_of(heads[0].user, now, on=DAY).first()
    assert (event.kind, event.words) == ("answered", "Går godt.")
    assert {one["key"] for one in event.changes} == {
        "status", "last_answer", "handling", "deliverable", "deliverable_body",
    }  # fmt: skip


def test_an_answer_says_something(filled, heads) -> None:
    row = row_numbered(filled, 1)
    with pytest.raises(Refused, match="Skriv et svar, eller vælg en status"):
        changes.answer_row(row=row, answer=answer(row), by=heads[0].user, at=AT)


def test_a_head_answers_for_their_own_rows_and_sees_no_others(filled, heads) -> None:
    mine, theirs = row_numbered(filled, 1), row_numbered(filled, 119)
    helped = {one.post for one in theirs.helpers.all()} | {theirs.main_post}
    stranger = next(head for head in heads if head.post not in helped)
    assert queries.row_for(heads[0].user, mine.pk, on=DAY) == mine
    with pytest.raises(SheetRow.DoesNotExist):
        queries.row_for(stranger.user, theirs.pk, on=DAY)
    with pytest.raises(PermissionDenied):
        changes.answer_row(row=theirs, answer=answer(theirs, "fulfilled"), by=stranger.user, at=AT)
    assert queries.rows_of(stranger.user, filled) == []


def test_a_head_may_not_set_the_deadline(filled, heads) -> None:
    row = row_numbered(filled, 1)
    with pytest.raises(Refused, match="„Frist“ kan kun rettes af den, der fører arket"):
        changes.answer_row(row=row, answer=answer(row, "fulfilled", deadline="1. maj"), by=heads[0].user, at=AT)


def test_two_contradictory_answers_at_once_both_come_to_light_and_a_person_chooses(filled, heads) -> None:
    row = row_numbered(filled, 1)
    helper = next(head for head in heads if head.post == row.helpers.first().post)
    yours = answer(row, "delayed", "Den er forsinket.")
    changes.answer_row(row=row, answer=answer(row, "fulfilled", "Det er gjort."), by=heads[0].user, at=AT)
    with pytest.raises(
        Conflict, match=r"Chef Nummer 1 skrev i rækken, mens du skrev. I er uenige om Status, Sen"
    ) as seen:
        changes.answer_row(row=row, answer=yours, by=helper.user, at=LATER)
    assert seen.value.theirs == {"status": "fulfilled", "last_answer": "Det er gjort."}
    assert seen.value.yours == {"status": "delayed", "last_answer": "Den er forsinket."}
    assert SheetRow.objects.get(pk=row.pk).status == "fulfilled"
    changes.answer_row(row=row, answer=Answer(yours.texts, seen.value.revision), by=helper.user, at=LATER)
    assert SheetRow.objects.get(pk=row.pk).status == "delayed"
    said = [event.words for event in RowEvent.objects.filter(row=row, kind="answered")]
    assert said == ["Den er forsinket.", "Det er gjort."]


def test_only_the_main_posts_answer_is_the_answer_to_a_round(filled, heads, keeper) -> None:
    begun = changes.open_round(sheet=filled, until="inden ugens udgang", by=keeper, at=AT)
    row = row_numbered(filled, 1)
    helper = next(head for head in heads if head.post == row.helpers.first().post)
    changes.answer_row(row=row, answer=answer(row, "under_way"), by=helper.user, at=AT)
    assert begun.asked.get(row=row).answered_at is None
    now = SheetRow.objects.get(pk=row.pk)
    changes.answer_row(row=now, answer=answer(now, "waiting"), by=heads[0].user, at=AT)
    assert begun.asked.get(row=row).answered_at == AT


def test_whoever_has_the_post_now_answers_and_whoever_had_it_does_not(filled, heads, outsider) -> None:
    row, first = row_numbered(filled, 1), heads[0]
    end_holding(holding=Holding.objects.get(user=first.user), ends_on=date(2022, 2, 1), by=OPERATOR, at=AT)
    give_post(post=first.post, user=outsider, starts_on=date(2022, 2, 1), by=OPERATOR, at=AT)
    later = AT + timedelta(days=20)
    with pytest.raises(PermissionDenied):
        changes.answer_row(row=row, answer=answer(row, "fulfilled"), by=first.user, at=later)
    changes.answer_row(row=row, answer=answer(row, "fulfilled"), by=outsider, at=later)
    assert len([one for one in queries.my_rows(outsider, on=later.date()) if one.is_main]) == 11


def test_my_rows_begin_with_what_a_round_waits_for(filled, heads, keeper) -> None:
    changes.open_round(sheet=filled, until="uge 4", by=keeper, at=AT)
    mine = queries.my_rows(heads[0].user, on=DAY)
    waits = [one.asked is not None and one.is_main for one in mine]
    assert waits == sorted(waits, reverse=True)
    assert sum(waits) == 12  # of fifteen, the 3rd, 9th and 15th are fulfilled


@pytest.mark.parametrize(
    ("until", "says"),
    [("snart", "siger ikke hvornår"), ("1. januar 2022", "er 01-01-2022, og det er før i dag")],
)
def test_a_round_needs_a_day_that_is_not_over(filled, keeper, until: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        changes.open_round(sheet=filled, until=until, by=keeper, at=AT)


def test_there_is_one_round_at_a_time(filled, keeper) -> None:
    begun = changes.open_round(sheet=filled, until="uge 4", by=keeper, at=AT)
    with pytest.raises(Refused, match="Der er allerede en runde i gang"):
        changes.open_round(sheet=filled, until="uge 5", by=keeper, at=AT)
    changes.close_round(round=begun, by=keeper, at=AT)
    changes.open_round(sheet=filled, until="uge 5", by=keeper, at=AT)


def test_a_round_of_a_sheet_that_names_nobody_is_refused(sheet, keeper) -> None:
    with pytest.raises(Refused, match="Ingen rækker har en ansvarlig"):
        changes.open_round(sheet=sheet, until="uge 4", by=keeper, at=AT)


def test_only_the_keeper_edits_walks_freezes_and_asks(filled, heads) -> None:
    row, by = row_numbered(filled, 1), heads[0].user
    for act in (
        lambda: changes.edit_row(row=row, answer=answer(row, "fulfilled"), by=by, at=AT),
        lambda: changes.decide_row(row=row, words="Ja", answer=Answer({}, row.revision), by=by, at=AT),
        lambda: changes.set_responsible(row=row, main=None, helping=[], revision=row.revision, by=by, at=AT),
        lambda: changes.freeze_sheet(sheet=filled, label="", meeting="", by=by, at=AT),
        lambda: changes.open_round(sheet=filled, until="uge 4", by=by, at=AT),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_the_keeper_says_who_is_responsible(filled, heads, keeper) -> None:
    row = row_numbered(filled, 1)
    main, helping = heads[5].post, [heads[6].post, heads[5].post]
    changes.set_responsible(row=row, main=main, helping=helping, revision=row.revision, by=keeper, at=AT)
    now = SheetRow.objects.get(pk=row.pk)
    assert (now.main_post, now.cells["main_post"]) == (main, main.title)
    assert [one.post for one in now.helpers.all()] == [heads[6].post]
    with pytest.raises(Conflict, match="Sanne Sekretær skrev i rækken"):
        changes.set_responsible(row=row, main=None, helping=[], revision=row.revision, by=keeper, at=AT)


def test_at_a_reorganisation_every_open_row_goes_to_the_new_posts_with_history(filled, heads, keeper) -> None:
    old = heads[0].post
    begun = changes.open_round(sheet=filled, until="uge 4", by=keeper, at=AT)
    main = list(SheetRow.objects.filter(main_post=old).exclude(status="fulfilled").order_by("position"))
    helped = SheetRow.objects.filter(helpers__post=old).exclude(status="fulfilled").count()
    chosen = {("row", main[0].pk): "Ungdom", ("row", main[1].pk): "Ungdom"}
    plan = Plan(old, ["Læring", "Ungdom"], date(2022, 7, 1), "KB 21. juni 2022", chosen)
    assert reorganise(plan=plan, by=OPERATOR, at=LATER)["row"] == len(main) + helped
    assert not SheetRow.objects.filter(main_post=old).exclude(status="fulfilled").exists()
    assert not SheetRow.objects.filter(helpers__post=old).exclude(status="fulfilled").exists()
    assert SheetRow.objects.filter(main_post=old, status="fulfilled").count() == 3
    young = Post.objects.get(title="Ungdom")
    assert set(SheetRow.objects.filter(main_post=young).values_list("pk", flat=True)) == {main[0].pk, main[1].pk}
    event = RowEvent.objects.filter(row=main[0]).first()
    assert (event.kind, event.words) == ("moved", "KB 21. juni 2022")
    assert event.changes == [{"key": "main_post", "before": old.title, "after": "Ungdom"}]
    titles = [one.title for one in queries.standing_of(keeper, begun, on=DAY)]
    assert ("Ungdom" in titles, old.title in titles) == (True, False)


def test_filters_find_rows_by_post_status_lateness_words_and_item(filled, heads, keeper) -> None:
    def found(**wanted: object) -> list[str]:
        return [row.cells["number"] for row in queries.rows_of(keeper, filled, queries.Filter(**wanted))]

    assert len(found()) == 120
    assert set(found(post=heads[0].post.pk)) > {str(number) for number in range(1, 16)}
    assert found(section="Dagtilbud") == [str(number) for number in range(16, 31)]
    assert found(words="prognose 2022-2034") == ["120"]
    assert found(status="fulfilled") == [str(number) for number in range(3, 121, 6)]
    assert len(found(with_item=True)) == 40
    late = found(late_on=date(2022, 2, 1))
    assert late == [str(number) for number in range(12, 121, 12)]


def test_the_keeper_adds_a_row_behind_its_section_and_no_number_twice(filled, keeper, outsider) -> None:
    texts = {"number": "15a", "point": "Et nyt punkt", "deadline": "1. maj 2022"}
    row = changes.add_row(sheet=filled, section="Børn og skole", texts=texts, by=keeper, at=AT)
    numbers = [one.cells["number"] for one in filled.rows.all()]
    assert numbers[14:17] == ["15", "15a", "16"]
    assert (row.deadline_last, row.section) == (date(2022, 5, 1), "Børn og skole")
    with pytest.raises(Refused, match="15a findes allerede"):
        changes.add_row(sheet=filled, section="", texts=texts, by=keeper, at=AT)
    with pytest.raises(Refused, match="Skriv, hvad punktet i aftalen er"):
        changes.add_row(sheet=filled, section="", texts={}, by=keeper, at=AT)
    with pytest.raises(PermissionDenied):
        changes.add_row(sheet=filled, section="", texts={"point": "x"}, by=outsider, at=AT)
    last = changes.add_row(sheet=filled, section="Helt nyt", texts={"point": "Sidst"}, by=keeper, at=AT)
    assert filled.rows.last() == last


def test_a_sheet_is_renamed_and_handed_to_another_keeper(filled, keeper, outsider) -> None:
    facts = changes.SheetFacts("Nyt navn", "Budgetaftale 2022")
    with pytest.raises(PermissionDenied):
        changes.edit_sheet(sheet=filled, facts=facts, keeper=outsider, by=outsider, at=AT)
    changes.edit_sheet(sheet=filled, facts=facts, keeper=outsider, by=keeper, at=AT)
    assert queries.sheet_for(outsider, filled.pk).title == "Nyt navn"
    with pytest.raises(filled.DoesNotExist):
        queries.sheet_for(keeper, filled.pk)
