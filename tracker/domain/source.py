"""A source: where a fact can be read."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

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


def is_web_address(url: str) -> bool:
    """Whether *url* is an http or https address that names a site."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    has_site = bool(parts.hostname) and not re.search(r"\s", url)
    return parts.scheme in {"http", "https"} and has_site
