"""Quantiles of more draws than fit in memory: a sketch that takes batches, and merges with another of its kind."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from raadhus.pure.forecast.axes import Floats


class RunningQuantiles:
    """Per cell at most `keep` representatives of equal weight; a quantile's rank is off by at most about 1 / keep.

    Exact (nearest rank, midway between neighbours) as long as no more than `keep` draws have come.
    """

    def __init__(self, keep: int = 256) -> None:
        self.keep = keep
        self.count = 0
        self._values: Floats | None = None
        self._weights = np.zeros(0)

    def add(self, draws: Floats) -> None:
        """Take in a batch (draw, …)."""
        self._take(np.asarray(draws, dtype=np.float64), np.ones(len(draws)), len(draws))

    def merge(self, other: RunningQuantiles) -> None:
        """Take in all that another sketch has seen."""
        if other._values is not None:
            self._take(other._values, other._weights, other.count)

    def _take(self, values: Floats, weights: Floats, count: int) -> None:
        self._values = values if self._values is None else np.concatenate([self._values, values])
        self._weights = np.concatenate([self._weights, weights])
        self.count += count
        if len(self._values) > 4 * self.keep:
            shares = (np.arange(self.keep) + 0.5) / self.keep
            self._values = self._at(shares)
            self._weights = np.full(self.keep, self.count / self.keep)

    def quantiles(self, levels: Sequence[float]) -> Floats:
        """(level, …)."""
        return self._at(np.asarray(levels, dtype=np.float64))

    def _at(self, shares: Floats) -> Floats:
        assert self._values is not None, "no draws yet"
        order = np.argsort(self._values, axis=0, kind="stable")
        ordered = np.take_along_axis(self._values, order, axis=0)
        weights = self._weights[order]
        middle = (np.cumsum(weights, axis=0) - weights / 2) / self._weights.sum()
        flat, ranks = ordered.reshape(len(ordered), -1), middle.reshape(len(middle), -1)
        found = np.stack([np.interp(shares, ranks[:, cell], flat[:, cell]) for cell in range(flat.shape[1])], axis=1)
        return found.reshape(len(shares), *ordered.shape[1:])
