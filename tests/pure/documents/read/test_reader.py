"""Which reader a file gets, and the files that none gets."""

import os
from pathlib import Path

import pytest

from raadhus.pure.documents.read import Limits, read_file
from raadhus.pure.kernel.errors import Refused
from tests.pure.documents.read.makers import pdf, png, read, refusal, zipped


def refused(path: Path) -> str:
    with pytest.raises(Refused) as error:
        read_file(path)
    return str(error.value)


@pytest.mark.parametrize("name", ["x.pdf", "x.txt", "x.docx", "x"])
def test_the_content_decides_the_format_and_not_the_name(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, pdf("Godkendt."), name).format == "pdf"
    assert read(tmp_path, b"<html><p>Godkendt", name).format == "html"
    assert read(tmp_path, b"Dagsorden < referat", name).format == "txt"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (png(), "er et billede (PNG)"),
        (b"{\\rtf1 Godkendt}", "er et RTF-dokument"),
        (b"<?xml version='1.0'?><Publication/>", "er en XML-fil"),
        (zipped({"xl/workbook.xml": b""}), "er et regneark (.xlsx)"),
        (zipped({"ppt/presentation.xml": b""}), "er en præsentation (.pptx)"),
        (zipped({"content.xml": b""}), "er et OpenDocument-dokument"),
        (zipped({"a.txt": b""}), "er et zip-arkiv"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "gamle format (.doc)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "med adgangskode"),
    ],
)
def test_a_file_of_another_type_is_called_by_its_type(tmp_path: Path, content: bytes, says: str) -> None:
    sentence = refusal(tmp_path, content, "x")
    assert sentence.startswith("»x« ")
    assert says in sentence


def test_a_wrong_type_under_a_right_name_is_said(tmp_path: Path) -> None:
    assert refusal(tmp_path, png(), "x.pdf") == (
        "»x.pdf« er et billede (PNG), selv om navnet ender på .pdf. "
        "Kør det gennem tekstgenkendelse, eller skriv referatet af."
    )
    assert "ikke, hvad navnet siger (.pdf)" in refusal(tmp_path, b"\x00\x01\x02", "x.pdf")


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    assert refused(tmp_path / "x.pdf") == "»x.pdf« findes ikke. Kontrollér stien og navnet."
    assert "findes ikke" in refused(tmp_path / "x\0y")


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"", "x.pdf") == "»x.pdf« er tom (0 byte). Hent eller gem filen igen."


def test_a_folder_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "referater").mkdir()
    assert refused(tmp_path / "referater").startswith("»referater« er en mappe.")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.pdf")
    assert "ikke en almindelig fil" in refused(tmp_path / "x.pdf")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said_to_be_closed(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-")
    (tmp_path / "x.pdf").chmod(0)
    assert "kan ikke åbnes" in refused(tmp_path / "x.pdf")


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    sentence = refusal(tmp_path, b" " * 3_000_000, "x.txt", Limits(file_bytes=2 * 1024 * 1024))
    assert sentence == "»x.txt« fylder 3 MB; højst 2 MB kan læses. Del filen op."
