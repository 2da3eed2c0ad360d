"""Rådhus: a Danish municipality's decisions, promises and forecasts in one house."""
