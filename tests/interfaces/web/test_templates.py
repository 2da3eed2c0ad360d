"""What the policy would block is not written, and every form has its token."""

import re
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[3] / "src/raadhus/interfaces/web"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
INLINE = re.compile(
    r"""\sstyle\s*=|<style|\son[a-z]+\s*=\s*["']|javascript:|\shx-on|<script(?![^>]*\ssrc=)""", re.IGNORECASE
)
UNSAFE = re.compile(r"\|\s*safe\b|autoescape off")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_inline_style_or_script_and_escapes_everything(path):
    text = path.read_text("utf-8")
    assert not INLINE.search(text)
    assert not UNSAFE.search(text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_form_that_posts_carries_its_token(path):
    for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", path.read_text("utf-8"), re.DOTALL):
        assert "{% csrf_token %}" in form


def test_the_script_writes_no_markup_and_runs_no_text():
    text = (WEB / "static/app.js").read_text("utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|eval\(|new Function|\.style\b", text)


def test_nothing_is_loaded_from_elsewhere():
    for path in [*TEMPLATES, WEB / "static/app.css", WEB / "static/app.js"]:
        assert not re.search(r"""(src|href|url\()\s*=?\s*["'(]?(https?:)?//""", path.read_text("utf-8")), path.name
