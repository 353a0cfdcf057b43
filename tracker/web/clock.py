"""The one clock of the pages: everything below is told what day it is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Minsk")


def today() -> date:
    """The date in Minsk, where the Union State's Standing Committee has its seat."""
    return datetime.now(ZONE).date()
