"""Each preset against the method written out again, plainly and separately, in a few lines."""

import numpy as np
import pytest

from raadhus.pure.forecast import published
from raadhus.pure.forecast.axes import Axes
from raadhus.pure.forecast.exchange import Exchange
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model, Step, Women
from raadhus.pure.forecast.population import explained, project
from raadhus.pure.kernel.errors import Refused

AGES = 6
AXES = Axes((2020,), districts=("Nord", "Syd"), ages=AGES)


def figures(seed: int = 1, **changes: object) -> Inputs:
    random = np.random.default_rng(seed)
    cell = (1, 2, 2, AGES)
    shares = random.random(cell)
    made = {
        "population": random.uniform(50, 100, cell[1:]),
        "mortality": random.uniform(0.01, 0.1, cell),
        "fertility": random.uniform(0.02, 0.1, (1, 2, AGES)),
        "boys_per_girl": np.array([1.05]),
        "out": random.uniform(0.01, 0.1, cell),
        "inflow": random.uniform(0, 9, cell),
        "exchanges": (Exchange(random.uniform(0.01, 0.1, cell), shares / shares.sum(axis=1, keepdims=True)),),
    }
    return Inputs(**(made | changes))


def aged(people: np.ndarray) -> np.ndarray:
    """A year older, the last age open, nobody at age 0."""
    older = np.zeros_like(people)
    older[..., 1:] = people[..., :-1]
    older[..., -1] += people[..., -1]
    return older


def by_sex(children: np.ndarray) -> np.ndarray:
    return np.stack([children * 1.05 / 2.05, children / 2.05], axis=-1)


def test_the_london_trend_year_is_births_then_deaths_then_in_then_out():
    given = figures(exchanges=())
    run = project(given, AXES, published.LONDON)
    people = aged(given.population)
    people[..., 0] = by_sex((given.fertility[0] * people[:, 1]).sum(axis=-1))
    people *= 1 - given.mortality[0]
    people += given.inflow[0]
    people *= 1 - given.out[0]
    assert run.population[1] == pytest.approx(people, abs=1e-10)


def test_the_witan_year_takes_this_ages_deaths_from_the_aged_people():
    net = np.random.default_rng(3).uniform(-5, 5, (1, 2, 2, AGES))
    given = figures(net=net)
    run = project(given, AXES, published.WITAN)
    people = aged(given.population)
    people[..., 0] = by_sex((given.fertility[0] * given.population[:, 1]).sum(axis=-1))
    expected = people - given.mortality[0] * given.population + net[0]
    assert run.population[1] == pytest.approx(expected, abs=1e-10)
    assert run.flows["deaths"][0] == pytest.approx(given.mortality[0] * given.population, abs=1e-10)


def test_the_swiss_year_corrects_deaths_for_half_of_the_movers_and_two_thirds_for_the_newborn():
    given = figures()
    model = published.SWISS.but(births_youngest=1, births_oldest=4)
    run = project(given, AXES, model)
    q, out, moved_in = given.mortality[0], given.out[0], given.inflow[0]
    rate, share = given.exchanges[0].rate[0], given.exchanges[0].share[0]
    people = aged(given.population)

    def year(first: np.ndarray, part: float) -> np.ndarray:
        deaths = q * (first - part * out * first + part * moved_in)
        pool = first * rate * (1 - q / 2)
        return first - deaths - out * first + moved_in - pool + share * pool.sum(axis=0)

    end = year(people, 0.5)
    mothers = ((people + end) / 2)[:, 1, 1:5]
    newborn = np.zeros_like(people)
    newborn[..., 0] = by_sex((given.fertility[0, :, 1:5] * mothers).sum(axis=-1))
    end[..., 0] = year(newborn, 2 / 3)[..., 0]
    assert run.population[1] == pytest.approx(end, abs=1e-10)


def test_population_reconstruction_equals_its_leslie_matrix():
    random = np.random.default_rng(5)
    survival, net = random.uniform(0.7, 0.99, (1, 1, 2, AGES)), random.uniform(-0.05, 0.05, (1, 1, 2, AGES))
    start, fertility = random.uniform(50, 100, (1, 2, AGES)), random.uniform(0.02, 0.1, (1, 1, AGES))
    given = Inputs(start, survival, fertility, np.array([1.05]), net=net)
    run = project(given, Axes((1960,), ages=AGES, width=5), published.RECONSTRUCTION)
    s, f = survival[0, 0, 1], fertility[0, 0]
    leslie = np.zeros((AGES, AGES))
    for age in range(AGES - 1):
        leslie[age + 1, age] = s[age + 1]
    leslie[-1, -1] = s[-1]
    following = np.append(f[1:] * s[1:], 0.0)
    following[-1] = f[-1] * s[-1]
    leslie[0] = 5 / 2 * s[0] / 2.05 * (f + following)
    moved = net[0, 0, 1] * start[0, 1]
    women = leslie @ (start[0, 1] + moved / 2) + moved / 2
    assert run.population[1, 0, 1] == pytest.approx(women, abs=1e-9)


def test_a_table_from_district_to_district_gives_the_multiregional_model():
    table = np.array([[0.0, 1.0], [0.4, 0.6]])
    rate = np.full((1, 2, 2, AGES), 0.1)
    given = figures(exchanges=(Exchange(rate, destination=table),))
    model = Model("flerregional", (Step("between"),))
    run = project(given, AXES, model)
    people = aged(given.population)
    leavers = 0.1 * people
    expected = people - leavers + np.stack([0.4 * leavers[1], leavers[0] + 0.6 * leavers[1]])
    assert run.population[1] == pytest.approx(expected)


def test_naturalisation_is_an_exchange_between_two_groups_and_children_may_change_group():
    swiss_and_foreign = Axes((2020,), districts=("ch", "int"), ages=AGES)
    rate = np.zeros((1, 2, 2, AGES))
    rate[:, 1] = 0.02
    to_swiss = np.zeros((1, 2, 1, 1))
    to_swiss[:, 0] = 1.0
    given = figures(
        exchanges=(Exchange(rate, share=to_swiss),),
        births_to=np.array([[1.0, 0.0], [0.25, 0.75]]),
        out=None,
        inflow=None,
    )
    model = Model("borgerret", (Step("between", weight=0.0), Step("births")), women=Women(start_by_age=1.0))
    run = project(given, swiss_and_foreign, model.but(newborn="untouched"))
    mothers = (given.fertility[0] * given.population[:, 1]).sum(axis=-1)
    assert run.flows["births"][0, :, :, 0].sum(axis=-1) == pytest.approx(
        [mothers[0] + mothers[1] / 4, mothers[1] * 0.75]
    )
    assert run.population[1, 1, 0, 2] == pytest.approx(0.98 * given.population[1, 0, 1])


@pytest.mark.parametrize("model", [published.LONDON, published.SWISS, published.RAADHUS, published.UN_END])
def test_the_books_explain_every_cell(model):
    run = project(figures(mortality=np.full((1, 2, 2, AGES), 0.05)), AXES, model.but(mortality="probability"))
    assert run.population[1:] == pytest.approx(explained(run), abs=1e-9)


def test_a_negative_cell_becomes_zero_and_the_deficit_an_in_move():
    start = figures().population
    net = np.zeros((1, 2, 2, AGES))
    net[0, 0, 0, 3] = -500.0
    run = project(figures(net=net), AXES, published.UN_END.but(mortality="probability", negative="inflow"))
    assert run.population[1, 0, 0, 3] == 0.0
    assert run.flows["in"][0, 0, 0, 3] == pytest.approx(500 - start[0, 0, 2] * (1 - figures().mortality[0, 0, 0, 3]))


def test_an_even_flow_of_migration_is_two_halves_in_the_order():
    net = np.full((1, 2, 2, AGES), 10.0)
    run = project(figures(net=net), AXES, published.UN_EVEN.but(mortality="probability", births_youngest=AGES))
    kept = 1 - figures().mortality[0, 0, 0, 2]
    assert run.population[1, 0, 0, 2] == pytest.approx((figures().population[0, 0, 1] + 5) * kept + 5)


def test_a_constraint_before_the_births_is_refused():
    with pytest.raises(Refused, match="flyt afstemningen bagest"):
        Model("forkert", (Step("constraint"), Step("births")))
