"""Signing in and out, and what one browser chooses."""

import pytest
from django.core.cache import cache
from django.test import Client

from interfaces.web.conftest import PASSWORD
from raadhus.foundation.accounts.models import User


@pytest.fixture(autouse=True)
def nobody_has_tried_before():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def somebody(db) -> User:
    return User.objects.create_user("medarbejder", password=PASSWORD)


def _try(client: Client, password: str, where: str = ""):
    return client.post(f"/log-ind/{where}", {"login": "medarbejder", "password": password})


def test_the_right_password_leads_on_to_where_one_was_going(outsider, somebody):
    assert _try(outsider, PASSWORD, "?next=/sager/").headers["Location"] == "/sager/"
    assert "medarbejder" in outsider.get("/").text


def test_a_wrong_password_keeps_the_name_and_says_so_on_top(outsider, somebody):
    page = _try(outsider, "forkert kodeord")
    assert page.status_code == 200
    assert 'class="summary"' in page.text
    assert 'value="medarbejder"' in page.text
    assert "forkert kodeord" not in page.text


def test_the_sixth_wrong_password_in_a_row_is_stopped_even_if_the_next_is_right(outsider, somebody):
    for _ in range(6):
        _try(outsider, "forkert kodeord")
    assert _try(outsider, PASSWORD).status_code == 200
    assert "_auth_user_id" not in outsider.session


def test_signing_in_changes_the_session_key(outsider, somebody):
    outsider.get("/log-ind/")
    session = outsider.session
    session["before"] = True
    session.save()
    before = session.session_key
    _try(outsider, PASSWORD)
    assert outsider.session.session_key != before


def test_signing_out_ends_it(employee):
    employee.post("/log-ud/")
    assert "_auth_user_id" not in employee.session


@pytest.mark.parametrize("address", ["/signup/", "/accounts/signup/", "/log-ind/signup/", "/password/reset/"])
def test_there_is_no_way_to_sign_up(outsider, db, address):
    assert outsider.get(address).status_code == 404


@pytest.mark.parametrize(("theme", "kept"), [("dark", "dark"), ("light", "light"), ("auto", "auto"), ("pink", "auto")])
def test_the_theme_is_kept_in_the_browser(outsider, db, theme, kept):
    answer = outsider.post("/udseende/", {"theme": theme, "next": "/hjaelp/"})
    assert answer.headers["Location"] == "/hjaelp/"
    assert outsider.cookies["raadhus_tema"].value == kept
    page = outsider.get("/hjaelp/").text
    assert ('data-theme="' in page) == (kept != "auto")


def test_single_keys_can_be_turned_off(outsider, db):
    outsider.post("/hjaelp/taster/", {"keys": "off"})
    assert 'data-keys="off"' in outsider.get("/").text


def test_a_form_without_its_token_is_refused(somebody):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/udseende/", {"theme": "dark"}).status_code == 403
