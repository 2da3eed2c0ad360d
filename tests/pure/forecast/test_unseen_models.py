"""Published and textbook models configured as docs/forecast.md tells, against their own figures.

Every expectation is a published table, or the publication's formulas written out here without the engine.
"""

from itertools import pairwise

import numpy as np
import pytest

from raadhus.pure.forecast.axes import Axes
from raadhus.pure.forecast.exchange import Exchange
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model, Step, Women
from raadhus.pure.forecast.population import project

WOMEN = 1
SWEDEN = """293395 497487 0       248369 497138 0       240012 496901 0       261346 496531 .0120  285209 495902 .0908
            314388 495168 .1499   281290 494213 .1125   286923 492760 .0441   304108 490447 .0074  324946 486613 .0003
            247613 480665 0       211351 471786 0       215140 457852 0       221764 436153 0      223506 402775 0
            183654 350358 0       141990 271512 0       112424 291707 0"""
SWEDEN_1998 = """293574 293189 248251 239833 261015 284787 313782 280463 285576 301731 320974 243039 205109 204944
                 204793 194419 142324 131768"""
SWEDEN_2003 = """280121 293368 293049 248066 239529 260629 284238 312859 279147 283344 298043 315045 235861 195388
                 189260 178141 150666 141960"""
SLOVENIA = """67800 0 417 192     74100 0 32 170      70700 5 21 105     60100 953 31 310   62900 4444 47 451
              66500 4204 45 368   67100 2758 67 252   62900 1438 77 111  39500 308 76 40    47900 34 171 26
              51300 15 268 34     46100 0 369 29      39600 0 513 35     29500 0 763 28     21700 0 1036 19
              14400 0 1088 16     7100 0 1041 5       3600 0 733 4"""
REST = """847900 0 19051 231     905200 0 606 150       808100 54 386 127     617400 16335 534 419  725500 63828 885 680
          774000 57477 1227 392  728400 32261 1277 255  633300 14903 1313 143 392400 4729 1127 72   437100 940 1700 41
          453800 324 2896 59     389300 0 3743 80       325800 0 5492 66      230600 0 6407 36      180000 0 8652 14
          120900 0 8715 12       61200 0 6843 12        39300 0 5639 3"""
SLOVENIA_2001 = """81001 77972 76680 76582 77190 75638 72104 70384 67731 74725 69342 56291 56672 54501 45935 31869
                   11951 9124"""
REST_2001 = """1130953 1027894 993837 968412 945021 898909 838496 812666 758104 844134 736956 543472 600813 578276
               455970 298515 119997 136532"""


def numbers(text: str) -> np.ndarray:
    return np.array(text.split(), dtype=float)


def women(figures: object) -> np.ndarray:
    """The figures for women (…, age), nobody and nothing for men: (…, sex, age)."""
    given = np.asarray(figures, dtype=float)
    return np.stack([np.zeros_like(given), given], axis=-2)


def test_swedish_women_of_1993_become_those_of_preston_box_6_1():
    """Preston et al. (2001), Box 6.1: one sex, closed, 5×5, mean of women, T85/T80 in both last groups."""
    start, lived, fertility = numbers(SWEDEN).reshape(18, 3).T
    survival = np.r_[lived[0] / 5e5, lived[1:] / lived[:-1]]
    survival[17] = lived[17] / (lived[16] + lived[17])
    model = Model("Box 6.1", steps=(Step("deaths"), Step("births")), width=5, mortality="survival")
    axes = Axes(years=(1993, 1998), ages=18, width=5)
    run = project(Inputs(women(start[np.newaxis]), women(survival), fertility, np.array(1.05)), axes, model)
    assert np.array_equal(np.rint(run.population[1, 0, WOMEN]), numbers(SWEDEN_1998))
    assert np.array_equal(np.rint(run.population[2, 0, WOMEN]), numbers(SWEDEN_2003))


def survivors_by_region(deaths: np.ndarray, moves: np.ndarray) -> tuple[np.ndarray, list[np.ndarray]]:
    """P₀ and every S_x (to, from) of two regions from rates (region, age): Willekens & Rogers, 2.2, 2.3, 2.6, 2.7."""
    rates = [np.diag(d + m) - np.array([[0.0, m[1]], [m[0], 0.0]]) for d, m in zip(deaths.T, moves.T, strict=True)]
    one = np.eye(2)
    moved = [np.linalg.solve(one + 2.5 * rate, one - 2.5 * rate) for rate in rates[:-1]]
    alive = [one]
    for probability in moved:
        alive.append(probability @ alive[-1])
    lived = [2.5 * (young + old) for young, old in pairwise(alive)]
    lived.append(np.linalg.solve(rates[-1], alive[-1]))
    return moved[0], [old @ np.linalg.inv(young) for young, old in pairwise(lived)]


def test_two_yugoslav_regions_grow_as_willekens_and_rogers_print():
    """Willekens & Rogers (1978), IIASA RR-78-18, tables 1.1 and 3.2: multiregional, all over 90 die, one S over 1."""
    observed = np.stack([numbers(SLOVENIA), numbers(REST)]).reshape(2, 18, 4)
    people, births, deaths, moves = np.moveaxis(observed, -1, 0)
    birth, survivors = survivors_by_region(deaths / people, moves / people)
    onward = np.zeros((19, 2, 2))  # age reached, from, to; the nineteenth group is never reached
    onward[:18] = np.stack([(birth + np.eye(2)) / 2, *survivors]).transpose(0, 2, 1)
    assert onward.sum(axis=2).max() > 1
    moving = onward[:, [0, 1], [1, 0]].T
    model = Model(
        "Rogers",
        steps=(Step("deaths"), Step("between", weight=0.0), Step("births")),
        width=5,
        mortality="survival",
        signed_rates=True,
    )
    axes = Axes(years=tuple(range(1961, 2001, 5)), districts=("Slovenien", "resten"), ages=19, width=5)
    longer = np.pad(np.stack([people, births / people]), ((0, 0), (0, 0), (0, 1)))
    given = Inputs(
        women(longer[0]),
        women(onward.sum(axis=2).T),
        longer[1],
        np.array(0.0),
        exchanges=(Exchange(women(moving), destination=np.array([[0.0, 1.0], [1.0, 0.0]])),),
    )
    run = project(given, axes, model)
    assert np.array_equal(np.rint(run.population[-1, 0, WOMEN, :18]), numbers(SLOVENIA_2001))
    assert np.array_equal(np.rint(run.population[-1, 1, WOMEN, :18]), numbers(REST_2001))


def test_bernardellis_beetles_come_back_every_third_year():
    """Bernardelli (1941), Population waves: survival 1/2, 1/3, 0 and six young each in the third year of life."""
    model = Model(
        "biller",
        steps=(Step("deaths", age="start"), Step("births")),
        women=Women(start_by_age=1.0),
        newborn="untouched",
        mortality="survival",
        signed_rates=True,
    )
    given = Inputs(women([[3000, 3000, 3000]]), women([1 / 2, 1 / 3, 0]), np.array([0, 0, 6.0]), np.array(0.0))
    run = project(given, Axes(years=(1, 2, 3), ages=3), model)
    expected = [[3000, 3000, 3000], [18000, 1500, 1000], [6000, 9000, 500], [3000, 3000, 3000]]
    assert run.population[:, 0, WOMEN] == pytest.approx(np.array(expected))


def test_a_birth_pulse_after_the_years_deaths_with_an_open_group_of_its_own_survival():
    """Statistical Demography (University of Washington), week 2: its matrix, one year and ten years printed."""
    model = Model(
        "tre grupper",
        steps=(Step("deaths", age="start"), Step("births")),
        women=Women(now_by_start=1.0),
        newborn="untouched",
        mortality="survival",
    )
    given = Inputs(women([[18000, 17000, 14000]]), women([0.65, 0.75, 0.15]), np.array([0, 0.9, 0.2]), np.array(0.0))
    run = project(given, Axes(years=tuple(range(10)), ages=3), model)
    assert run.population[1, 0, WOMEN] == pytest.approx([11895, 11700, 14850])
    assert run.population[10, 0, WOMEN] == pytest.approx([392.2886, 366.7122, 524.3282], abs=5e-5)


def demproj(start: np.ndarray, survival: np.ndarray, net: np.ndarray, fertility: np.ndarray) -> np.ndarray:
    """One year of Spectrum's DemProj (its manual, 6.2.7): survival has a row of its own for the open age."""
    reached, inside = survival[:, 1:-1] * start[:, :-1], survival[:, -1] * start[:, -1]
    end = np.zeros_like(start)
    end[:, 1:] = reached + net[:, 1:] * (1 + survival[:, 1:-1]) / 2
    end[:, -1] += inside
    children = (fertility * (start[WOMEN] + end[WOMEN]) / 2).sum() * np.array([1.05, 1.0]) / 2.05
    end[:, 0] = children * survival[:, 0] + net[:, 0] * (1 + 2 * survival[:, 0]) / 3
    return end


def test_spectrums_migrants_survive_half_and_the_open_age_has_its_own_row():
    start = np.array([[50, 60, 70, 40.0], [48, 61, 72, 55.0]])
    survival = np.array([[0.95, 0.99, 0.97, 0.8, 0.6], [0.96, 0.99, 0.98, 0.9, 0.7]])
    net, fertility = np.array([[4, -3, 2, 0.0], [6, 5, -2, 0.0]]), np.array([0, 0.2, 0.3, 0])
    model = Model(
        "Spectrum",
        steps=(Step("net"), Step("deaths", weight=0.5, newborn_weight=2 / 3), Step("births")),
        mortality="survival",
        negative="keep",
    )
    first = np.insert(start, 3, 0, axis=1)  # the open age in two: those who reach it, those in it
    given = Inputs(first, survival, np.append(fertility, 0), np.array(1.05), net=np.append(net, [[0], [0]], axis=1))
    run = project(given, Axes(years=(1, 2), ages=5), model)
    ended = run.population[:, 0]
    one = demproj(start, survival, net, fertility)
    for year, expected in ((1, one), (2, demproj(one, survival, net, fertility))):
        assert ended[year, :, :3] == pytest.approx(expected[:, :3])
        assert ended[year, :, 3:].sum(axis=1) == pytest.approx(expected[:, 3])


def test_hamilton_perry_with_a_growing_cohort():
    """Cohort change ratios 1.10, 0.9, 0.5 and 0.25 children per woman of the second and third group."""
    model = Model(
        "Hamilton-Perry",
        steps=(Step("deaths"), Step("births")),
        women=Women(now_by_age=1.0),
        width=5,
        mortality="survival",
        signed_rates=True,
    )
    given = Inputs(women([[100, 80, 60, 40]]), women([1, 1.1, 0.9, 0.5]), np.array([0, 0.05, 0.05, 0]), np.array(0.0))
    run = project(given, Axes(years=(1,), ages=4, width=5), model)
    assert run.population[1, 0, WOMEN] == pytest.approx([0.25 * (110 + 72), 110, 72, 0.5 * (60 + 40)])
