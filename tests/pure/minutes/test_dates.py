"""Windows seen from Thursday 20 January 2022, worked out by hand from a calendar of 2022."""

from datetime import date

import pytest

from raadhus.pure.minutes.dates import find_date_words

ON = date(2022, 1, 20)


def only(text, **looking):
    (words,) = find_date_words(text, on=ON, **looking)
    return words


WINDOWS = [
    ("den 3 februar", "2022-02-03", "2022-02-03"),
    ("3. februar 2022", "2022-02-03", "2022-02-03"),
    ("d. 03-02-2022", "2022-02-03", "2022-02-03"),
    ("d. 3.2.22", "2022-02-03", "2022-02-03"),
    ("2022-02-03", "2022-02-03", "2022-02-03"),
    ("den 3/2", "2022-02-03", "2022-02-03"),
    ("inden 3/2", "2022-01-20", "2022-02-03"),
    ("torsdag den 3. februar", "2022-02-03", "2022-02-03"),
    ("den 3.-4. marts", "2022-03-03", "2022-03-04"),
    ("den 10. januar", "2023-01-10", "2023-01-10"),
    ("inden 1. februar 2022", "2022-01-20", "2022-02-01"),
    ("senest den 1. marts", "2022-01-20", "2022-03-01"),
    ("med frist den 4. marts", "2022-01-20", "2022-03-04"),
    ("inden ugens udgang", "2022-01-20", "2022-01-23"),
    ("inden månedens udgang", "2022-01-20", "2022-01-31"),
    ("inden årets udgang", "2022-01-20", "2022-12-31"),
    ("inden udgangen af marts", "2022-01-20", "2022-03-31"),
    ("inden marts", "2022-01-20", "2022-02-28"),
    ("i næste uge", "2022-01-24", "2022-01-30"),
    ("i uge 7", "2022-02-14", "2022-02-20"),
    ("uge 7-8 2023", "2023-02-13", "2023-02-26"),
    ("senest i uge 12", "2022-01-20", "2022-03-27"),
    ("i marts", "2022-03-01", "2022-03-31"),
    ("februar 2022", "2022-02-01", "2022-02-28"),
    ("primo marts", "2022-03-01", "2022-03-10"),
    ("ultimo marts", "2022-03-21", "2022-03-31"),
    ("1. kvartal", "2022-01-01", "2022-03-31"),
    ("Q2", "2022-04-01", "2022-06-30"),
    ("andet halvår 2022", "2022-07-01", "2022-12-31"),
    ("foråret 2023", "2023-03-01", "2023-05-31"),
    ("i løbet af efteråret", "2022-09-01", "2022-11-30"),
    ("inden sommerferien", "2022-01-20", "2022-06-30"),
    ("efter sommerferien", "2022-08-01", "2022-09-30"),
    ("efter påske", "2022-04-19", "2022-05-17"),
    ("inden påske", "2022-01-20", "2022-04-13"),
    ("inden efterårsferien", "2022-01-20", "2022-10-16"),
    ("efter efterårsferien", "2022-10-24", "2022-11-30"),
    ("om 14 dage", "2022-02-03", "2022-02-03"),
    ("om to uger", "2022-01-31", "2022-02-06"),
    ("om en måned", "2022-02-01", "2022-02-28"),
    ("inden for 14 dage", "2022-01-20", "2022-02-03"),
    ("senest fredag", "2022-01-20", "2022-01-21"),
    ("på torsdag", "2022-01-27", "2022-01-27"),
    ("i løbet af 2023", "2023-01-01", "2023-12-31"),
]


@pytest.mark.parametrize(("written", "first", "last"), WINDOWS)
def test_date_words_become_the_window_they_mean(written, first, last):
    words = only(f"Forvaltningen svarer {written}, og sagen er slut.")
    assert (words.quote, str(words.first), str(words.last)) == (written, first, last)


def test_words_point_at_their_place_in_the_text():
    text = "Cheferne skal inden ugens udgang opdatere arket."
    words = only(text)
    assert text[words.start : words.end] == words.quote == "inden ugens udgang"


def test_after_new_year_is_said_before_it():
    words = find_date_words("efter nytår", on=date(2022, 11, 3))[0]
    assert (words.first, words.last) == (date(2023, 1, 1), date(2023, 1, 31))


def test_a_year_is_sought_backwards_for_what_has_been():
    assert only("den 28. oktober", looking="past").first == date(2021, 10, 28)
    assert only("den 28. oktober").first == date(2022, 10, 28)
    assert only("den 17. januar", looking="nearest").first == date(2022, 1, 17)


def test_a_wrong_weekday_is_kept_as_written_and_doubted():
    words = only("onsdag den 3. februar 2022")
    assert words.first == date(2022, 2, 3)
    assert words.doubt == "Den 03-02-2022 er en torsdag, men der står onsdag."
    assert only("torsdag den 3. februar 2022").doubt is None


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("snarest muligt", "soon"),
        ("næste møde", "next_meeting"),
        ("hvert år", "recurring"),
        ("kommende møder", "next_meeting"),
    ],
)
def test_some_words_say_when_without_a_day(written, kind):
    words = only(f"Sagen behandles {written}.")
    assert (words.quote, words.kind, words.first, words.vague) == (written, kind, None, True)


@pytest.mark.parametrize(
    "text",
    [
        "3/4 af budgettet",
        "åbent 24/7",
        "den 30. februar",
        "perioden 2018-2021",
        "§ 17, stk. 4",
        "uge 60",
        "Karen Marts taler",
        "12 ud af 14",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text):
    assert find_date_words(text, on=ON) == ()


def test_a_stated_year_is_never_changed():
    assert only("den 3. februar 2019").first == date(2019, 2, 3)
