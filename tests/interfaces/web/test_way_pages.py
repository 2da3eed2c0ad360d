"""An item on its way: heads, hearings, facts, closing, attachments, the next body."""

import io

import pytest

from interfaces.web.cast import SECRET, signed_in
from raadhus.domains.meetings.changes import find_or_make_body
from raadhus.domains.proceedings import changes
from raadhus.domains.proceedings.models import Enclosure, Hearing, Proposal
from tests.domains.proceedings.cast import AT, OPERATOR

WAY = {
    "form-TOTAL_FORMS": "3", "form-INITIAL_FORMS": "0", "form-0-user": "chef", "form-0-post": "Afdelingschefen",
    "form-1-user": "direktør", "form-1-post": "Direktøren", "form-2-user": "", "form-2-post": "",
}  # fmt: skip


def _pdf(name: str = "notat.pdf", data: bytes = b"%PDF-1.7 notat") -> io.BytesIO:
    file = io.BytesIO(data)
    file.name = name
    return file


@pytest.fixture
def at(draft) -> str:
    return f"/forslag/{draft.pk}/"


@pytest.fixture
def author(cast):
    return signed_in(cast.officer)


def _state(draft) -> str:
    return Proposal.objects.get(pk=draft.pk).state


def test_what_a_draft_lacks_stands_above_its_one_primary_button_with_links_to_the_place(author, at, draft):
    page = author.get(at).text
    empty = draft.texts.get(kind="occasion")
    assert f'<a href="/skriv/{empty.pk}/">Afsnittet »Anledning« er tomt.</a>' in page
    assert page.index("er tomt") < page.index("Send punktet på vej")
    assert page.count("button-primary") == 1


def test_through_two_heads_into_the_backlog_and_onto_an_agenda(cast, author, at, draft, sitting):
    author.post(f"{at}send/", WAY)
    head, director = signed_in(cast.head), signed_in(cast.director)
    assert SECRET in head.get("/").text
    assert director.get(at).status_code == 404
    assert "Godkend, og send videre" in head.get(at).text
    head.post(f"{at}godkend/", {"comment": "Fint arbejde"})
    assert "Fint arbejde" in director.get(at).text
    director.post(f"{at}godkend/", {"comment": ""})
    assert _state(draft) == "ready"
    secretary = signed_in(cast.secretary)
    page = secretary.post(f"{at}moede/", {"sitting": str(sitting.pk)}, follow=True)
    assert page.redirect_chain[-1][0] == f"/moeder/{sitting.pk}/"
    assert SECRET in page.text
    assert _state(draft) == "on_agenda"


def test_without_heads_it_is_ready_at_once(author, at, draft):
    author.post(f"{at}send/", WAY | {"form-0-user": "", "form-1-user": ""})
    assert _state(draft) == "ready"


def test_a_head_nobody_knows_is_told_and_the_way_stays(author, at, draft):
    page = author.post(f"{at}send/", WAY | {"form-1-user": "ukendt"}).text
    assert "Der er ingen bruger „ukendt“" in page
    assert 'value="Afdelingschefen"' in page
    assert _state(draft) == "draft"


def test_a_return_needs_its_comment_and_the_author_sees_it(cast, author, at, draft):
    author.post(f"{at}send/", WAY)
    head = signed_in(cast.head)
    assert 'href="#id_comment"' in head.post(f"{at}send-tilbage/", {"comment": ""}).text
    head.post(f"{at}send-tilbage/", {"comment": "Økonomien mangler"})
    assert _state(draft) == "draft"
    assert "Økonomien mangler" in author.get(at).text


def test_the_author_takes_it_back(author, at, draft):
    author.post(f"{at}send/", WAY)
    author.post(f"{at}tag-tilbage/")
    assert _state(draft) == "draft"


def test_facts_are_kept_and_a_conflict_shows_both(cast, author, at, draft):
    facts = {"title": "Ny titel", "kind": "discussion", "revision": str(draft.revision)}
    author.post(f"{at}oplysninger/", facts)
    assert "Ny titel" in author.get(at).text
    page = signed_in(cast.secretary).post(f"{at}oplysninger/", facts | {"title": "En helt anden"}).text
    assert page.index("Ny titel") < page.index("Det, du skrev") < page.index("En helt anden")
    assert "til drøftelse" in page


def test_an_item_is_closed_with_its_reason_and_opened_again(author, at, draft):
    page = author.get(f"{at}luk/").text
    assert "§ 27, forvaltningsloven" in page
    reason = {"reason": "property", "words": "Prisen er under forhandling", "open_again_on": "2036-01-01"}
    author.post(f"{at}luk/", reason | {"revision": str(draft.revision)})
    assert "Lukket punkt" in author.get(at).text
    author.post(f"{at}aabn/")
    assert "Lukket punkt" not in author.get(at).text


def test_a_hearing_is_asked_seen_by_whom_it_is_for_and_answered_once(cast, author, at):
    outsider = signed_in(cast.outsider)
    assert outsider.get(at).status_code == 404
    author.post(f"{at}hoering/", {"department": "Teknik", "user": "udenforstående", "due_on": "2036-01-01"})
    hearing = Hearing.objects.get()
    assert SECRET in outsider.get("/").text
    assert "Svar på høringen" in outsider.get(at).text
    outsider.post(f"{at}hoering/{hearing.pk}/", {"answer": "Ingen bemærkninger"})
    assert "Ingen bemærkninger" in author.get(at).text
    again = outsider.post(f"{at}hoering/{hearing.pk}/", {"answer": "Alligevel"}).text
    assert "allerede besvaret" in again
    assert "Alligevel" in again


def test_a_file_is_attached_replaced_and_fetched_in_both_versions(author, at, draft):
    author.post(f"{at}bilag/", {"file": _pdf(), "label": "UDKAST"})
    first = Enclosure.objects.get()
    author.post(f"{at}bilag/{first.pk}/ny/", {"file": _pdf(data=b"%PDF-1.7 rettet"), "label": "rettet"})
    page = author.get(at).text
    assert "erstatter" in page
    assert b"".join(author.get(f"{at}bilag/{first.pk}/").streaming_content) == b"%PDF-1.7 notat"
    newest = Enclosure.objects.get(replaces=first)
    author.post(f"{at}bilag/{newest.pk}/fjern/")
    assert "notat.pdf" not in author.get(at).text.split("Hvad der er sket")[0]


@pytest.mark.parametrize(
    ("file", "said"), [(_pdf(data=b""), "er tom (0 byte)"), (_pdf(data=b"MZ slet ikke"), "notat.pdf")]
)
def test_a_file_that_cannot_be_opened_is_refused_in_words(author, at, file, said):
    file.seek(0)
    page = author.post(f"{at}bilag/", {"file": file, "label": "UDKAST"}).text
    assert said in page
    assert 'value="UDKAST"' in page
    assert not Enclosure.objects.exists()


def test_an_attachment_of_a_draft_is_not_there_for_others(cast, author, at, draft):
    upload = changes.Upload(b"%PDF-1.7 hemmeligt", "hemmeligt.pdf")
    one = changes.add_enclosure(proposal=draft, upload=upload, by=cast.officer, at=AT)
    for who in (cast.member, cast.head, cast.outsider):
        client = signed_in(who)
        assert client.get(f"{at}bilag/{one.pk}/").status_code == 404
        assert client.get(f"/dokumenter/{one.file_id}/").status_code == 404


def test_a_matter_goes_on_to_the_next_body_and_its_path_is_shown(cast, author, at):
    board = find_or_make_body("Direktørforum", reading_audience="signed_in", by=OPERATOR, at=AT)
    page = author.post(f"{at}videre/", {"body": str(board.pk), "how": "copy"}, follow=True).text
    assert "Sagens vej" in page
    assert Proposal.objects.filter(body=board, came_from__isnull=False).count() == 1


def test_withdrawing_needs_a_reason_and_the_secretary_brings_it_back(cast, author, at, draft):
    assert 'href="#id_because"' in author.post(f"{at}udgaar/", {"because": " "}).text
    author.post(f"{at}udgaar/", {"because": "Sagen venter på regnskabet"})
    assert "Sagen venter på regnskabet" in author.get(at).text
    signed_in(cast.secretary).post(f"{at}hent-tilbage/")
    assert _state(draft) == "ready"


ASKS = ["oplysninger", "luk", "send", "udgaar", "hoering", "bilag", "moede", "videre", "indstilling"]


@pytest.mark.parametrize("page", ASKS)
@pytest.mark.parametrize("who", ["member", "head", "outsider"])
def test_to_others_no_page_of_a_draft_is_there(cast, at, page, who):
    client = signed_in(getattr(cast, who))
    assert client.get(f"{at}{page}/").status_code == 404
    assert client.post(f"{at}{page}/", {}).status_code == 404


@pytest.mark.parametrize("page", ["oplysninger", "luk", "send", "hoering", "bilag", "moede", "indstilling"])
def test_the_chair_reads_but_does_not_write(cast, at, page):
    client = signed_in(cast.chair)
    assert client.get(f"{at}{page}/").status_code == 403
    assert client.post(f"{at}{page}/", {}).status_code == 403
