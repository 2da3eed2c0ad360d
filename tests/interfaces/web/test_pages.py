"""Every page, as a reader meets it."""

import io

import pikepdf
import pypdfium2
import pytest

from interfaces.web.rows import store
from interfaces.web.samples import CANARY, QUOTE
from raadhus.domains.meetings.models import Item, Meeting
from raadhus.foundation.files.models import StoredFile
from raadhus.interfaces.web.middleware import POLICY
from raadhus.pure.minutes import structure

ADDRESSES = [
    "/", "/moeder/", "/moeder/?aar=2022", "/sager/", "/sager/00.30.14-S00-10-21/", "/emner/00.30.14/", "/emner/00/",
    "/opfoelgning/", "/opfoelgning/?tid=over&hvem=%C3%98konomichefen&art=task&status=suggested", "/soeg/", "/hjaelp/",
    "/log-ind/",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_answers_with_its_words_and_the_policy(outsider, winter, address):
    answer = outsider.get(address)
    assert answer.status_code == 200
    assert "<h1" in answer.text
    assert answer.headers["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize("address", ["/", "/moeder/", "/sager/", "/opfoelgning/", "/soeg/"])
def test_an_empty_collection_has_pages_that_teach(administrator, address):
    answer = administrator.get(address)
    assert answer.status_code == 200
    assert 'class="empty"' in answer.text


def test_the_front_page_shows_the_command_where_there_is_nothing_yet(administrator):
    assert "raadhus import" in administrator.get("/").text


def test_the_front_page_counts_what_the_reader_may_see(outsider, member, winter):
    assert "<b>4</b> punkter" in outsider.get("/").text
    assert "<b>5</b> punkter" in member.get("/").text


def test_a_meeting_shows_its_items_with_their_outcomes_and_source_words(outsider, winter):
    text = outsider.get(f"/moeder/{winter.pk}/").text
    assert "torsdag 20. januar 2022" in text
    assert "kl. 9–11.30" in text
    assert "Delt beslutning" in text
    assert "Opfølgningsark, UDKAST.xlsx" in text
    assert QUOTE in text
    assert "Udfaldet er læst af maskinen" in text
    assert "Linje 32–35 i kilden." in text


def test_a_line_that_was_not_understood_stands_where_it_stood_in_the_source(administrator, winter):
    text = administrator.get(f"/moeder/{winter.pk}/").text
    account, line, recommendation = (
        text.index(words) for words in ("Arket forelægges", "se notat 4b", "Økonomichefen indstiller,")
    )
    assert account < line < recommendation
    assert text.index("Kopi til arkivet") < text.index('class="leaf" aria-labelledby="punkt-')


def test_an_item_links_to_its_neighbours(outsider, winter):
    first, second, _, fourth = Item.objects.filter(meeting=winter).order_by("position")
    text = outsider.get(f"/punkter/{second.pk}/").text
    assert f'href="/punkter/{first.pk}/"' in text
    assert f'href="/punkter/{fourth.pk}/"' in text, "the closed one between them is passed over"


def test_a_case_tells_everything_under_its_number_newest_first(outsider, winter):
    _, text = outsider.get("/sager/00.30.14-S00-10-21/").text.split("Hvad der er sket</h2>")
    assert text.index("tors. 20. jan. 2022") < text.index("tors. 28. okt. 2021")
    assert QUOTE in text


def test_a_meeting_without_body_and_date_still_has_a_page(administrator, db):
    items = (structure.Item("1", "Start", case_number=None), structure.Item("2", "Slut", case_number=None))
    bare = store(structure.Minutes("løs.txt", "minutes", None, None, None, None, items=items))
    assert "Møde uden forum" in administrator.get(f"/moeder/{bare.pk}/").text


def test_a_late_promise_says_so_in_words(outsider, winter):
    text = outsider.get("/opfoelgning/?tid=over").text
    assert QUOTE in text
    assert "år over" in text


def test_an_unknown_filter_filters_nothing(outsider, winter):
    assert outsider.get("/opfoelgning/?status=hemmelig&tid=snart").status_code == 200
    assert outsider.get("/moeder/?aar=9%20").status_code == 200


def test_a_document_is_always_saved_and_never_shown(outsider, winter):
    file = StoredFile.objects.get(name="ledergruppen-2021-10-28.txt")
    answer = outsider.get(f"/dokumenter/{file.pk}/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="ledergruppen-2021-10-28.txt"'
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content) == b"ledergruppen-2021-10-28.txt\n"


def test_fifty_meetings_fill_a_page_and_the_rest_come_on_the_next(outsider, winter):
    audience, body = winter.audience, winter.body
    Meeting.objects.bulk_create(
        Meeting(body=body, audience=audience, starts_on=f"20{year:02}-03-01", current_version=winter.current_version)
        for year in range(30, 80)
    )
    first, last = outsider.get("/moeder/").text, outsider.get("/moeder/?side=2").text
    assert (first.count("<tr data-row"), last.count("<tr data-row")) == (50, 2)
    assert "Side 1 af 2" in first


def test_the_site_says_that_it_is_alive_and_nothing_more(outsider, db):
    assert outsider.get("/healthz").content == b"ok\n"


def test_the_closed_item_is_marked_for_those_who_may_read_it(member, winter):
    text = member.get(f"/moeder/{winter.pk}/").text
    assert CANARY in text
    assert "Lukket punkt" in text


def test_a_section_is_set_in_the_paragraphs_and_points_of_the_paper(outsider, winter):
    text = outsider.get(f"/moeder/{winter.pk}/").text
    assert "<p>Økonomichefen indstiller,</p>" in text
    assert '<span class="num">1.</span> <span>at arket gennemgås række for række</span>' in text
    assert '<span class="num">-</span> <span>ansvarlige</span>' in text
    assert '<ul class="names"><li>Opfølgningsark, UDKAST.xlsx</li></ul>' in text


def test_a_meeting_is_fetched_as_a_pdf_with_its_name_and_without_what_is_closed(outsider, member, winter):
    answer = outsider.get(f"/moeder/{winter.pk}/referat.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="REFERAT Ledergruppen d. 20-01-2022.pdf"'
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert str(pdf.Root.Lang) == "da-DK"
    assert CANARY not in _text(answer.content)
    assert CANARY in _text(member.get(f"/moeder/{winter.pk}/referat.pdf").content)


@pytest.mark.parametrize(
    ("ending", "kind"), [("docx", "application/vnd.openxmlformats-officedocument"), ("html", "text/html")]
)
def test_a_meeting_is_fetched_as_a_word_file_and_as_a_web_page_to_be_saved(outsider, winter, ending, kind):
    answer = outsider.get(f"/moeder/{winter.pk}/referat.{ending}")
    assert answer.headers["Content-Type"].startswith(kind)
    name = f"REFERAT Ledergruppen d. 20-01-2022.{ending}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert f"/moeder/{winter.pk}/referat.{ending}" in outsider.get(f"/moeder/{winter.pk}/").text


def _text(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join("\n".join(page.get_textpage().get_text_range() for page in pages).split())


def test_a_meeting_that_an_item_names_is_one_click_away_where_we_have_it(outsider, winter):
    earlier = Meeting.objects.get(starts_on="2021-10-28")
    text = outsider.get(f"/moeder/{winter.pk}/").text
    assert f'<a href="/moeder/{earlier.pk}/">Ledergruppen tors. 28. okt. 2021</a>' in text
