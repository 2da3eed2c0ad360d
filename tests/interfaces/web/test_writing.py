"""A text is written from the page, with and without a script, and every no is a sentence beside the text."""

import re
from pathlib import Path

import pytest

from interfaces.web.forum import account_of, autosave, browser_of
from raadhus.domains.proceedings.models import Picture, Proposal, Text, TextRevision
from raadhus.foundation.audit.models import Entry
from tests.domains.proceedings.cast import House, make_house

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
SCRIPTS = Path(__file__).resolve().parents[3] / "src/raadhus/interfaces/web/static"


@pytest.fixture
def house(db) -> House:
    return make_house()


@pytest.fixture
def text(house) -> Text:
    return account_of(house.propose())


def test_the_page_has_the_words_for_those_without_a_script_and_the_html_for_the_editor(house, text) -> None:
    Text.objects.filter(pk=text.pk).update(html="<p>Et <strong>ord</strong></p>", plain="Et ord")
    page = browser_of(house.officer).get(f"/skriv/{text.pk}/").text
    assert re.search(r'<textarea[^>]*name="plain"[^>]*>\s*Et ord</textarea>', page)
    assert "&lt;p&gt;Et &lt;strong&gt;ord&lt;/strong&gt;&lt;/p&gt;</textarea>" in page
    assert re.search(r'<script type="module" src="/static/editing[^"]*js">', page)


def test_the_editors_script_comes_from_this_site(client, db) -> None:
    answer = client.get("/static/django_prose_editor/editor.js")
    assert answer.status_code == 200
    assert "'unsafe" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["editing.js", "autosave.js", "conflict.js"])
def test_a_script_writes_no_markup_and_loads_nothing_from_elsewhere(name) -> None:
    script = (SCRIPTS / name).read_text("utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|eval\(|new Function|\.style\b|https?://", script)


def test_an_autosave_answers_with_the_revision_and_the_time(house, text) -> None:
    answer = autosave(browser_of(house.officer), text, "<p>ord</p>", 1)
    assert answer.status_code == 200
    assert answer.json()["revision"] == 2
    assert re.fullmatch(r"\d{1,2}\.\d\d", answer.json()["at"])


def test_a_conflict_answers_with_both_texts_and_the_words_that_differ(house, text) -> None:
    autosave(browser_of(house.officer), text, "<p>planen godkendes</p>", 1)
    answer = autosave(browser_of(house.secretary), text, "<p>planen udsættes</p>", 1)
    assert answer.status_code == 409
    said = answer.json()
    assert (said["revision"], said["html"]) == (2, "<p>planen godkendes</p>")
    assert said["mine"] == [["same", "planen "], ["added", "udsættes"]]
    assert said["theirs"] == [["same", "planen "], ["removed", "godkendes"]]
    assert "sagsbehandler" in said["by"]


@pytest.mark.parametrize(
    ("who", "status", "says"),
    [("outsider", 404, "findes ikke længere"), ("chair", 403, "ikke skrive i den nu"), (None, 403, "logget ud")],
)
def test_whoever_may_not_write_gets_a_sentence_and_keeps_the_text_on_the_page(house, text, client, who, status, says):
    asked = browser_of(getattr(house, who)) if who else client
    answer = autosave(asked, text, "<p>x</p>", 1)
    assert answer.status_code == status
    assert says in answer.json()["sentence"]
    assert not TextRevision.objects.filter(text=text).exists()


@pytest.mark.parametrize("body", ["", "[]", "{", '{"html": "x"}', '{"html": "x", "revision": "1"}'])
def test_what_no_page_of_ours_sends_is_refused_with_a_sentence(house, text, body) -> None:
    answer = browser_of(house.officer).post(f"/skriv/{text.pk}/gem/", body, content_type="application/json")
    assert answer.status_code == 400
    assert "Kopiér din tekst" in answer.json()["sentence"]


def test_an_item_decided_meanwhile_says_so(house, text) -> None:
    Proposal.objects.update(state="decided")
    answer = autosave(browser_of(house.officer), text, "<p>x</p>", 1)
    assert answer.status_code == 400
    assert "besluttet, mens du skrev" in answer.json()["sentence"]


def test_a_save_needs_the_pages_token(house, text) -> None:
    strict = browser_of(house.officer)
    strict.handler.enforce_csrf_checks = True
    assert autosave(strict, text, "<p>x</p>", 1).status_code == 403


def test_without_a_script_a_table_stands_when_the_paragraph_beside_it_is_written(house, text) -> None:
    client = browser_of(house.officer)
    table = "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
    autosave(client, text, f"<p>før</p>{table}", 1)
    answer = client.post(f"/skriv/{text.pk}/", {"plain": "efter\r\n\r\na | b", "revision": "2"}, follow=True)
    assert "Teksten er gemt." in answer.text
    assert Text.objects.get(pk=text.pk).html == f"<p>efter</p>{table}"


def test_without_a_script_a_conflict_shows_both_texts_and_keeps_what_was_typed(house, text) -> None:
    autosave(browser_of(house.secretary), text, "<p>planen godkendes</p>", 1)
    client = browser_of(house.officer)
    page = client.post(f"/skriv/{text.pk}/", {"plain": "planen udsættes", "revision": "1"}).text
    assert "planen <ins>udsættes</ins>" in page
    assert "planen <del>godkendes</del>" in page
    assert re.search(r"<textarea[^>]*>\s*planen udsættes</textarea>", page)
    assert 'name="revision" value="2"' in page
    client.post(f"/skriv/{text.pk}/", {"plain": "planen godkendes, udsættes", "revision": "2"})
    assert Text.objects.get(pk=text.pk).plain == "planen godkendes, udsættes"


def test_without_a_script_what_was_typed_stands_when_it_is_refused(house, text) -> None:
    Proposal.objects.update(state="withdrawn")
    page = browser_of(house.officer).post(f"/skriv/{text.pk}/", {"plain": "mine ord", "revision": "1"}).text
    assert "trukket tilbage" in page
    assert "mine ord</textarea>" in page


def test_a_text_that_is_kept_back_is_kept_by_no_machine_and_the_page_says_so(house, text) -> None:
    client = browser_of(house.officer)
    assert 'data-keeps="yes"' in client.get(f"/skriv/{text.pk}/").text
    Proposal.objects.update(is_closed=True)
    page = client.get(f"/skriv/{text.pk}/").text
    assert 'data-keeps="no"' in page
    assert "Denne maskine husker intet af den" in page


def test_a_paste_is_cleaned_and_pictures_that_did_not_come_along_are_told_of(house, text) -> None:
    client = browser_of(house.officer)
    paste = {"html": '<p class=MsoNormal>ord<img src="file:///c/x.png"></p>'}
    answer = client.post(f"/skriv/{text.pk}/rens/", paste, content_type="application/json").json()
    assert answer["html"] == "<p>ord</p>"
    assert "Billederne kom ikke med" in answer["notice"]


def test_a_picture_is_put_in_and_shown_to_those_who_read_the_text_and_to_nobody_else(house, text, tmp_path) -> None:
    path = tmp_path / "kurve.png"
    path.write_bytes(PNG)
    client = browser_of(house.officer)
    with path.open("rb") as file:
        src = client.post(f"/skriv/{text.pk}/billeder/", {"file": file}).json()["src"]
    shown = client.get(src)
    assert (shown.headers["Content-Type"], b"".join(shown.streaming_content)) == ("image/png", PNG)
    assert shown.headers["Cache-Control"] == "private, no-store"
    assert browser_of(house.outsider).get(src).status_code == 404
    path.write_bytes(b"<svg onload=alert(1)>")
    with path.open("rb") as file:
        answer = client.post(f"/skriv/{text.pk}/billeder/", {"file": file})
    assert (answer.status_code, Picture.objects.count()) == (400, 1)
    assert "Gem det som PNG eller JPEG" in answer.json()["sentence"]


def test_an_earlier_text_is_found_and_taken_back_by_those_who_write(house, text) -> None:
    client = browser_of(house.officer)
    autosave(client, text, "<p>først</p>", 1)
    autosave(client, text, "<p>så</p>", 2)
    page = client.get(f"/skriv/{text.pk}/udgaver/").text
    assert "<del>først</del><ins>så</ins>" in page
    assert page.count("Hent denne udgave tilbage") == 2
    assert "Hent denne" not in browser_of(house.chair).get(f"/skriv/{text.pk}/udgaver/").text
    client.post(f"/skriv/{text.pk}/hent-tilbage/", {"to": "2", "revision": "3"})
    assert Text.objects.get(pk=text.pk).plain == "først"
    assert client.post(f"/skriv/{text.pk}/hent-tilbage/", {"to": "99", "revision": "4"}).status_code == 404


def test_the_log_of_a_hundred_saves_holds_no_word_of_the_text(house, text) -> None:
    client = browser_of(house.officer)
    for number in range(1, 101):
        autosave(client, text, f"<p>zebra {number}</p>", number)
    assert Entry.objects.filter(action="wrote_text").count() == 100
    assert not Entry.objects.filter(facts__contains="zebra").exists()
