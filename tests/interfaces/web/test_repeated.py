"""What is written at once is what the template's own way would have written."""

from datetime import date

import pytest
from django.template import engines
from django.urls import NoReverseMatch, reverse

from raadhus.domains.followup.models import Commitment
from raadhus.interfaces.web.addresses import address_of
from raadhus.interfaces.web.templatetags.repeated import deadline, options, owner, shortened

TODAY = date(2022, 2, 1)


def _promise(**facts) -> Commitment:
    return Commitment(**({"status": "accepted", "progress": "open", "made_on": date(2022, 1, 20)} | facts))


@pytest.mark.parametrize("name", ["item", "promise", "correct_promise", "meeting", "post"])
def test_an_address_is_the_one_that_leads_there(name):
    for pk in (7, 987654321987654321):
        assert address_of(name, pk) == reverse(name, args=[pk])


def _written(words: str, **facts) -> str:
    return engines["django"].from_string(words).render(facts)


def test_an_address_in_a_template_is_the_one_that_leads_there():
    assert _written("{% url 'promises' %} {% url 'item' pk %}", pk=7) == "/opfoelgning/ /punkter/7/"
    assert _written("{% url 'item' pk as there %}<{{ there }}>", pk=7) == "</punkter/7/>"
    assert _written("{% url 'subject' '00.30' %} {% url 'proof' 1 2 %}") == "/emner/00.30/ /loefter/1/bevis/2/"
    assert _written("{% url 'item' pk=3 %}") == "/punkter/3/"
    assert _written("{% url name %}", name="promises") == "/opfoelgning/"


@pytest.mark.parametrize(
    "bad", ["{% url 'item' 0 %}", "{% url 'item' None %}", "{% url 'item' %}", "{% url 'nowhere' %}"]
)
def test_an_address_that_leads_nowhere_is_said_to_as_ever(bad):
    with pytest.raises(NoReverseMatch):
        _written(bad)


def test_options_are_escaped_and_the_chosen_one_is_selected():
    told = options([(1, "<b>"), ('"2"', "To & tre")], "1")
    assert told == ('<option value="1" selected>&lt;b&gt;</option><option value="&quot;2&quot;">To &amp; tre</option>')
    assert "selected" not in options([("", "Alle")], "1")
    assert "selected" not in options([(1, "En")], None)


def test_a_text_is_shortened_to_so_many_letters_with_the_dots():
    assert shortened("Løfte", 5) == "Løfte"
    assert shortened("Løfter", 5) == "Løft…"


def test_a_deadline_says_how_far_off_it_is_while_the_promise_is_under_way():
    day = {"due_first": date(2022, 1, 25), "due_last": date(2022, 1, 25)}
    late = deadline(_promise(**day), TODAY)
    assert "25. jan. 2022" in late
    assert "mark-late" in late
    assert "7 dage over" in late
    assert "over" not in deadline(_promise(**day, progress="done"), TODAY)
    assert "mark-late" not in deadline(_promise(**day, status="rejected"), TODAY)
    ahead = deadline(_promise(due_first=date(2022, 2, 15), due_last=date(2022, 2, 15)), TODAY)
    assert "om 14 dage" in ahead
    assert "mark-late" not in ahead
    assert deadline(_promise(), TODAY) == '<span class="quiet">uden dato</span>'


def test_the_owner_is_told_else_who_is_named_and_it_is_escaped():
    assert owner(_promise(who=["<Bo>", "Ida"], status="suggested")) == '<span class="quiet">&lt;Bo&gt;, Ida</span>'
    assert owner(_promise(who=["Bo"])).endswith('Bo</span><br><span class="quiet">ingen svarer for det</span>')
    assert owner(_promise(who=[])) == '<span class="quiet">ingen svarer for det</span>'
    assert "ikke nævnt" in owner(_promise(who=[], status="suggested"))
