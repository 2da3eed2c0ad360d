import numpy as np
import pytest

from raadhus.pure.forecast.delay import STAGES, Outcome, Slips, draw_slips, estimate_slips
from raadhus.pure.forecast.programme import Phase, Programme, month_number
from raadhus.pure.kernel.errors import Refused


def test_without_a_prior_the_distribution_is_the_product_limit_estimate():
    # four permits: 0 and 12 months late, one seen unfinished after 6 months, one 24 late
    seen = [Outcome("permit", 0), Outcome("permit", 6, built=False), Outcome("permit", 12), Outcome("permit", 24)]
    pmf = estimate_slips(seen, prior=0.0001).pmf[STAGES.index("permit")]
    assert pmf[0] == pytest.approx(1 / 4, abs=1e-3)
    assert pmf[12] == pytest.approx(3 / 4 / 2, abs=1e-3)  # two left when 12 months are reached
    assert pmf[24] == pytest.approx(3 / 8, abs=1e-3)
    assert pmf.sum() == pytest.approx(1)


def test_a_stage_nobody_has_been_at_is_like_all_stages_together():
    seen = [Outcome("permit", 3), Outcome("started", 9)]
    slips = estimate_slips(seen)
    assert slips.mean("idea") == pytest.approx(6.0)
    assert slips.mean("permit") < slips.mean("idea") < slips.mean("started")


def test_cancellations_are_shrunk_towards_the_overall_part():
    seen = [Outcome("idea", 0, built=False, cancelled=True)] * 5 + [Outcome("permit", 0)] * 5
    given_up = estimate_slips(seen, prior=5).cancelled
    assert given_up[STAGES.index("idea")] == pytest.approx((5 + 2.5) / 10)
    assert given_up[STAGES.index("permit")] == pytest.approx(2.5 / 10)


def test_nothing_to_learn_from_is_refused():
    with pytest.raises(Refused, match="tidligere boligprogram"):
        estimate_slips([])


def even_slips(shared: float) -> Slips:
    pmf = np.zeros((4, 121))
    pmf[:, [0, 24]] = 0.5
    return Slips(pmf, np.full(4, 0.1), shared)


def plan(*names: str) -> Programme:
    return Programme(
        tuple(Phase(n, month_number(2023, 1 + i), "Nord", "rækkehus", "almen", 10) for i, n in enumerate(names))
    )


def test_draws_have_the_distributions_mean_and_the_phases_of_a_project_slip_together():
    both = Programme((*plan("A", "B").phases, Phase("A", month_number(2025, 1), "Syd", "rækkehus", "almen", 5)))
    months, kept = draw_slips(both, even_slips(0.3), draws=4000, seed=1)
    assert np.array_equal(months[:, 0], months[:, 1])
    assert months[:, 0].mean() == pytest.approx(12, abs=0.8)
    assert kept[:, 2].mean() == pytest.approx(0.9, abs=0.02)


def test_shared_shocks_make_projects_late_together():
    apart = np.corrcoef(draw_slips(plan("A", "B"), even_slips(0.0), draws=4000, seed=1)[0].T)[0, 1]
    together = np.corrcoef(draw_slips(plan("A", "B"), even_slips(0.9), draws=4000, seed=1)[0].T)[0, 1]
    assert abs(apart) < 0.06
    assert together > 0.6


def test_adding_a_project_leaves_the_others_draws_as_they_were():
    before, _ = draw_slips(plan("A", "B"), even_slips(0.3), draws=50, seed=7)
    after, _ = draw_slips(plan("A", "B", "C"), even_slips(0.3), draws=50, seed=7)
    assert np.array_equal(before, after[:, :2])


def test_what_is_built_does_not_slip():
    built = Programme((Phase("A", month_number(2023, 1), "Nord", "rækkehus", "almen", 10, stage="built"),))
    months, kept = draw_slips(built, even_slips(0.3), draws=10, seed=1)
    assert (months.max(), kept.min()) == (0, 1.0)
