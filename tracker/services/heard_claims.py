"""Claims just heard: they need not be in the record, but keep the rules of claims."""

from datetime import date

from tracker.domain.checks import check_fact
from tracker.domain.claims import Claim
from tracker.domain.errors import RuleBroken
from tracker.domain.record import Kind
from tracker.services.catalogue import catalogue

# What only an entry in the record needs: a source, and who said it.
FOR_THE_RECORD = frozenset({"sources", "claimant"})


def problems_of(claim: Claim, today: date) -> list[RuleBroken]:
    """Every rule of claims that *claim* breaks, given the day it is."""
    known = {Kind.PLAN: catalogue().plans.keys()}
    return [
        problem
        for problem in check_fact(claim, known, today)
        if problem.field not in FOR_THE_RECORD
    ]
