"""What every analysis tells of the plans of a report, sheet by sheet."""

from tracker.services.report_scope import Scope
from tracker.services.reported_claims import claims_of
from tracker.services.reported_forecast import outlook_of
from tracker.services.reported_lineage import passages_of
from tracker.services.reported_moves import moves_of
from tracker.services.reported_rules import months_of, rules_of
from tracker.workbook.progress_analyses import Analyses


def analyses_of(scope: Scope) -> Analyses:
    """The analyses of the plans of *scope*, read from the record and from what is kept.

    A fixed number of statements a plan.
    """
    rules = [rules_of(scope, plan) for plan in scope.plans]
    months = [months_of(scope, plan) for plan in scope.plans]
    moved = [moves_of(scope, plan) for plan in scope.plans]
    claims, claims_words = claims_of(scope)
    outlook, outlook_words = outlook_of(scope)
    passages, passages_words = passages_of(scope)
    return Analyses(
        sentences={
            "Rules": tuple(sentence for _, sentence in rules),
            "By month": tuple(sentence for _, sentence in months),
            "What moved": tuple(sentence for *_, sentence in moved),
            "Claims": claims_words,
            "Forecast": outlook_words,
            "Lineage": passages_words,
        },
        rules=tuple(row for rows, _ in rules for row in rows),
        months=tuple(each for each, _ in months),
        figures=tuple(figure for figures, _, _ in moved for figure in figures),
        moves=tuple(move for _, moves, _ in moved for move in moves),
        claims=claims,
        outlook=outlook,
        passages=passages,
    )
