"""Reading PX and JSON-stat beside pyaxis and pyjstat: the same files, the same run, figures compared before times.

Files: the real PX files in ../shared (where they are there) and a made table of FRKM's size, 99 areas × 2 sexes ×
102 ages × 25 years = 504,900 figures. Times are the best of three, taken in turn. The peers are in the `bench` extra.
"""

import contextlib
import io
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from raadhus.pure.statbank import read_jsonstat, read_px

REAL = Path(__file__).resolve().parents[2] / "shared" / "data" / "formats" / "px"
SIZES = {"område": 99, "køn": 2, "alder": 102, "tid": 25}


def made_figures() -> np.ndarray:
    """Whole numbers as a projection has them."""
    return np.random.default_rng(126).integers(0, 900, tuple(SIZES.values()))


def as_px(figures: np.ndarray) -> bytes:
    """The table as PX, a row for each area, sex and age."""
    lines = ['CHARSET="ANSI";', 'AXIS-VERSION="2013";', 'CODEPAGE="windows-1252";', 'MATRIX="FRKM126";']
    lines += ['TITLE="Fremskrivning";', 'UNITS="Antal";', 'STUB="område","køn","alder";', 'HEADING="tid";']
    for name, size in SIZES.items():
        lines.append(f'VALUES("{name}")=' + ",\n".join(f'"{name} {at}"' for at in range(size)) + ";")
    rows = [" ".join(map(str, row)) + " " for row in figures.reshape(-1, SIZES["tid"]).tolist()]
    return ("\r\n".join([*lines, "DATA=", *rows]) + ";").encode("cp1252")


def as_jsonstat(figures: np.ndarray) -> bytes:
    """The table as JSON-stat 2."""
    dimension = {
        name: {"label": name, "category": {"index": [f"{name} {at}" for at in range(size)]}}
        for name, size in SIZES.items()
    }
    content = {
        "version": "2.0",
        "class": "dataset",
        "label": "FRKM126",
        "id": list(SIZES),
        "size": list(SIZES.values()),
    }
    return json.dumps({**content, "dimension": dimension, "value": figures.ravel().tolist()}).encode()


def best_of_three(ours: Callable[[], Any], theirs: Callable[[], Any]) -> tuple[float, float]:
    """The shortest time of each in seconds, taken in turn so that both see the same machine."""
    times: list[list[float]] = [[], []]
    for _ in range(3):
        for at, action in enumerate((ours, theirs)):
            start = time.perf_counter()
            action()
            times[at].append(time.perf_counter() - start)
    return min(times[0]), min(times[1])


def quiet(action: Callable[[], Any]) -> Any:
    """The action's answer without what it prints (pyaxis tells of several languages)."""
    with contextlib.redirect_stdout(io.StringIO()):
        return action()


def line(what: str, cells: int, ours: float, peer: str, theirs: float) -> None:
    """One line of the table."""
    times = f"raadhus {ours * 1e3:8.1f} ms  {peer} {theirs * 1e3:8.1f} ms  ratio {theirs / ours:5.1f}"
    print(f"{what:<30}{cells:>9,} figures  {times}")


def same(ours: np.ndarray, theirs: np.ndarray) -> None:
    """Stops if the two do not hold the same figures in the same order."""
    if not np.array_equal(ours, theirs, equal_nan=True):
        raise SystemExit("the figures differ; times would compare nothing")


def beside_pyaxis(folder: Path) -> None:
    """Every PX file, ours and theirs."""
    try:
        from pyaxis import pyaxis
    except ImportError:
        print("pyaxis is not installed: pip install 'raadhus[bench]' to compare PX")
        return
    (folder / "made.px").write_bytes(as_px(made_figures()))
    for path in [*sorted(REAL.glob("*.px")), folder / "made.px"]:
        data = path.read_bytes()
        encoding = "utf-8" if path.name == "1001.px" else "cp1252"
        ours = read_px(data, path.name, damaged=path.name == "1001.px")
        parsed = quiet(lambda path=path, encoding=encoding: pyaxis.parse(str(path), encoding=encoding))
        theirs = parsed["DATA"]["DATA"]
        if path.name == "made.px":
            same(ours.values.ravel(), theirs.to_numpy().astype(float))
        times = best_of_three(
            lambda data=data, path=path: read_px(data, path.name, damaged=path.name == "1001.px"),
            lambda path=path, encoding=encoding: quiet(lambda: pyaxis.parse(str(path), encoding=encoding)),
        )
        line(f"PX {path.name}", ours.values.size, times[0], "pyaxis ", times[1])


def beside_pyjstat() -> None:
    """The made table as JSON-stat, ours and theirs."""
    try:
        from pyjstat import pyjstat
    except ImportError:
        print("pyjstat is not installed: pip install 'raadhus[bench]' to compare JSON-stat")
        return
    data = as_jsonstat(made_figures())
    text = data.decode()
    same(
        read_jsonstat(data, "made.json").values.ravel(),
        pyjstat.Dataset.read(text).write("dataframe")["value"].to_numpy().astype(float),
    )
    times = best_of_three(
        lambda: read_jsonstat(data, "made.json"), lambda: pyjstat.Dataset.read(text).write("dataframe")
    )
    line("JSON-stat made.json", int(np.prod(list(SIZES.values()))), times[0], "pyjstat", times[1])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as held:
        beside_pyaxis(Path(held))
    beside_pyjstat()
