"""How much one document may cost before its reading is given up."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, pages and characters bound a document; seconds and memory bound the child process that reads it.

    `file_bytes` is the file as it lies on disk; `part_bytes` one unpacked part of a Word file, `unpacked_bytes` all its
    parts by their own account, `ratio` unpacked by packed size of one part (looked at above `MEGABYTE`). `wall_seconds`
    and `cpu_seconds` are for each document, `memory_bytes` for the address space of the whole child. The child is
    replaced by a fresh one after `documents_a_child` documents, or when it has ever held `worn_bytes` of memory.
    """

    file_bytes: int = 50 * MEGABYTE
    pages: int = 2_000
    characters: int = 10_000_000
    part_bytes: int = 30 * MEGABYTE
    parts: int = 2_000
    unpacked_bytes: int = 500 * MEGABYTE
    ratio: int = 200
    wall_seconds: float = 60.0
    cpu_seconds: int = 60
    memory_bytes: int = 1024 * MEGABYTE
    documents_a_child: int = 2_000
    worn_bytes: int = 400 * MEGABYTE


DEFAULT = Limits()
