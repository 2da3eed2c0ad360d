"""Every read of the index."""

from raadhus.domains.search.queries.find import Filters, Found, Hit, find, items_about

__all__ = ["Filters", "Found", "Hit", "find", "items_about"]
