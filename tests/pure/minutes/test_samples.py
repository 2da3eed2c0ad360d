"""Two samples a family at least, in our own words and with invented people, in the layouts that municipalities use."""

import json

import pytest

from pure.minutes.sample_files import FOLDER, SAMPLES, expected_of, facts_of, name_of, source_of
from raadhus.pure.kernel.source_text import lines_of
from raadhus.pure.minutes.layouts import LAYOUTS, layout_of
from raadhus.pure.minutes.read import read_minutes, read_with_ledger
from raadhus.pure.minutes.structure import as_json
from raadhus.pure.minutes.write import text_of

every_sample = pytest.mark.parametrize("path", SAMPLES, ids=name_of)


@every_sample
def test_a_sample_is_read_as_its_hand_checked_facts(path):
    assert facts_of(read_minutes(source_of(path))) == expected_of(path)


@every_sample
def test_a_sample_is_known_as_its_family(path):
    assert layout_of([line.text for line in source_of(path).lines]).name == path.parent.name


@every_sample
def test_no_line_of_a_sample_is_lost(path):
    source = source_of(path)
    assert read_with_ledger(source)[1].lost(source) == []


@every_sample
def test_a_sample_written_as_text_reads_as_the_same(path):
    read = facts_of(read_minutes(source_of(path)))
    again = facts_of(read_minutes(lines_of(text_of(read_minutes(source_of(path))))))
    for name in ("source", "not_understood"):
        del read[name], again[name]
    assert again == read


def test_every_layout_has_two_samples_at_least():
    for layout in LAYOUTS:
        assert len(list((FOLDER / layout.name).glob("*.txt"))) >= 2, layout.name


def test_a_reading_is_plain_json():
    for path in SAMPLES:
        assert json.loads(json.dumps(as_json(read_minutes(source_of(path))))) == as_json(read_minutes(source_of(path)))
