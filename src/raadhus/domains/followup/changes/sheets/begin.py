"""Begin a sheet, and bring an Excel file to it."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.cases.changes import find_or_open_case
from raadhus.domains.cases.models import Case
from raadhus.domains.followup.access import acting_user
from raadhus.domains.followup.access.sheets import may_make_sheets
from raadhus.domains.followup.changes.sheets.writing import refuse_long, sheet_to_keep
from raadhus.domains.followup.models import Sheet, SheetFile
from raadhus.domains.followup.queries.sheets import audiences_to_choose
from raadhus.foundation.accounts.models import Audience
from raadhus.foundation.audit.record import line_up, record
from raadhus.foundation.files.changes import keep_file
from raadhus.foundation.files.models import StoredFile
from raadhus.pure.documents.read.workbook import read_bounded
from raadhus.pure.documents.read.workbook.refusals import LIMITS
from raadhus.pure.kernel.errors import Refused

LONGEST = 200
MOST_BYTES = LIMITS.file_bytes


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What a sheet is called, the agreement it follows up, its case's number ("" for none), and who may read it."""

    title: str
    agreement: str
    case_number: str = ""
    audience: Audience | None = None


@transaction.atomic
def begin_sheet(*, facts: SheetFacts, by: Any, at: datetime) -> Sheet:
    """An empty sheet that `by` keeps. It may be shown only to those whom `by` belongs to; without, to nobody else."""
    if not may_make_sheets(by):
        raise PermissionDenied("Whoever signs in may begin a sheet.")
    line_up()
    title, agreement, case = checked_facts(facts, by=by, at=at)
    if facts.audience and not audiences_to_choose(by).filter(pk=facts.audience.pk).exists():
        raise PermissionDenied("A sheet is shown to an audience that one belongs to.")
    sheet = Sheet.objects.create(
        title=title, agreement=agreement, case=case, audience=facts.audience, kept_by=acting_user(by), made_at=at
    )
    told = {"title": title, "agreement": agreement, "audience": facts.audience.pk if facts.audience else None}
    record("began_sheet", "sheet", sheet.pk, by=by, at=at, facts=told)
    return sheet


def checked_facts(facts: SheetFacts, *, by: Any, at: datetime) -> tuple[str, str, Case | None]:
    """The title, the agreement and the case, opened where it is new; `Refused` where a name is missing."""
    title = refuse_long(facts.title, LONGEST, "Arkets navn")
    agreement = refuse_long(facts.agreement, LONGEST, "Aftalens navn")
    if not title or not agreement:
        raise Refused("Skriv, hvad arket hedder, og hvilken aftale det følger op på, fx „Budgetaftale 2022“.")
    number = facts.case_number.strip()
    case = find_or_open_case(number, by=by, at=at) if number else None
    if number and case is None:
        raise Refused("Sagsnummeret er for langt til at være et sagsnummer. Skriv det, som det står på sagen.")
    return title, agreement, case


def begin_sheet_with_file(*, facts: SheetFacts, data: bytes, name: str, by: Any, at: datetime) -> SheetFile:
    """Begin a sheet with its Excel file, or neither; returns the file, whose sheet is the new one."""
    read_bounded(data, name)  # seconds of work, before any other writer has to wait
    with transaction.atomic():
        return _kept(begin_sheet(facts=facts, by=by, at=at), data, name, by, at)


def bring_file(*, sheet: Sheet, data: bytes, name: str, by: Any, at: datetime) -> SheetFile:
    """Keep an Excel file for the sheet; nothing of it is taken in yet. `Refused` where it cannot be read."""
    read_bounded(data, name)  # seconds of work, before any other writer has to wait
    return _kept(sheet, data, name, by, at)


@transaction.atomic
def _kept(sheet: Sheet, data: bytes, name: str, by: Any, at: datetime) -> SheetFile:
    row = sheet_to_keep(sheet, by=by)
    brought = SheetFile.objects.create(
        sheet=row,
        file=kept_file(data, name, "upload", by, at),
        name=name[-255:],
        brought_by=acting_user(by),
        brought_at=at,
    )
    facts = {"file": brought.pk, "name": brought.name, "sha256": brought.file.sha256}
    record("brought_sheet_file", "sheet", row.pk, by=by, at=at, facts=facts)
    return brought


def kept_file(data: bytes, name: str, origin: str, by: Any, at: datetime) -> StoredFile:
    """The bytes, a new file for administrators only: who reads them through a sheet is asked there. Bytes that are kept
    already stay with those who have them."""
    known = StoredFile.objects.select_related("audience").filter(sha256=sha256(data).hexdigest()).first()
    return keep_file(data=data, name=name, origin=origin, audience=known.audience if known else None, by=by, at=at)
