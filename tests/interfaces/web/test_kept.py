"""What is dear to count is counted once a minute, and nobody waits for another's count while older figures will do."""

from datetime import timedelta
from itertools import count
from threading import Event, Thread

import pytest

from raadhus.interfaces.web.views import kept as house
from raadhus.interfaces.web.views.kept import forget_all, kept


def test_what_was_counted_is_given_again_with_the_moment_it_was_counted():
    numbers = count()
    first = kept("tal", lambda: next(numbers))
    assert kept("tal", lambda: next(numbers)) == first
    assert first[1] == 0
    assert kept("andre tal", lambda: next(numbers))[1] == 1


def test_what_is_older_than_a_minute_is_counted_anew(monkeypatch):
    numbers = count()
    kept("tal", lambda: next(numbers))
    monkeypatch.setattr(house, "FRESH", timedelta(0))
    assert kept("tal", lambda: next(numbers))[1] == 1


def test_those_who_ask_while_it_is_counted_are_given_what_was_counted_before(monkeypatch):
    kept("tal", lambda: "før")
    monkeypatch.setattr(house, "FRESH", timedelta(0))
    begun, go_on = Event(), Event()

    def slowly() -> str:
        begun.set()
        assert go_on.wait(10)
        return "nu"

    counting = Thread(target=kept, args=("tal", slowly))
    counting.start()
    assert begun.wait(10)
    assert kept("tal", lambda: "forkert")[1] == "før"
    go_on.set()
    counting.join(10)
    monkeypatch.setattr(house, "FRESH", timedelta(minutes=1))
    assert kept("tal", lambda: "forkert")[1] == "nu"


def test_a_count_that_failed_is_tried_again():
    def fails() -> str:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        kept("tal", fails)
    assert kept("tal", lambda: "nu")[1] == "nu"


def test_nothing_is_kept_once_it_is_to_be_forgotten():
    kept("tal", lambda: "før")
    forget_all()
    assert kept("tal", lambda: "nu")[1] == "nu"
