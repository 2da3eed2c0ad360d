"""The day in Denmark on which something happens, whatever clock the moment was read from."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

DENMARK = ZoneInfo("Europe/Copenhagen")


def danish_day(moment: datetime) -> date:
    """The day in Denmark on which an aware `moment` falls."""
    return moment.astimezone(DENMARK).date()
