"""Published projections, reproduced as configurations of the one engine."""

import csv

import numpy as np
import pytest

from raadhus.pure.forecast.axes import Axes
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.population import explained, project
from raadhus.pure.forecast.published import PRESTON, UMEAA, UN_END

from .oracle_files import SAMPLES, rows, shared, un_cube


def with_district(flow: np.ndarray) -> np.ndarray:
    return flow[:, np.newaxis]


def canada(base: np.ndarray, survival: np.ndarray, fertility: np.ndarray, net: np.ndarray, srb: np.ndarray):
    inputs = Inputs(
        population=base[np.newaxis],
        mortality=with_district(survival),
        fertility=fertility[:, np.newaxis],
        boys_per_girl=srb,
        net=with_district(net),
    )
    return project(inputs, Axes(tuple(range(1950, 1950 + len(srb))), ages=base.shape[-1]), UN_END)


def test_canada_1950_to_2020_is_reproduced_at_every_age_sex_and_year():
    here = "oracles/canada/canada_"
    srb = np.array([float(row["value"]) for row in rows(shared(here + "srb.csv"))])
    run = canada(
        un_cube(shared(here + "base_1950.csv.gz"), 1)[0],
        un_cube(shared(here + "survival_Sx.csv.gz"), 70),
        un_cube(shared(here + "asfr.csv.gz"), 70)[:, 1],
        un_cube(shared(here + "netmig.csv.gz"), 70),
        srb,
    )
    expected = un_cube(shared(here + "expected_pop_1x1.csv.gz"), 71)
    assert np.abs(run.population[:, 0] - expected).max() < 1e-6
    deaths = un_cube(shared(here + "expected_cohort_deaths_1x1.csv.gz"), 70)
    assert np.abs(run.flows["deaths"][:, 0] - deaths).max() < 1e-6
    assert np.abs(explained(run) - run.population[1:]).max() < 1e-6


def test_two_years_of_canada_are_reproduced_from_the_projects_own_sample():
    table = rows(SAMPLES / "canada_1950_1952.csv")
    cube = {name: np.zeros((2, 2, 101)) for name in ("survival", "net", "expected")}
    base, fertility = np.zeros((2, 101)), np.zeros((2, 101))
    for row in table:
        year, sex, age = int(row["year"]) - 1950, {"M": 0, "K": 1}[row["sex"]], int(row["age"])
        for name, values in cube.items():
            values[year, sex, age] = float(row[name])
        fertility[year, age] = float(row["fertility"])
        if year == 0:
            base[sex, age] = float(row["population"])
    run = canada(base, cube["survival"], fertility, cube["net"], np.array([1.058, 1.058]))
    assert np.abs(run.population[1:, 0] - cube["expected"]).max() < 1e-6


@pytest.fixture(name="box")
def preston_box() -> dict[str, np.ndarray]:
    table = rows(SAMPLES / "sweden_1993_preston_box_6_2.csv")
    return {column: np.array([float(row[column] or 0) for row in table]) for column in table[0]}


def test_swedish_women_1993_in_five_year_steps_are_those_of_preston_box_6_2(box):
    def both(women: str, men: str) -> np.ndarray:
        return np.stack([box[men], box[women]])

    inputs = Inputs(
        population=both("pop_count_age_f_begin", "pop_count_age_m_begin")[np.newaxis],
        mortality=both("survival_ratio_age_f", "survival_ratio_age_m")[np.newaxis, np.newaxis],
        fertility=box["fert_rate_age_f"][np.newaxis, np.newaxis],
        boys_per_girl=np.array([1.05]),
        net=both("mig_net_count_age_f", "mig_net_count_age_m")[np.newaxis, np.newaxis],
    )
    run = project(inputs, Axes((1993,), ages=18, width=5), PRESTON)
    expected = both("pop_count_age_f_end", "pop_count_age_m_end")
    assert np.array_equal(np.round(run.population[1, 0]), expected)
    assert round(run.total("births")[0]) == pytest.approx(box["birth_count_age_b"].sum(), abs=1)


UMEAA_SERIES = ("asdr", "natpop.", "inmig.rates.", "outmig.rates.", "intermig.net.")


def umeaa_figures() -> dict[str, np.ndarray]:
    """Each series as (year, age) over ages 0-112: nobody joins an open age in twelve years, as befproj has it."""
    table: dict[str, np.ndarray] = {}
    with open(shared("oracles/umeaa/assump_data.csv"), encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["category"] == "category":
                continue
            beyond = 0.3 if row["category"].startswith("asdr") else 0.0
            series = table.setdefault(row["category"], np.full((12, 113), beyond))
            series[:, int(row["age"])] = [float(row[f"ar_{year}"]) for year in range(1, 13)]
    return table


def test_umeaa_2019_to_2031_gives_the_published_figures_to_all_digits():
    table = umeaa_figures()

    def sexes(name: str) -> np.ndarray:
        return np.stack([table[name.format("men")], table[name.format("women")]], axis=1)[:, np.newaxis]

    start = np.zeros((1, 2, 113))
    for row in rows(shared("oracles/umeaa/startpop_data.csv")):
        start[0, :, int(row["age"])] = [float(row["men"]), float(row["women"])]
    inputs = Inputs(
        population=start,
        mortality=sexes("asdr_{}"),
        fertility=table["asfr"][:, np.newaxis],
        boys_per_girl=np.full(12, 0.514 / 0.486),
        out=sexes("outmig.rates.{}"),
        inflow=sexes("inmig.rates.{}") * sexes("natpop.{}"),
        net=sexes("intermig.net.{}"),
    )
    run = project(inputs, Axes(tuple(range(2019, 2031)), ages=113), UMEAA)
    moved = (run.flows["in"] - run.flows["out"] + run.flows["net"]).sum(axis=-1)[:, 0]
    born = run.flows["births"].sum(axis=-1)[:, 0]
    growth = np.diff(run.population.sum(axis=(1, 2, 3)))
    published_men = [541.0532, 480.7252, 515.1171, 461.5626, 486.9417]
    published_all = [1115.083, 1086.154, 1089.646, 1061.646, 1067.007]
    published_boys = [784.4031, 798.4692, 810.5600, 819.9212, 826.8813]
    published_girls = [741.6729, 754.9728, 766.4050, 775.2562, 781.8372]
    assert np.round(moved[:5, 0], 4).tolist() == published_men
    assert np.round(moved[:5].sum(axis=1), 3).tolist() == published_all
    assert np.round(born[:5, 0], 4).tolist() == published_boys
    assert np.round(born[:5, 1], 4).tolist() == published_girls
    published_growth = [1671.514, 1647.338, 1630.896, 1603.411, 1562.460, 1490.897]
    assert np.round(growth[-6:], 3).tolist() == published_growth
