"""Danish unless the browser asks for English; every word on screen has its English."""

import re
from pathlib import Path

import polib
import pytest
from django.utils import translation

from raadhus.interfaces.web.promise_forms import HOW_FAR
from raadhus.interfaces.web.templatetags.proceedings import SITTINGS

WEB = Path(__file__).resolve().parents[3] / "src/raadhus/interfaces/web"
CATALOGUE = polib.pofile(str(WEB / "locale/en/LC_MESSAGES/django.po"))
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
TAG = re.compile(r"""\{% translate (["'])(.+?)\1""")
BLOCK = re.compile(r"\{% blocktranslate[^%]*%\}(.+?)\{% (?:endblocktranslate|plural) %\}", re.DOTALL)
PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")


def test_every_word_of_the_templates_is_in_the_catalogue():
    known = {entry.msgid for entry in CATALOGUE}
    for path in TEMPLATES:
        text = path.read_text("utf-8")
        said = {match[1] for match in TAG.findall(text)}
        said |= {re.sub(r"\{\{ (\w+) \}\}", r"%(\1)s", words) for words in BLOCK.findall(text)}
        assert said <= known, path.name


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.msgid[:40])
def test_a_sentence_is_translated_with_the_same_places_to_fill(entry):
    given = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
    assert all(given)
    assert "fuzzy" not in entry.flags
    last = entry.msgid_plural or entry.msgid
    assert set(PLACE.findall(list(given)[-1])) == set(PLACE.findall(last))


@pytest.mark.parametrize("asked", ["en-GB,en;q=0.9", "de", ""])
def test_the_site_speaks_danish_whatever_the_browser_asks_for(outsider, winter, asked):
    page = outsider.get("/moeder/", headers={"Accept-Language": asked}).text
    assert "<h1>Møder</h1>" in page
    assert '<html lang="da"' in page


def test_a_choice_of_language_is_kept_and_dates_follow(outsider, winter):
    outsider.post("/sprog/", {"language": "en", "next": "/moeder/"})
    assert "Thu 20 Jan 2022" in outsider.get("/moeder/").text


@pytest.mark.parametrize(("told", "english"), [(SITTINGS["in_session"], "In session"), (HOW_FAR[0][1], "Under way")])
def test_what_is_under_way_is_no_meeting_in_session(told, english):
    with translation.override("da"):
        assert str(told) == "I gang"
    with translation.override("en"):
        assert str(told) == english
