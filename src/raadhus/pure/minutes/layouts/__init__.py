"""The layouts that are known, and which of them a document is in.

Adding a layout is adding a module with one `LAYOUT` and naming it here; see docs/reading-minutes.md.
"""

import re
from collections.abc import Sequence

from raadhus.pure.minutes.layouts import (
    acadre,
    albertslund_committee,
    albertslund_forum,
    case_under_title,
    firstagenda,
    generic,
    getorganized,
    kk,
    polweb,
    sbsys,
    steering_group,
)
from raadhus.pure.minutes.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    albertslund_forum.LAYOUT,
    albertslund_committee.LAYOUT,
    sbsys.LAYOUT,
    kk.LAYOUT,
    acadre.LAYOUT,
    getorganized.LAYOUT,
    polweb.LAYOUT,
    firstagenda.LAYOUT,
    steering_group.LAYOUT,
    case_under_title.LAYOUT,
)
SURE = 4
_LOOKED_AT = 400
# One pattern for the signs of all layouts: most lines are no sign of any.
_ANY_SIGN = re.compile("|".join(f"(?:{sign})" for layout in LAYOUTS for sign, _ in layout.signs), re.IGNORECASE)


def layout_of(texts: Sequence[str]) -> Layout:
    """The layout whose signs weigh most in `texts` (each sign counts once); generic where none weighs enough."""
    short = {text.strip() for text in texts[:_LOOKED_AT] if 0 < len(text) < 120}
    telling = {text for text in short if _ANY_SIGN.fullmatch(text)}
    best, weight = generic.LAYOUT, SURE - 1
    for layout in LAYOUTS:
        total = sum(points for pattern, points in layout.sign_patterns if _any_matches(pattern, telling))
        if total > weight:
            best, weight = layout, total
    return best


def _any_matches(pattern: re.Pattern[str], texts: set[str]) -> bool:
    return any(pattern.fullmatch(text) for text in texts)
