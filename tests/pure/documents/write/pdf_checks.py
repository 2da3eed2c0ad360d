"""What a test asks of a PDF: text, structure, and the rules of PDF/UA-1 and PDF/A-2a by page-validation."""

import io
import re
from typing import Any

import page
import pikepdf
import pypdfium2


def broken_rules(pdf: bytes) -> list[str]:
    """Every rule of PDF/UA-1 and PDF/A-2a that the file fails; empty where it keeps them all."""
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in ("ua1", "2a")]
    assert all(report.rules.total > 100 for report in reports)
    return [f"{failure.rule_id}: {failure.message}" for report in reports for failure in report.failures]


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, lines as PDFium breaks them."""
    document = pypdfium2.PdfDocument(pdf)
    return [one.get_textpage().get_text_range().replace("\r\n", "\n") for one in document]


def words_of(pdf: bytes) -> str:
    """All text with single spaces."""
    return re.sub(r"\s+", " ", " ".join(pages_of(pdf)))


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def tags_of(pdf: bytes) -> list[str]:
    """The structure's tags in reading order, a parent before its parts."""
    found: list[str] = []

    def walk(element: Any) -> None:
        if isinstance(element, pikepdf.Array):
            for part in element:
                walk(part)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            found.append(str(element.S)[1:])
            if "/K" in element:
                walk(element.K)

    with opened(pdf) as document:
        walk(document.Root.StructTreeRoot.K)
    return found


def bookmarks_of(pdf: bytes) -> dict[str, list[str]]:
    """The first two levels of the bookmarks."""
    with opened(pdf) as document, document.open_outline() as outline:
        return {entry.title: [child.title for child in entry.children] for entry in outline.root}
