"""How right the forecast engine is: rolling origins on Danish municipalities, and a made-up one with late building.

Danish figures: population 2010-2020 and deaths of 98 municipalities, national fertility (Danmarks Statistik, CC BY
4.0), from the files beside the project. No housing and no moves are known there, so that part tests cohorts and their
moves. The estimate's choices (cohort_moves.Choices) were made looking at origins 2015-2019; 2011-2014 were looked at
afterwards.
"""

from collections.abc import Sequence

import numpy as np
from tests.pure.forecast.danish_history import denmark
from tests.pure.forecast.oracle_files import SHARED

from raadhus.pure.forecast import ensemble
from raadhus.pure.forecast.axes import Axes, Floats
from raadhus.pure.forecast.backtest import Backtest, Forecaster, remembered
from raadhus.pure.forecast.baselines import constancy, hamilton_perry, pro_rata
from raadhus.pure.forecast.chance import Chance, demographic_variance, with_noise
from raadhus.pure.forecast.classes import chances_of_classes, classes_for, expected_classes
from raadhus.pure.forecast.cohort_moves import project_units
from raadhus.pure.forecast.delay import STAGES, Outcome, Slips, draw_slips, estimate_slips
from raadhus.pure.forecast.draws import TYPICAL, Draws, draw_levels
from raadhus.pure.forecast.housing import Kinds, movers, weights_of
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.population import project
from raadhus.pure.forecast.programme import Phase, Programme, month_number
from raadhus.pure.forecast.published import RAADHUS

GROUPS = {"i alt": slice(0, 106), "0-2": slice(0, 3), "3-5": slice(3, 6), "6-16": slice(6, 17)}
OURS = "Rådhus"


def danish() -> tuple[Backtest, dict[str, Forecaster]]:
    """The history and four forecasters, each run once per origin."""
    codes, people, deaths, fertility = denmark()

    def ours(origin: int, horizon: int) -> Floats:
        axes = Axes(tuple(range(2010 + origin, 2010 + origin + horizon)), tuple(codes))
        return project_units(people[: origin + 1], deaths[: origin + 4], fertility[: 37 + origin], axes).population[1:]

    forecasters: dict[str, Forecaster] = {
        "uændret": lambda origin, horizon: constancy(people[: origin + 1], horizon),
        "pro rata": lambda origin, horizon: pro_rata(people[: origin + 1], horizon),
        "Hamilton-Perry": lambda origin, horizon: hamilton_perry(people[: origin + 1], horizon),
        OURS: ours,
    }
    return Backtest(people, GROUPS), {name: remembered(forecast, 5) for name, forecast in forecasters.items()}


def print_errors(tried: Backtest, forecasters: dict[str, Forecaster], origins: Sequence[int]) -> None:
    """MAPE, wMAPE and bias at 1/3/5 years."""
    table = tried.table(forecasters, origins)
    print(f"\norigins {2010 + origins[0]}-{2010 + origins[-1]}: MAPE (wMAPE; bias) in percent at 1 / 3 / 5 years")
    for group in GROUPS:
        for name in forecasters:
            cells = [table[name, group, horizon] for horizon in (1, 3, 5)]
            shown = "  ".join(f"{c.mape:5.2f} ({c.wmape:.2f}; {c.bias:+.2f})" for c in cells)
            print(f"  {group:6} {name:15} {shown}")


def print_intervals(tried: Backtest, forecasters: dict[str, Forecaster], origins: range) -> None:
    """Coverage of 80 % intervals, each calibrated on what was known at its origin, and CRPS beside Hamilton-Perry's."""
    print(
        f"\n80 % intervals, origins {2010 + origins[0]}-{2010 + origins[-1]}, each calibrated on what was known then:"
    )
    print(
        "  part covered at 1 / 2 / 3 / 4 / 5 years; mean CRPS in people at 1 / 3 / 5 (Hamilton-Perry's, so calibrated)"
    )
    held: dict[int, list[float]] = {horizon: [] for horizon in range(1, 6)}
    for group in GROUPS:
        covered, scores = [], []
        for horizon in held:
            within = [origin for origin in origins if origin + horizon < len(tried.history)]
            cover, score = tried.intervals(forecasters[OURS], within, group, horizon, 1)
            held[horizon] += [cover] * len(within)
            covered.append(f"{cover:4.0%}")
            if horizon in (1, 3, 5):
                _, other = tried.intervals(forecasters["Hamilton-Perry"], within, group, horizon, 1)
                scores.append(f"{score:.0f} ({other:.0f})")
        print(f"  {group:6} {' '.join(covered)}   {'  '.join(scores)}")
    print("  all    " + " ".join(f"{np.mean(part):4.0%}" for part in held.values()), end="")
    print(f"   1, 3 and 5 years together: {np.mean(held[1] + held[3] + held[5]):.1%}")


def print_classes(tried: Backtest, forecasters: dict[str, Forecaster]) -> None:
    """Classes of 26 for a tenth of each municipality's six-year-olds (a school), forecast five years before."""
    print("\nclasses of a school with a tenth of the six-year-olds, five years ahead: mean error, mean size of it")
    seen = classes_for(tried.history[10][..., 6].sum(axis=-1) / 10, 26).astype(float)
    for name in ("uændret", "Hamilton-Perry", OURS):
        pupils = forecasters[name](5, 5)[4][..., 6].sum(axis=-1) / 10
        rounded = classes_for(pupils, 26)
        expected = np.array([expected_classes(chances_of_classes(float(one), 26)) for one in pupils])
        for label, found in (("by the mean", rounded), ("by chances", expected)):
            print(f"  {name:15} {label:12} {np.mean(found - seen):+.3f}  {np.abs(found - seen).mean():.3f}")


# A made-up municipality: what housing and delay add ------------------------------------------------------------------

DISTRICTS, YEARS, PEOPLE, REPLICATES = 20, 5, 27_731, 40


def made_up(random: np.random.Generator) -> tuple[Axes, Inputs, Kinds]:
    """Districts of uneven size with Albertslund's total of 2020."""
    axes = Axes(tuple(range(2020, 2020 + YEARS)), tuple(f"D{n}" for n in range(DISTRICTS)))
    ages = np.arange(axes.ages)
    shape = np.exp(-np.maximum(ages - 55, 0) / 14.0) + 0.2 * np.exp(-(((ages - 35) / 12.0) ** 2))
    size = random.uniform(0.3, 1.7, DISTRICTS)
    people = np.broadcast_to(size[:, np.newaxis, np.newaxis] * shape, axes.stock)
    people = people * PEOPLE / people.sum()
    leaving = 0.04 + 0.12 * np.exp(-(((ages - 24) / 7.0) ** 2))
    inflow = people * leaving * 1.0
    profile = np.exp(-(((ages - 31) / 9.0) ** 2)) + 0.8 * np.exp(-(((ages - 3) / 4.0) ** 2))
    profile = np.broadcast_to(profile / (2 * profile.sum()), (1, 1, 2, axes.ages))
    kinds = Kinds(("etagebolig/almen",), np.array([[2.1]]), profile, np.array([[0.0, 0.5, 1.0]]))
    dying = np.minimum(0.0004 * np.exp(0.088 * np.maximum(ages - 20, 0)), 0.6)
    inputs = Inputs(
        population=people,
        mortality=np.broadcast_to(dying, axes.flow),
        fertility=np.broadcast_to(0.115 * np.exp(-(((ages - 31) / 6.0) ** 2)), (YEARS, DISTRICTS, axes.ages)),
        boys_per_girl=np.full(YEARS, 1.055),
        out=np.broadcast_to(leaving, axes.flow),
        inflow=np.broadcast_to(inflow, axes.flow),
    )
    return axes, inputs, kinds


def slips_in_truth(random: np.random.Generator, count: int) -> list[Outcome]:
    """How late projects are: the earlier the stage, the later; one idea in six is given up."""
    late = {"idea": 22.0, "local_plan": 15.0, "permit": 8.0, "started": 3.0}
    made = []
    for number in range(count):
        stage = STAGES[number % 4]
        cancelled = stage == "idea" and random.random() < 1 / 6
        made.append(Outcome(stage, int(random.gamma(1.6, late[stage] / 1.6)), not cancelled, cancelled))
    return made


def planned(random: np.random.Generator, axes: Axes) -> Programme:
    """30 projects over five years in half of the districts: 1,500 dwellings."""
    return Programme(
        tuple(
            Phase(
                project=f"P{n:02}",
                month=month_number(2020, 1) + int(random.integers(1, 54)),
                district=axes.districts[int(random.integers(0, DISTRICTS // 2))],
                dwelling_type="etagebolig",
                tenure="almen",
                dwellings=50.0,
                stage=STAGES[n % 4],
            )
            for n in range(30)
        )
    )


def one_truth(number: int) -> dict[str, Floats]:
    """Errors in percent (horizon, district) of four forecasts of one made-up truth, and whether the interval held."""
    random = np.random.default_rng(number)
    axes, inputs, kinds = made_up(random)
    plan = planned(random, axes)
    slips = estimate_slips(slips_in_truth(random, 60))
    fate = dict(zip(plan.projects, slips_in_truth(random, 30), strict=True))
    by_stage = {stage: [o for o in fate.values() if o.stage == stage] for stage in STAGES}
    late = [by_stage[phase.stage][n // 4 % len(by_stage[phase.stage])] for n, phase in enumerate(plan.phases)]
    slip, kept = np.array([[o.slip for o in late]]), np.array([[0.0 if o.cancelled else 1.0 for o in late]])
    levels = draw_levels(TYPICAL, axes, draws=1, seed=1000 + number)
    levels = {name: factor[0][..., np.newaxis, np.newaxis] for name, factor in levels.items()}
    truth = Inputs(
        inputs.population,
        np.minimum(inputs.mortality * levels["deaths"], 1),
        inputs.fertility * levels["births"][..., 0],
        inputs.boys_per_girl,
        out=inputs.out * levels["out"],
        inflow=inputs.inflow * levels["in"],
        homes=movers(weights_of(plan, kinds, axes, slip, kept)[0], kinds),
    )
    came = project(truth, axes, RAADHUS, chance=Chance(random)).population.sum(axis=(2, 3))[1:]
    drawn, variance = forecast_with_delay(inputs, axes, plan, kinds, slips)
    on_time = project(replace_homes(inputs, movers(weights_of(plan, kinds, axes), kinds)), axes, RAADHUS)
    noisy = with_noise(drawn, variance, random)
    low, high = np.quantile(noisy, [0.1, 0.9], axis=-1)
    found = {
        "uændret": np.broadcast_to(inputs.population.sum(axis=(1, 2)), came.shape),
        "uden boliger": project(inputs, axes, RAADHUS).population.sum(axis=(2, 3))[1:],
        "boliger til tiden": on_time.population.sum(axis=(2, 3))[1:],
        "boliger med forsinkelse": drawn.mean(axis=-1),
    }
    errors = {name: 100 * (forecast - came) / came for name, forecast in found.items()}
    return errors | {"dækket": ((came >= low) & (came <= high)).astype(float)}


def replace_homes(inputs: Inputs, homes: Floats) -> Inputs:
    """The same inputs with these people in new homes."""
    return Inputs(**(vars(inputs) | {"homes": homes}))


def forecast_with_delay(
    inputs: Inputs, axes: Axes, plan: Programme, kinds: Kinds, slips: Slips
) -> tuple[Floats, Floats]:
    """(year, district, draw) people in all, and the demographic variance (year, district)."""
    months, kept = draw_slips(plan, slips, draws=300, seed=1)
    homes = weights_of(plan, kinds, axes, months, kept)
    draws = Draws(draw_levels(TYPICAL, axes, draws=300, seed=2), homes=homes, profiles=kinds.profiles)
    people = ensemble.run(inputs, axes, RAADHUS, draws, ((0, 106),)).people[1:, :, 0]
    middle = replace_homes(inputs, movers(homes.mean(axis=0), kinds))
    return people, demographic_variance(project(middle, axes, RAADHUS), inputs)[1:].sum(axis=(2, 3))


def print_housing() -> None:
    """Errors by horizon in the districts where something is planned, over all made-up truths."""
    truths = [one_truth(number) for number in range(REPLICATES)]
    print(f"\n{REPLICATES} made-up municipalities of {PEOPLE} people, 1,500 dwellings planned, many late:")
    print("  MAPE (bias) in percent at 1 / 3 / 5 years in the ten districts with building")
    for name in ("uændret", "uden boliger", "boliger til tiden", "boliger med forsinkelse"):
        errors = np.stack([truth[name] for truth in truths])[..., : DISTRICTS // 2]
        cells = [f"{np.abs(errors[:, h]).mean():5.2f} ({errors[:, h].mean():+.2f})" for h in (0, 2, 4)]
        print(f"  {name:24} " + "  ".join(cells))
    covered = np.stack([truth["dækket"] for truth in truths])
    print("  80 % intervals held " + " / ".join(f"{covered[:, h].mean():.0%}" for h in (0, 2, 4)) + " (all districts)")


def main() -> None:
    if SHARED is None:
        print("the Danish figures are not beside the project; only the made-up municipality is run")
    else:
        tried, forecasters = danish()
        print_errors(tried, forecasters, range(5, 10))
        print_errors(tried, forecasters, range(1, 5))
        print_intervals(tried, forecasters, range(5, 10))
        print_intervals(tried, forecasters, range(3, 5))
        print_classes(tried, forecasters)
    print_housing()


if __name__ == "__main__":
    main()
