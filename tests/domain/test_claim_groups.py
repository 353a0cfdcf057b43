"""In its groups a claim finds what it would find among all claims of the record."""

import pytest

from tests.record.facts import facts_from_csv
from tracker.domain.claim_context import (
    arithmetic_of,
    earlier_claims,
    nearby_claims,
    place_claim,
)
from tracker.domain.claim_groups import ClaimGroups


@pytest.fixture(scope="module")
def claims():
    record = facts_from_csv()
    sources = {source.id: source for source in record.sources}
    placed = [place_claim(claim, sources) for claim in record.claims]
    return sorted(placed, key=lambda each: each.order)


def test_every_claim_finds_in_its_groups_what_it_finds_among_all(claims):
    groups = ClaimGroups(claims)

    for own in claims:
        matter, metric = groups.on_matter_of(own), groups.on_metric_of(own)
        sums = groups.in_sums_of(own)
        assert nearby_claims(own, matter) == nearby_claims(own, claims)
        assert earlier_claims(own, metric) == earlier_claims(own, claims)
        assert arithmetic_of(own, sums, 28) == arithmetic_of(own, claims, 28)


def test_a_claim_of_no_group_stands_alone(claims):
    groups = ClaimGroups([])

    found = (groups.on_matter_of(claims[0]), groups.on_metric_of(claims[0]))
    assert found == ((), ())
    assert groups.in_sums_of(claims[0]) == ()
