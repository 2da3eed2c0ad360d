from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.pure.forecast import ensemble
from raadhus.pure.forecast.axes import Axes, Floats
from raadhus.pure.forecast.delay import Outcome, draw_slips, estimate_slips
from raadhus.pure.forecast.draws import TYPICAL, Draws, draw_levels
from raadhus.pure.forecast.fused import COMPILED, Bands
from raadhus.pure.forecast.housing import Kinds, weights_of
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model
from raadhus.pure.forecast.programme import Phase, Programme, month_number
from raadhus.pure.forecast.rerun import KeptRun, homes_of_districts, kept_run
from raadhus.pure.kernel.errors import Refused

from .small_municipality import BANDS, MODEL, axes_of, inputs_of

AXES = axes_of(districts=4, years=6)
SEED, DRAWS = 11, 21
KINDS = Kinds(
    ("etagebolig/almen", "rækkehus/ejer"),
    np.array([[2.0, 2.2], [2.6, 2.7]]),
    np.full((2, 2, 2, AXES.ages), 0.5 / AXES.ages),
    np.array([[0.0, 0.5, 1.0], [0.2, 0.9, 1.0]]),
)
SLIPS = estimate_slips([Outcome("local_plan", months) for months in (0, 6, 18)])
PROGRAMME = Programme(
    (
        Phase("Hede", month_number(2024, 5), "D1", "etagebolig", "almen", 40),
        Phase("Hede", month_number(2025, 5), "D2", "rækkehus", "ejer", 25),
        Phase("Havn", month_number(2022, 3), "D0", "etagebolig", "almen", 60),
        Phase("Skov", month_number(2026, 2), "D1", "rækkehus", "ejer", 30, "started"),
        Phase("Skov", month_number(2023, 2), "D1", "etagebolig", "almen", 35, demolished=True),
    )
)


def draws_with(programme: Programme, count: int = DRAWS, **options: Any) -> Draws:
    months, kept = draw_slips(programme, SLIPS, draws=count, seed=SEED)
    homes = weights_of(programme, KINDS, AXES, months, kept)
    levels = draw_levels(TYPICAL, AXES, draws=count, seed=SEED)
    return Draws(levels, homes=homes, profiles=KINDS.profiles, **options)


def given_with(
    programme: Programme,
    count: int = DRAWS,
    *,
    inputs: Inputs | None = None,
    model: Model = MODEL,
    by_age: dict[str, Floats] | None = None,
) -> tuple[Inputs, Axes, Model, Draws, Bands]:
    return inputs or inputs_of(AXES), AXES, model, draws_with(programme, count, by_age=by_age or {}), BANDS


def whole(programme: Programme, count: int = DRAWS, *, compiled: bool = True, **more: Any) -> ensemble.Ensemble:
    return ensemble.run(*given_with(programme, count, **more), compiled=compiled)


def kept(programme: Programme, count: int = DRAWS, *, compiled: bool = True, **more: Any) -> KeptRun:
    return kept_run(*given_with(programme, count, **more), compiled=compiled)


GROWING = Programme(tuple(phase for phase in PROGRAMME.phases if not phase.demolished))
RUNS = {programme: kept(programme) for programme in (GROWING, PROGRAMME)}
LEVELS = (0.1, 0.5, 0.9)
compiled_only = pytest.mark.skipif(not COMPILED, reason="numba is not installed")


def assert_same(again: ensemble.Ensemble, full: ensemble.Ensemble, **near: float) -> None:
    for one, other in ((again, full), (again.municipality(), full.municipality())):
        assert one.people == pytest.approx(other.people, **near)
        assert one.quantiles(LEVELS) == pytest.approx(other.quantiles(LEVELS), **near)


def test_a_kept_run_is_the_whole_run():
    for programme, run in RUNS.items():
        assert np.array_equal(run.whole.people, whole(programme).people)


@compiled_only
def test_edits_are_run_as_a_difference_unless_homes_are_left_or_more_may_go_and_die_than_there_are():
    assert [run.difference is not None for run in RUNS.values()] == [True, False]
    assert kept(GROWING, inputs=inputs_of(AXES, mortality=np.full(AXES.flow, 0.99))).difference is None


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(list(RUNS)), st.sampled_from(PROGRAMME.projects), st.integers(-20, 60))
def test_an_edit_gives_the_whole_runs_numbers(programme, project, months):
    after = programme.with_project_moved(project, months)
    assert_same(RUNS[programme].edited(programme, after, KINDS, SLIPS, seed=SEED), whole(after), rel=1e-12)


def test_a_project_pulled_down_later_is_run_whole_to_the_last_bit():
    after = PROGRAMME.with_project_moved("Skov", 14)
    assert_same(RUNS[PROGRAMME].edited(PROGRAMME, after, KINDS, SLIPS, seed=SEED), whole(after), rel=0, abs=0)
    down = [replace(phase, district="D2") for phase in PROGRAMME.phases if phase.demolished]
    torn = Programme((*GROWING.phases, *down))
    assert_same(RUNS[GROWING].edited(GROWING, torn, KINDS, SLIPS, seed=SEED), whole(torn), rel=0, abs=0)


def test_an_edit_where_rates_are_bounded_or_drawn_by_age_gives_the_whole_runs_numbers():
    random = np.random.default_rng(3)
    by_age = {name: random.uniform(0.8, 1.2, (DRAWS, 2, AXES.ages)) for name in ("deaths", "out")}
    bounded = MODEL.but(out_cap=0.6)
    leaving = inputs_of(AXES, out=np.full(AXES.flow, 0.6))
    after = GROWING.with_project_moved("Hede", 14)
    for model, inputs, factors in (
        (MODEL, inputs_of(AXES), by_age),
        (bounded, leaving, {}),
        (bounded, leaving, by_age),
    ):
        run = kept(GROWING, model=model, inputs=inputs, by_age=factors)
        full = whole(after, model=model, inputs=inputs, by_age=factors)
        assert run.difference is not None or not COMPILED
        assert_same(run.edited(GROWING, after, KINDS, SLIPS, seed=SEED), full, rel=1e-12)


def test_an_edit_of_a_model_with_other_weights_of_deaths_gives_the_whole_runs_numbers():
    steps = tuple(
        replace(step, weight=0.8, newborn_weight=0.6) if step.kind == "deaths" else step for step in MODEL.steps
    )
    model, after = MODEL.but(steps=steps), GROWING.with_project_moved("Havn", 14)
    run, full = kept(GROWING, model=model), whole(after, model=model)
    assert run.difference is not None or not COMPILED
    assert_same(run.edited(GROWING, after, KINDS, SLIPS, seed=SEED), full, rel=1e-12)
    assert whole(after, model=model, compiled=False).people == pytest.approx(full.people, rel=1e-9)


def test_a_project_of_2024_leaves_the_years_before_as_they_were_and_says_so():
    for programme, run in RUNS.items():
        again = run.edited(programme, programme.with_project_moved("Hede", 14), KINDS, SLIPS, seed=SEED)
        assert again.since == 3
        assert np.array_equal(again.people[:3], run.whole.people[:3])
        assert not np.array_equal(again.people[3], run.whole.people[3])


def test_an_edit_that_changes_nothing_is_the_run_itself():
    assert RUNS[GROWING].edited(GROWING, GROWING, KINDS, SLIPS, seed=SEED) is RUNS[GROWING].whole


def test_few_draws_and_the_plain_loop_are_edited_alike():
    after = GROWING.with_project_moved("Skov", 9)
    few = kept(GROWING, 5).edited(GROWING, after, KINDS, SLIPS, seed=SEED)
    assert_same(few, whole(after, 5), rel=1e-12)
    plain = kept(GROWING, 5, compiled=False).edited(GROWING, after, KINDS, SLIPS, seed=SEED)
    assert_same(plain, whole(after, 5, compiled=False), rel=0, abs=0)
    assert few.people == pytest.approx(plain.people, rel=1e-9)


def test_a_districts_homes_alone_are_those_of_the_whole_programme():
    homes = homes_of_districts(PROGRAMME, ["D1"], KINDS, AXES, SLIPS, draws=DRAWS, seed=SEED)["D1"]
    assert np.array_equal(homes, draws_with(PROGRAMME).homes[:, :, 1])
    assert homes.any()


def test_an_edit_in_an_unknown_district_is_refused():
    with pytest.raises(Refused, match="er ikke et distrikt; brug et af: D0, D1, D2, D3"):
        RUNS[GROWING].with_homes({"Månen": np.zeros((DRAWS, 6, 4))})


def test_a_run_without_homes_cannot_be_edited():
    levels = draw_levels(TYPICAL, AXES, draws=3, seed=SEED)
    bare = kept_run(inputs_of(AXES), AXES, MODEL, Draws(levels), BANDS)
    with pytest.raises(Refused, match="boligprogram"):
        bare.with_homes({"D1": np.zeros((3, 6, 2))})
