"""What became of everything, in figures worked out by hand."""

from datetime import date

import pytest

from raadhus.domains.followup import changes, queries
from raadhus.domains.followup.queries import Figures
from tests.cast import OPERATOR
from tests.domains.followup.cast import LATER, Town

ON = date(2022, 3, 10)  # the promises are due 1 March


@pytest.fixture
def full(town) -> Town:
    """Two of the economy, one of them done after 25 days; one of nobody, put off; a divided one; a suggested one."""
    town.accepted(1)
    done = town.accepted(2, made_in=8)
    changes.answer_commitment(
        commitment=done, text="Gjort", is_done=True, revision=done.revision, by=town.head, at=LATER
    )
    later = town.accepted(3, who=())
    changes.extend_commitment(
        commitment=later, until="1. april", because="x", revision=later.revision, by=OPERATOR, at=LATER
    )
    whole = town.accepted(4)
    parts = [changes.Part(changes.Owner(post=one), "Del") for one in (town.economy, town.children)]
    changes.split_commitment(commitment=whole, parts=parts, revision=whole.revision, by=OPERATOR, at=LATER)
    town.suggest(9)
    town.accepted(10, audience_id=None)
    return town


def _by(town: Town, by: str, reader=None) -> dict:
    told = queries.overview_for(reader or town.head, by=by, on=ON)
    return {group.key: group.figures for group in told.groups}


def test_the_sum_counts_parts_and_not_the_divided_whole(full):
    told = queries.overview_for(full.head, by="post", on=ON)
    assert told.total == Figures(open=4, late=3, done=1, put_off=1)
    assert (told.median_days, told.ownerless, told.suggested, told.others) == (25, 1, 1, None)


def test_by_post_and_body(full):
    assert _by(full, "post") == {
        full.economy.pk: Figures(2, 2, 1, 0), full.children.pk: Figures(1, 1, 0, 0), None: Figures(1, 0, 0, 1),
    }  # fmt: skip
    assert _by(full, "body") == {7: Figures(4, 3, 0, 1), 8: Figures(0, 0, 1, 0)}
    assert _by(full, "case") == {None: Figures(4, 3, 1, 1)}


def test_by_age_and_lateness(full):
    assert _by(full, "age")["quarter"] == Figures(4, 3, 1)
    assert _by(full, "age")["month"] == Figures(0, 0, 0)
    assert _by(full, "lateness") == {
        "two_weeks": Figures(3, 3, 1), "two_months": Figures(), "longer": Figures(),
    }  # fmt: skip


def test_what_the_reader_may_not_see_is_not_counted(full, anonymous):
    assert queries.overview_for(anonymous, by="post", on=ON).total == Figures()
    assert queries.overview_for(OPERATOR, by="post", on=ON).total.open == 5


def test_what_was_taken_up_again_is_done_no_more(full):
    done = full.accepted(20)
    done = changes.answer_commitment(
        commitment=done, text="Gjort", is_done=True, revision=done.revision, by=full.head, at=LATER
    )
    assert done.days_taken == 25
    done = changes.take_up_again(commitment=done, because="Nej", revision=done.revision, by=OPERATOR, at=LATER)
    assert (done.days_taken, done.done_on) == (None, None)
