from datetime import date

import pytest

from raadhus.pure.minutes.facts import MeetingFacts
from raadhus.pure.minutes.references import find_references

CHEFFORUM = MeetingFacts("Chefforum", date(2022, 1, 20))


def facts_of(text, meeting=CHEFFORUM):
    return [(one.direction, one.body, one.first, one.quote) for one in find_references(text, meeting=meeting)]


@pytest.mark.parametrize(
    ("text", "direction", "body", "first", "quote"),
    [
        ("Den 10. maj 2011 besluttede Kommunalbestyrelsen, at redegørelsen laves.", "past", "Kommunalbestyrelsen",
         "2011-05-10",         "Den 10. maj 2011 besluttede Kommunalbestyrelsen"),
        ("På Chefforum den 28. oktober 2021 blev arket drøftet.", "past", "Chefforum", "2021-10-28",
         "På Chefforum den 28. oktober 2021"),
        ("Arket forelægges ØU i februar 2022.", "future", "ØU", "2022-02-01", "Arket forelægges ØU i februar 2022"),
        ("Arket blev præsenteret i Styregruppen for Budget den 17. januar, og der er behov for mere.", "past",
         "Styregruppen for Budget", "2022-01-17", "Styregruppen for Budget den 17. januar"),
        ("Direktørforum vil den 7. februar få forelagt programmet.", "future", "Direktørforum", "2022-02-07",
         "Direktørforum vil den 7. februar"),
        ("Processen efter Kommunalbestyrelsens møde den 21. juni 2022.", "future", "Kommunalbestyrelsen", "2022-06-21",
         "Kommunalbestyrelsens møde den 21. juni 2022"),
        ("Orienteringen blev udskudt fra mødet i Chefforum den 6. januar.", "past", "Chefforum", "2022-01-06",
         "Chefforum den 6. januar"),
    ],
)  # fmt: skip
def test_a_body_with_its_day_is_another_meeting(text, direction, body, first, quote):
    assert facts_of(text) == [(direction, body, first, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "Redegørelsen blev fremlagt i september 2018.",
        "Chefforum skal orientere sig som led i forberedelsen til seminaret i marts.",
        "Beretningen forelægges Kommunalbestyrelsen på et møde inden sommerferien.",
        "På mødet den 28. oktober blev det besluttet.",
        "Det blev udskudt til Chefforum efter sommerferien.",
        "Arket skal forelægges Økonomiudvalget.",
    ],
)
def test_a_body_alone_a_day_alone_and_a_vague_time_are_no_meeting(text):
    assert facts_of(text) == []


def test_an_area_is_no_council():
    assert facts_of("Nøgletal på ældreområdet inden udgangen af november.") == []


def test_the_meeting_itself_is_not_another_one():
    assert facts_of("På Chefforum den 20. januar 2022 blev det drøftet.") == []


def test_each_meeting_is_named_once():
    assert len(facts_of("Behandles i ØU den 7. februar 2022.\n\nØU den 7. februar 2022 tager stilling.")) == 1
