"""Streams of a PDF whose end cannot be mistaken.

A stream's data may end with a carriage return; the line feed that the format wants before "endstream" then looks like
one line end with it, and a program that looks for the end instead of counting finds the data a byte too short.
page-validation 0.11 calls such a file no PDF/A. One stream in 256 ends so, by the chance of its checksum.
"""

import io
from typing import Any

import pikepdf


def with_plain_ends(pdf: bytes) -> bytes:
    """`pdf` itself, or where a stream ends with a carriage return the same with that stream written as hex digits."""
    if b"\r\nendstream" not in pdf:
        return pdf
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream) and thing.read_raw_bytes().endswith(b"\r"):
                _write_as_hex(thing)
        document.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
    return out.getvalue()


def _write_as_hex(stream: pikepdf.Stream) -> None:
    filters, parameters = _listed(stream, "/Filter"), _listed(stream, "/DecodeParms")
    stream.write(
        stream.read_raw_bytes().hex().encode() + b">",
        filter=pikepdf.Array([pikepdf.Name.ASCIIHexDecode, *filters]),
        decode_parms=pikepdf.Array([None, *parameters]) if parameters else None,
    )


def _listed(stream: pikepdf.Stream, key: str) -> list[Any]:
    """The value at `key` as a list: what may be one thing or an array of them."""
    value = stream.get(key)
    if value is None:
        return []
    return list(value.as_list()) if isinstance(value, pikepdf.Array) else [value]
