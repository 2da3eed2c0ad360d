"""What may stand on a public page of follow-up, and how it is written there."""

from raadhus.domains.publishing.rules.public_row import (
    STATUSES,
    UNNAMED,
    PublicRow,
    digest_of_rows,
    responsible_words,
    row_from,
)
from raadhus.domains.publishing.rules.remark import refuse_unfit

__all__ = ["STATUSES", "UNNAMED", "PublicRow", "digest_of_rows", "refuse_unfit", "responsible_words", "row_from"]
