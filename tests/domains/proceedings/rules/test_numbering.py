"""Numbers of items, and moving them: always a permutation, and two who move at once lose nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.domains.proceedings.rules.numbering import Placed, move, move_as_seen, numbers
from raadhus.pure.kernel.errors import Refused

ORDERS = st.permutations(list("abcdef"))
PLACES = st.integers(-2, 8)


def test_per_meeting_counts_from_one() -> None:
    assert numbers("per_meeting", [Placed(7), Placed(3)]) == {7: "1", 3: "2"}


def test_per_year_goes_on_from_the_last_meeting() -> None:
    assert numbers("per_year", [Placed(7), Placed(3)], last_in_year=128) == {7: "129", 3: "130"}


def test_hierarchical_numbers_follow_the_parents() -> None:
    items = [Placed(1), Placed(2, parent=1), Placed(3, parent=1), Placed(4), Placed(5, parent=4), Placed(6, parent=5)]
    assert list(numbers("hierarchical", items).values()) == ["1", "1.1", "1.2", "2", "2.1", "2.1.1"]


def test_a_child_before_its_parent_is_refused() -> None:
    with pytest.raises(Refused, match="Flyt underpunktet ned"):
        numbers("hierarchical", [Placed(2, parent=1), Placed(1)])


def test_only_hierarchical_numbers_look_at_parents() -> None:
    assert numbers("per_meeting", [Placed(2, parent=1), Placed(1)]) == {2: "1", 1: "2"}


@pytest.mark.parametrize(("to", "order"), [(0, "cabd"), (3, "abdc"), (99, "abdc"), (-1, "cabd"), (2, "abcd")])
def test_an_item_is_moved_to_its_place(to: int, order: str) -> None:
    assert "".join(move("abcd", "c", to)) == order


def test_an_item_that_is_gone_cannot_be_moved() -> None:
    with pytest.raises(Refused, match="står ikke på dagsordenen mere"):
        move("abc", "x", 0)


def test_two_moves_at_once_are_both_kept() -> None:
    first = move("abcdef", "a", 5)  # one secretary puts a last
    assert "".join(move_as_seen("abcdef", first, "f", 0)) == "fbcdea"  # the other puts f first
    assert "".join(move_as_seen("abcdef", first, "e", 2)) == "becdfa"  # … or e before c


def test_a_move_beside_one_that_was_taken_off_goes_to_the_next() -> None:
    assert "".join(move_as_seen("abcd", "acd", "d", 1)) == "adc"  # before b, which is gone: before c


def test_a_move_of_an_item_that_was_taken_off_is_refused() -> None:
    with pytest.raises(Refused, match="taget af dagsordenen, mens du flyttede det"):
        move_as_seen("abc", "ab", "c", 0)


@given(ORDERS, st.sampled_from("abcdef"), PLACES)
def test_a_move_is_a_permutation_and_leaves_the_others_in_order(order: list[str], item: str, to: int) -> None:
    moved = move(order, item, to)
    assert sorted(moved) == sorted(order)
    assert [one for one in moved if one != item] == [one for one in order if one != item]
    assert set(numbers("per_meeting", [Placed(ord(one)) for one in moved]).values()) == set("123456")


@given(ORDERS, ORDERS, st.sets(st.sampled_from("abcde")), st.integers(0, 5))
def test_a_late_move_is_a_permutation_of_what_is_there_now(
    seen: list[str], now: list[str], gone: set[str], to: int
) -> None:
    left = [one for one in now if one not in gone]
    moved = move_as_seen(seen, left, "f", to)
    assert sorted(moved) == sorted(left)
    assert [one for one in moved if one != "f"] == [one for one in left if one != "f"]


@given(ORDERS, st.sampled_from("abcdef"), PLACES)
def test_a_move_seen_rightly_is_the_plain_move(order: list[str], item: str, to: int) -> None:
    assert move_as_seen(order, order, item, to) == move(order, item, to)
