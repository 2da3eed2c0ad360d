"""Published models whose rates are at work the whole year, configured as docs/forecast.md tells."""

import numpy as np
import pytest

from raadhus.pure.forecast.axes import Axes
from raadhus.pure.forecast.exchange import Exchange
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model, Step, Women
from raadhus.pure.forecast.population import project

WOMEN = 1


def women(figures: object) -> np.ndarray:
    """The figures for women (…, age), nobody and nothing for men: (…, sex, age)."""
    given = np.asarray(figures, dtype=float)
    return np.stack([np.zeros_like(given), given], axis=-2)


def test_death_and_out_rates_on_the_mean_population_are_solved_together():
    """D = m(N₀+N₁)/2 and E = e(N₀+N₁)/2, so N₁ = (N₀(1−(m+e)/2) + I)/(1+(m+e)/2): by hand for two ages."""
    m, e, moved_in = 0.04, 0.06, 10.0
    k = 1 + (m + e) / 2
    model = Model("middel", steps=(Step("in", share=0.5), Step("deaths"), Step("out"), Step("in", share=0.5)))
    axes = Axes(years=(1,), ages=3)
    given = Inputs(
        women([[100, 0, 0]]),
        np.array(m / k),
        np.array(0.0),
        np.array(1.0),
        out=np.array(e / k / (1 - m / k)),
        inflow=women([0, moved_in, 0]),
    )
    run = project(given, axes, model)
    ended = (100 * (1 - 0.05) + 10) / 1.05
    assert run.population[1, 0, WOMEN, 1] == pytest.approx(ended)
    assert run.flows["deaths"][0, 0, WOMEN, 1] == pytest.approx(m * (100 + ended) / 2)
    assert run.flows["out"][0, 0, WOMEN, 1] == pytest.approx(e * (100 + ended) / 2)


def test_regions_whose_rates_meet_the_mean_population_by_rogers_matrix():
    """N₁ = N₀ − M(N₀+N₁)/2 in two regions (Willekens & Rogers 1978, 2.7, third option), no births."""
    deaths, moves = np.array([0.02, 0.05]), np.array([0.1, 0.04])
    rates = np.diag(deaths + moves) - np.array([[0, moves[1]], [moves[0], 0]])
    onward = np.linalg.solve(np.eye(2) + rates / 2, np.eye(2) - rates / 2).T  # from, to
    model = Model("flerregional", (Step("deaths"), Step("between", weight=0.0)), mortality="survival")
    each = np.ones((1, 2, 1, 1))
    given = Inputs(
        women([[300, 0], [500, 0]]),
        onward.sum(axis=1)[:, np.newaxis, np.newaxis] * each,
        np.array(0.0),
        np.array(1.0),
        exchanges=(
            Exchange(
                np.array([onward[0, 1], onward[1, 0]])[:, np.newaxis, np.newaxis] * each, destination=1 - np.eye(2)
            ),
        ),
    )
    ended = project(given, Axes(years=(1,), districts=("A", "B"), ages=2), model).population[1, :, WOMEN, 1]
    mean = (np.array([300, 500]) + ended) / 2
    assert ended - np.array([300, 500]) == pytest.approx(-deaths * mean - moves * mean + (moves * mean)[::-1])


def statistics_sweden(
    start: np.ndarray, moved_in: np.ndarray, m: np.ndarray, e: np.ndarray, f: np.ndarray
) -> tuple[np.ndarray, float]:
    """Women by cohort at the year's end and their children: SCB, Sveriges framtida befolkning 2012–2060, on method."""
    h = m + e
    stay = np.exp(-h)
    ended = start * stay + moved_in * (1 - stay) / h
    mean = start * (1 - stay) / h + moved_in * (1 - (1 - stay) / h) / h
    return ended, float((f * mean).sum())


def test_statistics_swedens_hazards_of_dying_and_leaving_with_the_years_immigrants():
    start, moved_in = np.array([200.0, 300.0]), np.array([8.0, 6.0])
    m, e, f = np.array([0.01, 0.3]), np.array([0.04, 0.02]), np.array([0.1, 0.2])
    h = m + e
    c = (1 - np.exp(-h)) / h
    early = moved_in * (1 - c) / (h * c)
    model = Model(
        "SCB",
        steps=(
            Step("in"),
            Step("births"),
            Step("deaths", weight=0.0),
            Step("out", weight=0.0),
            Step("net"),
        ),
        women=Women(now_by_age=1.0),
    )
    given = Inputs(
        women([[200, 300, 0, 0]]),
        women(np.r_[0, m * c, 0]),
        np.r_[0, f * c, 0],
        np.array(0.0),
        out=women(np.r_[0, e * c, 0]),
        inflow=women(np.r_[0, early, 0]),
        net=women(np.r_[0, moved_in * c - early, 0]),
    )
    run = project(given, Axes(years=(1,), ages=4), model)
    ended, children = statistics_sweden(start, moved_in, m, e, f)
    assert run.population[1, 0, WOMEN] == pytest.approx([children, *ended, 0])
