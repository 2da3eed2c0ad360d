"""Every named read of the live side. The reader comes first; what is not there and what is not theirs look alike."""

from raadhus.domains.proceedings.queries.agenda_checks import breaches_of
from raadhus.domains.proceedings.queries.agenda_content import frozen_agendas, is_as_sent
from raadhus.domains.proceedings.queries.agenda_reading import agenda_reading
from raadhus.domains.proceedings.queries.before_agenda import BeforeAgenda, before_agenda
from raadhus.domains.proceedings.queries.bodies import members_of, profile_of, standing_items_of
from raadhus.domains.proceedings.queries.changed import Changes, changed_since, changes_between
from raadhus.domains.proceedings.queries.checks import broken_frozen, broken_seals, seal_digest
from raadhus.domains.proceedings.queries.content import digest_of, minutes_content
from raadhus.domains.proceedings.queries.corrections import CorrectionShown, corrections_of
from raadhus.domains.proceedings.queries.facts import (
    attendances_of,
    item_revision,
    items_of,
    roll_of,
    roll_of_meeting,
    seats_in,
)
from raadhus.domains.proceedings.queries.in_room import (
    EXCUSES,
    absences_of,
    agenda_is_approved,
    approvals_at,
    attendees_of,
    decision_text_of,
    dissents_of,
    own_signature,
    pledges_of,
    points_of,
    stops_of,
)
from raadhus.domains.proceedings.queries.minutes import minutes_of
from raadhus.domains.proceedings.queries.on_screen import PointShown, Screen, on_screen
from raadhus.domains.proceedings.queries.package import (
    OwnNote,
    Package,
    PackageItem,
    note_for,
    package_for,
    sent_item,
    two_versions,
    without_what_is_kept_back,
)
from raadhus.domains.proceedings.queries.passages import Passage, passages_on_record, passages_under_way
from raadhus.domains.proceedings.queries.paths import PathStop, path_of
from raadhus.domains.proceedings.queries.proposals import (
    backlog_of,
    enclosures_of,
    help_of,
    my_proposals,
    proposal_for,
    texts_of,
    waiting_for,
)
from raadhus.domains.proceedings.queries.reviews import (
    corrections_to_approve,
    has_to_sign,
    minutes_to_approve,
    next_sitting,
    review_for,
    reviewers_for,
    reviews_of,
    reviews_waiting,
)
from raadhus.domains.proceedings.queries.sent import ConfidentialText, confidential_texts, enclosure_for
from raadhus.domains.proceedings.queries.sittings import agenda_of, numbers_of, sitting_for, sittings_for
from raadhus.domains.proceedings.queries.standing import (
    Standing,
    newest_agenda,
    newest_minutes,
    sent_minutes,
    standing_of,
    to_sign,
)
from raadhus.domains.proceedings.queries.texts import (
    html_at,
    is_kept_back,
    may_write,
    picture_for,
    revisions_of,
    text_for,
)
from raadhus.domains.proceedings.queries.waiting import placing_of, why_on_agenda

__all__ = [
    "EXCUSES",
    "BeforeAgenda",
    "Changes",
    "ConfidentialText",
    "CorrectionShown",
    "OwnNote",
    "Package",
    "PackageItem",
    "Passage",
    "PathStop",
    "PointShown",
    "Screen",
    "Standing",
    "absences_of",
    "agenda_is_approved",
    "agenda_of",
    "agenda_reading",
    "approvals_at",
    "attendances_of",
    "attendees_of",
    "backlog_of",
    "before_agenda",
    "breaches_of",
    "broken_frozen",
    "broken_seals",
    "changed_since",
    "changes_between",
    "confidential_texts",
    "corrections_of",
    "corrections_to_approve",
    "decision_text_of",
    "digest_of",
    "dissents_of",
    "enclosure_for",
    "enclosures_of",
    "frozen_agendas",
    "has_to_sign",
    "help_of",
    "html_at",
    "is_as_sent",
    "is_kept_back",
    "item_revision",
    "items_of",
    "may_write",
    "members_of",
    "minutes_content",
    "minutes_of",
    "minutes_to_approve",
    "my_proposals",
    "newest_agenda",
    "newest_minutes",
    "next_sitting",
    "note_for",
    "numbers_of",
    "on_screen",
    "own_signature",
    "package_for",
    "passages_on_record",
    "passages_under_way",
    "path_of",
    "picture_for",
    "placing_of",
    "pledges_of",
    "points_of",
    "profile_of",
    "proposal_for",
    "review_for",
    "reviewers_for",
    "reviews_of",
    "reviews_waiting",
    "revisions_of",
    "roll_of",
    "roll_of_meeting",
    "seal_digest",
    "seats_in",
    "sent_item",
    "sent_minutes",
    "sitting_for",
    "sittings_for",
    "standing_items_of",
    "standing_of",
    "stops_of",
    "text_for",
    "texts_of",
    "to_sign",
    "two_versions",
    "waiting_for",
    "why_on_agenda",
    "without_what_is_kept_back",
]
