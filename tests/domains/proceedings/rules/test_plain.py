"""Plain words of a text, and a text of plain words, without losing what nobody touched."""

from hypothesis import given
from hypothesis import strategies as st

from raadhus.domains.meetings.papers.blocks import blocks_of
from raadhus.domains.proceedings.rules.html import clean
from raadhus.domains.proceedings.rules.plain import html_of, plain_of, with_plain
from raadhus.pure.documents.tree import ListEntry, Paragraph, PointList

TABLE = "<table><tbody><tr><th>År</th><th>Boliger</th></tr><tr><td>2022</td><td>140</td></tr></tbody></table>"
RICH = clean(
    "<h3>Baggrund</h3><p>Første <b>linje</b><br>anden</p>"
    "<ul><li>en<ol><li>inde</li></ol></li><li><p>to</p><p>mere</p></li></ul>"
    + TABLE
    + '<ol type="a" start="2"><li>b</li><li>c</li></ol><img src="/billeder/7/" alt="En kurve">'
)
PLAIN = """Baggrund

Første linje
anden

- en
   1. inde
- to
   mere

År | Boliger
2022 | 140

b) b
c) c

(Billede: En kurve)"""


def test_every_part_of_a_text_is_told():
    assert plain_of(RICH) == PLAIN


def test_the_record_reads_paragraphs_and_points_as_they_were_written():
    told = plain_of("<p>Direktøren indstiller,</p><ol><li>at planen godkendes</li><li>at den sendes</li></ol>")
    assert blocks_of(told) == (
        Paragraph("Direktøren indstiller,"),
        PointList((ListEntry("1.", "at planen godkendes"), ListEntry("2.", "at den sendes"))),
    )


def test_roman_numbers_and_letters_past_z():
    assert plain_of('<ol type="i" start="39"><li>x</li><li>y</li></ol>') == "xxxix) x\nxl) y"
    assert plain_of('<ol type="A" start="26"><li>x</li><li>y</li></ol>') == "Z) x\nAA) y"


def test_plain_words_become_paragraphs_and_points():
    written = html_of("Et afsnit\nmed to linjer\n\nIndstilling:\n1. at ja\n2. at nej\n\n- streg\n\n5 < 6 & <b>")
    assert written == (
        "<p>Et afsnit<br>med to linjer</p><p>Indstilling:</p><ol><li>at ja</li><li>at nej</li></ol>"
        "<ul><li>streg</li></ul><p>5 &lt; 6 &amp; &lt;b&gt;</p>"
    )
    assert clean(written) == written


def test_words_saved_as_they_stood_change_nothing():
    assert with_plain(RICH, PLAIN.replace("\n", "\r\n")) == RICH


def test_a_table_and_a_picture_stand_when_the_paragraph_beside_them_is_written_anew():
    written = with_plain(RICH, PLAIN.replace("Første linje\nanden", "Noget andet\n\nog mere"))
    assert written == RICH.replace("<p>Første <strong>linje</strong><br>anden</p>", "<p>Noget andet</p><p>og mere</p>")


@given(st.text("ab1. -\n", max_size=40))
def test_no_letter_of_a_plain_text_is_lost(text):
    assert sorted(_bare(plain_of(html_of(text)))) == sorted(_bare(text))


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter in "ab")
