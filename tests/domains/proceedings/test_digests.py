"""What a person is told of promises in one digest. In February 2022 the 7th, 14th, 21st and 28th are Mondays."""

from datetime import UTC, date, datetime

import pytest

from raadhus.domains.followup import changes as followup
from raadhus.domains.followup.models import Commitment
from raadhus.domains.organisation.models import Holding
from raadhus.domains.proceedings.models import Role
from raadhus.domains.proceedings.queries.digests import digests_on
from raadhus.domains.proceedings.queries.reminded import house_on
from raadhus.foundation.accounts.changes import let_in
from raadhus.foundation.mail.changes import stop_list
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, OPERATOR, House, other_body, seat
from tests.domains.proceedings.reminded import (
    DAY,
    digest,
    morning,
    post,
    promise,
    quotes,
    set_reminding,
    suggest,
)

SEVENTH, FOURTEENTH, TWENTY_FIRST = date(2022, 2, 7), date(2022, 2, 14), date(2022, 2, 21)
LATER = datetime(2022, 2, 9, 9, tzinfo=UTC)  # a Wednesday


def answer(row: Commitment, by: object, at: datetime = LATER, *, is_done: bool = False) -> None:
    row.refresh_from_db()
    followup.answer_commitment(
        commitment=row, text="Vi er i gang.", is_done=is_done, revision=row.revision, by=by, at=at
    )


def told(day: date) -> set[str]:
    return {one.user.username for one in digests_on(house_on(day, looked=day - DAY))}


def test_what_is_late_and_what_is_due_soon_stand_apart_and_the_rest_is_not_told(house: House):
    owner = post("Chefen", house.head)
    promise(house, owner, "sent", due=date(2022, 2, 4))
    promise(house, owner, "i dag", due=SEVENTH)
    promise(house, house.head, "om en uge", due=FOURTEENTH)
    promise(house, owner, "om otte dage", due=date(2022, 2, 15))
    promise(house, owner, "engang", due=None)
    found = digest(house.head, SEVENTH)
    assert (quotes(found.late), quotes(found.near), quotes(found.news)) == (["sent"], ["i dag", "om en uge"], [])
    line = found.late.lines[0]
    assert (line.owner, line.body, line.made_on, line.due_on) == (
        "Chefen",
        "Chefforum",
        date(2022, 1, 6),
        date(2022, 2, 4),
    )


def test_nothing_to_tell_is_no_digest_and_neither_is_another_weekday(house: House):
    promise(house, house.head, due=date(2022, 3, 1))
    assert told(FOURTEENTH) == set()
    assert told(date(2022, 2, 28)) == {"chef"}
    assert told(date(2022, 3, 1)) == set()


def test_one_digest_gathers_every_body_that_has_one_that_day(house: House):
    council = other_body(house, "Direktørforum")
    promise(house, house.head, "af forummet")
    promise(house, house.head, "af det andet", made_in=council.pk)
    assert quotes(digest(house.head, SEVENTH).late) == ["af forummet", "af det andet"]
    set_reminding(house, digest_on="thursday")
    assert quotes(digest(house.head, SEVENTH).late) == ["af det andet"]
    assert quotes(digest(house.head, date(2022, 2, 10)).late) == ["af forummet"]


def test_a_daily_body_tells_every_day_that_is_not_quiet(house: House):
    promise(house, house.head)
    set_reminding(house, digest_on="daily")
    days = [day for day in range(7, 15) if "chef" in told(date(2022, 2, day))]
    assert days == [7, 8, 9, 10, 11, 14]


def test_news_of_a_promise_that_is_far_away_is_told_once(house: House):
    row = promise(house, house.head, due=date(2022, 9, 1), at=morning(date(2022, 2, 8)))
    assert told(SEVENTH) == set()
    assert [line.news for line in digest(house.head, FOURTEENTH).news.lines] == ["new"]
    assert told(TWENTY_FIRST) == set()
    followup.hand_over(
        commitment=row, to=followup.Owner(person=house.member), because="Ferie.", revision=row.revision,
        by=OPERATOR, at=morning(date(2022, 2, 16)),
    )  # fmt: skip
    assert told(TWENTY_FIRST) == {"medlem"}


def test_what_was_accepted_on_the_morning_of_a_digest_stands_in_the_next(house: House):
    promise(house, house.head, due=date(2022, 9, 1), at=morning(FOURTEENTH))
    assert told(FOURTEENTH) == set()
    assert told(TWENTY_FIRST) == {"chef"}


def test_more_time_is_told_to_whoever_asked_for_it(house: House):
    row = promise(house, house.head, due=date(2022, 2, 18))
    followup.ask_more_time(
        commitment=row, until="1. september 2022", because="Tal mangler.", revision=row.revision, by=house.head, at=AT
    )
    row.refresh_from_db()
    assert quotes(digest(house.secretary, FOURTEENTH).asking) == [row.quote]
    followup.grant_more_time(commitment=row, revision=row.revision, by=OPERATOR, at=morning(date(2022, 2, 15)))
    line = digest(house.head, TWENTY_FIRST).news.lines[0]
    assert (line.news, line.due_on) == ("granted", date(2022, 9, 1))
    assert digest(house.secretary, TWENTY_FIRST).asking.count == 0


def test_a_no_to_more_time_is_told_beside_the_deadline_that_stands(house: House):
    row = promise(house, house.head, due=date(2022, 2, 25))
    followup.ask_more_time(
        commitment=row, until="1. september 2022", because="Tal mangler.", revision=row.revision, by=house.head, at=AT
    )
    row.refresh_from_db()
    followup.deny_more_time(
        commitment=row, because="Det haster.", revision=row.revision, by=OPERATOR, at=morning(date(2022, 2, 15))
    )
    line = digest(house.head, TWENTY_FIRST).near.lines[0]
    assert (line.news, line.due_on) == ("denied", date(2022, 2, 25))


def test_a_promise_of_a_closed_item_has_no_words_and_no_owner(house: House):
    let_in(user=house.head, audience=house.forum.closed_audience, by=OPERATOR, at=AT)
    promise(house, house.head, "Afskedigelse", audience_id=house.forum.closed_audience_id)
    line = digest(house.head, SEVENTH).late.lines[0]
    assert (line.words, line.owner, line.body) == (None, "", "Chefforum")


def test_what_is_not_theirs_to_read_is_not_told_at_all(house: House):
    promise(house, house.head, "Afskedigelse", audience_id=house.forum.closed_audience_id)
    assert digest(house.head, SEVENTH).is_empty


def test_a_head_who_changed_is_told_no_more_and_the_new_one_is(house: House):
    owner = post("Chefen", house.head)
    promise(house, owner)
    Holding.objects.update(ends_on=date(2022, 2, 14))
    Holding.objects.create(post=owner, user=house.member, starts_on=date(2022, 2, 14))
    assert (told(SEVENTH), "chef" in told(FOURTEENTH), "medlem" in told(FOURTEENTH)) == ({"chef"}, False, True)


# ── nobody answers ──


def test_after_five_days_of_silence_the_secretary_hears_in_her_digest(house: House):
    promise(house, house.head)  # due Friday the 4th: the 7th to the 11th are five
    assert told(SEVENTH) == {"chef"}
    assert quotes(digest(house.secretary, FOURTEENTH).silent) == ["Chefen opdaterer arket"]
    assert told(FOURTEENTH) == {"chef", "sekretær"}


def test_after_five_more_it_is_the_chairs_and_both_hear(house: House):
    promise(house, house.head)  # the 14th to the 18th are five more
    assert digest(house.chair, FOURTEENTH).is_empty
    assert quotes(digest(house.chair, TWENTY_FIRST).raised) == ["Chefen opdaterer arket"]
    assert digest(house.secretary, TWENTY_FIRST).silent.count == 1


def test_the_profile_names_the_post_that_hears_and_the_chair_where_nobody_has_it(house: House):
    director = post("Direktøren", house.director)
    set_reminding(house, head_post="Direktøren", keeper_after=1, head_after=2)
    promise(house, house.head)
    assert quotes(digest(house.director, FOURTEENTH).raised) == ["Chefen opdaterer arket"]
    assert digest(house.chair, FOURTEENTH).is_empty
    Holding.objects.filter(post=director).update(ends_on=date(2022, 2, 10))
    assert digest(house.director, FOURTEENTH).is_empty
    assert digest(house.chair, FOURTEENTH).raised.count == 1


def test_a_post_that_gave_way_is_followed_to_the_one_that_took_over(house: House):
    old = post("Direktøren")
    set_reminding(house, head_post="Direktøren", keeper_after=1, head_after=1)
    promise(house, house.head)
    plan = followup.Plan(old, ["Kommunaldirektøren"], date(2022, 2, 1), "KB besluttede det.")
    followup.reorganise(plan=plan, by=OPERATOR, at=AT)
    Holding.objects.create(post_id=old.pk + 1, user=house.director, starts_on=date(2022, 2, 1))
    assert digest(house.director, FOURTEENTH).raised.count == 1


@pytest.mark.parametrize("done", [True, False])
def test_an_answer_stops_it_at_once(house: House, done: bool):
    row = promise(house, house.head)
    answer(row, house.head, is_done=done)
    assert digest(house.secretary, FOURTEENTH).is_empty
    assert digest(house.chair, date(2022, 3, 28)).is_empty
    assert digest(house.head, FOURTEENTH).late.count == (0 if done else 1)  # told, but not done


def test_an_answer_before_the_deadline_does_not_cover_what_came_after(house: House):
    row = promise(house, house.head)
    answer(row, house.head, datetime(2022, 2, 3, 9, tzinfo=UTC))
    assert digest(house.secretary, FOURTEENTH).silent.count == 1


def test_an_answer_on_the_last_day_does(house: House):
    row = promise(house, house.head)
    answer(row, house.head, datetime(2022, 2, 4, 22, 30, tzinfo=UTC))  # half past eleven at night in Denmark
    assert digest(house.secretary, FOURTEENTH).is_empty


def test_more_time_stops_it_and_so_does_asking(house: House):
    row = promise(house, house.head)
    asked = followup.ask_more_time(
        commitment=row, until="1. april 2022", because="Tal mangler.", revision=row.revision, by=house.head, at=LATER
    )
    found = digest(house.secretary, FOURTEENTH)
    assert (found.silent.count, found.asking.count) == (0, 1)
    followup.grant_more_time(commitment=row, revision=asked.revision, by=OPERATOR, at=LATER)
    assert digest(house.secretary, FOURTEENTH).is_empty
    assert digest(house.secretary, date(2022, 4, 11)).silent.count == 1  # the 4th to the 8th of April are five


def test_an_old_promise_that_is_accepted_today_is_not_raised_before_its_owner_could_answer(house: House):
    promise(house, house.head, due=date(2021, 6, 1), at=morning(date(2022, 2, 10)))  # a Thursday
    assert told(FOURTEENTH) == {"chef"}
    assert told(date(2022, 2, 21)) == {"chef", "sekretær"}  # 10, 11, 14, 15, 16 … are more than five


def test_what_is_opened_again_waits_anew(house: House):
    row = promise(house, house.head)
    answer(row, house.head, is_done=True)
    row.refresh_from_db()
    followup.take_up_again(
        commitment=row, because="Der mangler noget.", revision=row.revision, by=OPERATOR,
        at=morning(date(2022, 2, 17)),
    )  # fmt: skip
    assert "sekretær" not in told(TWENTY_FIRST)
    assert "sekretær" in told(date(2022, 2, 28))


def test_a_suggestion_is_nobodys_business_yet(house: House):
    row = suggest(house)
    Commitment.objects.filter(pk=row.pk).update(person=house.head)
    assert [told(day) for day in (SEVENTH, FOURTEENTH, date(2022, 3, 28))] == [set()] * 3


def test_what_nobody_owns_goes_to_the_secretary_and_so_does_a_post_that_nobody_has(house: House):
    promise(house, None, "ingen", due=date(2022, 6, 1))
    promise(house, post("Chefen for Børn"), "tom post", due=date(2022, 6, 1))
    promise(house, house.head, "chefens", due=date(2022, 6, 1))
    assert quotes(digest(house.secretary, SEVENTH).ownerless) == ["ingen", "tom post"]
    assert told(SEVENTH) == {"sekretær"}


def test_a_late_promise_of_an_empty_post_is_nobodys_and_not_unanswered(house: House):
    promise(house, post("Chefen for Børn"))
    found = digest(house.secretary, FOURTEENTH)
    assert (found.silent.count, found.ownerless.count) == (0, 1)
    assert digest(house.chair, date(2022, 3, 28)).is_empty


def test_a_secretary_who_owes_it_is_not_her_own_keeper(house: House):
    promise(house, house.secretary)
    found = digest(house.secretary, FOURTEENTH)
    assert (found.late.count, found.silent.count) == (1, 0)
    assert digest(house.chair, FOURTEENTH).silent.count == 1


def test_what_no_keeper_may_read_comes_to_administrators(house: House):
    seat(house, house.outsider, Role.SECRETARY, body=(direct := other_body(house)))
    closed = direct.closed_audience
    let_in(user=house.head, audience=closed, by=OPERATOR, at=AT)
    promise(house, house.head, "hemmeligt", made_in=direct.pk, audience_id=closed.pk)
    assert digest(house.outsider, FOURTEENTH).is_empty
    assert quotes(digest(house.administrator, FOURTEENTH).silent) == [None]


def test_where_a_secretary_hears_administrators_do_not(house: House):
    promise(house, house.head)
    assert "administrator" not in told(FOURTEENTH)


# ── quiet, and what may be stopped ──


def test_silence_over_easter_is_not_counted_and_the_digest_waits_for_tuesday(house: House):
    promise(house, house.head, due=date(2022, 4, 12))
    assert told(date(2022, 4, 18)) == set()
    assert told(date(2022, 4, 19)) == {"chef"}
    assert told(date(2022, 4, 25)) == {"chef", "sekretær"}  # 13, 19, 20, 21, 22


def test_over_new_year_nobody_hears_and_january_counts_on(house: House):
    promise(house, house.head, due=date(2022, 12, 21), at=AT)
    assert told(date(2022, 12, 26)) == told(date(2022, 12, 27)) == set()
    assert told(date(2023, 1, 2)) == {"chef"}  # 22 and 23 December and 2 January are three
    assert told(date(2023, 1, 9)) == {"chef", "sekretær"}


def test_a_body_has_quiet_days_of_its_own(house: House):
    promise(house, house.head, due=date(2022, 2, 1))
    set_reminding(house, quiet=["02-14/02-18"])
    assert told(FOURTEENTH) == set()
    assert "chef" in told(TWENTY_FIRST)


def test_who_stopped_the_digest_hears_only_what_cannot_be_stopped(house: House):
    promise(house, house.secretary, "egen")
    promise(house, None, "ingens")
    stop_list(user=house.secretary, mail_list="digest", by=house.secretary, at=AT)
    found = digest(house.secretary, SEVENTH)
    assert (found.late.count, quotes(found.ownerless), found.may_stop) == (0, ["ingens"], False)


def test_a_body_that_lets_nobody_stop_is_told_all_the_same(house: House):
    promise(house, house.head)
    set_reminding(house, may_stop=False)
    stop_list(user=house.head, mail_list="digest", by=house.head, at=AT)
    found = digest(house.head, SEVENTH)
    assert (found.late.count, found.kept_for, found.may_stop) == (1, ("Chefforum",), False)


def test_only_twenty_lines_of_a_kind_are_told_and_all_are_counted(house: House):
    for number in range(23):
        promise(house, house.head, f"nr. {number}")
    late = digest(house.head, SEVENTH).late
    assert (len(late.lines), late.count) == (20, 23)


def test_a_post_that_nobody_knows_cannot_be_named(house: House):
    with pytest.raises(Refused, match="ingen post „Borgmesteren“"):
        set_reminding(house, head_post="Borgmesteren")
