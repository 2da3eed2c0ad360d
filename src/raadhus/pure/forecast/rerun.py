"""A run kept, so that another programme costs only the difference.

As long as nothing but rates is bounded, people are a sum: what an edit changes is a run of its own, with nobody there
at first, nobody moving in, and the homes that came and went. So only years from the first changed one on are run, and
in that year only the edited districts. Rates, levels and random numbers are those of the first run; the figures are
those of a whole run of the edited programme to 1e-9 of each. Where people may be bounded (dwellings are left or pulled
down, or more may go and die than there are), the whole is run again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from raadhus.pure.forecast.axes import Axes, Floats
from raadhus.pure.forecast.delay import Slips, draw_slips
from raadhus.pure.forecast.draws import Draws
from raadhus.pure.forecast.ensemble import Ensemble, run, run_compiled
from raadhus.pure.forecast.fused import Bands, can_fuse
from raadhus.pure.forecast.fused_draws import Difference, Drawn, as_difference, at_least_a_pack, drawn
from raadhus.pure.forecast.fused_layout import Program, compiled_program
from raadhus.pure.forecast.housing import Kinds, weights_of
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model
from raadhus.pure.forecast.programme import Programme
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True)
class KeptRun:
    """A whole run, kept for the edits to come.

    program, laid_out  what the compiled kernel ran, or None
    difference         None = every edit is a whole run
    """

    inputs: Inputs
    axes: Axes
    model: Model
    draws: Draws
    whole: Ensemble
    program: Program | None = None
    laid_out: Drawn | None = None
    difference: Difference | None = None

    def with_homes(self, homes: Mapping[str, Floats]) -> Ensemble:
        """The run with other homes in some districts, each (draw, year, profile); `Ensemble.since` says from when on
        it differs."""
        before = self._homes()
        unknown = [name for name in homes if name not in self.axes.districts]
        if unknown:
            raise Refused(f"“{unknown[0]}” er ikke et distrikt; brug et af: {', '.join(self.axes.districts)}.")
        if not homes:
            return self.whole
        numbers = [self.axes.districts.index(name) for name in homes]
        given = np.stack(list(homes.values()), axis=2)
        change = given - before[:, :, numbers]
        changed = np.flatnonzero(change.any(axis=(0, 2, 3)))
        if len(changed) == 0:
            return self.whole
        since = int(changed[0]) + 1
        if self.difference is not None and given.min() >= 0.0:
            program, laid_out = self.difference.of_homes(change, numbers)
            return run_compiled(self.axes, program, laid_out, self.whole.bands, same=self.whole, since=since)
        return self._again(_with(before, numbers, given)).as_edit_of(self.whole, since)

    def _again(self, homes: Floats) -> Ensemble:
        """The whole run with these homes in all districts."""
        if self.program is not None and self.laid_out is not None:
            laid_out = replace(self.laid_out, weights=at_least_a_pack(homes))
            return run_compiled(self.axes, self.program, laid_out, self.whole.bands)
        edited = replace(self.draws, homes=homes)
        return run(self.inputs, self.axes, self.model, edited, self.whole.bands, compiled=False)

    def _homes(self) -> Floats:
        if self.draws.homes is None:
            raise Refused("Kørslen har intet boligprogram at ændre; kør den med et boligprogram først.")
        return self.draws.homes

    def edited(self, before: Programme, after: Programme, kinds: Kinds, slips: Slips, *, seed: int) -> Ensemble:
        """The run with the programme `after` in place of `before`; slips and seed as when the homes were drawn."""
        districts = {phase.district for phase in set(before.phases) ^ set(after.phases)}
        return self.with_homes(
            homes_of_districts(after, sorted(districts), kinds, self.axes, slips, draws=self.draws.count, seed=seed)
        )


def _with(homes: Floats, numbers: list[int], given: Floats) -> Floats:
    changed = homes.copy()
    changed[:, :, numbers] = given
    return changed


def kept_run(inputs: Inputs, axes: Axes, model: Model, draws: Draws, bands: Bands, *, compiled: bool = True) -> KeptRun:
    """Run every draw through every year, as `ensemble.run` does, and keep it."""
    if not (compiled and can_fuse(model, inputs, draws)):
        whole = run(inputs, axes, model, draws, bands, compiled=False)
        return KeptRun(inputs, axes, model, draws, whole)
    program = compiled_program(inputs, axes, model)
    laid_out = drawn(program, draws)
    whole = run_compiled(axes, program, laid_out, bands)
    return KeptRun(inputs, axes, model, draws, whole, program, laid_out, as_difference(program, laid_out))


def homes_of_districts(
    programme: Programme,
    districts: Iterable[str],
    kinds: Kinds,
    axes: Axes,
    slips: Slips,
    *,
    draws: int,
    seed: int,
) -> dict[str, Floats]:
    """(draw, year, profile) of each district: to the last bit what the whole programme's `weights_of` has there."""
    found = {}
    for district in districts:
        own = Programme(tuple(phase for phase in programme.phases if phase.district == district))
        months, kept = draw_slips(own, slips, draws=draws, seed=seed)
        found[district] = weights_of(own, kinds, Axes(axes.years, (district,), axes.ages), months, kept)[:, :, 0]
    return found
