"""A fact that the change log packed is the same fact again."""

import json
from decimal import Decimal

import pytest

from tests.factories import (
    PLAN,
    PROGRAM,
    a_claim,
    a_dependency,
    a_lineage,
    a_plan,
    a_program,
    a_report,
    a_sector,
    a_source,
    an_act,
    an_event,
)
from tests.record.facts import facts_from_csv
from tracker.domain.record import Kind, kind_of
from tracker.storage.snapshots import packed, unpacked

FACTS = [
    a_source(dated="2023-04"),
    a_plan(adopted_on="2021-11-04", sources=()),
    a_sector(),
    a_program(title_translated=("ru", "be"), measures_total=7, sources=("b", "a")),
    a_report(percent=Decimal("74.5"), known_on="2022-05-02", closure="withdrawn"),
    a_claim(
        low=Decimal("0.1"), high=Decimal(3_000_000_000), unit="percent_of_measures"
    ),
    an_act(programs=(PROGRAM,), plan=PLAN, signed_on="2022"),
    a_lineage(origin=PLAN, heir=PROGRAM),
    a_lineage(heir=""),
    a_dependency(),
    an_event(amount=Decimal("110.25"), currency="RUB", programs=(PROGRAM,)),
]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_a_fact_survives_being_packed(fact):
    kept = json.loads(json.dumps(packed(fact)))

    assert unpacked(kind_of(fact), kept) == fact


def test_every_fact_of_the_real_record_survives_being_packed():
    record = facts_from_csv()

    for kind in Kind:
        for fact in record.of(kind):
            assert unpacked(kind, packed(fact)) == fact
