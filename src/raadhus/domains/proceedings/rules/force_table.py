"""Which rules stand in which kind of body, how a breach weighs, and from where each comes.

A refusal is kept for what has a written source or would leave the record untrue; good order only warns.
"""

from raadhus.domains.proceedings.rules import sources as of
from raadhus.domains.proceedings.rules.breach import Severity
from raadhus.domains.proceedings.rules.profile import InForce


def _warn(source: str = of.HOUSE) -> InForce:
    return InForce("warning", source)


def _refuse(source: str = of.HOUSE) -> InForce:
    return InForce("refusal", source)


# In every body: the record must be true, and nothing secret may slip out.
_EVERYWHERE = {
    "notice.days": _warn(),
    "notice.late_reason": _warn(),
    "notice.moved": _warn(),
    "attendance.known": _warn(),
    "deputies.allowed": _refuse(of.LOCAL),
    "deputies.one_seat": _refuse(),
    "vote.by_votes": _refuse(),
    "vote.present": _refuse(),
    "vote.member": _refuse(),
    "vote.once": _refuse(),
    "vote.named_is_stated": _refuse(),
    "stop.body": _refuse(of.STOP),
    "closed.reason": _refuse(),
    "closed.concrete": _warn(),
    "closed.open_again": _warn(),
    "closed.part": _warn(),
    "minutes.approved": _warn(),
    "minutes.reviewed": _warn(),
    "minutes.add_only": _refuse(),
    "dissent.took_part": _refuse(of.LOCAL),
    "item.undecided": _refuse(),
    "item.recommended": _warn(),
    "hearing.answered": _warn(),
    "template.help": _refuse(),
}

ADMINISTRATIVE = _EVERYWHERE | {
    "disqualified.leaves": _refuse(of.ADMINISTRATION_DISQUALIFIED),
}
DISSENT_LOCAL = {"dissent.took_part": _refuse(of.LOCAL)}

LOCAL_RULES = ADMINISTRATIVE | {
    "notice.days": _warn(of.LOCAL),
    "quorum": _refuse(of.LOCAL),
    "vote.everyone": _warn(of.LOCAL),
    "minutes.signed": _warn(of.LOCAL),
    "minutes.approved": _warn(of.LOCAL),
}

_POLITICAL: dict[str, InForce] = _EVERYWHERE | {
    "quorum": _refuse(of.LOCAL),
    "disqualified.leaves": _refuse(of.LEAVES_THE_ROOM),
    "vote.everyone": _warn(of.VOTES_NAMED),
    "minutes.add_only": _refuse(of.ADD_ONLY),
}

SPECIAL = _POLITICAL | {
    "notice.days": _warn(of.SPECIAL_COMMITTEE),
    "quorum": _refuse(of.SPECIAL_COMMITTEE),
    "vote.everyone": _warn(of.SPECIAL_COMMITTEE),
    "minutes.signed": _warn(of.SPECIAL_COMMITTEE),
    "dissent.took_part": _refuse(of.SPECIAL_COMMITTEE),
}

_STOP: dict[str, tuple[Severity, str]] = {
    "stop.body": ("refusal", of.STOP),
    "stop.before_adjourned": ("refusal", of.STOP_UNTIL_ADJOURNED),
    "stop.says_council": ("warning", of.STOP_SAID_CLEARLY),
    "stop.took_part": ("refusal", of.STOP_TOOK_PART),
    "stop.needs_no_reason": ("warning", of.STOP),
    "stop.decides": ("refusal", of.STOP_LAPSED),
    "stop.not_procedural": ("refusal", of.STOP_LAPSED),
    "stop.without_delay": ("warning", of.STOP_WITHOUT_DELAY),
}

COMMITTEE = (
    _POLITICAL
    | {
        "notice.days": _warn(of.LOCAL),
        "notice.late_reason": _warn(of.LOCAL),
        "disqualified.decided": _refuse(of.LEAVES_THE_ROOM),
        "deputies.allowed": _refuse(of.COMMITTEE_DEPUTY),
        "minutes.signed": _warn(of.LOCAL),
    }
    | {rule: InForce(*stands) for rule, stands in _STOP.items()}
)

COUNCIL = _POLITICAL | {
    "notice.days": _warn(of.NOTICE),
    "notice.late_reason": _refuse(of.LATE),
    "notice.moved": _warn(of.NOTICE),
    "quorum": _refuse(of.QUORUM),
    "deputies.allowed": _refuse(of.COUNCIL_DEPUTY),
    "disqualified.decided": _refuse(of.DISQUALIFIED),
    "disqualified.leaves": _refuse(f"{of.DISQUALIFIED}, og {of.LEAVES_THE_ROOM}"),
    "disqualified.postponed": _refuse(of.DISQUALIFIED_POSTPONED),
    "closed.reason": _refuse(of.OPEN_DOORS),
    "closed.concrete": _refuse(f"{of.OPEN_DOORS}, og {of.NO_STANDING_CLOSING}"),
    "closed.never": _refuse(of.OPEN_DOORS),
    "closed.publish": _warn(of.PUBLISHED_ANYWAY),
    "minutes.signed": _refuse(of.SIGNING),
    "dissent.took_part": _refuse(of.DISSENT),
}
