"""Enclosures as drafts: what may be enclosed, versions, and who may read them."""

import io
import zipfile

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Enclosure, Proposal
from raadhus.domains.proceedings.rules.enclosures import check_file, check_size, shown_name
from raadhus.foundation.audit.queries import acts_on
from raadhus.foundation.files.changes import keep_file
from raadhus.foundation.files.models import StoredFile
from raadhus.foundation.files.queries import file_for, file_with_checksum
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, OPERATOR, TODAY, House

PDF = b"%PDF-1.7\n..."


def package(part: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as parts:
        parts.writestr(part, "<x/>")
    return stream.getvalue()


def add(house: House, draft: Proposal, data: bytes = PDF, name: str = "Ark.pdf", by=None, **facts) -> Enclosure:
    upload = changes.Upload(data, name, **facts)
    return changes.add_enclosure(proposal=draft, upload=upload, by=by or house.officer, at=AT)


def _names(house: House, reader, draft: Proposal, **ask) -> list[str]:
    return [one.name for one in queries.enclosures_of(reader, draft, on=TODAY, **ask)]


def test_an_enclosure_is_kept_by_its_bytes(house) -> None:
    draft = house.propose()
    enclosure = add(house, draft)
    assert (enclosure.name, enclosure.stage, enclosure.file.size) == ("Ark.pdf", "agenda", len(PDF))
    assert list(acts_on("proposal", [draft.pk]))[-1].facts["sha256"] == enclosure.file.sha256


def test_no_file_of_a_draft_is_read_but_through_the_draft(house, anonymous) -> None:
    file = add(house, house.propose()).file
    for reader in (house.officer, house.secretary, house.outsider, anonymous):
        with pytest.raises(ObjectDoesNotExist):
            file_for(reader, file.pk)
        with pytest.raises(ObjectDoesNotExist):
            file_with_checksum(reader, file.sha256)


def test_confidential_enclosures_are_for_author_and_closed_audience(house) -> None:
    draft = house.propose()
    changes.ask_hearing(proposal=draft, department="Skole", user=house.outsider, due_on=TODAY, by=house.officer, at=AT)
    add(house, draft, name="Åben.pdf")
    add(house, draft, PDF + b"2", name="Fortrolig.pdf", is_confidential=True)
    assert _names(house, house.officer, draft) == ["Åben.pdf", "Fortrolig.pdf"]
    assert _names(house, house.secretary, draft) == ["Åben.pdf", "Fortrolig.pdf"]
    assert _names(house, house.chair, draft) == ["Åben.pdf"]
    assert _names(house, house.outsider, draft) == ["Åben.pdf"]
    assert _names(house, house.head, draft) == []


def test_three_hundred_megabytes_are_refused_with_what_to_do() -> None:
    with pytest.raises(Refused, match=r"„Stor.pdf“ fylder 300 MB; et bilag må højst fylde 50 MB. Gem den med mindre"):
        check_size(300_000_000, "Stor.pdf")


def test_fifty_megabytes_are_taken_and_one_byte_more_is_not() -> None:
    check_size(50_000_000, "Stor.pdf")
    with pytest.raises(Refused, match="50 MB"):
        check_size(50_000_001, "Stor.pdf")


def test_zero_bytes_are_refused_and_nothing_is_kept(house) -> None:
    with pytest.raises(Refused, match="er tom"):
        add(house, house.propose(), b"")
    assert StoredFile.objects.count() == 0


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"\x89PNG\r\n\x1a\n", "Ark.pdf", "hedder som et PDF-dokument, men indholdet er et billede"),
        (PDF, "Ark.docx", "hedder som et Word-dokument, men indholdet er et PDF-dokument"),
        (package("xl/workbook.xml"), "Ark.docx", "men indholdet er et regneark"),
        (package("evil.exe"), "Ark.docx", "men indholdet er noget andet"),
        (b"MZ\x90\x00\x03\x00", "Ark.txt", "men indholdet er noget andet"),
        (b"MZ\x90\x00\x03\x00", "Ark.exe", "Filer af typen .exe kan ikke vedhæftes"),
        (b"hej", "Ark", "har ingen filtype"),
        (b"hej", "a" * 255 + ".txt", "over 255 tegn"),
    ],
)
def test_a_wrong_type_under_a_right_name_is_refused(data, name, says) -> None:
    with pytest.raises(Refused, match=says):
        check_file(data, name)


@pytest.mark.parametrize(
    ("data", "name", "kept"),
    [
        (PDF, "Ark.PDF", "Ark.PDF"),
        (package("ppt/presentation.xml"), "Oplæg.pptx", "Oplæg.pptx"),
        ("tal;år\n1;2022".encode(), "Tal.csv", "Tal.csv"),
        (PDF, "C:\\Users\\mig\\Ark.pdf", "Ark.pdf"),
        (PDF, "../../etc/Ark.pdf", "Ark.pdf"),
        (PDF, 'Ark: "nyt"?.pdf', "Ark- -nyt-.pdf"),
    ],
)
def test_a_right_type_is_kept_by_a_harmless_name(data, name, kept) -> None:
    assert check_file(data, name) == kept


@pytest.mark.parametrize(
    ("name", "label", "shown"),
    [
        ("Ark til status.xlsx", "UDKAST", "UDKAST Ark til status"),
        ("Status Boligbyggeprogram 2022 CF.pptx", "tilrettet", "Status Boligbyggeprogram 2022 CF - Tilrettet"),
        ("kend-din-kommune-2022-rettelsesblad.pdf", "rettelsesblad", "kend-din-kommune-2022-rettelsesblad"),
        ("Tidsplan", "rettet", "Tidsplan - Rettet"),
        ("Tidsplan.pdf", "", "Tidsplan"),
        ("Budget 3.5", "", "Budget 3.5"),
        ("Skema.xlsx.pdf", "", "Skema.xlsx"),
    ],
)
def test_the_title_says_the_version_once_and_no_file_ending(name, label, shown) -> None:
    assert shown_name(name, label) == shown


def _replace(house: House, old: Enclosure, data: bytes, by=None, **facts) -> Enclosure:
    upload = changes.Upload(data, "Ark 2.pdf", **facts)
    return changes.replace_enclosure(enclosure=old, upload=upload, by=by or house.officer, at=AT)


def test_a_new_version_stands_where_the_old_one_stood(house) -> None:
    draft = house.propose()
    first = add(house, draft, label="UDKAST")
    add(house, draft, PDF + b"other", name="Bilag 2.pdf")
    second = _replace(house, first, PDF + b"new", label="rettet")
    assert (second.replaces_id, second.position) == (first.pk, first.position)
    assert _names(house, house.officer, draft) == ["Ark 2.pdf", "Bilag 2.pdf"]
    assert _names(house, house.officer, draft, with_replaced=True) == ["Ark.pdf", "Ark 2.pdf", "Bilag 2.pdf"]


def test_two_who_replace_one_enclosure_at_once_do_not_fork_it(house) -> None:
    first = add(house, house.propose())
    _replace(house, first, PDF + b"2")
    with pytest.raises(Refused, match="erstat den nyeste"):
        _replace(house, first, PDF + b"3", by=house.secretary)


def test_the_same_bytes_are_no_new_version(house) -> None:
    first = add(house, house.propose())
    with pytest.raises(Refused, match="den samme som før"):
        _replace(house, first, PDF)


def test_a_new_version_of_a_confidential_enclosure_is_confidential(house) -> None:
    first = add(house, house.propose(), is_confidential=True)
    assert _replace(house, first, PDF + b"2").is_confidential


def test_who_cannot_read_an_enclosure_cannot_replace_it(house) -> None:
    draft = changes.send_on_its_way(
        proposal=house.propose(), way=[changes.Head("Chefen", house.head)], by=house.officer, at=AT
    )
    first = add(house, draft, is_confidential=True)
    with pytest.raises(Enclosure.DoesNotExist):
        _replace(house, first, PDF + b"2", by=house.head)


def test_with_the_newest_version_go_the_older_ones(house) -> None:
    draft = house.propose()
    first = add(house, draft)
    second = _replace(house, first, PDF + b"2")
    with pytest.raises(Refused, match="nyere udgave"):
        changes.remove_enclosure(enclosure=first, by=house.officer, at=AT)
    changes.remove_enclosure(enclosure=second, by=house.officer, at=AT)
    assert _names(house, house.officer, draft, with_replaced=True) == []
    assert list(acts_on("proposal", [draft.pk]))[-1].facts["names"] == ["Ark 2.pdf", "Ark.pdf"]


def test_enclosing_what_is_public_already_hides_it_from_nobody(house) -> None:
    public = keep_file(
        data=PDF, name="Kendt.pdf", origin="import", audience=house.forum.open_audience, by=OPERATOR, at=AT
    )
    assert add(house, house.propose()).file == public
    assert file_for(house.outsider, public.pk) == public


def test_only_writers_enclose(house) -> None:
    draft = house.propose()
    with pytest.raises(PermissionDenied):
        add(house, draft, by=house.chair)
    with pytest.raises(Proposal.DoesNotExist):
        add(house, draft, by=house.outsider)


def test_two_enclosures_of_one_name_are_refused(house) -> None:
    draft = house.propose()
    add(house, draft, name="Ark - Rettet.pdf")
    with pytest.raises(Refused, match=r"allerede bilaget „Ark - Rettet“"):
        add(house, draft, PDF + b"2", "Ark.pdf", label="rettet")
