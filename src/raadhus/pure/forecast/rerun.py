"""One project edited, and the forecast again: only what comes after the first change is worked out anew.

A run is kept with its draws, its results and its people at the start of some years. An edited programme changes the
homes of its own districts from some year on. Everything before that year is as it was; from the nearest kept year on
every district is run again, for people move between districts. All random numbers are those of the first run, so the
figures are the same to the last bit as those of a whole run of the edited programme.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from raadhus.pure.forecast.axes import Axes, Floats
from raadhus.pure.forecast.delay import Slips, draw_slips
from raadhus.pure.forecast.draws import Draws
from raadhus.pure.forecast.ensemble import Ensemble, run, run_compiled
from raadhus.pure.forecast.fused import NOTHING, Bands, Kept, Patch, can_fuse, packs_of
from raadhus.pure.forecast.fused_layout import LANES, Drawn, Program, at_least_a_pack, compiled_program, drawn
from raadhus.pure.forecast.housing import Kinds, weights_of
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model
from raadhus.pure.forecast.programme import Programme
from raadhus.pure.kernel.errors import Refused

ROOM = 400_000_000
"""Bytes that people of kept years may take: at 50 districts and 1,000 draws, four years."""


@dataclass(frozen=True)
class KeptRun:
    """A whole run, kept for the edits to come. `program` None = the plain loop, which begins at the first year."""

    inputs: Inputs
    axes: Axes
    model: Model
    draws: Draws
    whole: Ensemble
    program: Program | None = None
    laid_out: Drawn | None = None
    kept: Kept = NOTHING

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
        changed = np.flatnonzero((given != before[:, :, numbers]).any(axis=(0, 2, 3)))
        if len(changed) == 0:
            return self.whole
        since = int(changed[0]) + 1
        if self.program is None or self.laid_out is None:
            full = before.copy()
            full[:, :, numbers] = given
            edited = replace(self.draws, homes=full)
            people = run(self.inputs, self.axes, self.model, edited, self.whole.bands, compiled=False).people
            return Ensemble(self.axes, self.whole.bands, people, self.whole, since)
        return self._again(self.program, self.laid_out, numbers, given, since)

    def _homes(self) -> Floats:
        if self.draws.homes is None:
            raise Refused("Kørslen har intet boligprogram at ændre; kør den med et boligprogram først.")
        return self.draws.homes

    def _again(self, program: Program, laid_out: Drawn, numbers: list[int], homes: Floats, since: int) -> Ensemble:
        """The run with other homes, by which the years from number `since` on differ."""
        which = np.full(len(self.axes.districts), -1)
        which[numbers] = range(len(numbers))
        places = [place for place, kept in enumerate(self.kept.years) if kept < since]
        first = self.kept.years[places[-1]] if places else 0
        begin = (first, self.kept.people[:, places[-1]]) if places else None
        patch = Patch(which, at_least_a_pack(homes))
        return run_compiled(
            self.axes,
            program,
            laid_out,
            self.whole.bands,
            same=self.whole,
            since=since,
            first=first,
            patch=patch,
            begin=begin,
        )

    def edited(self, before: Programme, after: Programme, kinds: Kinds, slips: Slips, *, seed: int) -> Ensemble:
        """The run with the programme `after` in place of `before`; slips and seed as when the homes were drawn."""
        districts = {phase.district for phase in set(before.phases) ^ set(after.phases)}
        return self.with_homes(
            homes_of_districts(after, sorted(districts), kinds, self.axes, slips, draws=self.draws.count, seed=seed)
        )


def kept_run(
    inputs: Inputs,
    axes: Axes,
    model: Model,
    draws: Draws,
    bands: Bands,
    *,
    compiled: bool = True,
    room: int = ROOM,
    programme: Programme | None = None,
) -> KeptRun:
    """Run every draw through every year, as `ensemble.run` does, and keep it.

    room       memory, in bytes, for people of years between the first and the last; more of it makes edits of late
               years faster
    programme  whose projects will be edited: the years kept are those that spare their edits the most; None = evenly
    """
    if not (compiled and can_fuse(model, inputs, draws)):
        return KeptRun(inputs, axes, model, draws, run(inputs, axes, model, draws, bands, compiled=False))
    program = compiled_program(inputs, axes, model)
    laid_out = drawn(program, draws)
    packs, stock = len(packs_of(draws.count)), (2, len(axes.districts), axes.ages, LANES)
    years = years_to_keep(_begun(programme, axes), room // (8 * packs * int(np.prod(stock))))
    kept = Kept(years, np.empty((packs, len(years), *stock)))
    whole = run_compiled(axes, program, laid_out, bands, keep=kept)
    return KeptRun(inputs, axes, model, draws, whole, program, laid_out, kept)


def _begun(programme: Programme | None, axes: Axes) -> Floats:
    """(year,) projects whose first phase is planned for the year, and one more that may begin in any."""
    begun = np.full(len(axes.years), 1 / len(axes.years))
    known = programme or Programme()
    for project in known.projects:
        year = min(phase.month for phase in known.of(project).phases) // 12 - axes.years[0]
        if year < len(begun):
            begun[max(year, 0)] += 1.0
    return begun


def years_to_keep(begun: Floats, count: int) -> tuple[int, ...]:
    """At most `count` years after the first from which to run again, so that the fewest years are run in all when an
    edit begins in each year as often as `begun` (year,) says."""
    later = np.cumsum(begun[::-1])[::-1].tolist()
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}  # by the last kept: years spared, years kept
    for _ in range(min(count, len(later) - 1)):
        best |= {
            year: max(
                (best[last][0] + (year - last) * later[year], (*best[last][1], year)) for last in best if last < year
            )
            for year in range(1, len(later))
        }
    return max(best.values())[1]


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
