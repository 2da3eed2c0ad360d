"""Figures of given ranks are those of sorting, whatever was drawn."""

import numpy as np
import pytest

from raadhus.pure.forecast.ensemble import WORTH_COMPILING, Ensemble
from raadhus.pure.forecast.fused import COMPILED

from .small_municipality import BANDS, axes_of

RANDOM = np.random.default_rng(4)
DRAWN = {
    "nearly normal": RANDOM.normal(300, 30, (6, 4, 1000)),
    "skewed": RANDOM.gamma(0.2, 1.0, (6, 4, 531)),
    "two heaps": np.concatenate([RANDOM.normal(0, 1, (6, 4, 400)), RANDOM.normal(1e6, 1, (6, 4, 403))], axis=-1),
    "many alike": np.round(RANDOM.normal(0, 2, (6, 4, 1000))),
    "each ten times the one before": np.broadcast_to(10.0 ** np.arange(-60, 61), (6, 4, 121)),
    "all alike": np.full((6, 4, 40), 7.0),
    "one apart": np.where(np.arange(48) == 11, 1e9, np.zeros((6, 4, 48))),
    "just a pack": RANDOM.normal(0, 1, (6, 4, 16)),
}


@pytest.mark.skipif(not COMPILED, reason="numba is not installed")
@pytest.mark.parametrize("kind", DRAWN)
def test_ranks_searched_for_are_those_of_sorting(kind):
    from raadhus.pure.forecast.fused_ranks import take_ranks

    people = np.ascontiguousarray(RANDOM.permuted(DRAWN[kind], axis=-1))
    count = people.shape[-1]
    ranks = [0, count // 10, count // 2, count * 9 // 10, count - 1]
    found = np.empty((len(ranks), 6, 4))
    assert take_ranks(people, ranks, found)
    assert np.array_equal(found, np.moveaxis(np.sort(people, axis=-1)[..., ranks], -1, 0))


@pytest.mark.skipif(not COMPILED, reason="numba is not installed")
@pytest.mark.parametrize("guess", [np.nan, np.inf, -np.inf, 0.0, 299.0, 1e9])
def test_no_guess_changes_the_ranks_found(guess):
    from raadhus.pure.forecast.fused_ranks import take_ranks

    people = np.ascontiguousarray(DRAWN["nearly normal"])
    right = np.sort(people, axis=-1)[..., [0, 99, 500, 999]]
    for near in (guess, np.nextafter(right, guess), right, np.nextafter(right, -np.inf)):
        found = np.moveaxis(np.broadcast_to(near, right.shape), -1, 0).copy()
        assert take_ranks(people, [0, 99, 500, 999], found)
        assert np.array_equal(found, np.moveaxis(right, -1, 0))


@pytest.mark.skipif(not COMPILED, reason="numba is not installed")
@pytest.mark.parametrize("odd", [np.inf, -np.inf, np.nan])
def test_rows_that_are_not_finite_are_left_and_said_to_be(odd):
    from raadhus.pure.forecast.fused_ranks import take_ranks

    people = np.ones((1, 2, 33))
    people[0, 1, 20] = odd
    found = np.zeros((1, 1, 2))
    assert not take_ranks(people, [5], found)
    assert found.tolist() == [[[1.0, 0.0]]]


@pytest.mark.skipif(not COMPILED, reason="numba is not installed")
def test_draws_that_lie_apart_are_left_to_sorting():
    from raadhus.pure.forecast.fused_ranks import take_ranks

    assert not take_ranks(np.ones((1, 2, 66))[..., ::2], [5], np.zeros((1, 1, 2)))


@pytest.mark.parametrize("last", [1.0, np.inf])
def test_quantiles_of_many_draws_are_ranks_of_the_sorted_draws(last):
    axes, count = axes_of(districts=26, years=1), 500
    people = RANDOM.normal(300, 30, (2, 26, len(BANDS), count))
    assert people[0].size >= WORTH_COMPILING
    people[1, -1, -1, 0] *= last
    expected = np.moveaxis(np.sort(people, axis=-1)[..., [49, 249, 449]], -1, 0)
    assert np.array_equal(Ensemble(axes, BANDS, people).quantiles((0.1, 0.5, 0.9)), expected)
    beside = Ensemble(axes, BANDS, np.concatenate([people, people], axis=-1)[..., :count])
    assert np.array_equal(beside.quantiles((0.1, 0.5, 0.9)), expected)
