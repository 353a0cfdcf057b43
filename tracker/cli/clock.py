"""The one clock of the commands: everything below is told what day it is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

# Where the Union State's Standing Committee has its seat, as on the pages.
ZONE = ZoneInfo("Europe/Minsk")


def today() -> date:
    """The date in Minsk."""
    return datetime.now(ZONE).date()
