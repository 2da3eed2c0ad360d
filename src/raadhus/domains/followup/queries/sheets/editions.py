"""Frozen editions of a sheet, and what is new between two of them or since one of them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet

from raadhus.domains.followup.access.sheets import visible_sheets
from raadhus.domains.followup.models import Sheet, SheetEdition
from raadhus.domains.followup.queries.sheets.content import content_of
from raadhus.domains.followup.rules.sheets.comparing import Comparison, compare
from raadhus.domains.followup.rules.sheets.content import checksum, from_json
from raadhus.foundation.audit.queries import acts_called
from raadhus.pure.kernel.errors import Refused


def editions_of(reader: Any, sheet: Sheet) -> QuerySet[SheetEdition]:
    """The sheet's editions, newest first, without their content."""
    editions = SheetEdition.objects.filter(sheet__in=visible_sheets(reader).filter(pk=sheet.pk))
    return editions.defer("content").select_related("frozen_by", "xlsx", "pdf", "docx")


def edition_for(reader: Any, pk: int) -> SheetEdition:
    """The edition, or `ObjectDoesNotExist` where it is not there or not the reader's."""
    editions = SheetEdition.objects.filter(sheet__in=visible_sheets(reader))
    return editions.select_related("sheet", "xlsx", "pdf", "docx").get(pk=pk)


def is_whole(edition: SheetEdition) -> bool:
    """Whether the content still gives its checksum."""
    return checksum(edition.content) == edition.checksum


def broken_editions() -> Iterator[str]:
    """A sentence for every edition whose content or checksum is no longer what the log says was frozen, or that is
    gone; reads all of them."""
    frozen = {(int(act.object_id), act.facts["edition"]): act.facts["checksum"] for act in acts_called("froze_sheet")}
    for edition in SheetEdition.objects.order_by("pk").iterator(chunk_size=20):
        said = frozen.pop((edition.sheet_id, edition.number), None)
        if not is_whole(edition) or said != edition.checksum:
            yield _BROKEN.format(number=edition.number, sheet=edition.sheet_id)
    for sheet, number in frozen:
        yield f"Udgave {number} af opfølgningsark {sheet} er væk; hent den fra en sikkerhedskopi."


_BROKEN = "Udgave {number} af opfølgningsark {sheet} er ikke, som da den blev frosset; hent den fra en sikkerhedskopi."


def comparison(before: SheetEdition, after: SheetEdition | None, *, as_of: date) -> Comparison:
    """What is new in `after`, or in the sheet as it stands, since `before`; `Refused` where one was tampered with."""
    for edition in (before, after):
        if edition is not None and not is_whole(edition):
            raise Refused(
                f"Udgave {edition.number} er ændret uden om Rådhus og kan ikke sammenlignes. Kald raadhus verify."
            )
    now = from_json(after.content) if after else content_of(before.sheet, as_of=as_of)
    return compare(from_json(before.content), now)
