"""Bottlenecks of the real record: what is read, for which plans, in which reading."""

import pytest

from tests.factories import day
from tracker.domain.errors import NotFound
from tracker.domain.views import SHOWN, View
from tracker.domain.vocabulary import Stage
from tracker.services.bottleneck_values import bottleneck_values
from tracker.services.bottlenecks import bottlenecks


@pytest.fixture(autouse=True)
def _record(real_app):
    with real_app.app_context():
        yield


def codes_of(found):
    return [program.position.program.code for program in found.programs]


def test_the_gas_program_was_awaited_most_and_scored_highest_at_the_end_of_2023():
    found = bottlenecks(View(day("2023-12-31")), "UP2021")

    gas = found.programs[0]
    assert gas.position.program.code == "UP2021-15"
    # Principles were due in July 2022; farming and industry wait for the gas terms.
    assert gas.late_for == "Principles"
    assert gas.awaited_by == ("UP2021-19", "UP2021-20")
    assert found.keystones == (gas,)
    assert found.chain.codes[0] == "UP2021-15"


def test_by_default_the_plans_in_force_on_the_day_are_asked():
    assert [p.code for p in bottlenecks(View(day("2020-01-01"))).plans] == ["RM2019"]
    assert [p.code for p in bottlenecks(View(day("2023-01-01"))).plans] == ["UP2021"]
    assert [p.code for p in bottlenecks(View(day("2026-01-01"))).plans] == ["MD2024"]


def test_between_two_plans_nothing_is_in_force_and_nothing_is_ranked():
    found = bottlenecks(View(day("2024-01-15")))

    assert (found.plans, found.programs, found.sectors) == ((), (), ())


def test_every_open_program_is_ranked_and_every_sector_named_with_its_n():
    found = bottlenecks(View(day("2023-12-31")), "UP2021")

    assert sum(sector.count for sector in found.sectors) == 28
    assert sum(sector.open_count for sector in found.sectors) == len(found.programs)
    scores = [program.score for program in found.programs]
    assert scores == sorted(scores, reverse=True)
    assert sum(found.first_shares.values()) == pytest.approx(1)


def test_the_shown_reading_knows_fewer_stages():
    said = bottlenecks(View(day("2023-12-31")), "UP2021")
    shown = bottlenecks(View(day("2023-12-31"), reading=SHOWN), "UP2021")

    assert set(codes_of(said)) < set(codes_of(shown))


def test_stages_tell_how_many_stays_their_median_rests_on():
    found = bottlenecks(View(day("2023-12-31")), "UP2021")

    agreed = next(t for t in found.stage_times if t.stay.stage is Stage.AGREED)
    # All 28 programs were agreed on 10 September and approved on 4 November 2021.
    assert (agreed.median.day, agreed.stay.exit_count) == (55, 28)


def test_an_unknown_plan_is_refused():
    with pytest.raises(NotFound, match="The plans are"):
        bottlenecks(View(day("2023-12-31")), "TEST1999")


def test_the_values_repeat_the_view_and_add_up():
    values = bottleneck_values(bottlenecks(View(day("2023-12-31")), "UP2021"))

    assert values["as_of"] == "2023-12-31"
    assert values["rule"] == "bottleneck.v1"
    for sector in values["sectors"]:
        assert sum(sector["shares"].values()) == pytest.approx(
            sector["score"], abs=0.001
        )
