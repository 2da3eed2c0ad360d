"""The cast of follow-up."""

from tests.domains.followup.cast import town

__all__ = ["town"]
