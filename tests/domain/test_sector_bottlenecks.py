"""Sectors by the bottleneck score of their open programs, and by other weights."""

from fractions import Fraction

from tests.domain.held import NOTHING, REPORTS, a_position
from tests.factories import a_sector, a_weighed_report
from tracker.domain.bottlenecks import Part, rank_programs, rank_sectors
from tracker.domain.vocabulary import Stage
from tracker.domain.weightings import first_shares

SECTORS = [
    a_sector("energy", "Energy", 10),
    a_sector("finance", "Finance", 20),
    a_sector("trade", "Trade", 30),
    a_sector("sport", "Sport", 40),
]


def three_sectors():
    """Energy: 2 of 2 open; finance: 1 of 4; trade: none of 1; sport has none."""
    done = [a_weighed_report(stage="completed")]
    positions = [
        a_position(REPORTS, code="TEST2021-01", sector="energy"),
        a_position([], code="TEST2021-02", sector="energy"),
        a_position(REPORTS, code="TEST2021-03", sector="finance"),
        *[
            a_position(done, code=f"TEST2021-{number:02d}", sector="finance")
            for number in (4, 5, 6)
        ],
        a_position(done, code="TEST2021-07", sector="trade"),
    ]
    return rank_sectors(SECTORS, positions, rank_programs(positions, NOTHING))


def test_a_sector_scores_the_mean_of_its_open_programs_times_their_share():
    energy, finance, trade = three_sectors()

    # The stalled program: (3/5 + 74/365 + 1) / 7; the unknown one: (3/5) / 6 = 1/10.
    stalled = (Fraction(3, 5) + Fraction(74, 365) + 1) / 7
    assert energy.score == (stalled + Fraction(1, 10)) / 2 * Fraction(2, 2)
    assert finance.score == stalled * Fraction(1, 4)
    assert (trade.score, trade.open_count, trade.count) == (0, 0, 1)


def test_sectors_stand_by_score_and_those_without_programs_are_left_out():
    assert [row.sector.code for row in three_sectors()] == [
        "energy",
        "finance",
        "trade",
    ]


def test_the_parts_of_a_sector_add_up_to_its_score():
    energy, *_ = three_sectors()

    assert list(energy.shares()) == list(Part)
    assert sum(energy.shares().values()) == energy.score
    # One of its two programs is stalled; silence is known of one alone.
    assert energy.mean_parts[Part.HELD_UP] == Fraction(1, 2)
    assert energy.mean_parts[Part.SILENCE] == Fraction(74, 365)
    assert energy.mean_parts[Part.STAY] is None


def test_a_sector_with_fewer_than_three_open_programs_is_few():
    positions = [
        a_position([], code=f"TEST2021-0{n}", sector="energy") for n in (1, 2, 3)
    ]

    two, three = (
        rank_sectors(SECTORS, rows, rank_programs(rows, NOTHING))[0]
        for rows in (positions[:2], positions)
    )

    assert (two.open_count, two.is_few) == (2, True)
    assert (three.open_count, three.is_few) == (3, False)


def test_open_programs_are_counted_by_stage_and_condition():
    energy, *_ = three_sectors()

    assert energy.by_stage == {Stage.IN_PROGRESS: 1, None: 1}
    assert sum(energy.by_condition.values()) == 2


def test_other_weights_may_put_another_sector_first():
    by_silence = {part: float(part is Part.SILENCE) for part in Part}
    by_lateness = {part: float(part is Part.OVERDUE) for part in Part}

    # By lateness both energy programs score 1/5, mean 1/5; finance 1/5 * 1/4. By
    # silence one energy program has 74/365 and one is unknown: 37/365; finance
    # 74/365 / 4.
    assert first_shares(three_sectors(), [by_silence, by_lateness]) == {
        "energy": 1.0,
        "finance": 0.0,
        "trade": 0.0,
    }


def test_where_nothing_is_open_no_sector_is_first():
    assert first_shares([], [dict.fromkeys(Part, 1.0)]) == {}
