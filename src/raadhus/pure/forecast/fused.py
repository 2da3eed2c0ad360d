"""The yearly loop compiled, for models of the recommended form.

That form: out-moves and moves between districts (one pool) of the first day's people, in-moves, new homes, deaths,
births, and the newborn after them. A model beyond it, or a machine without numba, takes the plain loop;
`ensemble.run` chooses. The two agree to 1e-9 of each figure (sums are taken in another order).
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.forecast.draws import Draws
from raadhus.pure.forecast.fused_draws import Drawn
from raadhus.pure.forecast.fused_layout import LANES, Program, death_weights, side_by_side, whole_lines
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model

COMPILED = importlib.util.find_spec("numba") is not None
FORM = ("out", "between", "in", "homes", "deaths", "births")
COHORTS = 27
"""About how many cohorts live through their years together: 50 districts of them fit in a core's second cache."""
Bands = Sequence[tuple[int, int]]
"""Age bands [first, last): persons of both sexes are counted together."""


def can_fuse(model: Model, inputs: Inputs, draws: Draws | None = None) -> bool:
    """Whether the compiled kernel knows this model and these inputs (and these draws)."""
    steps = [step for step in model.steps if step.kind != "constraint"]
    if not COMPILED or tuple(step.kind for step in steps) != FORM or len(inputs.exchanges) > 1:
        return False
    out, between, _, _, deaths, _ = steps
    first_day = out.weight == between.weight == 0.0 and model.newborn == "catch_up"
    whole = all(s.share == 1.0 and not s.unaged and not s.unhurt and s.age == "end" for s in steps)
    pooled = all(one.destination is None and one.pool is None for one in inputs.exchanges)
    plain = model.negative == "inflow" and inputs.births_to is None and inputs.population.ndim == 3
    free = not model.signed_rates and (not model.has("constraint") or inputs.residents is None)
    fertile = draws is None or float(np.max(inputs.fertility)) * float(draws.levels["births"].max()) <= 1.0
    dying = all(0.0 < weight <= 1.0 for weight in death_weights(deaths))
    return first_day and whole and pooled and plain and free and fertile and dying


def packs_of(count: int) -> list[int]:
    """The first draw of every pack that covers `count` draws. The last begins early enough to be whole: some draws
    are then worked out twice, to the same figures."""
    return [min(first, max(count - LANES, 0)) for first in range(0, count, LANES)]


def simulate(
    program: Program,
    drawn: Drawn,
    bands: Bands,
    result: Floats,
    packs: Iterable[int],
    *,
    begin: int = 0,
    before: Floats | None = None,
) -> None:
    """Fill result (year + 1, district and last all of them together, band, draw) of `room_for` for some of the packs.

    packs   numbers in `packs_of`; threads may share one iterator, each taking the next when it is free
    begin   the year to start in; result is left as it is before that year
    before  as result: what to add to, the program and the draws being a difference (`fused_layout.as_difference`)
    """
    from raadhus.pure.forecast.fused_kernel import run_block  # numba takes half a second to begin with

    firsts, nothing = packs_of(drawn.count), np.zeros((len(result), 0, 0, 0))
    own = program.boys, program.figures, drawn.calm, program.fertile, program.choices, program.homes
    given = drawn.levels, drawn.by_age, (drawn.weights, drawn.places, drawn.profiles, drawn.given)
    blocks, spans = blocks_of(program), np.array(bands, dtype=np.int64).reshape(-1, 2)
    work, known = _workspace(program, drawn, len(bands), blocks), nothing if before is None else before
    for pack in packs:
        run_block(firsts[pack], begin, program.population, own, given, spans, blocks, known, result, work)


def room_for(program: Program, bands: Bands, draws: int, since: int = 0) -> Floats:
    """What `simulate` fills, for the years from number `since` on; every row begins a line of the cache."""
    years, _, districts = program.figures.shape[:3]
    return whole_lines((years + 1 - since, districts + 1, len(bands), max(draws, LANES)))


def blocks_of(program: Program) -> NDArray[np.int64]:
    """(block, 2) the cohorts each block begins with and ends before, the oldest block first.

    A cohort's number is its cell in the last year's end: those born on the way are 1..years, the last of them oldest.
    The first block holds all who reach the open age on the way, the last all who are born; where these are the same,
    there is one block."""
    years, cells = len(program.boys), program.cells
    born, open_age, end = years + 1, cells - 1, cells + years
    if born > open_age:
        return np.array([[1, end]])
    parts = max(1, round((open_age - born) / COHORTS))
    edges = [1, *(born + (open_age - born) * part // parts for part in range(parts + 1)), end]
    return np.array(sorted({pair for pair in pairwise(edges) if pair[0] < pair[1]}, reverse=True))


def _workspace(program: Program, drawn: Drawn, bands: int, blocks: NDArray[np.int64]) -> tuple[Any, ...]:
    """What a pack of draws is worked out in; `run_block` says what each array is."""
    years, districts, cells = len(program.boys), program.population.shape[1], program.cells
    shapes = (
        (2, districts, int(np.diff(blocks).max()), LANES),
        (2, 2, cells + 2, LANES),
        (cells, LANES),
        (years, districts, 3, LANES),
        (years + 1, districts + 1, bands, LANES),
        (years, districts, len(drawn.levels), LANES),
        (years, districts, drawn.profiles.shape[1], LANES),
        (2, drawn.by_age.shape[2], cells, LANES),
    )
    some = [np.empty((years, districts, *more), dtype=bool) for more in ((drawn.profiles.shape[1] // 2,), ())]
    return *side_by_side(shapes), *some, np.empty((bands, 3), dtype=np.int64)
