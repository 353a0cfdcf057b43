"""Every question to the record; answers are values of the domain, never rows."""

from tracker.storage.queries.blocks import standing_columns, standing_count
from tracker.storage.queries.catalogue import (
    last_plan_left_in,
    plan,
    plans,
    program,
    programs,
    sector,
    sectors,
    source,
    sources,
)
from tracker.storage.queries.citations import (
    Citation,
    citation_counts,
    citations_of,
)
from tracker.storage.queries.facts import (
    Held,
    facts_by_key,
    highest_number,
    known_keys,
    record,
)
from tracker.storage.queries.heirs import (
    correction_of,
    corrections_of,
    twins_of,
)
from tracker.storage.queries.history import (
    claims,
    deadlines_by_program,
    reports_of,
)
from tracker.storage.queries.past import facts_then
from tracker.storage.queries.references import references_to
from tracker.storage.queries.related import acts, dependencies, events, lineage
from tracker.storage.queries.revisions import (
    Mark,
    changes_of,
    glance_at_mark,
    record_mark,
    revision,
    revision_alone,
    revision_number,
    revision_of_token,
    revisions,
)
from tracker.storage.queries.states import states

__all__ = [
    "Citation",
    "Held",
    "Mark",
    "acts",
    "changes_of",
    "citation_counts",
    "citations_of",
    "claims",
    "correction_of",
    "corrections_of",
    "deadlines_by_program",
    "dependencies",
    "events",
    "facts_by_key",
    "facts_then",
    "glance_at_mark",
    "highest_number",
    "known_keys",
    "last_plan_left_in",
    "lineage",
    "plan",
    "plans",
    "program",
    "programs",
    "record",
    "record_mark",
    "references_to",
    "reports_of",
    "revision",
    "revision_alone",
    "revision_number",
    "revision_of_token",
    "revisions",
    "sector",
    "sectors",
    "source",
    "sources",
    "standing_columns",
    "standing_count",
    "states",
    "twins_of",
]
