"""Whatever the file has suffered: every text in the output stands in the input, and nothing in the input vanishes."""

import re
from collections.abc import Iterator
from random import Random
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pure.minutes.generated_minutes import damaged, drawn_minutes, in_a_layout, source_from
from pure.minutes.sample_files import SAMPLES, facts_of, source_of
from raadhus.pure.kernel.source_text import SourceText, lines_of
from raadhus.pure.minutes import ledger as places
from raadhus.pure.minutes.case_numbers import case_number_at_end
from raadhus.pure.minutes.ledger import Ledger
from raadhus.pure.minutes.numbering import mark_of
from raadhus.pure.minutes.read import read_minutes, read_with_ledger
from raadhus.pure.minutes.structure import Minutes, as_json
from raadhus.pure.minutes.vocabulary import KIND_OF, key_of
from raadhus.pure.minutes.write import text_of

# What a reading says in its own words, and so need not stand in the source.
OWN_WORDS = frozenset({"kind", "outcome", "starts_at", "ends_at", "source", "closed"})
_NUMBER = re.compile(r"^\W*\d+[.):]*\s*")
seeds = st.integers(0, 2**32 - 1)


def squeezed(text: str) -> str:
    return "".join(text.split())


def texts_in(value: Any) -> Iterator[str]:
    """Every text that a reading claims to have found."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        # A promise's body and people, and a reference's body, are named in the nominative; their quote is verbatim.
        keys = {"quote"} if "quote" in value else value.keys() - OWN_WORDS
        for key in keys:
            yield from texts_in(value[key])
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)


def assert_nothing_is_invented(minutes: Minutes, source: SourceText, ledger: Ledger) -> None:
    aside = {number for number, where in ledger.places.items() if places.RUNNING in where}
    body = [line for line in source.lines if line.number not in aside and line.hint != "running"]
    # A page number between two halves of a paragraph is passed over; as found by itself it stands in the source.
    plain = [line for line in body if not line.text.strip().casefold().startswith("side")]
    written = "\n".join(squeezed("".join(line.text for line in lines)) for lines in (body, plain, source.lines))
    for text in texts_in(as_json(minutes)):
        for piece in text.split("\n"):
            assert squeezed(piece) in written, piece


def title_in(text: str) -> str:
    """What a title line gives the title: all but its number and a case number at its end."""
    mark = mark_of(text.strip())
    return case_number_at_end(mark.title if mark else _NUMBER.sub("", text.strip()))[0]


def assert_nothing_vanishes(minutes: Minutes, source: SourceText, ledger: Ledger) -> None:
    assert ledger.lost(source) == []
    kept = squeezed("".join(section.text for item in minutes.items for section in item.sections))
    said = squeezed("".join(item.title for item in minutes.items))
    headings = {squeezed(section.heading) for item in minutes.items for section in item.sections}
    shown = squeezed("".join(found.text for found in minutes.not_understood))
    for line in source.lines:
        where, words = ledger.places.get(line.number, set()), squeezed(line.text)
        if where == {places.TEXT}:
            assert words in kept, line
        elif where == {places.HEADING}:
            assert words in kept or any(
                heading and (words.startswith(heading) or words in heading) for heading in headings
            ), line
        elif where == {places.NOT_UNDERSTOOD}:
            assert words in shown, line
        elif where == {places.TITLE}:
            assert squeezed(title_in(line.text)) in said, line


@settings(max_examples=2000, deadline=None, derandomize=True)
@given(seed=seeds, mishaps=st.integers(0, 15), paged=st.booleans())
def test_nothing_is_invented_and_nothing_vanishes_in_damaged_minutes(seed, mishaps, paged):
    random = Random(seed)
    lines = damaged(in_a_layout(drawn_minutes(random), random), random, mishaps)
    source = source_from(lines, random, paged=paged)
    minutes, ledger = read_with_ledger(source)
    assert_nothing_is_invented(minutes, source, ledger)
    assert_nothing_vanishes(minutes, source, ledger)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=st.text(max_size=400))
def test_any_text_at_all_is_read_without_a_mishap(text):
    source = lines_of(text)
    minutes, ledger = read_with_ledger(source)
    assert_nothing_is_invented(minutes, source, ledger)
    assert_nothing_vanishes(minutes, source, ledger)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(seed=seeds)
def test_minutes_written_as_text_read_as_the_same(seed):
    random = Random(seed)
    source = source_from(in_a_layout(drawn_minutes(random), random), Random(0), paged=True)
    read = facts_of(read_minutes(SourceText("", "txt", source.lines)))
    # A paragraph that is nothing but "Økonomi" would be a heading once it is written.
    paragraphs = (
        part for item in read["items"] for section in item["sections"] for part in section["text"].split("\n\n")
    )
    assume(not any(key_of(part) in KIND_OF for part in paragraphs))
    again = facts_of(read_minutes(lines_of(text_of(read_minutes(SourceText("", "txt", source.lines))))))
    assert again == read | {"not_understood": again["not_understood"]}


def test_the_samples_hold_what_they_say():
    for path in SAMPLES:
        source = source_of(path)
        minutes, ledger = read_with_ledger(source)
        assert_nothing_is_invented(minutes, source, ledger)
        assert_nothing_vanishes(minutes, source, ledger)
