"""What must hold whatever the municipality: generated scenarios, about 5,000 over all properties."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadhus.pure.forecast import ensemble, published
from raadhus.pure.forecast.axes import Axes
from raadhus.pure.forecast.constraint import raked, regrossed
from raadhus.pure.forecast.delay import Outcome, draw_slips, estimate_slips
from raadhus.pure.forecast.draws import TYPICAL, Draws, draw_levels
from raadhus.pure.forecast.exchange import Exchange
from raadhus.pure.forecast.housing import Kinds, movers, weights_of
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model, Step, Women
from raadhus.pure.forecast.population import Projection, explained, project
from raadhus.pure.forecast.programme import Phase, Programme, month_number

AGES, YEARS, DISTRICTS = 8, 2, 3
AXES = Axes((2022, 2023), ("a", "b", "c"), ages=AGES)
KINDS = Kinds(
    ("rækkehus/almen",), np.array([[2.0, 1.5]]), np.full((1, 2, 2, AGES), 1 / 16), np.array([[0.5, 0.8, 1.0]])
)


def often(count: int):
    return settings(max_examples=count, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def scenario(seed: int, scale: float, **changes: object) -> Inputs:
    """Any municipality: cells from none to thousands, rates from none to nearly one, all from one seed."""
    random = np.random.default_rng(seed)
    holes = random.random(AXES.stock) < 0.2
    shares = random.random(AXES.flow) ** 3
    most = random.random() * 0.45
    made = {
        "population": np.where(holes, 0.0, random.random(AXES.stock) * scale),
        "mortality": random.random(AXES.flow) * most,
        "fertility": random.random((YEARS, DISTRICTS, AGES)) * 0.3,
        "boys_per_girl": random.uniform(0.9, 1.1, YEARS),
        "out": random.random(AXES.flow) * most,
        "inflow": random.random(AXES.flow) * scale / 10,
        "net": (random.random(AXES.flow) - 0.5) * scale,
        "exchanges": (Exchange(random.random(AXES.flow) * most, shares / shares.sum(axis=1, keepdims=True)),),
        "homes": (random.random(AXES.flow) - 0.3) * scale / 5,
    }
    return Inputs(**(made | changes))


RAADHUS = published.RAADHUS.but(births_youngest=2, births_oldest=6)
seeds = st.integers(0, 2**32 - 1)
scales = st.sampled_from([0.01, 1.0, 50.0, 3000.0])
KINDS_OF_STEP = ("deaths", "out", "between", "in", "homes", "net", "births")
WOMEN = ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (0.5, 0, 0.5, 0), (0, 0.5, 0.5, 0))


def model(seed: int) -> Model:
    """Any order of the steps, any exposure; shares of women that sum to one. All from one seed, for hypothesis takes
    longer to draw thirty choices than the model takes to run."""
    random = Random(seed)
    order = random.sample(KINDS_OF_STEP, len(KINDS_OF_STEP))
    steps = (Step(kind, age=random.choice(["start", "end"]), weight=random.choice([0.0, 0.5, 1.0])) for kind in order)
    newborn = random.choice(["catch_up", "untouched"])
    return Model("tilfældig", tuple(steps), Women(*random.choice(WOMEN)), newborn=newborn)


models = seeds.map(model)


def people_are_accounted_for(run: Projection) -> None:
    scale = max(1.0, float(run.population.max()))
    assert np.abs(run.population[1:] - explained(run)).max() <= 1e-9 * scale
    gone = run.total("deaths") + run.total("out")
    come = run.total("births") + run.total("in") + run.total("net") + run.total("homes") + run.total("adjustment")
    totals = run.population.sum(axis=(1, 2, 3))
    assert np.diff(totals) == pytest.approx(come - gone, abs=1e-8 * scale * run.population.size)


@often(900)
@given(seeds, scales, models)
def test_in_any_order_the_books_balance_and_nobody_is_lost_or_negative(seed, scale, model):
    run = project(scenario(seed, scale), AXES, model)
    people_are_accounted_for(run)
    assert (run.population >= 0).all()
    assert np.abs(run.flows["between"].sum(axis=1)).max() <= 1e-9 * max(1.0, scale)


@often(700)
@given(seeds, scales)
def test_the_recommended_model_balances_with_every_flow_of_its_own_sign(seed, scale):
    run = project(scenario(seed, scale, net=None), AXES, RAADHUS)
    people_are_accounted_for(run)
    assert (run.population >= 0).all()
    assert all((run.flows[name] >= 0).all() for name in ("births", "deaths", "in", "out"))


@often(500)
@given(seeds, scales)
def test_the_constraint_is_met_and_nobody_turns_negative(seed, scale):
    random = np.random.default_rng(seed)
    wanted = random.random((YEARS, DISTRICTS)) * scale * 20
    communal = scenario(seed, scale).population * 0.1 * random.random()
    run = project(scenario(seed, scale, residents=wanted, communal=communal, net=None), AXES, RAADHUS)
    people_are_accounted_for(run)
    assert (run.population >= -1e-9).all()
    housed = np.maximum(run.population[1:] - communal, 0.0).sum(axis=(2, 3))
    reachable = (housed > 0) & (run.population[1:] >= communal).all(axis=(2, 3))  # else an institution lost people
    assert housed[reachable] == pytest.approx(wanted[reachable], rel=1e-6, abs=1e-6 * scale)


@often(700)
@given(seeds, scales)
def test_raking_meets_its_margins_and_keeps_empty_cells_empty(seed, scale):
    random = np.random.default_rng(seed)
    people = (random.random((2, 2, 4)) + 0.01) * scale
    target = (random.random((2, 2, 4)) + 0.01) * scale
    people[0, 0, 0] = 0.0
    fitted = raked(people, [((1, 2), target.sum(axis=(1, 2))), ((0, 1), target.sum(axis=(0, 1)))], rounds=500)
    assert fitted.sum(axis=(1, 2)) == pytest.approx(target.sum(axis=(1, 2)), rel=1e-6)
    assert fitted.sum(axis=(0, 1)) == pytest.approx(target.sum(axis=(0, 1)), rel=1e-6)
    assert fitted[0, 0, 0] == 0.0
    assert (fitted >= 0).all()


@often(500)
@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(-1e6, 1e6))
def test_regrossing_always_meets_the_net_without_a_negative_flow(moved_in, moved_out, net):
    new_in, new_out = regrossed(np.array(moved_in), np.array(moved_out), np.array(net))
    assert new_in >= 0
    assert new_out >= 0
    assert new_in - new_out == pytest.approx(net, rel=1e-9, abs=1e-9)


def phase(random: Random) -> Phase:
    """Any phase: from no dwelling to 500, small numbers beside large ones, so that the order of a sum shows."""
    return Phase(
        project=random.choice(["Hede", "Station", "Skov", "Havn"]),
        month=random.randint(month_number(2021, 6), month_number(2024, 6)),
        district=random.choice(AXES.districts),
        dwelling_type="rækkehus",
        tenure="almen",
        dwellings=random.choice([0.0, float(random.randint(0, 500)), 500.0 * 10.0 ** random.uniform(-12.0, 0.0)]),
        stage=random.choice(["idea", "local_plan", "permit", "started"]),
        demolished=random.random() < 0.5,
    )


def phases_of(seed: int) -> list[Phase]:
    """One to six phases."""
    random = Random(seed)
    return [phase(random) for _ in range(random.randint(1, 6))]


phases = seeds.map(phases_of)


@often(800)
@given(phases, seeds)
def test_the_order_of_projects_is_irrelevant_to_the_last_bit(given_phases, seed):
    shuffled = Random(seed).sample(given_phases, len(given_phases))
    one, other = (weights_of(Programme(tuple(order)), KINDS, AXES) for order in (given_phases, shuffled))
    assert np.array_equal(one, other)


@often(400)
@given(seeds, phases)
def test_a_programme_without_dwellings_is_the_trend(seed, given_phases):
    empty = Programme(tuple(Phase(p.project, p.month, p.district, "rækkehus", "almen", 0.0) for p in given_phases))
    trend = project(scenario(seed, 50.0, homes=None, net=None), AXES, RAADHUS)
    built = project(scenario(seed, 50.0, homes=movers(weights_of(empty, KINDS, AXES), KINDS), net=None), AXES, RAADHUS)
    assert np.array_equal(trend.population, built.population)


SLIPS = estimate_slips([Outcome("local_plan", months) for months in (0, 6, 18)])
THREADS = ThreadPoolExecutor(2)


@often(300)
@given(seeds, phases, st.integers(1, 9), st.integers(1, 4))
def test_the_same_seed_gives_the_same_numbers_compiled_or_plain_in_any_parts(seed, given_phases, count, parts):
    programme = Programme(tuple(given_phases))

    def drawn() -> Draws:
        months, kept = draw_slips(programme, SLIPS, draws=count, seed=seed)
        homes = weights_of(programme, KINDS, AXES, months, kept)
        return Draws(draw_levels(TYPICAL, AXES, draws=count, seed=seed), homes=homes, profiles=KINDS.profiles)

    inputs = scenario(seed, 50.0, net=None, homes=None)
    bands = ((0, 3), (3, 8))
    draws = drawn()
    first = ensemble.run(inputs, AXES, RAADHUS, draws, bands, parts=1).people
    again = ensemble.run(inputs, AXES, RAADHUS, drawn(), bands, executor=THREADS, parts=parts).people
    assert np.array_equal(first, again)
    plain = ensemble.run(inputs, AXES, RAADHUS, draws, bands, compiled=False).people
    assert first == pytest.approx(plain, rel=1e-9, abs=1e-9)


def crowded(seed: int, scale: float) -> tuple[Inputs, Draws]:
    """Out-moves and moves between districts which together would take far more than are there, some homes pulled down,
    and factors that take rates over one."""
    random = np.random.default_rng(seed)
    shares = random.random(AXES.flow) ** 3
    moves = (Exchange(random.random(AXES.flow), shares / shares.sum(axis=1, keepdims=True)),)
    rates = {name: random.random(AXES.flow) ** random.choice([0.2, 1.0]) for name in ("out", "mortality")}
    levels = {name: random.uniform(0.5, 1.6, (3, YEARS, DISTRICTS)) for name in TYPICAL}
    by_age = {name: random.uniform(0.5, 1.6, (3, 2, AGES)) for name in ("deaths", "out")}
    return scenario(seed, scale, net=None, exchanges=moves, **rates), Draws(levels, by_age if seed % 2 else {})


@often(200)
@given(seeds, scales)
def test_compiled_and_plain_agree_where_more_would_leave_a_cell_than_are_there(seed, scale):
    inputs, draws = crowded(seed, scale)
    bands = tuple((age, age + 1) for age in range(AGES))
    runs = [ensemble.run(inputs, AXES, RAADHUS, draws, bands, compiled=c).people for c in (True, False)]
    assert runs[0] == pytest.approx(runs[1], rel=1e-9, abs=1e-9 * max(1.0, scale))


@often(100)
@given(seeds, scales)
def test_nobody_leaves_twice_so_no_in_move_is_made_up(seed, scale):
    inputs, _ = crowded(seed, scale)
    run = project(inputs, AXES, RAADHUS)
    people_are_accounted_for(run)
    assert (run.population >= 0).all()
    assert run.flows["in"] == pytest.approx(np.broadcast_to(inputs.inflow, AXES.flow), abs=1e-9 * max(1.0, scale))


@often(200)
@given(seeds, st.integers(1, 2**31))
def test_draws_of_a_project_belong_to_it_alone(seed, other):
    alone = Programme((Phase("Hede", month_number(2022, 1), "a", "rækkehus", "almen", 10),))
    beside = Programme((*alone.phases, Phase(f"P{other}", month_number(2023, 1), "b", "rækkehus", "almen", 5)))
    place = [phase.project for phase in beside.phases].index("Hede")
    assert np.array_equal(
        draw_slips(alone, SLIPS, draws=5, seed=seed)[0][:, 0],
        draw_slips(beside, SLIPS, draws=5, seed=seed)[0][:, place],
    )
