"""The recommended model as one would write it plainly in pandas: a table of people, a table of rates, a merge a year.

The peer of bench/forecast.py; its figures are compared with the engine's before any time is taken.
"""

import numpy as np
import pandas as pd

from raadhus.pure.forecast.axes import Axes
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model

KEY = ["district", "sex", "age"]


def tables(inputs: Inputs, axes: Axes) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """(people, rates by year, fertility by year) as long tables."""
    exchange = inputs.exchanges[0]
    flow = pd.MultiIndex.from_product(
        [axes.years, range(len(axes.districts)), (0, 1), range(axes.ages)], names=["year", *KEY]
    )
    columns = {
        "dying": inputs.mortality,
        "out": inputs.out,
        "inflow": inputs.inflow,
        "homes": inputs.homes,
        "between": exchange.rate,
        "share": exchange.share,
    }
    rates = pd.DataFrame({name: np.ravel(values) for name, values in columns.items()}, index=flow).reset_index()
    stock = pd.MultiIndex.from_product([range(len(axes.districts)), (0, 1), range(axes.ages)], names=KEY)
    people = pd.DataFrame({"people": inputs.population.ravel()}, index=stock).reset_index()
    mothers = pd.MultiIndex.from_product(
        [axes.years, range(len(axes.districts)), range(axes.ages)], names=["year", "district", "age"]
    )
    fertility = pd.DataFrame({"fertility": inputs.fertility.ravel()}, index=mothers).reset_index()
    return people, rates, fertility


def one_year(
    people: pd.DataFrame, rates: pd.DataFrame, fertility: pd.DataFrame, boys: float, oldest: int
) -> pd.DataFrame:
    """Cohorts through a year: `start` people on the first day at the age they reach."""
    cohorts = people.assign(age=people["age"] + 1, open=people["age"] == oldest)
    cohorts["age"] = cohorts["age"].clip(upper=oldest)
    end = lived(cohorts.rename(columns={"people": "start"}), rates)
    mothers = end[end["sex"] == 1].merge(fertility, on=["district", "age"])
    mothers["births"] = mothers["fertility"] * (mothers["start"] + mothers["end"]) / 2
    born = mothers.groupby("district", as_index=False)["births"].sum()
    sexes = pd.DataFrame({"sex": [0, 1], "part": [boys / (1 + boys), 1 / (1 + boys)]})
    newborn = born.merge(sexes, how="cross").assign(age=0, open=False)
    newborn["start"] = newborn["births"] * newborn["part"]
    everybody = pd.concat([end, lived(newborn[[*KEY, "open", "start"]], rates)])
    return everybody.groupby(KEY, as_index=False)["end"].sum().rename(columns={"end": "people"})


def lived(cohorts: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """Out, between, in, homes and deaths; numbers for the open age go to those who just reached it."""
    table = cohorts.merge(rates, on=KEY)
    table.loc[table["open"], ["inflow", "homes"]] = 0.0
    table["moving"] = table["between"] * table["start"]
    pool = table.groupby(["sex", "age", "open"])["moving"].transform("sum")
    now = table["start"] * (1 - table["out"]) - table["moving"] + table["share"] * pool + table["inflow"]
    now = now + np.maximum(table["homes"], -now.clip(lower=0))
    table["end"] = now - table["dying"] * (table["start"] + (now - table["start"]) / 2)
    return table


def project_with_pandas(inputs: Inputs, axes: Axes, model: Model) -> np.ndarray:
    """(year + 1, district, sex, age)."""
    people, rates, fertility = tables(inputs, axes)
    fertile = fertility["age"].between(model.births_youngest, model.births_oldest)
    fertility = fertility[fertile]
    path = [people]
    for number, year in enumerate(axes.years):
        this_year = rates[rates["year"] == year], fertility[fertility["year"] == year]
        path.append(one_year(path[-1], *this_year, float(inputs.boys_per_girl[number]), axes.ages - 1))
    return np.stack([table.sort_values(KEY)["people"].to_numpy().reshape(axes.stock) for table in path])
