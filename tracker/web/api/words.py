"""The words and rules of the method as JSON, from the vocabularies themselves."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flask.typing import ResponseReturnValue

from tracker.domain.deadlines import DUE_SOON_DAYS
from tracker.domain.scores import RULES
from tracker.domain.vocabulary import (
    ActKind,
    Bound,
    Closure,
    Condition,
    DependencyBasis,
    EventKind,
    EvidenceGrade,
    LineageBasis,
    Metric,
    NumberBasis,
    Relation,
    ReportKind,
    Side,
    SourceGrade,
    SourceType,
    Stage,
    Timeliness,
    TitleBasis,
    Trend,
    Unit,
)
from tracker.domain.words import Word
from tracker.services.plain_values import Values
from tracker.web.address import held
from tracker.web.api.blueprint import bp
from tracker.web.method import (
    CLOSURE_MEANINGS,
    CONDITION_MEANINGS,
    STAGE_MEANINGS,
    TIMELINESS_MEANINGS,
)
from tracker.web.translate import gettext

# What a vocabulary is called where its words stand, and the sentences on its words.
VOCABULARIES: Mapping[str, type[Word]] = {
    "stage": Stage,
    "condition": Condition,
    "closure": Closure,
    "timeliness": Timeliness,
    "side": Side,
    "kind of report": ReportKind,
    "grade of evidence": EvidenceGrade,
    "grade of a source": SourceGrade,
    "type of a source": SourceType,
    "title_basis": TitleBasis,
    "number_basis": NumberBasis,
    "bound": Bound,
    "metric": Metric,
    "unit": Unit,
    "relation": Relation,
    "basis of lineage": LineageBasis,
    "basis of a dependency": DependencyBasis,
    "kind of act": ActKind,
    "kind of event": EventKind,
    "trend": Trend,
}
MEANINGS: Mapping[type[Word], Mapping[Any, str]] = {
    Stage: STAGE_MEANINGS,
    Condition: CONDITION_MEANINGS,
    Closure: CLOSURE_MEANINGS,
    Timeliness: TIMELINESS_MEANINGS,
}


@bp.get("/method")
def method() -> ResponseReturnValue:
    """Every word of every vocabulary, and every completion rule."""
    return {
        "revision": held().revision,
        "words": list(_words(VOCABULARIES.items())),
        "rules": [
            {
                "rule": each.id,
                "label": gettext(each.label),
                "source": gettext(each.source) if each.source else None,
            }
            for each in RULES.values()
        ],
    }


def _words(vocabularies: Iterable[tuple[str, type[Word]]]) -> Iterator[Values]:
    for name, vocabulary in vocabularies:
        for word in vocabulary:
            yield {
                "vocabulary": name,
                "code": word.value,
                "label": gettext(word.label),
                "meaning": _meaning(word),
            }


def _meaning(word: Word) -> str | None:
    text = MEANINGS.get(type(word), {}).get(word)
    return gettext(text) % {"days": DUE_SOON_DAYS} if text else None
