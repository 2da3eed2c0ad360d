"""The formats a paper is written in, by the ending of the file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from raadhus.pure.documents.tree import Document
from raadhus.pure.documents.write.docx import write_docx
from raadhus.pure.documents.write.html import write_html
from raadhus.pure.documents.write.pdf import render


@dataclass(frozen=True, slots=True)
class Format:
    """`write` gives the file's bytes, the same for the same tree."""

    media_type: str
    write: Callable[[Document], bytes]


def _web_page(document: Document) -> bytes:
    return write_html(document).encode()


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "pdf": Format("application/pdf", render),
        "docx": Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", write_docx),
        "html": Format("text/html; charset=utf-8", _web_page),
    }
)
