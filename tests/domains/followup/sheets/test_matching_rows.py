"""A newer file meets the rows that are there: nothing is doubled, and nobody's words are overwritten unseen."""

from raadhus.domains.followup.rules.sheets.matching import Clash, Standing, match
from raadhus.domains.followup.rules.sheets.reading import RowRead


def row(line: int, section: str = "", **texts: str) -> RowRead:
    return RowRead(line, section, texts, texts)


def standing(pk: int, now: dict[str, str], last_read: dict[str, str] | None = None, section: str = "") -> Standing:
    return Standing(pk, section, now, now if last_read is None else last_read)


def test_a_row_is_known_by_its_number_whatever_its_words() -> None:
    matches, gone = match(
        [standing(7, {"number": "1.", "point": "Gammel tekst"})], [row(5, number="1", point="Ny tekst")]
    )
    assert [(one.pk, one.changed) for one in matches] == [(7, ("number", "point"))]
    assert gone == []


def test_a_number_that_is_there_twice_says_nothing_and_the_point_does() -> None:
    old = [standing(1, {"number": "1", "point": "Skole"}), standing(2, {"number": "1", "point": "Ældre"})]
    matches, gone = match(old, [row(5, number="1", point="ældre"), row(6, number="1", point="Skole")])
    assert ([one.pk for one in matches], gone) == ([2, 1], [])


def test_the_same_words_under_two_headings_are_two_rows() -> None:
    old = [standing(1, {"point": "Analyse"}, section="Skole"), standing(2, {"point": "Analyse"}, section="Ældre")]
    matches, _ = match(old, [row(5, "Ældre", point="Analyse"), row(6, "Skole", point="Analyse")])
    assert [one.pk for one in matches] == [2, 1]


def test_what_the_file_has_not_is_told_and_what_it_has_new_is_new() -> None:
    matches, gone = match([standing(1, {"point": "Gammelt"})], [row(5, point="Nyt", status="I gang")])
    assert [(one.pk, one.changed) for one in matches] == [(None, ("point", "status"))]
    assert gone == [1]


def test_what_only_the_file_changed_is_taken_and_what_only_the_house_changed_stays() -> None:
    base = {"number": "1", "handling": "Plan", "status": "I gang"}
    old = standing(1, base | {"status": "Opfyldt"}, base)
    [one], _ = match([old], [row(5, number="1", handling="Ny plan", status="I gang")])
    assert (one.changed, one.clashes) == (("handling",), ())


def test_what_both_changed_is_a_clash_and_what_both_changed_alike_is_none() -> None:
    base = {"number": "1", "handling": "Plan", "status": "I gang"}
    old = standing(1, {"number": "1", "handling": "Vores plan", "status": "Opfyldt"}, base)
    [one], _ = match([old], [row(5, number="1", handling="Arkets plan", status="Opfyldt")])
    assert one.changed == ()
    assert one.clashes == (Clash(1, 5, "handling", "Arkets plan", "Vores plan"),)


def test_a_cell_that_was_emptied_in_the_file_is_emptied() -> None:
    base = {"number": "1", "handling": "Plan"}
    [one], _ = match([standing(1, base)], [row(5, number="1")])
    assert one.changed == ("handling",)


def test_line_breaks_and_spaces_are_no_change() -> None:
    [one], _ = match([standing(1, {"number": "1", "handling": "En\nplan"})], [row(5, number="1", handling="En  plan ")])
    assert (one.changed, one.clashes) == ((), ())
