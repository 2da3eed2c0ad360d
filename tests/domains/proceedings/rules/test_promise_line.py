"""A promise in one line, typed at Chefforum on Thursday 20 January 2022."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.domains.proceedings.rules.promise_line import PromiseLine, read_promise_line

DAY = date(2022, 1, 20)


def read(line: str) -> PromiseLine:
    return read_promise_line(line, on=DAY, body="Chefforum")


@pytest.mark.parametrize(
    ("line", "who", "what", "last"),
    [
        ("Økonomichefen opdaterer arket inden fredag", ("Økonomichefen",), "opdaterer arket", date(2022, 1, 21)),
        ("cheferne opdaterer arket inden ugens udgang", ("cheferne",), "opdaterer arket", date(2022, 1, 23)),
        ("Aftalt at Hanne Berg og Ole Wind laver et udkast inden 1/3", ("Hanne Berg", "Ole Wind"), "laver et udkast",
         date(2022, 3, 1)),
        ("Hver afdeling udpeger et medlem inden 1. februar 2022", ("Hver afdeling",), "udpeger et medlem",
         date(2022, 2, 1)),
    ],
)  # fmt: skip
def test_who_what_and_by_when(line: str, who: tuple[str, ...], what: str, last: date) -> None:
    promise = read(line)
    assert (promise.who, promise.what, promise.questions) == (who, what, ())
    assert promise.due == (DAY, last)
    assert promise.kind == "task"


def test_a_matter_that_comes_back_names_its_body() -> None:
    promise = read("Chefforum drøfter arkets fremtid den 3. februar")
    assert (promise.kind, promise.body, promise.due) == ("return", "Chefforum", (date(2022, 2, 3), date(2022, 2, 3)))
    assert promise.questions == ()


def test_a_matter_for_another_body_names_that() -> None:
    promise = read("Chefen for Økonomi & Stab forelægger arket for ØU i februar")
    assert (promise.kind, promise.body) == ("return", "ØU")
    assert promise.due == (date(2022, 2, 1), date(2022, 2, 28))


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Opdatere arket inden fredag", "Hvem gør det? Begynd linjen med navn eller stilling."),
        ("Vi opdaterer arket inden fredag", "Hvem er „vi“? Skriv navn eller stilling."),
        ("Økonomichefen opdaterer arket", "Hvornår skal det være gjort?"),
        ("Økonomichefen opdaterer arket snarest", "„snarest“ er ingen frist."),
        ("Økonomichefen opdaterer arket mandag den 25. januar 2022", "er en tirsdag, men der står mandag"),
        ("Økonomichefen inden fredag", "Hvad er lovet?"),
        ("Økonomichefen opdaterer arket inden fredag og senest 1. marts", "Der står flere tider."),
    ],
)
def test_what_is_unclear_is_one_question(line: str, question: str) -> None:
    promise = read(line)
    assert len(promise.questions) == 1
    assert question in promise.questions[0]


def test_what_is_asked_about_is_left_empty() -> None:
    promise = read("Vi tager det op snarest")
    assert (promise.who, promise.due) == ((), None)
    assert len(promise.questions) == 2


@given(st.text(max_size=200))
def test_any_line_is_read_or_asked_about(line: str) -> None:
    promise = read(line)
    assert promise.questions or (promise.what and promise.due)
    assert promise.due is None or promise.due[0] <= promise.due[1]
