"""Freeze a sheet as an annex: its content and its papers, each with a checksum, as they stand at that moment."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.followup.access import acting_user
from raadhus.domains.followup.access.sheets import may_keep
from raadhus.domains.followup.changes.sheets.begin import kept_file
from raadhus.domains.followup.changes.sheets.writing import refuse_long, sheet_to_keep
from raadhus.domains.followup.models import Sheet, SheetEdition
from raadhus.domains.followup.queries.sheets import content_of
from raadhus.domains.followup.rules.sheets.content import Content, as_json, checksum
from raadhus.domains.followup.rules.sheets.paper import document_of, xlsx_of
from raadhus.foundation.audit.record import record
from raadhus.foundation.files.models import StoredFile
from raadhus.pure.documents.write.docx import write_docx
from raadhus.pure.documents.write.pdf import render
from raadhus.pure.kernel.danish_day import danish_day
from raadhus.pure.kernel.errors import Refused

KINDS = ("xlsx", "pdf", "docx")


def paper_as(kind: str, content: Content) -> bytes:
    """The sheet as a file of one of `KINDS`; takes seconds where there are hundreds of rows."""
    if kind == "xlsx":
        return xlsx_of(content)
    document = document_of(content)
    return render(document) if kind == "pdf" else write_docx(document)


def freeze_sheet(*, sheet: Sheet, label: str, meeting: str, by: Any, at: datetime) -> SheetEdition:
    """The sheet's next edition, for a meeting in words ("Chefforum 3. februar 2022") where there is one.

    `Refused` where somebody wrote in the sheet while its papers were made.
    """
    if not may_keep(by, sheet):
        raise PermissionDenied("Only the keeper of a sheet freezes it.")
    content = content_of(Sheet.objects.get(pk=sheet.pk), as_of=danish_day(at))
    if not content.rows:
        raise Refused("Arket har ingen rækker. Læs et regneark ind først.")
    return _kept(sheet, content, {kind: paper_as(kind, content) for kind in KINDS}, label, meeting, by, at)


@transaction.atomic
def _kept(
    sheet: Sheet, content: Content, papers: Mapping[str, bytes], label: str, meeting: str, by: Any, at: datetime
) -> SheetEdition:
    row = sheet_to_keep(sheet, by=by)
    if content_of(row, as_of=danish_day(at)) != content:
        raise Refused("Nogen skrev i arket, mens det blev frosset. Frys det igen.")
    last = SheetEdition.objects.filter(sheet=row).first()
    number = last.number + 1 if last else 1
    text = as_json(content)
    files = {kind: _file(row, number, kind, data, by, at) for kind, data in papers.items()}
    edition = SheetEdition.objects.create(
        sheet=row,
        number=number,
        label=refuse_long(label, 60, "Udgavens navn"),
        meeting=refuse_long(meeting, 200, "Mødet"),
        content=text,
        checksum=checksum(text),
        frozen_by=acting_user(by),
        frozen_at=at,
        **files,
    )
    facts: dict[str, Any] = {"edition": number, "checksum": edition.checksum, "meeting": edition.meeting}
    facts |= {kind: file.sha256 for kind, file in files.items()}
    record("froze_sheet", "sheet", row.pk, by=by, at=at, facts=facts)
    return edition


def _file(sheet: Sheet, number: int, kind: str, data: bytes, by: Any, at: datetime) -> StoredFile:
    return kept_file(data, f"{sheet.title} udgave {number}.{kind}", "rendered", by, at)
