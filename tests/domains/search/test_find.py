"""Finding what one may see."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from raadhus.domains.meetings.models import Body, Item
from raadhus.domains.search.changes import catch_up, rebuild
from raadhus.domains.search.queries import Filters, find
from raadhus.foundation.accounts.models import AudienceKind, AudienceMember, User

from .conftest import AddItem, make_body, make_meeting

ANYBODY = AnonymousUser()
DAY = date(2022, 1, 20)


def titles(typed: str, reader: object = ANYBODY, filters: Filters = Filters()) -> list[str]:
    return [hit.item.title for hit in find(reader, typed, filters).hits]


def test_a_word_is_found_in_any_form(forum: Body, add_item: AddItem) -> None:
    add_item(make_meeting(forum, DAY), "Start", text="Arbejdet med integrationsindsatsen begynder.")
    assert titles("integrationsindsats") == ["Start"]


def test_a_part_of_a_compound_finds_it(subjects: None, forum: Body, add_item: AddItem) -> None:
    add_item(make_meeting(forum, DAY), "Præsentation af boligbyggeprogrammet")
    add_item(make_meeting(forum, date(2022, 2, 3)), "Boligbyggeprogram 2022")
    assert len(titles("byggeprogram")) == 2
    assert len(titles("program bolig")) == 2
    assert titles("byggeri") == []


def test_every_word_must_be_met(forum: Body, add_item: AddItem) -> None:
    meeting = make_meeting(forum, DAY)
    add_item(meeting, "Budget", text="Skolen")
    add_item(meeting, "Budget", text="Ældre")
    assert len(titles("budget")) == 2
    assert len(titles("budget skole")) == 1
    assert titles("budget -skole -ældre") == []


def test_a_phrase_is_met_by_neighbours_only(forum: Body, add_item: AddItem) -> None:
    meeting = make_meeting(forum, DAY)
    add_item(meeting, "Ét", text="god forvaltningsskik")
    add_item(meeting, "To", text="forvaltningsskik er god")
    assert titles('"god forvaltningsskik"') == ["Ét"]


def test_a_title_outranks_a_text(forum: Body, add_item: AddItem) -> None:
    meeting = make_meeting(forum, DAY)
    add_item(meeting, "Andet", text="Et nøgletal " + "og mere tekst " * 20)
    add_item(meeting, "Nøgletal")
    assert titles("nøgletal") == ["Nøgletal", "Andet"]


def test_a_case_number_finds_its_items(forum: Body, add_item: AddItem) -> None:
    meeting = make_meeting(forum, DAY)
    add_item(meeting, "Ark", case="00.30.14-S00-10-21")
    add_item(meeting, "Andet", case="00.30.00-P00-5-21")
    assert titles("00.30.14-S00-10-21") == ["Ark"]
    assert titles("ark", filters=Filters(case="00.30")) == ["Ark"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(outcome="deferred"), ["Udsat ark"]),
        (Filters(first=date(2022, 2, 1)), ["Senere ark"]),
        (Filters(last=date(2022, 1, 31)), ["Udsat ark"]),
        (Filters(where="decision"), []),
        (Filters(where="title"), ["Senere ark", "Udsat ark"]),
        (Filters(where="nonsense"), ["Senere ark", "Udsat ark"]),
        (Filters(body=-1), []),
    ],
)
def test_filters_narrow_down(filters: Filters, found: list[str], forum: Body, add_item: AddItem) -> None:
    add_item(make_meeting(forum, DAY), "Udsat ark", decision="Udsat.", outcome="deferred")
    add_item(make_meeting(forum, date(2022, 2, 3)), "Senere ark")
    assert sorted(titles("ark", filters=filters)) == found


def test_a_closed_item_is_found_by_those_who_may_read_it_only(forum: Body, add_item: AddItem) -> None:
    meeting = make_meeting(forum, DAY)
    add_item(meeting, "Salg af Kanariegrunden", closed=True)
    member, outsider = User.objects.create(username="medlem"), User.objects.create(username="andre")
    AudienceMember.objects.create(audience=forum.closed_audience, user=member)
    assert titles("kanariegrunden", member) == ["Salg af Kanariegrunden"]
    assert find(outsider, "kanariegrunden").total == 0
    assert find(ANYBODY, "kanariegrunden").total == 0


def test_an_item_closed_since_it_was_indexed_is_hidden_at_once(forum: Body, add_item: AddItem) -> None:
    item = add_item(make_meeting(forum, DAY), "Kanariegrunden")
    Item.objects.filter(pk=item.pk).update(audience=forum.closed_audience, is_closed=True)
    assert find(ANYBODY, "kanariegrunden").total == 0


def test_a_forum_for_those_who_sign_in_is_hidden_from_others(db: None, add_item: AddItem) -> None:
    forum = make_body("Direktørforum", AudienceKind.SIGNED_IN)
    add_item(make_meeting(forum, DAY), "Prognose")
    assert titles("prognose") == []
    assert titles("prognose", User.objects.create(username="ansat")) == ["Prognose"]


def test_closed_items_teach_the_vocabulary_nothing(forum: Body, add_item: AddItem) -> None:
    meeting = make_meeting(forum, DAY)
    add_item(meeting, "Kanarie og grund", closed=True)
    add_item(meeting, "Kanariegrund")
    assert titles("kanarie") == []


def test_catching_up_twice_changes_nothing(forum: Body, add_item: AddItem) -> None:
    add_item(make_meeting(forum, DAY), "Prognose")
    assert catch_up() == 0
    assert titles("prognose") == ["Prognose"]


def test_a_rebuild_finds_the_same_and_splits_by_newer_words(forum: Body, add_item: AddItem) -> None:
    meeting = make_meeting(forum, DAY)
    add_item(meeting, "Kanariegrund")
    add_item(make_meeting(forum, date(2022, 2, 3)), "En kanarie på en grund")
    assert titles("kanarie") == ["En kanarie på en grund"]
    assert rebuild() == 2
    assert sorted(titles("kanarie")) == ["En kanarie på en grund", "Kanariegrund"]


def test_hits_show_the_words_where_most_of_them_stand(forum: Body, add_item: AddItem) -> None:
    add_item(make_meeting(forum, DAY), "Ark", text="Intet her", decision="Arket opdateres inden ugens udgang.")
    (hit,) = find(ANYBODY, "ark ugens udgang").hits
    assert hit.field == "decision"
    assert [one.text for one in hit.passage if one.is_hit] == ["Arket", "ugens", "udgang"]
    assert [one.text for one in hit.title if one.is_hit] == ["Ark"]


@pytest.mark.parametrize(
    "typed", ['" OR 1', "NEAR(a b)", "title:x", "a*", "'", "{", "a AND", "^x", "\\", "%s", ":A | b"]
)
def test_the_databases_own_syntax_is_only_words(typed: str, forum: Body, add_item: AddItem) -> None:
    add_item(make_meeting(forum, DAY), "Ark")
    assert find(ANYBODY, typed).total == 0


def test_pages_past_the_end_are_the_last_one(forum: Body, add_item: AddItem) -> None:
    add_item(make_meeting(forum, DAY), "Ark")
    found = find(ANYBODY, "ark", page=99)
    assert (found.total, found.page, found.pages, len(found.hits)) == (1, 1, 1, 1)
