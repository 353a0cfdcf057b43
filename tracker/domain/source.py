"""A source: where a fact can be read."""

from dataclasses import dataclass

from tracker.domain.dates import PartialDate
from tracker.domain.vocabulary import SourceGrade, SourceType


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One page or paper that the record cites. ``dated`` is when it was published."""

    id: str
    url: str = ""
    publisher: str = ""
    title: str = ""
    dated: PartialDate | None = None
    language: str = ""
    type: SourceType
    grade: SourceGrade
    note: str = ""
    version: int = 1
