from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.pure.forecast import ensemble
from raadhus.pure.forecast.delay import Outcome, draw_slips, estimate_slips
from raadhus.pure.forecast.draws import TYPICAL, Draws, draw_levels
from raadhus.pure.forecast.housing import Kinds, weights_of
from raadhus.pure.forecast.programme import Phase, Programme, month_number
from raadhus.pure.forecast.rerun import KeptRun, homes_of_districts, kept_run, years_to_keep
from raadhus.pure.kernel.errors import Refused

from .small_municipality import BANDS, MODEL, axes_of, inputs_of

AXES = axes_of(districts=4, years=6)
SEED, DRAWS = 11, 21
EVERY_YEAR = 10**9
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


def draws_with(programme: Programme, count: int = DRAWS) -> Draws:
    months, kept = draw_slips(programme, SLIPS, draws=count, seed=SEED)
    homes = weights_of(programme, KINDS, AXES, months, kept)
    return Draws(draw_levels(TYPICAL, AXES, draws=count, seed=SEED), homes=homes, profiles=KINDS.profiles)


def whole(programme: Programme, count: int = DRAWS, **options: object) -> ensemble.Ensemble:
    return ensemble.run(inputs_of(AXES), AXES, MODEL, draws_with(programme, count), BANDS, **options)


def kept(count: int = DRAWS, **options: object) -> KeptRun:
    return kept_run(inputs_of(AXES), AXES, MODEL, draws_with(PROGRAMME, count), BANDS, **options)


RUNS = {room: kept(room=room) for room in (0, 250_000, EVERY_YEAR)}
LEVELS = (0.1, 0.5, 0.9)


def test_a_kept_run_is_the_whole_run_and_keeps_as_many_years_as_there_is_room_for():
    assert [run.kept.years for run in RUNS.values()] == [(), (2, 4), (1, 2, 3, 4, 5)]
    for run in RUNS.values():
        assert np.array_equal(run.whole.people, whole(PROGRAMME).people)


def test_the_years_kept_are_those_that_spare_the_edits_most():
    begun = np.array([4.0, 0.0, 3.0, 4.0, 0.0, 1.0])
    assert years_to_keep(begun, 1) == (2,)  # 8 edits spared 2 years are 16; 5 spared 3 would be 15
    assert years_to_keep(begun, 2) == (2, 3)  # 16 and 5 more; with 5 beside 2 it would be 16 and 3 more
    assert years_to_keep(begun + 0.1, 9) == (1, 2, 3, 4, 5)
    assert years_to_keep(begun, 0) == ()


def test_a_kept_run_told_its_programme_keeps_years_in_which_projects_begin():
    late = Programme(tuple(replace(phase, month=month_number(2026, 1)) for phase in PROGRAMME.phases))
    run = kept_run(inputs_of(AXES), AXES, MODEL, draws_with(late, 20), BANDS, room=250_000, programme=late)
    assert 4 in run.kept.years
    after = late.with_project_moved("Hede", 5)
    assert np.array_equal(run.edited(late, after, KINDS, SLIPS, seed=SEED).people, whole(after, 20).people)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(PROGRAMME.projects), st.integers(-20, 60), st.sampled_from(list(RUNS)))
def test_an_edit_gives_the_whole_runs_numbers_to_the_last_bit_from_any_kept_year(project, months, room):
    after = PROGRAMME.with_project_moved(project, months)
    again, full = RUNS[room].edited(PROGRAMME, after, KINDS, SLIPS, seed=SEED), whole(after)
    assert np.array_equal(again.people, full.people)
    assert np.array_equal(again.quantiles(LEVELS), full.quantiles(LEVELS))
    assert np.array_equal(again.municipality().quantiles(LEVELS), full.municipality().quantiles(LEVELS))


def test_a_project_of_2024_leaves_the_years_before_as_they_were_and_says_so():
    after = PROGRAMME.with_project_moved("Hede", 14)
    again = RUNS[EVERY_YEAR].edited(PROGRAMME, after, KINDS, SLIPS, seed=SEED)
    assert again.since == 3
    assert np.array_equal(again.people[:3], RUNS[EVERY_YEAR].whole.people[:3])
    assert not np.array_equal(again.people[3], RUNS[EVERY_YEAR].whole.people[3])


def test_an_edit_that_changes_nothing_is_the_run_itself():
    assert RUNS[0].edited(PROGRAMME, PROGRAMME, KINDS, SLIPS, seed=SEED) is RUNS[0].whole


def test_few_draws_and_the_plain_loop_are_edited_alike():
    after = PROGRAMME.with_project_moved("Skov", 9)
    few = kept(5, room=EVERY_YEAR).edited(PROGRAMME, after, KINDS, SLIPS, seed=SEED)
    assert np.array_equal(few.people, whole(after, 5).people)
    plain = kept(5, compiled=False).edited(PROGRAMME, after, KINDS, SLIPS, seed=SEED)
    assert np.array_equal(plain.people, whole(after, 5, compiled=False).people)
    assert few.people == pytest.approx(plain.people, rel=1e-9)


def test_a_districts_homes_alone_are_those_of_the_whole_programme():
    homes = homes_of_districts(PROGRAMME, ["D1"], KINDS, AXES, SLIPS, draws=DRAWS, seed=SEED)["D1"]
    assert np.array_equal(homes, draws_with(PROGRAMME).homes[:, :, 1])
    assert homes.any()


def test_an_edit_in_an_unknown_district_is_refused():
    with pytest.raises(Refused, match="er ikke et distrikt; brug et af: D0, D1, D2, D3"):
        RUNS[0].with_homes({"Månen": np.zeros((DRAWS, 6, 4))})


def test_a_run_without_homes_cannot_be_edited():
    levels = draw_levels(TYPICAL, AXES, draws=3, seed=SEED)
    bare = kept_run(inputs_of(AXES), AXES, MODEL, Draws(levels), BANDS)
    with pytest.raises(Refused, match="boligprogram"):
        bare.with_homes({"D1": np.zeros((3, 6, 2))})
