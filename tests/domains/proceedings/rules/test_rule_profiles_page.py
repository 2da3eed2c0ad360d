"""docs/rule-profiles.md says what the code does, rule by rule and body by body."""

from pathlib import Path

import pytest

from raadhus.domains.proceedings.rules.profiles import PROFILES
from raadhus.domains.proceedings.rules.reminding_settings import quiet_in_words
from raadhus.domains.proceedings.rules.rule_table import RULES

PAGE = (Path(__file__).resolve().parents[4] / "docs" / "rule-profiles.md").read_text(encoding="utf-8")
_MARK = {"warning": "advarer", "refusal": "afviser"}


def row_of(rule: str) -> str:
    cells = [
        f"{_MARK[stands.severity]}: {stands.source}" if (stands := profile.rules.get(rule)) else "–"
        for profile in PROFILES.values()
    ]
    return f"| `{rule}` {RULES[rule]} | {' | '.join(cells)} |"


@pytest.mark.parametrize("rule", RULES)
def test_the_page_has_the_rule_as_it_stands_in_every_body(rule: str) -> None:
    assert row_of(rule) in PAGE


@pytest.mark.parametrize("key", PROFILES)
def test_the_page_says_how_the_body_works(key: str) -> None:
    one = PROFILES[key]
    saturday = "ja" if one.saturday_counts else "nej"
    assert (
        f"| `{key}` {one.name} | {one.called_by} | {one.notice_days} | {saturday} | {one.quorum} | {one.decides_by} | "
        f"{one.tie} | {one.signs} | {one.approves} | {one.numbering} |"
    ) in PAGE


@pytest.mark.parametrize("key", PROFILES)
def test_the_page_says_how_the_body_reminds(key: str) -> None:
    name, one = PROFILES[key].name, PROFILES[key].reminding
    assert (
        f"| `{key}` {name} | {one.digest_on} | {one.days_ahead} | {one.keeper_after} | {one.head_after} | "
        f"{'ja' if one.may_stop else 'nej'} | {quiet_in_words(one.quiet)} |"
    ) in PAGE
