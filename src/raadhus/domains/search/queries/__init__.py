"""Every read of the index."""

from raadhus.domains.search.queries.find import Filters, Found, Hit, find

__all__ = ["Filters", "Found", "Hit", "find"]
