"""Every named read of follow-up. The reader comes first; what is not there and what is not theirs look alike. What is
counted for all readers at once is a `ByAudience`, which opens for one reader at a time."""

from raadhus.domains.followup.queries.commitments import (
    Asked,
    commitment_for,
    commitments_by_source,
    commitments_for,
    commitments_to_count,
    owed_by,
    owed_by_post,
    ownerless,
)
from raadhus.domains.followup.queries.finding import find_to_wait_for
from raadhus.domains.followup.queries.overview import By, Figures, Group, Overview, figures_for, overview_for, overviews
from raadhus.domains.followup.queries.steps import Step, steps_of
from raadhus.domains.followup.queries.traces import (
    acted_upon_by,
    awaited_by,
    history_of,
    parts_of,
    places_of,
    proof_for,
    proofs_of,
    waiting_for_it,
)
from raadhus.domains.followup.queries.words import Words, words_by_audience, words_for

__all__ = [
    "Asked",
    "By",
    "Figures",
    "Group",
    "Overview",
    "Step",
    "Words",
    "acted_upon_by",
    "awaited_by",
    "commitment_for",
    "commitments_by_source",
    "commitments_for",
    "commitments_to_count",
    "figures_for",
    "find_to_wait_for",
    "history_of",
    "overview_for",
    "overviews",
    "owed_by",
    "owed_by_post",
    "ownerless",
    "parts_of",
    "places_of",
    "proof_for",
    "proofs_of",
    "steps_of",
    "waiting_for_it",
    "words_by_audience",
    "words_for",
]
