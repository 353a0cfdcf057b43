"""The revisions of the record: what changed, when, by whom and why."""

from dataclasses import dataclass

from tracker.domain.changes import Revision
from tracker.storage import queries

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class RevisionPage:
    """Some revisions, newest first; ``next_before`` asks for the page after, if any."""

    revisions: tuple[Revision, ...]
    revision: int
    next_before: int | None


def revisions(before: int | None = None) -> RevisionPage:
    """One page of revisions, those numbered below *before* where it is given."""
    found = queries.revisions(PAGE_SIZE + 1, before)
    page = tuple(found[:PAGE_SIZE])
    more = page[-1].number if len(found) > PAGE_SIZE else None
    return RevisionPage(page, queries.revision_number(), more)


def revision(number: int) -> Revision:
    """One revision with all its changes; raises NotFound for an unknown number."""
    return queries.revision(number)
