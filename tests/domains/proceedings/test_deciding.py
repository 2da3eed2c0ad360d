"""Deciding a point: words from the phrase book, two writers, deferrals, and what the free text adds."""

from datetime import date

import pytest

from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Point, Proposal, Sitting, Text
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.room import NINE, decide, opened, say, write


def decided(house, **ruling) -> Point:
    _, (item,) = opened(house)
    decide(house, item, **ruling)
    return Point.objects.get(proposal=item)


def test_one_key_writes_the_outcome_and_its_words(house):
    point = decided(house, letter="e")
    assert (point.outcome, point.words, point.revision) == ("noted", "Taget til efterretning.", 2)


def test_the_words_can_be_typed_and_can_be_left_to_the_items_text(house):
    assert decided(house, outcome="noted", words="Chefforum kvitterede.").words == "Chefforum kvitterede."


def test_an_amended_text_stands_beside_the_proposed_one(house):
    _, (item,) = opened(house)
    decide(house, item, outcome="approved", amended="at planen godkendes for ét år.")
    point = Point.objects.get(proposal=item)
    assert (point.text, point.amended) == ("at planen godkendes.", "at planen godkendes for ét år.")
    assert point.words == "Godkendt med følgende ændring: at planen godkendes for ét år."


def test_an_amended_text_that_the_words_lack_is_written_under_them(house):
    _, (item,) = opened(house)
    decide(house, item, outcome="approved", words="Godkendt med ændringer.", amended="at det sker i maj.")
    text = queries.minutes_of(Sitting.objects.get()).items[0].decision.text
    assert text == "Godkendt med ændringer.\nÆndret tekst: at det sker i maj."


@pytest.mark.parametrize(
    ("ruling", "sentence"),
    [
        ({"letter": "Q"}, "Tasten „Q“ har intet udfald"),
        ({"outcome": "vedtaget"}, "Vælg et udfald fra listen"),
        ({"outcome": ""}, "Vælg et udfald fra listen"),
        ({"letter": "U"}, "Skriv, hvornår punktet skal på igen"),
        ({"letter": "T"}, "Skriv, hvem sagen går til"),
        ({"letter": "Æ"}, "Skriv den ændrede tekst"),
        ({"outcome": "mixed"}, "har ingen fast ordlyd for „Delt beslutning“"),
        ({"letter": "U", "when": "en anden gang"}, "siger ikke hvornår"),
        ({"letter": "U", "when": "den 3. januar 2022"}, "ligger før eller på mødets egen dag"),
        ({"outcome": "deferred", "words": "Udsat."}, "Hvornår skal punktet på igen"),
    ],
)
def test_what_cannot_be_decided_so_says_what_to_do(house, ruling, sentence):
    with pytest.raises(Refused, match=sentence):
        decided(house, **ruling)
    assert Point.objects.get().outcome == ""


def test_a_deferral_has_a_window_or_is_for_the_next_meeting(house):
    point = decided(house, letter="U", when="efter sommerferien")
    assert (point.due_first, point.due_last) == (date(2022, 8, 1), date(2022, 9, 30))
    assert (point.words, point.due_words) == ("Udsat til efter sommerferien.", "efter sommerferien")


def test_a_deferral_to_the_next_meeting_has_no_last_day(house):
    point = decided(house, letter="U", when="næste møde")
    assert (point.due_first, point.due_last) == (date(2022, 1, 21), None)


def test_a_decision_on_an_item_edited_meanwhile_is_refused(house):
    _, (item,) = opened(house)
    text = write(item, "Anledning", "occasion", "Før")
    seen = queries.item_revision(Proposal.objects.get(pk=item.pk))
    Text.objects.filter(pk=text.pk).update(plain="Efter", revision=2)
    with pytest.raises(Refused, match="Punktet er rettet, siden du åbnede det"):
        changes.decide_point(
            point=Point.objects.get(proposal=item),
            ruling=changes.Ruling(letter="G"),
            revision=1,
            seen=seen,
            by=house.secretary,
            at=NINE,
        )
    assert Point.objects.get(proposal=item).outcome == ""


def test_two_secretaries_on_one_point_never_overwrite_each_other(house):
    _, (item,) = opened(house)
    point, seen = Point.objects.get(proposal=item), queries.item_revision(item)
    first = {"point": point, "revision": 1, "seen": seen, "at": NINE}
    changes.decide_point(ruling=changes.Ruling(letter="G"), by=house.secretary, **first)
    with pytest.raises(Refused, match=r"En anden har skrevet på indstillingens punkt 1: „Godkendt.“"):
        changes.decide_point(ruling=changes.Ruling(letter="E"), by=house.administrator, **first)
    assert Point.objects.get(proposal=item).words == "Godkendt."


def test_a_decision_is_taken_back_and_the_log_keeps_it(house):
    _, (item,) = opened(house)
    decide(house, item, letter="U", when="næste møde")
    point = Point.objects.get(proposal=item)
    with pytest.raises(Refused, match="En anden har skrevet"):
        changes.undecide_point(point=point, revision=1, by=house.secretary, at=NINE)
    changes.undecide_point(point=point, revision=2, by=house.secretary, at=NINE)
    point = Point.objects.get(proposal=item)
    assert (point.outcome, point.words, point.due_first, point.revision) == ("", "", None, 3)


def test_a_closed_item_is_opened_before_its_decision_changes(house):
    _, (item,) = opened(house)
    decide(house, item, letter="G")
    changes.close_item(proposal=item, by=house.secretary, at=NINE)
    with pytest.raises(Refused, match=r"Punktet er allerede besluttet. Åbn det igen"):
        decide(house, item, letter="E")


def test_an_item_without_a_text_for_its_decision_gets_one_when_the_meeting_opens(house):
    _, (item,) = opened(house)
    text = Text.objects.get(proposal=item, kind="decision")
    assert (text.heading, text.plain, text.revision) == ("Beslutning", "", 1)
    assert say(item, "Drøftet grundigt.", by=house.secretary).plain == "Drøftet grundigt."


def test_points_that_are_decided_alike_are_said_once_and_others_with_their_numbers(house):
    sitting, (item,) = opened(house, points=("at a.", "at b."))
    decide(house, item, 1, letter="G")
    decide(house, item, 2, letter="G")
    say(item, "Tidsplanen følges.", by=house.secretary)
    assert queries.minutes_of(sitting).items[0].decision.text == "Godkendt.\n\nTidsplanen følges."
    decide(house, item, 2, letter="E")
    decision = queries.minutes_of(sitting).items[0].decision
    assert decision.text == "Tidsplanen følges.\n\nAd 1: Godkendt.\n\nAd 2: Taget til efterretning."
    assert decision.outcome == "mixed"
