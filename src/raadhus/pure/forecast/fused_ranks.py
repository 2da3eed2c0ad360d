"""Figures of given ranks among many draws without sorting them. Needs numba.

A guess at the figure splits the draws; how many lie under it, and the nearest on either side, is found in one sweep of
the row, which is in the core's first cache. Draws are nearly normal, so a few guesses suffice; every guess rules out at
least one figure, so it ends whatever they are. What is found is a figure that was drawn: the same as by sorting.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist
from typing import Any

import numpy as np

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.forecast.fused_cells import HOW, fast, numba
from raadhus.pure.forecast.fused_layout import LANES
from raadhus.pure.forecast.fused_version import version_on_disk
from raadhus.pure.forecast.packs import load, more, same
from raadhus.pure.forecast.packs_order import highest, how_many_up_to, lowest, total, up_to

AT_SIGHT = 5
"""Guesses by how dense a normal distribution is here; those after them lie evenly between what is known."""


@fast
def beside(row, guess):  # type: ignore[no-untyped-def]
    """How many of a row are at most `guess`, the greatest of them, and the least of the others."""
    below, above, under = same(-math.inf), same(math.inf), 0
    lower, upper = below, above
    whole = row.shape[0] // (2 * LANES) * 2 * LANES
    for i in range(0, whole, 2 * LANES):
        value, other = load(row, i), load(row, i + LANES)
        under += how_many_up_to(value, guess) + how_many_up_to(other, guess)
        below = max(below, up_to(value, guess, value, -math.inf))
        lower = max(lower, up_to(other, guess, other, -math.inf))
        above = min(above, up_to(value, guess, math.inf, value))
        upper = min(upper, up_to(other, guess, math.inf, other))
    least, greatest = lowest(min(above, upper)), highest(max(below, lower))
    for i in range(whole, row.shape[0]):
        if row[i] <= guess:
            under, greatest = under + 1, max(greatest, row[i])
        else:
            least = min(least, row[i])
    return under, greatest, least


@fast
def spread(row):  # type: ignore[no-untyped-def]
    """Least, greatest, mean and standard deviation of a row, the last two only nearly."""
    first, whole = row[0], row.shape[0] // LANES * LANES
    low, high, by, squares = same(first), same(first), same(0.0), same(0.0)
    for i in range(0, whole, LANES):
        value = load(row, i)
        low, high, beyond = min(low, value), max(high, value), value - first
        by, squares = by + beyond, more(squares, beyond, beyond)
    least, greatest = lowest(low), highest(high)
    for i in range(whole, row.shape[0]):
        least, greatest = min(least, row[i]), max(greatest, row[i])
    mean = total(by) / max(whole, 1)
    return least, greatest, first + mean, math.sqrt(max(total(squares) / max(whole, 1) - mean * mean, 0.0))


@fast
def of_rank(row, rank, normal, known, guess):  # type: ignore[no-untyped-def]
    """The figure of this rank (from 0); `normal` is where it stands in a normal distribution, `guess` is tried first
    where it may be right."""
    low, high, mean, deviation = known
    under_low, under_high, turn = 0, row.shape[0], 0
    if not low <= guess < high:
        guess = mean + normal * deviation
    apart = deviation * math.sqrt(2.0 * math.pi) * math.exp(normal * normal / 2.0) / row.shape[0]
    while low < high:
        if not low <= guess < high:
            guess = low + (high - low) * (rank + 0.5 - under_low) / (under_high - under_low)
        if not low <= guess < high:
            guess = low
        under, below, above = beside(row, guess)
        if under > rank:
            high, under_high = below, under
            if under == rank + 1:
                low = below
        else:
            low, under_low = above, under
            if under == rank:
                high = above
        turn += 1
        guess = guess + (rank + 0.5 - under) * apart if turn < AT_SIGHT else math.inf
    return low


def search(version: int) -> Any:
    """The compiled search, kept on disk for as long as `version` is the same."""

    @numba.njit(cache=True, **HOW)
    def found_in(people, ranks, normals, found):  # type: ignore[no-untyped-def]
        """Ranks (rank,) of people (district, band, draw) into found (rank, district, band), where guesses stand or
        nan; how many rows were left out because a figure is not finite."""
        _, left = version, 0
        for d in range(people.shape[0]):
            for b in range(people.shape[1]):
                row = people[d, b]
                known = spread(row)
                if math.isfinite(known[3]) and math.isfinite(known[0]) and math.isfinite(known[1]):
                    for r in range(ranks.shape[0]):
                        found[r, d, b] = of_rank(row, ranks[r], normals[r], known, found[r, d, b])
                else:
                    left += 1
        return left

    return found_in


found_in = search(version_on_disk())


def take_ranks(people: Floats, ranks: Sequence[int], found: Floats) -> bool:
    """Ranks (from 0) of people (district, band, draw) into found (rank, district, band), where a guess at each stands,
    or nan. False if some row was left: it holds a figure that is not finite, or its draws do not lie beside each other
    in memory."""
    count = people.shape[-1]
    if people.strides[-1] != people.itemsize:
        return False
    normals = np.array([NormalDist().inv_cdf((rank + 0.5) / count) for rank in ranks])
    return bool(found_in(people, np.array(ranks, dtype=np.int64), normals, found) == 0)
