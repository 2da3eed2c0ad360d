"""Bytes are kept as they came, once, and read by those who may."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from raadhus.foundation.accounts.changes import make_audience
from raadhus.foundation.audit.models import Entry
from raadhus.foundation.files.changes import keep_file
from raadhus.foundation.files.models import StoredFile
from raadhus.foundation.files.queries import damaged_files, file_for, file_with_checksum, open_bytes, path_of
from tests.cast import AT, OPERATOR

# sha256sum of the three letters "abc" (FIPS 180-4's example).
ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.fixture
def everyone(db, tmp_path, settings):
    settings.FILES = tmp_path / "files"
    return make_audience(name="alle", kind="everyone", by=OPERATOR, at=AT)


def _keep(data: bytes, audience, name: str = "referat.pdf") -> StoredFile:
    return keep_file(data=data, name=name, origin="import", audience=audience, by=OPERATOR, at=AT)


def test_a_file_is_kept_under_its_checksum(everyone):
    file = _keep(b"abc", everyone)
    assert (file.sha256, file.size, file.media_type, file.name) == (ABC, 3, "application/pdf", "referat.pdf")
    with open_bytes(file) as stream:
        assert stream.read() == b"abc"
    assert [path.name for path in path_of(ABC).parent.iterdir()] == [ABC]


def test_the_same_bytes_are_one_file_and_one_row_of_the_log(everyone):
    first = _keep(b"abc", everyone)
    before = Entry.objects.count()
    assert _keep(b"abc", everyone, name="kopi.pdf").pk == first.pk
    assert StoredFile.objects.get().name == "referat.pdf"
    assert Entry.objects.count() == before


def test_the_same_bytes_kept_for_fewer_readers_are_for_the_fewer(everyone, anonymous):
    named = make_audience(name="få", kind="named", by=OPERATOR, at=AT)
    file = _keep(b"abc", everyone)
    assert file_for(anonymous, file.pk) == file
    _keep(b"abc", named)
    with pytest.raises(ObjectDoesNotExist):
        file_for(anonymous, file.pk)


def test_not_there_and_not_yours_look_alike(everyone, anonymous, outsider, administrator):
    file = _keep(b"abc", None)
    for user in (anonymous, outsider):
        with pytest.raises(ObjectDoesNotExist) as not_yours:
            file_for(user, file.pk)
        with pytest.raises(ObjectDoesNotExist) as not_there:
            file_for(user, 10**9)
        assert (not_yours.type, str(not_yours.value)) == (not_there.type, str(not_there.value))
        with pytest.raises(ObjectDoesNotExist):
            file_with_checksum(user, ABC)
    assert file_with_checksum(administrator, ABC) == file


def test_bytes_without_a_row_do_no_harm(everyone):
    with transaction.atomic():
        _keep(b"abc", everyone)
        transaction.set_rollback(True)  # as after a crash: the bytes are there, the row is not
    assert path_of(ABC).exists()
    assert not StoredFile.objects.exists()
    assert _keep(b"abc", everyone).sha256 == ABC


def test_a_long_name_keeps_its_ending(everyone):
    assert _keep(b"abc", everyone, name="a" * 300 + ".docx").name == "a" * 250 + ".docx"


def test_missing_and_changed_bytes_are_found(everyone):
    whole, gone, changed = (_keep(data, everyone) for data in (b"a", b"b", b"c"))
    path_of(gone.sha256).unlink()
    path_of(changed.sha256).write_bytes(b"C")
    assert list(damaged_files()) == [gone, changed]
    assert whole not in damaged_files()
