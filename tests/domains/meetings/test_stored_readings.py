"""Property: a reading that is stored and rebuilt from its rows is the reading."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadhus.domains.meetings import queries, rules
from raadhus.domains.meetings.models import Meeting, Version
from raadhus.foundation.audit.queries import acts_on
from raadhus.pure.minutes.structure import (
    Commitment,
    Decision,
    DecisionPoint,
    Item,
    Minutes,
    NotUnderstood,
    Recommendation,
    Reference,
    Section,
)
from tests.cast import OPERATOR

_text = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1, max_size=20)
_known = st.text(st.sampled_from("abæøå .-1"), min_size=1, max_size=12)  # likely to come twice
_day = st.dates(date(1990, 1, 1), date(2060, 12, 31))
_line = st.integers(1, 5000)
_outcome = st.sampled_from(["approved", "noted", "deferred", "mixed", "other"])


def _some(strategy, most: int = 3):
    return st.lists(strategy, max_size=most).map(tuple)


def _maybe(strategy):
    return st.none() | strategy


_window = st.tuples(_day, st.integers(0, 400)).map(
    lambda pair: (pair[0].isoformat(), (pair[0] + timedelta(pair[1])).isoformat())
)
_sections = st.builds(Section, _text, st.sampled_from(["account", "decision", "other"]), _text, st.tuples(_line, _line))
_recommendations = st.builds(Recommendation, _maybe(_known), _some(_text))
_votes = st.fixed_dictionaries({"for": st.fixed_dictionaries({"number": _maybe(_line), "names": st.lists(_text)})})
_points = _some(st.tuples(_text, _outcome)).map(
    lambda points: tuple(DecisionPoint(number, *point) for number, point in enumerate(points, 1))
)
_decisions = st.builds(Decision, _text, _outcome, _points, _maybe(_votes))
_commitments = st.builds(
    Commitment,
    st.sampled_from(["task", "return"]),
    _known,
    _some(_known),
    _maybe(_window),
    _maybe(_known),
    st.sampled_from(["decision", "recommendation"]),
)
_references = st.builds(
    lambda direction, body, window, quote: Reference(direction, body, *(window or (None, None)), quote),
    st.sampled_from(["past", "future"]),
    _known,
    _maybe(_window),
    _text,
)
_items = st.builds(
    Item,
    _maybe(_known),
    _text,
    _maybe(_known | st.just("00.01.00-A21-2-21") | st.just("00.01.00 - A21-2-2021")),
    st.booleans(),
    _some(_sections),
    _maybe(_recommendations),
    _maybe(_decisions),
    _some(_text),
    _some(_commitments),
    _some(_references),
)
_readings = st.builds(
    Minutes,
    source=st.just("referat.txt"),
    kind=st.sampled_from(["agenda", "minutes"]),
    body=_maybe(_known),
    starts_at=_maybe(_day.map(date.isoformat) | st.datetimes().map(lambda at: at.isoformat()[:16])),
    ends_at=_maybe(st.datetimes().map(lambda at: at.isoformat()[:16])),
    place=_maybe(_text),
    present=_some(_known),
    absent=_some(_known),
    items=st.lists(_items, min_size=1, max_size=3).map(tuple),
    not_understood=_some(st.builds(NotUnderstood, _text, _line)).map(
        lambda lines: tuple(sorted(lines, key=lambda line: line.line))
    ),
)


@pytest.mark.django_db
@given(_readings)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_stored_and_rebuilt_is_the_reading(store, reading):
    with transaction.atomic():
        stored = store(reading)
        meeting = Meeting.objects.select_related("body", "current_version__file").get(pk=stored.meeting_id)
        assert queries.readings_for(OPERATOR, [meeting])[meeting.pk] == reading
        (act,) = acts_on("meeting", [meeting.pk])
        assert act.facts["state"] == act.facts["digest"] == rules.digest_of(reading)
        transaction.set_rollback(True)


@given(_readings)
@settings(max_examples=100, deadline=None)
def test_a_kept_reading_can_be_taken_up_again(reading):
    assert rules.reading_from(rules.written(reading).content) == reading


@given(_readings)
@settings(max_examples=50, deadline=None)
def test_the_digest_does_not_depend_on_the_files_name_and_lines(reading):
    moved = replace(
        reading,
        source="andet.pdf",
        items=tuple(
            replace(item, sections=tuple(replace(part, lines=(1, 1)) for part in item.sections))
            for item in reading.items
        ),
        not_understood=tuple(replace(line, line=1) for line in reading.not_understood),
    )
    assert rules.digest_of(moved) == rules.digest_of(reading)
    assert rules.digest_of(replace(reading, place="et helt andet sted")) != rules.digest_of(reading)


@pytest.mark.django_db
def test_a_reader_gets_the_reading_of_what_they_see(stored, outsider, secretary):
    meeting = Meeting.objects.select_related("body", "current_version__file").get()
    assert Version.objects.get().content.count("Lukket personsag") == 1
    seen = queries.readings_for(outsider, [meeting])[meeting.pk]
    assert [item.title for item in seen.items] == ["Start af arbejdet med indsatsen"]
    assert seen.not_understood == ()
    assert len(queries.readings_for(secretary, [meeting])[meeting.pk].items) == 2
