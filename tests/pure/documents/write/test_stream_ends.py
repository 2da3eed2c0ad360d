"""A stream that ends with a carriage return."""

import io

import pikepdf

from raadhus.pure.documents.write.stream_ends import with_plain_ends


def a_pdf(data: bytes) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    document.pages[0].Contents = document.make_stream(data)
    out = io.BytesIO()
    document.save(out, compress_streams=False, static_id=True)
    return out.getvalue()


def test_it_is_written_so_that_its_end_is_plain_and_says_the_same() -> None:
    pdf = a_pdf(b"q Q\r")
    assert b"\r\nendstream" in pdf
    plain = with_plain_ends(pdf)
    assert b"\r\nendstream" not in plain
    with pikepdf.open(io.BytesIO(plain)) as document:
        assert document.pages[0].Contents.read_bytes() == b"q Q\r"


def test_the_same_file_comes_out_the_same_twice() -> None:
    assert with_plain_ends(a_pdf(b"q Q\r")) == with_plain_ends(a_pdf(b"q Q\r"))


def test_a_file_without_such_a_stream_is_left_as_it_is() -> None:
    pdf = a_pdf(b"q Q")
    assert with_plain_ends(pdf) == pdf
