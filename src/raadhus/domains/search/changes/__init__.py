"""Every write of the index."""

from raadhus.domains.search.changes.catch_up import catch_up, rebuild

__all__ = ["catch_up", "rebuild"]
