"""A follow-up sheet through its pages: in from Excel, answered, walked through, frozen, compared, out again."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from interfaces.web.conftest import _signed_in
from pure.documents.workbooks import of_rows
from raadhus.domains.followup.models import RowEvent, Sheet, SheetEdition, SheetRow
from raadhus.domains.organisation.changes import give_post, make_post, replace_post
from raadhus.domains.organisation.models import Post
from raadhus.foundation.accounts.models import User
from raadhus.foundation.accounts.queries import Operator
from raadhus.foundation.audit.queries import acts_on
from raadhus.pure.documents.read.workbook import read_workbook

ROWS = [
    ["Nr.", "Punkt", "Handling", "Ansvarlig", "Frist", "Status", "Beløb"],
    ["1", "Læsning", "Plan A", "Skolechefen", "1/3-22", "I gang", 100],
    ["2", "Faste teams", "", "Ældrechefen", "uge 7", "", 200],
]
NEW = {"title": "Opfølgning", "agreement": "Budgetaftale 2022", "case_number": "", "audience": ""}


def upload(rows=ROWS, name: str = "ark.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, of_rows(rows))


@pytest.fixture
def begun(administrator) -> str:
    """The address of a sheet's mapping page, after its file was brought."""
    answer = administrator.post("/ark/nyt/", NEW | {"file": upload()})
    assert answer.status_code == 302
    return answer.url


@pytest.fixture
def filled(administrator, begun) -> Sheet:
    """The sheet with its rows taken in and both posts made."""
    answer = administrator.post(begun, {"post-0": "new", "post-1": "new"})
    assert answer.status_code == 302
    return Sheet.objects.get()


@pytest.fixture
def head(filled):
    """Somebody who has the post of Skolechefen."""
    user = User.objects.create_user("chef", first_name="Mette", last_name="Holm")
    post = Post.objects.get(title="Skolechefen")
    give_post(post=post, user=user, starts_on=timezone.localdate(), by=Operator(), at=timezone.now())
    return _signed_in(user)


def test_the_empty_list_teaches_what_a_sheet_is(employee):
    page = employee.get("/ark/").text
    assert "Et opfølgningsark følger en aftale punkt for punkt" in page
    assert "Nyt opfølgningsark" in page


def test_the_mapping_page_suggests_columns_and_tells_what_will_happen(administrator, begun):
    page = administrator.get(begun).text
    assert '<option value="handling" selected>' in page
    assert "„Skolechefen“ findes ikke som post i Rådhus." in page
    assert "Læs 2 rækker ind" in page
    assert not SheetRow.objects.exists()


def test_another_choice_of_columns_is_looked_at_again_and_kept_in_the_address(administrator, begun):
    page = administrator.get(begun, {"ark": "Ark1", "fra": 1, "til": 1, "k2": "handling", "k3": "point"}).text
    assert "<strong>Plan A</strong>" in page
    refused = administrator.get(begun, {"ark": "Ark1", "fra": 1, "til": 1, "k2": "point", "k3": "point"}).text
    assert "To kolonner er valgt som „Aftalens punkt“" in refused


def test_a_file_that_is_no_workbook_is_refused_and_the_words_stay(administrator):
    bad = SimpleUploadedFile("ark.xlsx", b"Nr;Punkt")
    page = administrator.post("/ark/nyt/", NEW | {"file": bad})
    assert "ikke et regneark" in page.text
    assert 'value="Budgetaftale 2022"' in page.text
    assert not Sheet.objects.exists()


def test_the_sheet_shows_every_row_with_its_own_columns(administrator, filled):
    page = administrator.get(f"/ark/{filled.pk}/").text
    for words in ("Læsning", "Plan A", "Skolechefen", "1/3-22", "Beløb: 100", "Faste teams", "uge 7"):
        assert words in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("status=under_way", ["Læsning"]),
        ("status=intet", ["Faste teams"]),
        ("vis=forfaldne", ["Læsning"]),
        ("q=teams", ["Faste teams"]),
        ("q=intet+af+det", []),
        ("post=abc&status=nonsens", ["Læsning", "Faste teams"]),
    ],
)
def test_filters_stand_in_the_address(administrator, filled, asked, found):
    SheetRow.objects.filter(cells__number="2").update(deadline_first=None, deadline_last=None)
    page = administrator.get(f"/ark/{filled.pk}/?{asked}").text
    assert [words for words in ("Læsning", "Faste teams") if f">{words}</a>" in page] == found


def test_the_sheet_is_nobody_elses_and_its_opening_is_logged(administrator, employee, filled):
    row = filled.rows.first()
    for address in (f"/ark/{filled.pk}/", f"/ark/raekker/{row.pk}/", f"/ark/{filled.pk}/hent/xlsx/"):
        assert employee.get(address).status_code == 404
    administrator.get(f"/ark/{filled.pk}/")
    assert [act.action for act in acts_on("sheet", [filled.pk])][-1] == "read"


def test_a_head_sees_their_rows_answers_one_and_comes_back(administrator, filled, head):
    administrator.post(f"/ark/{filled.pk}/runde/", {"until": "inden ugens udgang"})
    mine = head.get("/ark/mine/").text
    assert ("Læsning" in mine, "Faste teams" in mine, "Venter på dit svar" in mine) == (True, False, True)
    row = SheetRow.objects.get(cells__number="1")
    typed = {"revision": row.revision, "status": "fulfilled", "last_answer": "Gjort.", "handling": "Plan A"}
    answer = head.post(f"/ark/raekker/{row.pk}/", typed)
    assert answer.url == "/ark/mine/"
    assert SheetRow.objects.get(pk=row.pk).status == "fulfilled"
    assert "1 af 2 rækker er besvaret" in administrator.get(f"/ark/{filled.pk}/").text
    assert head.post(f"/ark/raekker/{filled.rows.last().pk}/", typed).status_code == 404


def test_two_answers_at_once_show_both_and_keep_what_was_typed(filled, head, administrator):
    row = SheetRow.objects.get(cells__number="1")
    typed = {"revision": row.revision, "status": "fulfilled", "last_answer": "Det er gjort.", "handling": "Plan A"}
    head.post(f"/ark/raekker/{row.pk}/", typed)
    page = administrator.post(f"/ark/raekker/{row.pk}/", typed | {"status": "delayed", "last_answer": "Det driller."})
    assert "Mette Holm skrev i rækken, mens du skrev." in page.text
    assert "Det er gjort." in page.text
    assert "Det driller." in page.text
    revision = SheetRow.objects.get(pk=row.pk).revision
    again = typed | {"status": "delayed", "last_answer": "Det driller.", "revision": revision}
    assert f'name="revision" value="{revision}"' in page.text
    assert administrator.post(f"/ark/raekker/{row.pk}/", again).status_code == 302


def test_a_round_without_a_day_is_refused_in_a_sentence(administrator, filled):
    page = administrator.post(f"/ark/{filled.pk}/runde/", {"until": "snart"}).text
    assert "siger ikke hvornår" in page


def test_the_walk_goes_on_to_the_next_row_and_keeps_what_was_typed(administrator, filled):
    first, second = filled.rows.all()
    page = administrator.get(f"/ark/{filled.pk}/gennemgang/").text
    assert "Række 1 af 2" in page
    typed = {"words": "Udsættes.", "status": "waiting", "deadline": "1. juni 2022", "revision": first.revision}
    answer = administrator.post(f"/ark/{filled.pk}/gennemgang/?raekke={first.pk}", typed)
    assert answer.url == f"/ark/{filled.pk}/gennemgang/?raekke={second.pk}"
    assert RowEvent.objects.filter(row=first, kind="decided").get().words == "Udsættes."
    last = administrator.post(answer.url, {"words": "", "status": "", "deadline": "uge 7", "revision": second.revision})
    assert last.url == f"/ark/{filled.pk}/"


def test_the_keeper_corrects_a_row_and_says_who_is_responsible(administrator, filled):
    row = filled.rows.first()
    typed = {"number": "1", "point": "Læsning for alle", "status": "under_way", "revision": row.revision}
    assert administrator.post(f"/ark/raekker/{row.pk}/ret/", typed).status_code == 302
    other = Post.objects.get(title="Ældrechefen")
    revision = SheetRow.objects.get(pk=row.pk).revision
    chosen = {"main_post": other.pk, "helping_posts": [], "revision": revision}
    assert administrator.post(f"/ark/raekker/{row.pk}/ansvarlig/", chosen).status_code == 302
    now = SheetRow.objects.get(pk=row.pk)
    assert (now.cells["point"], now.main_post) == ("Læsning for alle", other)


def test_an_edition_is_frozen_fetched_and_compared(administrator, filled):
    administrator.post(f"/ark/{filled.pk}/frys/", {"label": "UDKAST", "meeting": "Chefforum 3. februar 2022"})
    edition = SheetEdition.objects.get()
    fetched = administrator.get(f"/ark/{filled.pk}/udgaver/{edition.pk}/xlsx/")
    rows = read_workbook(b"".join(fetched.streaming_content), "ud.xlsx").sheets[0].rows
    assert [cell.value for cell in rows[2].values()] == [
        "1",
        "Læsning",
        "Plan A",
        "Skolechefen",
        "1/3-22",
        "I gang",
        100,
    ]
    page = administrator.get(f"/ark/{filled.pk}/").text
    assert "Chefforum 3. februar 2022" in page
    assert "Intet er ændret." in administrator.get(f"/ark/{filled.pk}/sammenlign/").text
    row = filled.rows.first()
    administrator.post(f"/ark/raekker/{row.pk}/", {"revision": row.revision, "status": "fulfilled"})
    compared = administrator.get(f"/ark/{filled.pk}/sammenlign/").text
    assert "<del>I gang</del>" in compared
    assert "1 er, som de var." in compared
    assert administrator.get(f"/ark/{filled.pk}/udgaver/{edition.pk}/exe/").status_code == 404


@pytest.mark.parametrize(("kind", "begins"), [("xlsx", b"PK"), ("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_sheet_goes_out_as_it_stands(administrator, filled, kind, begins):
    answer = administrator.get(f"/ark/{filled.pk}/hent/{kind}/")
    data = b"".join(answer.streaming_content)
    assert data.startswith(begins)
    assert f".{kind}" in answer.headers["Content-Disposition"]
    if kind == "xlsx":
        assert BytesIO(data).getbuffer().nbytes > 1000


def test_a_file_with_a_post_that_is_gone_offers_who_took_over_and_chooses_nothing(administrator):
    at, today = timezone.now(), timezone.localdate()
    old = make_post(title="Skolechefen", valid_from=None, by=Operator(), at=at)
    [new] = replace_post(post=old, successors=["Læring"], from_on=today, words="", by=Operator(), at=at)
    address = administrator.post("/ark/nyt/", NEW | {"file": upload()}).url
    page = administrator.get(address).text
    assert "„Skolechefen“ findes ikke længere" in page
    assert f'<option value="{new.pk}">Læring (har taget over)</option>' in page
    administrator.post(address, {"post-0": new.pk, "post-1": ""})
    assert [row.main_post for row in SheetRow.objects.all()] == [new, None]


def test_both_sides_changed_and_a_cross_says_that_the_file_is_right(administrator, filled):
    row = filled.rows.first()
    typed = {"number": "1", "point": "Læsning", "handling": "Vores plan", "status": "under_way"}
    typed |= {"deadline": "1/3-22", "revision": row.revision}
    administrator.post(f"/ark/raekker/{row.pk}/ret/", typed)
    newer = [ROWS[0], ["1", "Læsning", "Arkets plan", "Skolechefen", "1/3-22", "I gang", 100], ROWS[2]]
    address = administrator.post(f"/ark/{filled.pk}/fil/", {"file": upload(newer)}).url
    page = administrator.get(address).text
    assert "Både regnearket og Rådhus er ændret" in page
    administrator.post(address, {"arket": f"{row.pk}:handling"})
    assert SheetRow.objects.get(pk=row.pk).cells["handling"] == "Arkets plan"


def test_a_row_is_written_by_hand_and_its_responsible_asked_next(administrator, filled):
    answer = administrator.post(f"/ark/{filled.pk}/ny-raekke/", {"number": "3", "point": "Nyt punkt", "section": ""})
    row = SheetRow.objects.get(cells__number="3")
    assert answer.url == f"/ark/raekker/{row.pk}/ansvarlig/"
    page = administrator.post(f"/ark/{filled.pk}/ny-raekke/", {"number": "3", "point": "Et til", "section": ""}).text
    assert "Nr. 3 findes allerede i arket" in page


def test_a_sheet_is_handed_to_a_colleague(administrator, employee, filled):
    other = User.objects.get(username="medarbejder")
    typed = {
        "title": "Nyt navn",
        "agreement": "Budgetaftale 2022",
        "case_number": "",
        "audience": "",
        "keeper": other.pk,
    }
    assert administrator.post(f"/ark/{filled.pk}/oplysninger/", typed).status_code == 302
    assert "Nyt navn" in employee.get(f"/ark/{filled.pk}/").text
