"""Whatever comes, what is kept has one look, nothing dangerous and all its words."""

import re
from html import unescape
from pathlib import Path

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.domains.proceedings.rules.html import LONGEST, clean, pictures_in, pictures_left_out
from raadhus.domains.proceedings.rules.plain import plain_of
from raadhus.pure.kernel.errors import Refused

PASTED = Path(__file__).parent / "pasted"
OURS = '<img src="/billeder/7/" alt="Kurven stiger">'


def pasted(name: str) -> str:
    return (PASTED / name).read_text("utf-8")


def test_a_paste_from_word_becomes_headings_lists_a_table_and_a_link():
    assert clean(pasted("word.html")) == pasted("word_clean.html").replace("\n", "")


def test_a_paste_from_google_docs_keeps_bold_and_nested_points():
    assert clean(pasted("docs.html")) == (
        "<p><strong>Fed</strong> og <em>skrå</em></p><ul><li>Et punkt<ul><li>Under punktet</li></ul></li></ul>"
    )


@pytest.mark.parametrize(
    ("given_html", "kept"),
    [
        ("bare ord", "<p>bare ord</p>"),
        ("<div>et</div><div>to</div>", "<p>et</p><p>to</p>"),
        ("<p>  mange \n  mellemrum&nbsp; </p><p> </p>", "<p>mange mellemrum</p>"),
        ("<p>en<br> linje<br></p>", "<p>en<br>linje</p>"),
        ("<p>en<br>\n<br><b>to<br></b><br>tre</p>", "<p>en</p><p><strong>to</strong></p><p>tre</p>"),
        ("<h1>A</h1><h3>B</h3><h6>C</h6>", "<h3>A</h3><h4>B</h4><h4>C</h4>"),
        ("<h4>Alene</h4>", "<h4>Alene</h4>"),
        ("<h2><b>Ikke fed</b></h2>", "<h3>Ikke fed</h3>"),
        ("<ul><li><h3>Fed</h3></li></ul>", "<ul><li><strong>Fed</strong></li></ul>"),
        ("<ul>løst<li>a</li></ul>", "<ul><li>løst</li><li>a</li></ul>"),
        ('<ol type="I" start="4"><li>x</li></ol>', '<ol type="I" start="4"><li>x</li></ol>'),
        ('<ol type="z" start="-2"><li>x</li></ol>', "<ol><li>x</li></ol>"),
        ('<td colspan="2">løs celle</td>', "<p>løs celle</p>"),
        (
            '<table><tr><th colspan="2"><b>A</b></th></tr><tr><td><p>a</p><p>b</p></td><td></td></tr></table>',
            '<table><tbody><tr><th colspan="2">A</th></tr><tr><td><p>a</p><p>b</p></td><td></td></tr></tbody></table>',
        ),
        (
            "<table><tr><td><table><tr><td>inde</td></tr></table></td></tr></table>",
            "<table><tbody><tr><td>inde</td></tr></tbody></table>",
        ),
        (
            "<table><tr><th></th><th>2022</th></tr></table>",
            "<table><tbody><tr><td></td><th>2022</th></tr></tbody></table>",
        ),
        ('<a href="#her">her</a>', "<p>her</p>"),
        ("H<sub>2</sub>O &lt; &amp;", "<p>H<sub>2</sub>O &lt; &amp;</p>"),
        (f"<p>før {OURS} efter</p>", f"<p>før</p>{OURS}<p>efter</p>"),
        ('<img src="https://by.dk/billeder/7/" alt="  to   ord ">', '<img src="/billeder/7/" alt="to ord">'),
    ],
)
def test_the_one_look(given_html, kept):
    assert clean(given_html) == kept
    assert clean(kept) == kept


@pytest.mark.parametrize(
    "bad",
    [
        "<script>alert(1)</script>",
        '<p onclick="alert(1)">x</p>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<img src="x" onerror="alert(1)">',
        '<img src="/billeder/7/../../log-ud/" alt="x">',
        '<p style="background:url(//x)">x</p>',
        "<iframe src=//x></iframe><object data=x></object><svg onload=alert(1)>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<math><mtext></p><style><img src=x onerror=alert(1)>",
        '<form action="//x"><input name=a><button>x',
    ],
)
def test_nothing_dangerous_is_kept(bad):
    assert not re.search(r"script|on\w+=|style|javascript|data:|iframe|<img|form|svg", clean(bad))


def test_words_nested_deeper_than_any_parser_goes_are_kept():
    assert clean("<div>" * 3000 + "dybt nede" + "</div>" * 3000) == "<p>dybt nede</p>"
    assert plain_of(clean("<ul><li>" * 100 + "dybt nede" + "</li></ul>" * 100)).endswith("dybt nede")


def test_a_text_that_is_too_long_is_refused_with_what_to_do():
    with pytest.raises(Refused, match="Del den i flere afsnit"):
        clean("x" * (LONGEST + 1))


def test_pictures_are_found_in_order_and_those_from_elsewhere_are_counted():
    text = clean(f'<ul><li>{OURS}</li></ul><img src="/billeder/12/"><img src="file:///c.png">')
    assert pictures_in(text) == ((7, "Kurven stiger"), (12, ""))
    assert pictures_left_out(pasted("word.html")) == 2  # as VML and as img
    assert pictures_left_out(OURS) == 0


TAGS = [
    "p",
    "div",
    "h1",
    "h4",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "b",
    "i",
    "span",
    "a",
    "blockquote",
    "font",
]
STYLES = ["", ' style="mso-list:l0 level2 lfo1"', ' style="font-weight:bold"', ' href="https://x.dk/?a=1&amp;b=2"']
WORDS = st.text("abcæøå&<>\"' \n\u00a0", max_size=8).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)


def _element(inside):
    return st.builds(
        lambda tag, style, parts: f"<{tag}{style}>{''.join(parts)}</{tag}>",
        st.sampled_from(TAGS),
        st.sampled_from(STYLES),
        st.lists(inside, max_size=4),
    )


PAGES = st.lists(st.recursive(WORDS, _element, max_leaves=25), max_size=4).map("".join)


def _shown(html: str) -> list[str]:
    return sorted("".join(unescape(nh3.clean(html, tags=set())).split()))


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_cleaning_twice_is_cleaning_once_and_a_strict_sanitizer_takes_nothing_more(page):
    once = clean(page)
    assert clean(once) == once
    tags = {"p", "h3", "h4", "ul", "ol", "li", "table", "tbody", "tr", "th", "td", "a", "img", "br", "strong", "em"}
    attributes = {"a": {"href"}, "ol": {"start", "type"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
    assert nh3.clean(once, tags=tags, attributes=attributes, link_rel=None) == once


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_no_letter_is_lost_or_invented(page):
    """nh3 itself, with every tag taken away, says which letters a browser would show."""
    assert _shown(clean(page)) == _shown(page)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_characters_at_all_are_taken(text):
    once = clean(text)
    assert clean(once) == once
