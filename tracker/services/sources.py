"""Sources: where the facts can be read, and which facts rest on them."""

from dataclasses import dataclass

from tracker.domain.errors import BadInput, NotFound
from tracker.domain.record import Kind
from tracker.domain.source import Source
from tracker.domain.vocabulary import SourceGrade, SourceType
from tracker.domain.words import N_
from tracker.storage import queries


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source and how many facts cite it."""

    source: Source
    citation_count: int


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources found, out of ``total_count``, newest first."""

    rows: tuple[SourceRow, ...]
    total_count: int
    revision: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A fact that cites a source; ``program`` is empty where it is about none."""

    kind: Kind
    key: str
    program: str


@dataclass(frozen=True, slots=True)
class SourceDetail:
    """A source and every fact that rests on it."""

    source: Source
    citations: tuple[Citation, ...]
    revision: int


def source_list(text: str = "", grade: str = "", type: str = "") -> SourceList:
    """The sources that hold *text* and are of this grade and type (empty: any).

    Raises BadInput for a grade or type that no vocabulary knows.
    """
    for field, value, words in (
        ("grade", grade, SourceGrade),
        ("type", type, SourceType),
    ):
        if value and value not in set(words):
            raise BadInput(
                N_("“%(value)s” is no %(what)s. Choose one of: %(allowed)s."),
                field=field,
                what=field,
                value=value[:40],
                allowed=", ".join(words),
            )
    counts = queries.citation_counts()
    everything = queries.sources()
    rows = tuple(
        SourceRow(source, counts.get(source.id, 0))
        for source in sorted(everything, key=_newest_first)
        if (not grade or source.grade == grade)
        and (not type or source.type == type)
        and _holds(source, text)
    )
    return SourceList(rows, len(everything), queries.revision_number())


def _newest_first(source: Source) -> tuple[int, str]:
    return (-source.dated.last.toordinal() if source.dated else 0, source.id)


def _holds(source: Source, text: str) -> bool:
    parts = (source.id, source.publisher, source.title, source.url, source.note)
    haystack = " ".join(parts).casefold()
    return all(word in haystack for word in text.casefold().split())


def _standing(key: str) -> Source:
    try:
        return queries.source(key)
    except NotFound:
        if key not in queries.facts_by_key(Kind.SOURCE, [key]):
            raise
        raise NotFound(
            N_("The source “%(key)s” was retired. The list of changes tells why."),
            field="source",
            key=key,
        ) from None


def source_detail(key: str) -> SourceDetail:
    """One source and what cites it; raises NotFound for one that does not stand."""
    source = _standing(key)
    citations = tuple(Citation(*row) for row in queries.citations_of(key))
    return SourceDetail(source, citations, queries.revision_number())
