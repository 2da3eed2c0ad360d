"""Every profile is whole, names where its rules come from, and can be set only as far as the body may."""

import pytest

from raadhus.domains.proceedings.rules import sources
from raadhus.domains.proceedings.rules.breach import Breach, refuse_breaches
from raadhus.domains.proceedings.rules.profiles import PROFILES, profile_named, with_settings
from raadhus.domains.proceedings.rules.rule_table import RULES
from raadhus.pure.kernel.errors import Refused

COUNCIL = PROFILES["council"]
FORUM = PROFILES["administrative_forum"]
SOURCES = {value for name, value in vars(sources).items() if name.isupper()}


def test_there_are_seven_kinds_of_body() -> None:
    assert set(PROFILES) == {
        "administrative_forum",
        "council",
        "standing_committee",
        "section17_4",
        "board",
        "works_council",
        "project_group",
    }


@pytest.mark.parametrize("key", PROFILES)
def test_every_rule_in_force_is_known_and_has_a_source(key: str) -> None:
    for rule, stands in PROFILES[key].rules.items():
        assert rule in RULES
        assert any(stands.source.startswith(source) for source in SOURCES)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_a_sentence_and_stands_in_some_body(rule: str) -> None:
    assert RULES[rule][0].isupper()
    assert RULES[rule].endswith(".")
    assert any(rule in profile.rules for profile in PROFILES.values())


def test_an_administrative_forum_has_no_rule_from_the_law_on_councils() -> None:
    of_the_law = {rule for rule, stands in FORUM.rules.items() if sources.LAW in stands.source}
    assert of_the_law == {"stop.body"}  # only to say that nothing can be stopped there


@pytest.mark.parametrize("key", PROFILES)
def test_a_profile_passes_on_to_profiles_there_are(key: str) -> None:
    assert set(PROFILES[key].passes_to) <= set(PROFILES)


@pytest.mark.parametrize("key", PROFILES)
def test_each_key_of_a_phrase_book_stands_for_one_outcome(key: str) -> None:
    letters = [phrase.letter for phrase in PROFILES[key].phrases]
    assert len(letters) == len(set(letters))
    assert {"G", "E", "D", "U", "X"} <= set(letters)


def test_a_rule_that_a_body_does_not_have_is_no_breach() -> None:
    assert FORUM.breach("quorum", "Der mangler nogen.") == ()


def test_a_rule_that_nobody_has_is_a_mistake_in_the_program() -> None:
    with pytest.raises(KeyError):
        FORUM.breach("no.such.rule", "…")


def test_an_unknown_profile_names_those_there_are() -> None:
    with pytest.raises(Refused, match="Vælg en af disse: administrative_forum, board"):
        profile_named("senate")


def test_a_body_sets_its_own_days_and_whether_saturday_counts() -> None:
    own = with_settings(COUNCIL, {"notice_days": 6, "saturday_counts": True})
    assert (own.notice_days, own.saturday_counts, own.key) == (6, True, "council")


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"notice_days": 3}, "mindst 4 hverdage efter § 8, stk. 4"),
        ({"quorum": "none"}, "følger for Kommunalbestyrelse af § 11, stk. 2"),
        ({"has_deputies": False}, "§ 15, stk. 2"),
        ({"has_dissent": False}, "§ 13, stk. 2"),
        ({"severities": {"notice.late_reason": "warning"}}, "følger af § 8, stk. 5"),
    ],
)
def test_what_the_law_settles_a_council_cannot_set(settings: dict[str, object], says: str) -> None:
    with pytest.raises(Refused, match=says):
        with_settings(COUNCIL, settings)


def test_a_forum_may_let_a_house_rule_refuse() -> None:
    own = with_settings(FORUM, {"severities": {"notice.late_reason": "refusal"}})
    assert own.rules["notice.late_reason"].severity == "refusal"
    assert FORUM.rules["notice.late_reason"].severity == "warning"


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"notice_days": True}, "helt tal"),
        ({"notice_days": 31}, "fra 0 til 30"),
        ({"saturday_counts": "ja"}, "ja eller nej"),
        ({"numbering": "roman"}, "per_meeting, per_year, hierarchical"),
        ({"called_by": "  "}, "hvem der indkalder"),
        ({"colour": "red"}, "ingen indstilling „colour“"),
        ({"phrases": {"Q": "Hurra."}}, "intet udfald med bogstavet „Q“"),
        ({"phrases": {"G": " "}}, "er tom"),
        ({"severities": {"quorum": "refusal"}}, "ingen regel „quorum“"),
        ({"severities": {"notice.days": "shout"}}, "advare .* eller afvise"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(settings: dict[str, object], says: str) -> None:
    with pytest.raises(Refused, match=says):
        with_settings(FORUM, settings)


def test_a_body_words_its_own_outcome() -> None:
    own = with_settings(FORUM, {"phrases": {"G": "Tiltrådt."}})
    assert {phrase.letter: phrase.words for phrase in own.phrases}["G"] == "Tiltrådt."


def test_warnings_are_handed_back_and_refusals_raised_with_their_source() -> None:
    warning = Breach("a", "warning", "Husk det.", "husregel")
    assert refuse_breaches([warning]) == (warning,)
    with pytest.raises(Refused, match=r"^Gør det\. \(§ 1\)$"):
        refuse_breaches([warning, Breach("b", "refusal", "Gør det.", "§ 1")])
