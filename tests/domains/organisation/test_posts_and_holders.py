"""Posts outlive their holders, and give way to others in a reorganisation."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from raadhus.domains.organisation import changes, queries
from raadhus.domains.organisation.models import Post
from raadhus.foundation.audit.queries import acts_on
from raadhus.pure.kernel.errors import Refused
from tests.cast import AT, OPERATOR

MARCH, MAY, JUNE = date(2022, 3, 1), date(2022, 5, 1), date(2022, 6, 1)


@pytest.fixture
def post(db) -> Post:
    return changes.make_post(title=" Chefen for  Børn ", valid_from=None, by=OPERATOR, at=AT)


def _give(post, user, starts_on=MARCH):
    return changes.give_post(post=post, user=user, starts_on=starts_on, by=OPERATOR, at=AT)


def _replace(post, *titles, from_on=MAY):
    return changes.replace_post(post=post, successors=titles, from_on=from_on, words="KB 21. juni", by=OPERATOR, at=AT)


def test_a_post_passes_from_one_head_to_the_next(post, secretary, outsider):
    first = _give(post, secretary)
    changes.end_holding(holding=first, ends_on=MAY, by=OPERATOR, at=AT)
    _give(post, outsider, MAY)
    held = {day: queries.holders_of([post.pk], on=day).get(post.pk, []) for day in (date(2022, 2, 28), MARCH, MAY)}
    assert held == {date(2022, 2, 28): [], MARCH: [secretary], MAY: [outsider]}
    assert list(queries.posts_held_by(secretary, on=date(2022, 4, 30))) == [post]
    assert list(queries.posts_held_by(secretary, on=MAY)) == []
    assert [one.user for one in queries.holdings_of(outsider, post)] == [outsider, secretary]


def test_a_post_is_found_in_whatever_case_and_made_once(post):
    assert post.title == "Chefen for Børn"
    assert queries.post_called("chefen for  børn") == post
    assert queries.post_called("Chefen") is None
    with pytest.raises(Refused, match="findes allerede"):
        changes.make_post(title="Chefen for Børn", valid_from=None, by=OPERATOR, at=AT)


def test_nobody_gets_the_same_post_twice(post, secretary):
    _give(post, secretary)
    with pytest.raises(Refused, match="har allerede posten"):
        _give(post, secretary, JUNE)


def test_a_post_that_gave_way_names_those_that_follow(post, secretary):
    _give(post, secretary)
    new = _replace(post, "Chefen for Skole", "Chefen for Dagtilbud")
    assert [(one.title, one.valid_from) for one in new] == [("Chefen for Skole", MAY), ("Chefen for Dagtilbud", MAY)]
    assert list(queries.posts_held_by(secretary, on=MAY)) == []
    with pytest.raises(Refused, match=r"nedlagt 01-05-2022\. Vælg .* Dagtilbud eller Chefen for Skole"):
        _give(post, secretary, JUNE)
    with pytest.raises(Refused, match="nedlagt"):
        _replace(post, "Chefen for Unge", from_on=JUNE)
    assert {one.title for one in queries.posts_for(secretary, on=JUNE)} == {"Chefen for Skole", "Chefen for Dagtilbud"}
    assert [act.action for act in acts_on("post", [post.pk])] == ["made_post", "gave_post", "replaced_post"]


def test_a_post_follows_no_post_that_is_gone_and_not_itself(post):
    (new,) = _replace(post, "Chefen for Skole")
    with pytest.raises(Refused, match="afløse sig selv"):
        _replace(new, "chefen for skole", from_on=JUNE)
    with pytest.raises(Refused, match="mindst én"):
        _replace(new, " ", from_on=JUNE)
    with pytest.raises(Refused, match="„Chefen for Børn“ blev nedlagt"):
        _replace(new, "Chefen for Børn", from_on=JUNE)


def test_who_is_to_have_the_post_later_gets_another_first(post, secretary):
    _give(post, secretary, JUNE)
    with pytest.raises(Refused, match="Giv dem en af de nye poster først"):
        _replace(post, "Chefen for Skole")


def test_only_administrators_arrange_and_only_the_signed_in_know(post, secretary, anonymous):
    with pytest.raises(PermissionDenied):
        changes.make_post(title="Ny", valid_from=None, by=secretary, at=AT)
    with pytest.raises(PermissionDenied):
        changes.give_post(post=post, user=secretary, starts_on=MARCH, by=secretary, at=AT)
    with pytest.raises(PermissionDenied):
        changes.replace_post(post=post, successors=["Ny"], from_on=MAY, words="", by=secretary, at=AT)
    with pytest.raises(ObjectDoesNotExist):
        queries.post_for(anonymous, post.pk)
    assert list(queries.posts_for(anonymous)) == []
