"""The rules that the record as it stands breaks: for ``flask check``."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.domain.checks import check_fact
from tracker.domain.errors import RuleBroken
from tracker.domain.record import Kind, key_of, numbered_key
from tracker.domain.state import UNKNOWN, state_of
from tracker.domain.views import SAID, SHOWN, View
from tracker.domain.words import N_
from tracker.storage import derived, queries


@dataclass(frozen=True, slots=True)
class Breach:
    """One rule that one fact breaks."""

    kind: Kind
    key: str
    problem: RuleBroken


def breaches(today: date) -> list[Breach]:
    """Every breach in the record as it stands; reads all of it.

    Facts are held against today's rules; what the database keeps beside them or
    computes itself, for speed, against what the domain makes of them.
    """
    return [*_broken_rules(today), *_stale_rows(), *_wrong_states(today)]


def _broken_rules(today: date) -> Iterator[Breach]:
    record, known = queries.record(), queries.known_keys()
    for kind in Kind:
        for fact in record.of(kind):
            for problem in check_fact(fact, known, today):
                yield Breach(kind, key_of(fact), problem)


def _stale_rows() -> Iterator[Breach]:
    for kind in derived.DERIVED_KINDS:
        for row in derived.stale_rows(kind):
            problem = RuleBroken(
                N_("What the database keeps beside it does not follow from it.")
            )
            yield Breach(kind, numbered_key(kind, row["stored"]), problem)


def _wrong_states(today: date) -> Iterator[Breach]:
    reports = queries.reports_of()
    kept = queries.states(View(today), (SAID, SHOWN))
    for reading in (SAID, SHOWN):
        view = View(today, reading=reading)
        for program in queries.programs():
            follows = state_of(reports.get(program.code, ()), view)
            if kept[reading].get(program.code, UNKNOWN) != follows:
                problem = RuleBroken(
                    N_("The state computed by the database is not that of its reports.")
                )
                yield Breach(Kind.PROGRAM, program.code, problem)
