"""Danmarks Statistik's municipal populations and deaths as arrays, from the files beside the project."""

from pathlib import Path

import numpy as np

from raadhus.pure.forecast.axes import Floats

from .oracle_files import rows, shared

NOT_MUNICIPALITIES = ("000", "411")  # the whole country, and Christiansø with its 90 people


def municipal(path: Path, column: str) -> tuple[list[str], Floats]:
    """(codes, figures (year, municipality, sex, age 0..105+)); regions (08x) are left out."""
    table = [row for row in rows(path) if row["id"] not in NOT_MUNICIPALITIES and not row["id"].startswith("08")]
    codes, years = sorted({row["id"] for row in table}), sorted({row["year"] for row in table})
    code_at, year_at = ({label: i for i, label in enumerate(labels)} for labels in (codes, years))
    figures = np.zeros((len(years), len(codes), 2, 106))
    for row in table:
        cell = year_at[row["year"]], code_at[row["id"]], "mf".index(row["sex"]), min(int(float(row["age"])), 105)
        figures[cell] += float(row[column] or 0)
    return codes, figures


def national_fertility(path: Path) -> Floats:
    """(year 1973..2019, age) births per woman."""
    rates = np.zeros((47, 106))
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split(";")
        if parts[0].endswith(" years"):
            rates[:, int(parts[0].split()[0])] = [float(part) / 1000 for part in parts[1:48]]
    return rates


def denmark() -> tuple[list[str], Floats, Floats, Floats]:
    """(codes, people 2010..2020, deaths 2006..2019, fertility 1973..2019)."""
    codes, people = municipal(shared("denmark/DK_BY2_FOLK1A_pop_mun_age_sex_2010_2020.csv.gz"), "pop")
    _, deaths = municipal(shared("denmark/DK_FOD207_deaths_mun_age_sex_2006_2019.csv.gz"), "death")
    return codes, people, deaths, national_fertility(shared("denmark/DK_ASFR_1973_2019.csv"))
