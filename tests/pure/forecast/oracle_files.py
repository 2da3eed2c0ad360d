"""Readers for the oracle tables: beside the project where they lie, and the project's own small samples."""

import csv
import gzip
from pathlib import Path

import numpy as np
import pytest

HERE = Path(__file__).resolve()
SAMPLES = HERE.parents[2] / "samples" / "forecast"
SHARED = next((p / "shared" / "data" for p in HERE.parents if (p / "shared" / "data").is_dir()), None)


def shared(path: str) -> Path:
    """A file beside the project; the test is skipped where it is not there."""
    if SHARED is None or not (SHARED / path).exists():
        pytest.skip(f"data beside the project is not here: {path}")
    return SHARED / path


def rows(path: Path) -> list[dict[str, str]]:
    held = path.read_bytes()
    text = (gzip.decompress(held) if path.suffix == ".gz" else held).decode("utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def un_cube(path: Path, years: int, first: int = 1950, ages: int = 101) -> np.ndarray:
    """A UN table as (year, sex men/women, age); "both" is left out, a table without sex fills both."""
    cube = np.full((years, 2, ages), np.nan)
    for row in rows(path):
        year = int(float(row["time_start"])) - first
        sex = {"male": 0, "female": 1, "both": None, None: slice(None)}[row.get("sex")]
        if sex is not None and year < years:
            cube[year, sex, int(float(row["age_start"]))] = float(row["value"])
    return cube
