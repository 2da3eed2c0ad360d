"""Every write of publishing: may you, does the rule allow, change, note in the audit log."""

from raadhus.domains.publishing.changes.publish import Difference, publish_anew, publish_what_is_due
from raadhus.domains.publishing.changes.release import release_answer, withdraw_remark
from raadhus.domains.publishing.changes.set_publication import set_publication

__all__ = [
    "Difference",
    "publish_anew",
    "publish_what_is_due",
    "release_answer",
    "set_publication",
    "withdraw_remark",
]
