from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import numpy as np
import pytest

from raadhus.pure.forecast import ensemble
from raadhus.pure.forecast.delay import Outcome, draw_slips, estimate_slips
from raadhus.pure.forecast.draws import TYPICAL, Draws, draw_levels
from raadhus.pure.forecast.ensemble import Ensemble
from raadhus.pure.forecast.exchange import Exchange
from raadhus.pure.forecast.fused import COMPILED, blocks_of, can_fuse, packs_of
from raadhus.pure.forecast.fused_layout import compiled_program
from raadhus.pure.forecast.housing import Kinds, movers, weights_of
from raadhus.pure.forecast.model import Step
from raadhus.pure.forecast.population import project
from raadhus.pure.forecast.programme import Phase, Programme, month_number
from raadhus.pure.forecast.published import LONDON, RAADHUS, SWISS

from .small_municipality import BANDS, MODEL, axes_of, inputs_of

AXES = axes_of()


def draws_of(count: int = 21, **more: object) -> Draws:
    random = np.random.default_rng(8)
    by_age = {name: random.uniform(0.9, 1.1, (count, 2, AXES.ages)) for name in ("deaths", "out")}
    return Draws(draw_levels(TYPICAL, AXES, draws=count, seed=3), by_age, **more)


def people(**options: object) -> np.ndarray:
    return ensemble.run(inputs_of(AXES), AXES, MODEL, draws_of(), BANDS, **options).people


@pytest.mark.parametrize("compiled", [True, False])
def test_the_municipality_is_its_districts_added_up_in_their_order(compiled):
    run = ensemble.run(inputs_of(AXES), AXES, MODEL, draws_of(), BANDS, compiled=compiled)
    added = run.people[:, 0]
    for district in range(1, len(AXES.districts)):
        added = added + run.people[:, district]
    assert np.array_equal(run.municipality().people[:, 0], added)


def homes_of(count: int) -> dict[str, np.ndarray]:
    kinds = Kinds(
        ("etagebolig/almen",), np.array([[2.0]]), np.full((1, 1, 2, AXES.ages), 0.5 / AXES.ages), np.ones((1, 1))
    )
    programme = Programme(
        tuple(Phase(f"P{n}", month_number(2022 + n, 5), f"D{n}", "etagebolig", "almen", 40) for n in range(3))
    )
    slips = estimate_slips([Outcome("local_plan", months) for months in (0, 6, 12, 24)])
    months, kept = draw_slips(programme, slips, draws=count, seed=1)
    return {"homes": weights_of(programme, kinds, AXES, months, kept), "profiles": kinds.profiles}


def test_the_compiled_kernel_gives_the_plain_loops_numbers():
    assert people() == pytest.approx(people(compiled=False), rel=1e-9, abs=1e-9)


def test_so_it_does_with_delayed_homes_in_every_draw():
    draws = draws_of(**homes_of(21))
    runs = [ensemble.run(inputs_of(AXES), AXES, MODEL, draws, BANDS, compiled=c).people for c in (True, False)]
    assert runs[0] == pytest.approx(runs[1], rel=1e-9, abs=1e-9)


def test_so_it_does_where_factors_would_take_rates_over_one():
    edge = {name: np.random.default_rng(5).uniform(0.5, 1.0, AXES.flow) for name in ("out", "mortality")}
    inputs = inputs_of(AXES, exchanges=(), homes=-inputs_of(AXES).homes, **edge)
    levels = {name: 1.5 * factors for name, factors in draws_of().levels.items()}
    runs = [ensemble.run(inputs, AXES, MODEL, Draws(levels), BANDS, compiled=c).people for c in (True, False)]
    assert runs[0] == pytest.approx(runs[1], rel=1e-9, abs=1e-9)


def test_so_it_does_where_those_born_on_the_way_reach_an_open_age_that_bears_children():
    for ages, years in ((8, 12), (8, 8), (8, 7), (8, 6), (9, 1)):
        axes = axes_of(years=years, ages=ages)
        model, levels = MODEL.but(births_youngest=0, births_oldest=None), draw_levels(TYPICAL, axes, draws=5, seed=2)
        bands = ((0, 3), (2, ages), (5, 5), (ages - 1, ages))
        runs = [
            ensemble.run(inputs_of(axes), axes, model, Draws(levels), bands, compiled=c).people for c in (True, False)
        ]
        assert runs[0] == pytest.approx(runs[1], rel=1e-9, abs=1e-9)


def test_so_it_does_with_any_part_of_the_years_arrivals_exposed_to_death():
    for all_, newborn in ((0.3, None), (1.0, 0.6)):
        steps = (replace(s, weight=all_, newborn_weight=newborn) if s.kind == "deaths" else s for s in MODEL.steps)
        model = MODEL.but(steps=tuple(steps))
        runs = [ensemble.run(inputs_of(AXES), AXES, model, draws_of(), BANDS, compiled=c).people for c in (True, False)]
        assert can_fuse(model, inputs_of(AXES)) == COMPILED
        assert runs[0] == pytest.approx(runs[1], rel=1e-9, abs=1e-9)


def test_a_draw_of_more_deaths_is_that_in_whatever_form_mortality_is_given():
    dying = inputs_of(AXES).mortality
    forms = {"survival": 1.0 - dying, "central": dying / (1.0 - dying / 2.0), "hazard": -np.log1p(-dying)}
    for form, mortality in forms.items():
        model, inputs = MODEL.but(mortality=form), inputs_of(AXES, mortality=mortality)
        for compiled in (True, False):
            run = ensemble.run(inputs, AXES, model, draws_of(), BANDS, compiled=compiled)
            assert run.people == pytest.approx(people(compiled=compiled), rel=1e-9)


def test_fertility_over_one_that_a_model_allows_is_not_cut_off_in_a_draw():
    model, calm = MODEL.but(signed_rates=True), {name: np.ones((1, 4, 3)) for name in draws_of().levels}
    inputs = inputs_of(AXES, fertility=np.full((4, 3, AXES.ages), 2.5))
    drawn = ensemble.run(inputs, AXES, model, Draws(calm), BANDS).people[..., 0]
    alone = project(inputs, AXES, model).population.sum(axis=-2)
    bands = np.stack([alone[..., young:beyond].sum(axis=-1) for young, beyond in BANDS], axis=-1)
    assert drawn == pytest.approx(bands, rel=1e-12)


def test_homes_drawn_are_homes_given():
    homes = homes_of(1)
    given = inputs_of(
        AXES,
        homes=movers(homes["homes"][0], Kinds(("x",), np.ones((1, 1)), homes["profiles"][np.newaxis], np.ones((1, 1)))),
    )
    calm = {name: np.ones((1, 4, 3)) for name in draws_of().levels}
    drawn = ensemble.run(inputs_of(AXES), AXES, MODEL, Draws(calm, **homes), BANDS).people
    assert drawn == pytest.approx(ensemble.run(given, AXES, MODEL, Draws(calm), BANDS).people)


@pytest.mark.skipif(not COMPILED, reason="numba is not installed")
def test_the_kernel_knows_the_recommended_form_and_says_so():
    assert can_fuse(MODEL, inputs_of(AXES))
    assert not can_fuse(LONDON, inputs_of(AXES))
    assert not can_fuse(SWISS, inputs_of(AXES))
    assert not can_fuse(MODEL, replace(inputs_of(AXES), residents=np.ones((4, 3))))
    pools = (Exchange(np.zeros(AXES.flow), np.ones(AXES.flow), pool=(0, 1, 2)),)
    assert not can_fuse(MODEL, inputs_of(AXES, exchanges=pools))
    half = RAADHUS.but(steps=(Step("out", share=0.5, weight=0.0), *RAADHUS.steps[1:]))
    assert not can_fuse(half, inputs_of(AXES))
    of_first_day = tuple(replace(step, weight=0.0) if step.kind == "deaths" else step for step in RAADHUS.steps)
    assert not can_fuse(RAADHUS.but(steps=of_first_day), inputs_of(AXES))


def test_a_draw_in_which_women_would_bear_more_than_one_child_a_year_is_left_to_the_plain_loop():
    inputs = inputs_of(AXES, fertility=np.full((4, 3, AXES.ages), 0.9))
    levels = {name: 1.5 * factors for name, factors in draws_of().levels.items()}
    assert not can_fuse(MODEL, inputs, Draws(levels))
    runs = [ensemble.run(inputs, AXES, MODEL, Draws(levels), BANDS, compiled=c).people for c in (True, False)]
    assert np.array_equal(*runs)


def test_blocks_keep_the_open_age_and_the_newborn_each_together_or_are_one():
    def blocks(ages: int, years: int) -> list[list[int]]:
        axes = axes_of(districts=1, years=years, ages=ages)
        return blocks_of(compiled_program(inputs_of(axes), axes, MODEL)).tolist()

    assert blocks(ages=106, years=13) == [[106, 120], [75, 106], [44, 75], [14, 44], [1, 14]]
    assert blocks(ages=8, years=7) == [[8, 16], [1, 8]]
    assert blocks(ages=8, years=8) == [[1, 17]]


def test_packs_cover_every_draw_and_the_last_begins_early_enough_to_be_whole():
    assert packs_of(5) == [0]
    assert packs_of(16) == [0]
    assert packs_of(40) == [0, 16, 24]


def test_numbers_are_the_same_to_the_last_bit_in_any_parts_threads_or_processes():
    whole = people(parts=1)
    assert np.array_equal(whole, people(parts=3))
    with ThreadPoolExecutor(2) as threads:
        assert np.array_equal(whole, people(executor=threads, parts=5))
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        assert np.array_equal(whole, people(executor=processes, parts=2))


def test_a_scenario_differs_from_its_base_only_where_it_was_changed():
    base = ensemble.run(inputs_of(AXES), AXES, MODEL, draws_of(), BANDS)
    apart = tuple(replace(one, rate=np.zeros(AXES.flow)) for one in inputs_of(AXES).exchanges)
    more = inputs_of(AXES).inflow.copy()
    more[:, 1] *= 1.1
    scenario, alone = (
        ensemble.run(inputs_of(AXES, exchanges=apart, inflow=flow), AXES, MODEL, draws_of(), BANDS)
        for flow in (more, inputs_of(AXES).inflow)
    )
    difference = scenario.against(alone).people
    assert np.array_equal(difference[:, [0, 2]], np.zeros_like(difference[:, [0, 2]]))
    assert (difference[1:, 1, :3] > 0).all()
    assert difference[-1, 1].std() < 0.2 * base.people[-1, 1].std()


def test_quantiles_risk_and_the_municipality_by_hand():
    drawn = Ensemble(AXES, BANDS, np.arange(1.0, 11.0).reshape(1, 1, 1, 10) * np.ones((1, 2, 1, 1)))
    assert drawn.quantiles([0.1, 0.5, 0.9])[:, 0, 0, 0].tolist() == [1, 5, 9]
    assert drawn.risk_over(np.array(7.0))[0, 0, 0] == pytest.approx(0.3)
    assert drawn.municipality().people[0, 0, 0, -1] == 20
