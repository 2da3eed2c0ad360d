"""Deadlines as people type them."""

from datetime import date

import pytest

from raadhus.domains.followup.rules.windows import Window, read_window, refuse_before
from raadhus.pure.kernel.errors import Refused

MADE = date(2022, 1, 20)  # a Thursday


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("1. marts", date(2022, 3, 1), date(2022, 3, 1)),
        ("1.3.2022", date(2022, 3, 1), date(2022, 3, 1)),
        ("2022-03-01", date(2022, 3, 1), date(2022, 3, 1)),
        ("inden 1. marts", MADE, date(2022, 3, 1)),
        ("uge 7", date(2022, 2, 14), date(2022, 2, 20)),
        ("marts", date(2022, 3, 1), date(2022, 3, 31)),
        ("efter sommerferien", date(2022, 8, 1), date(2022, 9, 30)),
        ("Q2", date(2022, 4, 1), date(2022, 6, 30)),
    ],
)
def test_a_deadline_is_read_as_its_first_and_last_day(words, first, last):
    assert read_window(words, on=MADE, made_on=MADE) == Window(first, last)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("snarest", "siger ikke hvornår"),
        ("", "siger ikke hvornår"),
        ("næste møde", "siger ikke hvornår"),
        ("1. marts eller 1. april", "siger to tider"),
        ("1. januar 2022", "ligger, før løftet blev givet 20-01-2022"),
    ],
)
def test_what_says_no_day_or_two_or_one_too_early_is_asked_about(words, why):
    with pytest.raises(Refused, match=why):
        read_window(words, on=MADE, made_on=MADE)


def test_a_promise_may_be_due_the_day_it_is_made():
    refuse_before(MADE, MADE)
    refuse_before(None, MADE)
    refuse_before(MADE, None)
