"""How fast the forecast engine is, beside a plain pandas implementation of the same model; figures agree before times.

A made-up municipality of 50 districts, 13 years, two sexes, ages 0-105, 40 projects with delays, 1,000 draws of rates,
shocks and delays; "all results" are people by district, age band and year with three quantiles, and the municipality's.
Compilation (once per installation, kept on disk) is not counted; everything is the best of several runs. "Elapsed" is
worth what the machine is worth while others use it; processor time is what the run itself needed, all threads together;
"alone" is reckoned from it: what one thread must do by itself, and the rest shared evenly by the cores.
"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from bench.forecast_pandas import project_with_pandas
from raadhus.pure.forecast import ensemble
from raadhus.pure.forecast.axes import Axes
from raadhus.pure.forecast.delay import STAGES, Outcome, Slips, draw_slips, estimate_slips
from raadhus.pure.forecast.draws import TYPICAL, Draws, draw_levels
from raadhus.pure.forecast.exchange import Exchange
from raadhus.pure.forecast.fused import COMPILED, room_for, simulate
from raadhus.pure.forecast.fused_draws import drawn
from raadhus.pure.forecast.fused_layout import compiled_program
from raadhus.pure.forecast.housing import Kinds, weights_of
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.population import project
from raadhus.pure.forecast.programme import Phase, Programme, month_number
from raadhus.pure.forecast.published import RAADHUS
from raadhus.pure.forecast.rerun import kept_run

BANDS = ((0, 3), (3, 6), (6, 17), (17, 25), (25, 45), (45, 67), (67, 80), (80, 106))
DRAWS = 1000
SEED = 2022


def municipality(districts: int, years: int, units: int = 1) -> tuple[Axes, Inputs]:
    """`units` municipalities of so many districts each, side by side in one array."""
    random = np.random.default_rng(1)
    axes = Axes(tuple(range(2022, 2022 + years)), tuple(f"D{n:04}" for n in range(districts * units)))
    ages = np.arange(axes.ages)
    shares = random.random(axes.flow)
    pool = tuple(np.repeat(np.arange(units), districts).tolist()) if units > 1 else None
    for unit in range(units):
        own = slice(unit * districts, (unit + 1) * districts)
        shares[:, own] /= shares[:, own].sum(axis=1, keepdims=True)
    dying = np.minimum(0.0005 * np.exp(0.085 * np.maximum(ages - 20, 0)), 0.6)
    fertility = 0.12 * np.exp(-(((ages - 31) / 6.0) ** 2))
    leaving = 0.03 + 0.15 * np.exp(-(((ages - 24) / 7.0) ** 2))
    noise = random.uniform(0.7, 1.3, (4, *axes.flow))
    return axes, Inputs(
        population=random.uniform(2, 10, axes.stock) * np.exp(-np.maximum(ages - 60, 0) / 15),
        mortality=np.minimum(dying * noise[0], 1.0),
        fertility=fertility * noise[1, :, :, 0],
        boys_per_girl=np.full(years, 1.055),
        out=leaving * noise[2],
        inflow=6.0 * leaving * noise[3],
        exchanges=(Exchange(0.4 * leaving * noise[0], shares, pool),),
        homes=np.zeros(axes.flow),
    )


def programme(axes: Axes) -> tuple[Programme, Kinds, Slips]:
    """40 projects of two phases in three kinds of dwelling, and slips learnt from 60 earlier projects."""
    random = np.random.default_rng(2)
    kinds = ("etagebolig/almen", "rækkehus/privat", "parcelhus/ejer")
    ages = np.arange(axes.ages)
    profile = np.exp(-(((ages - 30) / 9.0) ** 2)) + 0.5 * np.exp(-(((ages - 3) / 4.0) ** 2))
    profile = np.broadcast_to(profile / (2 * profile.sum()), (3, 2, 2, axes.ages))
    phases = [
        Phase(
            project=f"Projekt {n:02}",
            month=month_number(2022 + int(random.integers(0, 9)), int(random.integers(1, 13))) + 12 * part,
            district=axes.districts[int(random.integers(0, len(axes.districts)))],
            dwelling_type=kinds[n % 3].split("/")[0],
            tenure=kinds[n % 3].split("/")[1],
            dwellings=float(random.integers(10, 200)),
            stage=STAGES[n % 4],
        )
        for n in range(40)
        for part in (0, 1)
    ]
    ramp = np.tile(np.minimum(np.arange(13) / 6.0, 1.0), (3, 1))
    outcomes = [Outcome(STAGES[n % 4], int(random.gamma(1.5, 8))) for n in range(60)]
    persons = np.array([[1.7, 1.8], [2.3, 2.4], [2.8, 3.0]])
    return Programme(tuple(phases)), Kinds(kinds, persons, profile, ramp), estimate_slips(outcomes)


def best(action: Callable[[], Any], times: int = 5) -> float:
    """Seconds of the fastest of several runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return min(taken)


@dataclass(frozen=True)
class Took:
    """Seconds: elapsed, processor time of all threads, and elapsed as reckoned with every core free."""

    elapsed: float
    processor: float
    alone: float

    def __str__(self) -> str:
        return f"{self.elapsed:.3f} s, processor {self.processor:.3f} s, alone {self.alone:.3f} s"


def timed(action: Callable[[], Any], times: int = 9) -> Took:
    """Each the least of several runs."""
    took, busy, alone = [], [], []
    for _ in range(times):
        start, began, own = time.perf_counter(), time.process_time(), time.thread_time()
        action()
        own, all_threads = time.thread_time() - own, time.process_time() - began
        took.append(time.perf_counter() - start)
        busy.append(all_threads)
        alone.append(own + (all_threads - own) / (os.cpu_count() or 1))
    return Took(min(took), min(busy), min(alone))


def copy_speed() -> float:
    """Bytes read and written per second of processor time by a plain copy of 256 MB."""
    source = np.ones(32_000_000)
    target = np.empty_like(source)
    return 2 * source.nbytes / timed(lambda: np.copyto(target, source)).processor


def results(run: ensemble.Ensemble) -> list[np.ndarray]:
    """Everything the pages show: three quantiles for every district and for the municipality."""
    return [part.quantiles((0.1, 0.5, 0.9)) for part in (run, run.municipality())]


def main() -> None:
    axes, inputs = municipality(50, 13)
    plan, kinds, slips = programme(axes)
    levels = draw_levels(TYPICAL, axes, draws=DRAWS, seed=SEED)
    months, kept = draw_slips(plan, slips, draws=DRAWS, seed=SEED)
    homes = weights_of(plan, kinds, axes, months, kept)
    draws = Draws(levels, homes=homes, profiles=kinds.profiles)
    print(f"numba: {COMPILED}; cores: {os.cpu_count()}; load when run: {os.getloadavg()[0]:.1f}")

    few = draws.part(0, 20)
    fast, plain = (ensemble.run(inputs, axes, RAADHUS, few, BANDS, compiled=c).people for c in (True, False))
    print(f"compiled against plain, 20 draws: largest relative gap {np.abs(fast / plain - 1).max():.1e}")
    mine, theirs = project(inputs, axes, RAADHUS).population, project_with_pandas(inputs, axes, RAADHUS)
    print(f"engine against pandas: largest gap {np.abs(mine - theirs).max():.1e} people")

    cells = DRAWS * len(axes.years) * len(axes.districts) * 2 * axes.ages
    loop = timed(lambda: ensemble.run(inputs, axes, RAADHUS, draws, BANDS))
    whole = timed(lambda: results(ensemble.run(inputs, axes, RAADHUS, draws, BANDS)))
    copied = copy_speed()
    print(f"50 districts × 13 years × 1,000 draws: {loop}")
    print(f"  with all results (aim 0.15 s elapsed): {whole}")
    print_parts(axes, inputs, draws)
    print(
        f"  {cells / loop.processor / 1e9:.2f} thousand million cell-years in a second of processor time; were each "
        f"written once (8 bytes), {8 * cells / loop.processor / copied:.0%} of this machine's copy speed, "
        f"{copied / 1e9:.1f} GB in a second of processor time"
    )
    print(f"  drawing rates {best(lambda: draw_levels(TYPICAL, axes, draws=DRAWS, seed=SEED)):.3f} s, ", end="")
    print(f"delays {best(lambda: draw_slips(plan, slips, draws=DRAWS, seed=SEED)):.3f} s (once; kept between edits)")
    print_edit(axes, inputs, draws)
    print_whole_edits(axes, inputs, draws)
    print_deterministic(axes, inputs, loop.alone)


def print_parts(axes: Axes, inputs: Inputs, draws: Draws) -> None:
    """Where the time goes, each part by itself."""
    program = compiled_program(inputs, axes, RAADHUS)
    laid_out = drawn(program, draws)
    ran = ensemble.run_compiled(axes, program, laid_out, BANDS)
    parts = {
        "checking and laying out inputs": lambda: compiled_program(inputs, axes, RAADHUS),
        "laying out draws": lambda: drawn(program, draws),
        "compiled loop": lambda: ensemble.run_compiled(axes, program, laid_out, BANDS),
        "results": lambda: results(ensemble.Ensemble(axes, BANDS, ran.later, counted=ran.counted)),
    }
    for name, action in parts.items():
        print(f"  {name}: {timed(action)}")


def print_edit(axes: Axes, inputs: Inputs, draws: Draws) -> None:
    """Each of the 40 projects in turn 14 months later, with every result again, beside whole runs of the same."""
    plan, kinds, slips = programme(axes)
    kept = kept_run(inputs, axes, RAADHUS, draws, BANDS)
    results(kept.whole)
    took, begins, gap = [], [], 0.0
    for project_name in plan.projects:
        after = plan.with_project_moved(project_name, 14)
        again = kept.edited(plan, after, kinds, slips, seed=SEED)
        begins.append(axes.years[again.since - 1])
        took.append(timed(lambda after=after: results(kept.edited(plan, after, kinds, slips, seed=SEED)), 3))
        if len(begins) % 10 == 0:
            months, built = draw_slips(after, slips, draws=DRAWS, seed=SEED)
            full = Draws(draws.levels, homes=weights_of(after, kinds, axes, months, built), profiles=kinds.profiles)
            gap = max(gap, np.abs(again.people / ensemble.run(inputs, axes, RAADHUS, full, BANDS).people - 1).max())
    print(f"edits against whole runs of the edited programme: largest relative gap {gap:.1e}")
    order = sorted(range(len(took)), key=lambda number: took[number].elapsed)
    for label, one in (("in the middle", order[len(order) // 2]), ("at worst", order[-1])):
        print(f"  re-run after one project's edit {label} (aim 0.1 s): {took[one]}, first change in {begins[one]}")
    within = [
        sum(seconds <= 0.1 for seconds in kind) for kind in zip(*((t.elapsed, t.alone) for t in took), strict=True)
    ]
    print(f"  of {len(took)} projects, {within[0]} within 0.1 s elapsed, {within[1]} alone")


def print_whole_edits(axes: Axes, inputs: Inputs, draws: Draws) -> None:
    """Ten projects later where a twentieth of the phases is pulled down: every edit is a whole run."""
    plan, kinds, slips = programme(axes)
    torn = Programme(tuple(replace(one, demolished=number % 20 == 0) for number, one in enumerate(plan.phases)))
    months, built = draw_slips(torn, slips, draws=DRAWS, seed=SEED)
    kept = kept_run(inputs, axes, RAADHUS, replace(draws, homes=weights_of(torn, kinds, axes, months, built)), BANDS)
    results(kept.whole)
    took = []
    for project_name in torn.projects[::4]:
        after = torn.with_project_moved(project_name, 14)
        took.append(timed(lambda after=after: results(kept.edited(torn, after, kinds, slips, seed=SEED)), 3))
    took.sort(key=lambda one: one.elapsed)
    print(
        f"  where dwellings are pulled down, in the middle: {took[len(took) // 2]}; at worst {took[-1].elapsed:.3f} s"
    )


def print_deterministic(axes: Axes, inputs: Inputs, loop: float) -> None:
    """One run without draws: compiled, readable, pandas; and the whole country."""
    program = compiled_program(inputs, axes, RAADHUS)
    calm = drawn(program, no_draws(axes))
    out = room_for(program, BANDS, 1)
    single = best(lambda: simulate(program, calm, BANDS, out, [0]))
    readable = best(lambda: project(inputs, axes, RAADHUS))
    pandas = best(lambda: project_with_pandas(inputs, axes, RAADHUS), times=2)
    print(f"one deterministic run: compiled {single * 1e3:.1f} ms, readable, books checked, {readable * 1e3:.0f} ms,")
    print(f"  pandas {pandas:.2f} s: {pandas / single:.0f} and {pandas / readable:.0f} times as long")
    print(
        f"  1,000 draws in pandas would take {1000 * pandas / 60:.0f} minutes, {1000 * pandas / loop:.0f} times as long"
    )
    print(f"98 municipalities × 50 districts, deterministic: {whole_country(*municipality(50, 13, units=98))}")


def no_draws(axes: Axes) -> Draws:
    """One draw in which nothing varies."""
    shape = (1, len(axes.years), len(axes.districts))
    return Draws({name: np.ones(shape) for name in ("deaths", "births", "out", "in", "between")})


def whole_country(axes: Axes, inputs: Inputs) -> Took:
    """All municipalities through the compiled kernel, each with its own pool, on as many threads as there are cores."""
    exchange, size = inputs.exchanges[0], 50
    assert exchange.share is not None
    parts = []
    for first in range(0, len(axes.districts), size):
        own = slice(first, first + size)
        part = {name: getattr(inputs, name)[:, own] for name in ("mortality", "fertility", "out", "inflow", "homes")}
        moves = (Exchange(exchange.rate[:, own], exchange.share[:, own]),)
        here = Axes(axes.years, axes.districts[own])
        given = Inputs(inputs.population[own], boys_per_girl=inputs.boys_per_girl, exchanges=moves, **part)
        program = compiled_program(given, here, RAADHUS)
        parts.append((program, drawn(program, no_draws(here)), room_for(program, BANDS, 1)))

    def one(number: int) -> None:
        program, calm, out = parts[number]
        simulate(program, calm, BANDS, out, [0])

    return timed(lambda: ensemble.on_threads(one, range(len(parts))), 5)


if __name__ == "__main__":
    main()
