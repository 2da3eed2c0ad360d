"""Delay: how much later than planned a project is finished, by stage, learnt from earlier programmes.

Slips are whole months from 0 to `LONGEST`. Each stage's distribution is a product-limit (Kaplan-Meier) estimate, so
projects still unfinished when last seen count for as long as they were seen, shrunk towards all stages together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.forecast.normal import normal_share
from raadhus.pure.forecast.programme import Programme, Stage
from raadhus.pure.kernel.errors import Refused

LONGEST = 120
STAGES: tuple[Stage, ...] = ("idea", "local_plan", "permit", "started")


@dataclass(frozen=True)
class Outcome:
    """What became of a project planned at some stage: the slip in months where it was built, else how long it had
    slipped when last seen (`built` False), or that it was given up (`cancelled`)."""

    stage: Stage
    slip: int
    built: bool = True
    cancelled: bool = False


@dataclass(frozen=True)
class Slips:
    """pmf (stage, month 0..LONGEST) of the slip if built, cancelled (stage,) probability, shared: the part of the
    variance which all projects of a draw have in common (interest rates, contractors)."""

    pmf: Floats
    cancelled: Floats
    shared: float = 0.3

    def mean(self, stage: Stage) -> float:
        """Expected slip in months."""
        return float(self.pmf[STAGES.index(stage)] @ np.arange(LONGEST + 1))


def estimate_slips(outcomes: Sequence[Outcome], *, prior: float = 5.0, shared: float = 0.3) -> Slips:
    """Slip distributions from earlier programmes; `prior` = how many projects all stages together count for."""
    if not outcomes:
        raise Refused("Forsinkelse kan ikke beregnes uden tidligere projekter; indlæs et tidligere boligprogram.")
    together = _hazard(outcomes, np.zeros(LONGEST + 1), 0.0)
    pmf = np.stack([_pmf(_hazard([o for o in outcomes if o.stage == s], together, prior)) for s in STAGES])
    overall = sum(o.cancelled for o in outcomes) / len(outcomes)
    given_up = [
        (sum(o.cancelled for o in outcomes if o.stage == s) + prior * overall)
        / (sum(o.stage == s for o in outcomes) + prior)
        for s in STAGES
    ]
    return Slips(pmf, np.array(given_up), shared)


def _hazard(outcomes: Sequence[Outcome], prior_hazard: Floats, prior: float) -> Floats:
    """Part of those not yet built which are built in each month of slip, with a prior of the same weight."""
    slips = np.array([min(max(o.slip, 0), LONGEST) for o in outcomes if not o.cancelled], dtype=np.int64)
    built = np.array([o.built for o in outcomes if not o.cancelled], dtype=bool)
    finished = np.bincount(slips[built], minlength=LONGEST + 1).astype(np.float64)
    seen = len(slips) - np.concatenate([[0.0], np.cumsum(np.bincount(slips, minlength=LONGEST + 1))[:-1]])
    still = prior * np.concatenate([[1.0], np.cumprod(1.0 - prior_hazard)[:-1]])
    at_risk = seen + still
    events = finished + still * prior_hazard
    return np.divide(events, at_risk, out=np.zeros(LONGEST + 1), where=at_risk > 1e-12)


def _pmf(hazard: Floats) -> Floats:
    survival = np.cumprod(1.0 - hazard)
    pmf = np.concatenate([[1.0], survival[:-1]]) * hazard
    pmf[-1] += 1.0 - pmf.sum()
    return pmf


def generator(seed: int, *names: str) -> np.random.Generator:
    """Random numbers that belong to a name: editing one project leaves every other project's numbers as they were."""
    digest = hashlib.sha256("\x1f".join(names).encode()).digest()
    return np.random.default_rng([seed, *np.frombuffer(digest, dtype=np.uint32).tolist()])


@lru_cache(maxsize=1000)
def _fate(project: str, shared: float, draws: int, seed: int) -> tuple[Floats, Floats]:
    """(draw,) where among the slips of its stage a project falls, 0 to 1, and the same for whether it is given up.
    Kept, for every edit of the programme asks again."""
    together = generator(seed, "alle projekter").standard_normal(draws)
    own = generator(seed, "projekt", project)
    level = normal_share(np.sqrt(shared) * together + np.sqrt(1 - shared) * own.standard_normal(draws))
    fate = own.random(draws)
    for kept in (level, fate):
        kept.setflags(write=False)
    return level, fate


def draw_slips(programme: Programme, slips: Slips, *, draws: int, seed: int) -> tuple[NDArray[np.int64], Floats]:
    """(draw, phase) months of slip and (draw, phase) 1 or 0 for built or given up, phases of a project together.

    Gaussian copula: z = √shared · z_all + √(1 - shared) · z_project.
    """
    months = np.zeros((draws, len(programme.phases)), dtype=np.int64)
    kept = np.ones((draws, len(programme.phases)))
    for project in programme.projects:
        level, fate = _fate(project, slips.shared, draws, seed)
        for number, phase in enumerate(programme.phases):
            if phase.project == project and phase.stage != "built":
                stage = STAGES.index(phase.stage)
                months[:, number] = np.searchsorted(np.cumsum(slips.pmf[stage])[:-1], level, side="right")
                kept[:, number] = fate >= slips.cancelled[stage]
    return months, kept
