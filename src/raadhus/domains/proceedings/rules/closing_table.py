"""Why an item may be closed, and which matters are dealt with in the open.

The three grounds of USUALLY_CLOSED are starting points only: each case is judged by itself (NO_STANDING_CLOSING).
For plans the ministry knows rare exceptions, such as a coming purchase of land, so the rule warns; the matters of
Frederikssund's and Fredensborg's published guidance are refused where the body meets in public.
"""

from raadhus.domains.proceedings.rules import sources
from raadhus.domains.proceedings.rules.profile import ClosingReason, OpenMatter

_SECRET = ClosingReason("confidential", "fortrolige oplysninger, som er omfattet af tavshedspligt", sources.SECRECY)
_PERSON = "en bedømmelse af personlige forhold"
_PROPERTY = "køb eller salg af fast ejendom"
_OFFERS = "overslag eller tilbud på bygningsarbejder og leverancer"
_BY_DOORS = f"{sources.OPEN_DOORS}, og {sources.USUALLY_CLOSED}"

PUBLIC_BODY = (
    ClosingReason("person", _PERSON, f"{_BY_DOORS}, nr. 1"),
    ClosingReason("property", _PROPERTY, f"{_BY_DOORS}, nr. 2"),
    ClosingReason("offers", _OFFERS, f"{_BY_DOORS}, nr. 3"),
    _SECRET,
)
OTHER_BODY = (
    ClosingReason("person", _PERSON, sources.SECRECY),
    ClosingReason("property", _PROPERTY, sources.SECRECY),
    ClosingReason("offers", _OFFERS, sources.SECRECY),
    _SECRET,
)

_GUIDANCE = f"{sources.OPEN_DOORS}, som Frederikssund og Fredensborg kommuner vejleder om den"

OPEN_MATTERS = (
    OpenMatter(
        "plans",
        "vedtagelse af kommune- og lokalplaner",
        ("lokalplan", "kommuneplan"),
        "warning",
        f"{sources.OPEN_DOORS}, og {sources.PLANS_IN_THE_OPEN}",
    ),
    OpenMatter("annual_budget", "kommunens årsbudget", ("årsbudget", "budgetforslag"), "refusal", _GUIDANCE),
    OpenMatter("appointments", "udpegninger", ("udpegning",), "refusal", _GUIDANCE),
)
