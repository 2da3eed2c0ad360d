"""Readable differences: words in and out, enclosures in new versions, items moved and withdrawn."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from raadhus.domains.proceedings.rules.difference import (
    EnclosureAsRead,
    ItemAsRead,
    Kind,
    Piece,
    TextAsRead,
    agenda_changes,
    beside,
    difference,
)

TEXTS = st.text("ab ,.\n¶", max_size=60)


def marked(before: str, after: str) -> str:
    signs = {Kind.SAME: "{}", Kind.ADDED: "[+{}]", Kind.REMOVED: "[-{}]"}
    return "".join(signs[piece.kind].format(piece.text) for piece in difference(before, after))


def test_a_word_put_in_is_the_only_word_marked():
    assert marked("at planen godkendes.", "at den nye plan godkendes.") == "at [-planen][+den nye plan] godkendes."


def test_words_that_follow_each_other_are_one_phrase():
    assert marked("inden den 1. marts i år", "inden ugens udgang i år") == "inden [-den 1. marts][+ugens udgang] i år"


def test_a_paragraph_put_in_leaves_the_others_alone():
    assert marked("Et.\n\nTre.", "Et.\n\nTo.\n\nTre.") == "Et.\n\n[+To.\n\n]Tre."


def test_the_same_text_has_no_change():
    assert difference("hej", "hej") == (Piece(Kind.SAME, "hej"),)
    assert difference("", "") == ()


def test_beside_each_other_each_text_marks_its_own():
    left, right = beside(difference("a b c", "a x c"))
    assert left == (Piece(Kind.SAME, "a "), Piece(Kind.REMOVED, "b"), Piece(Kind.SAME, " c"))
    assert right == (Piece(Kind.SAME, "a "), Piece(Kind.ADDED, "x"), Piece(Kind.SAME, " c"))


@given(TEXTS, TEXTS)
def test_the_pieces_give_both_texts_letter_for_letter(before, after):
    pieces = difference(before, after)
    left, right = beside(pieces)
    assert "".join(piece.text for piece in left) == before
    assert "".join(piece.text for piece in right) == after
    assert all(one.kind is not two.kind for one, two in pairwise(pieces))


def test_two_long_texts_without_a_word_in_common_are_told_as_one_change():
    before, after = "gammelt " * 3000, "nyt " * 3000
    assert difference(before, after) == (Piece(Kind.REMOVED, before), Piece(Kind.ADDED, after))


DRAFT = EnclosureAsRead(10, "Tidsplan.pdf", "UDKAST", "a" * 64, "agenda")
FIRST = ItemAsRead(1, "1", "Dagsorden", False, (TextAsRead(5, "Anledning", "Vi skal i gang."),), (DRAFT,))
SECOND = ItemAsRead(2, "2", "Plan", False)
THIRD = ItemAsRead(3, "3", "Eventuelt", False)
AGENDA = (FIRST, SECOND, THIRD)


def test_an_agenda_that_stands_has_no_changes():
    assert agenda_changes(AGENDA, AGENDA) == ()


def test_an_item_put_in_first_moves_nobody():
    new = ItemAsRead(9, "1", "Haster", False)
    after = (new, *(replace(item, number=str(int(item.number) + 1)) for item in AGENDA))
    (change,) = agenda_changes(AGENDA, after)
    assert (change.key, change.is_new, change.number_before, change.number) == (9, True, "", "1")


def test_one_item_that_changes_place_is_the_one_that_moved():
    after = (replace(THIRD, number="1"), replace(FIRST, number="2"), replace(SECOND, number="3"))
    (change,) = agenda_changes(AGENDA, after)
    assert (change.key, change.was_moved, change.number_before, change.number) == (3, True, "3", "1")


def test_an_item_withdrawn_and_one_that_is_gone_and_one_renamed():
    after = (replace(FIRST, is_withdrawn=True), replace(SECOND, title="Ny plan"))
    withdrawn, renamed, gone = agenda_changes(AGENDA, after)
    assert withdrawn.was_withdrawn
    assert (renamed.title_before, renamed.title) == ("Plan", "Ny plan")
    assert (gone.key, gone.is_gone, gone.number) == (3, True, "")
    (back,) = agenda_changes(after[:1], (FIRST,))
    assert back.came_back


def test_a_text_that_was_written_in_shows_its_words():
    after = replace(FIRST, texts=(TextAsRead(5, "Anledning", "Vi skal straks i gang."), TextAsRead(6, "Ny", "Alt.")))
    (change,) = agenda_changes((FIRST,), (after,))
    first, second = change.texts
    assert Piece(Kind.ADDED, " straks") in first.pieces
    assert (second.heading, second.pieces) == ("Ny", (Piece(Kind.ADDED, "Alt."),))


def test_a_corrected_enclosure_replaces_the_draft_however_many_versions_lie_between():
    corrected = EnclosureAsRead(12, "Tidsplan.pdf", "rettet", "c" * 64, "late", replaces=(11, 10))
    late = EnclosureAsRead(13, "Notat.pdf", "", "d" * 64, "late")
    (change,) = agenda_changes((FIRST,), (replace(FIRST, enclosures=(corrected, late)),))
    assert [(one.before, one.after) for one in change.enclosures] == [(DRAFT, corrected), (None, late)]
    (back,) = agenda_changes((FIRST,), (replace(FIRST, enclosures=()),))
    assert [(one.before, one.after) for one in back.enclosures] == [(DRAFT, None)]
