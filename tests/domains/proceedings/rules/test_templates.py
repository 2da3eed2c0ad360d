"""Help text in templates: shown, and kept out of everything that is sent."""

import pytest

from raadhus.domains.proceedings.rules.profiles import PROFILES
from raadhus.domains.proceedings.rules.templates import check_help, has_help_text, with_help, without_help

SECTIONS = [section for profile in PROFILES.values() for section in profile.sections]
FORUM = PROFILES["administrative_forum"]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.heading)
def test_every_help_text_is_found_marked_unmarked_and_in_part(section) -> None:  # type: ignore[no-untyped-def]
    assert has_help_text(with_help(section))
    assert has_help_text(f"Indledning. {section.help.upper()}", SECTIONS) or len(section.help.split()) < 6
    assert without_help(f"Før {with_help(section)} efter") == "Før  efter"


def test_a_few_words_of_a_help_text_in_other_words_are_not_help() -> None:
    assert not has_help_text("Beskriv sagen for udvalget, bad formanden om.", SECTIONS)


@pytest.mark.parametrize(
    "text",
    [
        "[… HUSK denne hjælpetekst skal slettes]",
        "Slet venligst denne hjælpetekst",
        "[Skriv her]",
        "Beløbet er xxx kr.",
        "Lorem ipsum dolor",
        "tekst ⟧",
        "⟦ uden ende",
    ],
)
def test_traces_of_another_template_are_help(text: str) -> None:
    assert has_help_text(text)


@pytest.mark.parametrize("text", ["", "Chefforum drøftede arket.", "[1] Notat", "Hjælpemidler slettes ikke"])
def test_ordinary_text_is_not_help(text: str) -> None:
    assert not has_help_text(text, SECTIONS)


def test_a_section_with_help_left_is_refused_by_its_heading() -> None:
    (breach,) = check_help(FORUM, [("Anledning", with_help(FORUM.sections[0])), ("Sagsfremstilling", "Sagen er …")])
    assert (breach.rule, breach.severity) == ("template.help", "refusal")
    assert breach.sentence.startswith("Afsnittet „Anledning“ indeholder stadig hjælpetekst.")
